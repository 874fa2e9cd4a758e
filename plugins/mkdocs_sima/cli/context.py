"""`sima context`: entries as one text within a budget, for an assistant without tools."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_sima.cli.parts.errors import CouldNotRunError, could_not_run
from mkdocs_sima.cli.parts.load import load


@click.command("context", short_help="Print entries as one text within a budget of tokens.")
@click.argument("asked", nargs=-1)
@click.option("--path", type=click.Path(path_type=Path), default=".", help="The knowledge base.")
@click.option("--type", "type_name", metavar="TYPE", help="Only entries of this type.")
@click.option(
    "--tokens",
    type=click.IntRange(min=100),
    default=4000,
    show_default=True,
    help="How long the text may be, in tokens of about four letters.",
)
def command(asked: tuple[str, ...], path: Path, type_name: str | None, tokens: int) -> None:
    r"""Print what the entries say that ASKED names: IDs, or words to search for.

    Summaries come first, then the full texts of those that are cited most, as long as they fit.

    \b
      sima context LESS-22 DEC-04              these two
      sima context cold starts --tokens 2000   what there is about it
      sima context --type DEC | pbcopy         all decisions, the most cited first
    """
    from mkdocs_sima.assistant.budget import choose, make_context

    if not asked and not type_name:
        raise click.UsageError("say what about: sima context LESS-22, or --type DEC")
    with could_not_run():
        kb = load(path).kb
        documents = choose(kb, asked, type_name)
        if not documents:
            what = " ".join(asked) or f"--type {type_name}"
            raise CouldNotRunError(f"{what}: no entry is about that")
        text = make_context(kb, documents, tokens)
        if not text:
            raise CouldNotRunError(f"--tokens {tokens} is too little for one summary")
    click.echo(text, nl=False)
