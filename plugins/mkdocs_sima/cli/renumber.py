"""`sima renumber`: give one of two entries that bear one number the next free one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_sima.cli.parts.errors import CouldNotRunError, could_not_run
from mkdocs_sima.cli.parts.load import load
from mkdocs_sima.cli.parts.planned import carry_out
from mkdocs_sima.reports.concise import counted
from mkdocs_sima.reports.report import as_seen
from mkdocs_sima.writing import edits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.writing.renaming.renumber import Renumbering


@click.command("renumber", short_help="Give one of two entries with one number the next free one.")
@click.argument("file")
@click.argument("new", required=False)
@click.argument("path", type=click.Path(path_type=Path), default=".")
@click.option("--write", is_flag=True, help="Change the files; without it they stay as they are.")
def command(file: str, new: str | None, path: Path, write: bool) -> None:
    r"""Give the entry FILE the number NEW, or the next that is free here and on other branches.

    Two branches took one number. The file and its header change, and those citations that evidently
    mean this entry: by a link or file name, the words beside them, their folder, or because it was
    the only one there when the line was written, by git. What may mean either is listed, and stays.

    Shows the changes as a diff; --write makes them.

    \b
      sima renumber docs/adr/0316-queues.md
      sima renumber docs/adr/0316-queues.md 0320 --write
    """
    from mkdocs_sima.writing.numbers import taken_elsewhere
    from mkdocs_sima.writing.renaming import rename, renumber

    with could_not_run(rename.RenameError, edits.EditError):
        loaded = load(path)
        name = _below(loaded.root, file)
        found = renumber.plan(loaded.kb, name, new, taken_elsewhere(loaded.kb, loaded.root))
        closing = carry_out(loaded.project, found.plan, write)
    for line in _lines(found):
        click.echo(line, err=True)
    click.echo(closing, err=True)


def _below(root: Path, file: str) -> str:
    """Return a file as the knowledge base calls it, if there is one."""
    place, root = Path(file).resolve(), root.resolve()
    if not place.is_file():
        return file
    if not place.is_relative_to(root):
        raise CouldNotRunError(f"{file} is no file of the knowledge base in {as_seen(root)}")
    return place.relative_to(root).as_posix()


def _lines(found: Renumbering) -> Iterator[str]:
    """Yield why citations were moved, and what is known of the entries that bear the number."""
    for line in found.moved:
        yield f"moved: {line}"
    for other in found.elsewhere:
        yield f"{other.ref_id} is {other.path} on branch {other.branch}"
    if len(found.begun) == 1:
        return
    dated = sorted((datetime.fromisoformat(at), path) for path, at in found.begun.items() if at)
    if len(dated) == len(found.begun) and dated[0][0] != dated[1][0]:
        dates = ", ".join(f"{path} {at:%Y-%m-%d %H:%M}" for at, path in dated)
        yield f"{dated[0][1]} came first: {dates}"
    else:
        yield f"Which of them came first can't be told: {', '.join(found.begun)}"
    counts = [(found.cited[path], path) for path in found.begun]
    most = max(counts)
    said = ", ".join(f"{path} {counted(count, 'time')}" for count, path in counts)
    either = f"; {counted(found.unclear, 'citation')} may mean either" if found.unclear else ""
    if [count for count, _ in counts].count(most[0]) == 1:
        yield f"{most[1]} is cited more: {said}{either}"
    else:
        yield f"None is cited more: {said}{either}"
