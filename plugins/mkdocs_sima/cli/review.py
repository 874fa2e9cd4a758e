"""`sima review`: note that an entry still holds, or list those that somebody should read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_sima.cli.parts.errors import CouldNotRunError, could_not_run
from mkdocs_sima.cli.parts.load import load
from mkdocs_sima.reports.due_text import due_lines
from mkdocs_sima.writing import edits

if TYPE_CHECKING:
    from mkdocs_sima.cli.parts.load import Loaded


@click.command("review", short_help="Note that an entry still holds, or list those that are due.")
@click.argument("ref", required=False)
@click.argument("path", type=click.Path(path_type=Path), required=False)
@click.option("--due", is_flag=True, help="List the entries that somebody should read again.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Of --due.")
@click.option("--dry-run", is_flag=True, help="Show what would be written; write nothing.")
def command(ref: str | None, path: Path | None, due: bool, limit: int, dry_run: bool) -> None:
    r"""Write today's date into the entry REF: somebody has read it, and it still holds.

    The line goes beside its other dates, and is written as they are. With --due, list the entries
    that are past the time that the setting review_after gives their type, or that cite code or
    entries that have changed since (by git), the most urgent first, each with the reason.

    \b
      sima review --due               what should somebody read again?
      sima review DEC-04              it was read, and holds
      sima review DEC-04 docs --dry-run
    """
    if due and path is None:
        ref, path = None, Path(ref or ".")
    if not due and not ref:
        raise click.UsageError("say which entry: sima review REF [PATH], or --due")
    with could_not_run(edits.EditError):
        loaded = load(path or Path())
        if due:
            click.echo("\n".join(due_lines(loaded.kb, date.today(), loaded.project.focus, limit)))
            return
        _note(loaded, ref or "", dry_run)


def _note(loaded: Loaded, ref: str, dry_run: bool) -> None:
    from mkdocs_sima.writing.reviewing import noting

    kb = loaded.kb
    found = kb.find(ref)
    if found.target is None:
        others = ", ".join(candidate.path for candidate in found.candidates)
        close = kb.suggest(ref)
        hint = f"; it may mean {others}" if others else f"; did you mean {close}?" if close else ""
        raise CouldNotRunError(f"no entry is called {ref}{hint}")
    target = found.target
    old, bom, _ = edits.read(loaded.root / target)
    label = noting.label_of(kb.documents.values())
    new = noting.reviewed(kb.documents[target], old, label, date.today())
    if dry_run:
        click.echo(edits.diff(target, old, new, bom), nl=False)
    elif new != old:
        edits.write(loaded.root / target, new, bom)
        click.echo(f"{target}: {label} {date.today().isoformat()}")
    else:
        click.echo(f"{target}: it says so already")
