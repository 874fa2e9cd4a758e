"""`sima rename`: give an entry another REF-ID, everywhere."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_sima.cli.parts.errors import could_not_run
from mkdocs_sima.cli.parts.load import load
from mkdocs_sima.cli.parts.planned import carry_out
from mkdocs_sima.writing import edits


@click.command("rename", short_help="Change an ID in its entry, the file name and all references.")
@click.argument("old")
@click.argument("new")
@click.argument("path", type=click.Path(path_type=Path), default=".")
@click.option("--write", is_flag=True, help="Change the files; without it they stay as they are.")
def command(old: str, new: str, path: Path, write: bool) -> None:
    r"""Change the REF-ID OLD to NEW: in the entry, its file name and all references to it.

    Shows the changes as a diff; --write makes them. Ranges such as `LESS-01 to LESS-08` are listed,
    since only a person knows what they mean afterwards.

    \b
      sima rename LESS-22 LESS-31
      sima rename AWS-Lambda-DEC-04 AWS-DEC-09 docs --write
    """
    from mkdocs_sima.writing.renaming import rename

    with could_not_run(rename.RenameError, edits.EditError):
        loaded = load(path)
        plan = rename.plan(loaded.kb, old, new)
        closing = carry_out(loaded.project, plan, write)
    click.echo(closing, err=True)
