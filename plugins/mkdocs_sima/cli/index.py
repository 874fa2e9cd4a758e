"""`sima index`: bring the generated parts of index files up to date."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from mkdocs_sima.cli.parts.errors import could_not_run
from mkdocs_sima.cli.parts.load import load
from mkdocs_sima.rules.selection import Selection
from mkdocs_sima.writing import atomic, edits

if TYPE_CHECKING:
    from mkdocs_sima.cli.parts.load import Loaded


@click.command("index", short_help="Bring generated lists of entries up to date.")
@click.argument("path", type=click.Path(path_type=Path), default=".")
@click.option("--diff", is_flag=True, help="Show what would change; exit status 1 if anything.")
def command(path: Path, diff: bool) -> None:
    r"""Rewrite what stands between index markers in the files at PATH.

    \b
      <!-- sima: index type=LESS,DEC folder=lessons -->
      <!-- sima: end -->

    Options of a marker: type, scope, folder, keyword, status. Without any it lists all entries in
    and below the folder of the index.
    """
    with could_not_run():
        loaded = load(path)
        if not diff:
            atomic.clean(loaded.root)
        outcomes = [
            _update(loaded, name, diff)
            for name, document in loaded.kb.documents.items()
            if "sima:" in document.text and Selection(focus=loaded.project.focus).covers(name)
        ]
    marked = [outcome for outcome in outcomes if outcome != "none"]
    if not marked:
        click.echo("No file has index markers; `sima index --help` shows them.", err=True)
    elif set(marked) == {"same"}:
        click.echo(f"All indexes ({len(marked)}) are up to date.", err=True)
    if "failed" in marked:
        sys.exit(2)
    if diff and "changed" in marked:
        sys.exit(1)


def _update(loaded: Loaded, name: str, diff: bool) -> Literal["none", "same", "changed", "failed"]:
    """Rewrite the generated parts of one file, or show how they would change."""
    from mkdocs_sima.writing import index
    from mkdocs_sima.writing.index_markers import MarkerError, parts

    try:
        old, bom, _ = edits.read(loaded.root / name)
        if not parts(old):
            return "none"
        new = index.updated(loaded.kb, name, old)
        if new == old:
            return "same"
        if diff:
            click.echo(edits.diff(name, old, new, bom), nl=False)
        else:
            edits.write(loaded.root / name, new, bom)
            click.echo(f"{name}: index rewritten")
    except MarkerError as error:
        click.echo(f"{name}:{error.line}: {error}", err=True)
        return "failed"
    except edits.EditError as error:
        click.echo(str(error), err=True)
        return "failed"
    return "changed"
