"""`sima show`: one entry in the terminal, what it cites, what cites it, and why."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mkdocs_sima.cli.parts.dialect_text import read_as_line
from mkdocs_sima.cli.parts.entry_text import alike_lines, entry_lines
from mkdocs_sima.cli.parts.errors import CouldNotRunError, could_not_run
from mkdocs_sima.cli.parts.load import load
from mkdocs_sima.cli.parts.scope_text import scope_settings
from mkdocs_sima.cli.parts.terminal import has_colors
from mkdocs_sima.cli.parts.type_text import type_settings
from mkdocs_sima.graph.lookalikes import Lookalike, Lookalikes
from mkdocs_sima.knowledge_base.lookup.foreign import foreign_entries
from mkdocs_sima.parsing.identity.grammar import fold_id
from mkdocs_sima.store import fingerprint, remembered, software

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.cli.parts.load import Loaded
    from mkdocs_sima.knowledge_base import KnowledgeBase, Resolution

_ALIKE = 0.15  # score below which two entries have little in common


@click.command("show", short_help="Show an entry, what it cites, what cites it, and why.")
@click.argument("ref", required=False)
@click.argument("path", type=click.Path(path_type=Path), required=False)
@click.option("--explain", is_flag=True, help="Say by which rule each reference was resolved.")
@click.option("--scopes", is_flag=True, help="Print the scopes, ready to paste into settings.")
@click.option("--types", is_flag=True, help="Print the types, and what they were learned from.")
@click.option(
    "--from", "reader", metavar="DOCUMENT", help="Read REF as this document of the knowledge base."
)
def command(
    ref: str | None, path: Path | None, explain: bool, scopes: bool, types: bool, reader: str | None
) -> None:
    r"""Show the entry that REF means in the knowledge base at PATH.

    REF is a REF-ID, a file name, a path or a title.

    \b
      sima show DEC-04                        header, references, backlinks, what is like it
      sima show guide/setup.md                and as which Markdown a page is read, by which line
      sima show DEC-04 docs --explain         and why each one means what it means
      sima show DEC-04 --from aws/LESS-02.md  as the author of LESS-02 means it
      sima show --scopes docs                 what was inferred, ready to paste
      sima show --types docs                  what was learned, ready to paste
    """
    listing = scopes or types
    if listing and path is None:
        ref, path = None, Path(ref or ".")
    if not listing and not ref:
        raise click.UsageError("say which entry: sima show REF [PATH]")
    with could_not_run():
        loaded = load(path or Path())
        kb = loaded.kb
    if not has_colors():
        click.get_current_context().color = False
    if listing:
        lines = [*(type_settings(kb) if types else ()), *(scope_settings(kb) if scopes else ())]
        click.echo("\n".join(lines))
        return
    resolution = kb.find(ref or "", _reader(kb, reader) if reader else None)
    if explain or resolution.target is None:
        click.echo("\n".join(_decision(ref or "", resolution, kb)))
    if resolution.target is None:
        if found := foreign_entries(kb.settings).get(fold_id(ref or "")):
            click.echo(f"{found.entry.id} {found.entry.title}\n{found.url}")
            return
        sys.exit(1)
    read_as = read_as_line(loaded.project, kb.documents[resolution.target])
    lines = [*entry_lines(kb, resolution.target, explain, read_as)]
    lines += alike_lines(kb, _alike(loaded).get(resolution.target, ()))
    click.echo("\n".join(lines))


def _alike(loaded: Loaded) -> dict[str, list[Lookalike]]:
    """Return entry → those that are most like it, as the store knows them of a run before."""

    def made() -> dict[str, list[Lookalike]]:
        found = Lookalikes(loaded.kb)
        return {path: found.nearest(path, least=_ALIKE) for path in loaded.kb.documents}

    key = fingerprint(software(), repr(loaded.project.settings), loaded.sources.digest())
    return remembered(loaded.store, "alike", key, made, lambda table: table, _from_plain)


def _from_plain(plain: Any) -> dict[str, list[Lookalike]]:
    return {
        path: [Lookalike(other, score, tuple(shared)) for other, score, shared in rows]
        for path, rows in plain.items()
    }


def _reader(kb: KnowledgeBase, reader: str) -> str:
    """Return the document that `--from` names."""
    target = kb.find(reader).target
    if target is None:
        raise CouldNotRunError(f"--from {reader}: no such document in the knowledge base")
    return target


def _decision(ref: str, resolution: Resolution, kb: KnowledgeBase) -> Iterator[str]:
    yield f"{ref}: {resolution.verdict}, {resolution.reason}"
    for number, candidate in enumerate(resolution.candidates, 1):
        yield f"  {number}. {candidate.path}  ({candidate.reason})"
    if resolution.verdict == "missing" and (close := kb.suggest(ref)):
        yield f"Did you mean {close}?"
    if resolution.verdict == "ambiguous":
        yield "Say which one by its path, or where it is read with --from DOCUMENT."
    yield ""
