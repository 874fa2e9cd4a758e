"""A planned rename: shown as a diff, or made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from mkdocs_sima.reports.concise import counted
from mkdocs_sima.writing import atomic, edits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mkdocs_sima.settings.project import Project
    from mkdocs_sima.writing.renaming.rename_plan import Plan


def carry_out(project: Project, plan: Plan, write: bool) -> str:
    """Show a plan, or make its changes; return the closing line.

    Raises:
        EditError: a file can't be edited or moved; none is if one can't be read.
    """
    root = project.root
    if write:
        atomic.clean(root)
    changed = _apply(root, plan, write)
    for old, new in plan.moves:
        if write:
            _move(root / old, root / new)
    if plan.new_path != plan.old_path:
        click.echo(f"{plan.old_path} -> {plan.new_path}")
    for line in [*plan.by_hand, *_menu(project, plan)]:
        click.echo(f"by hand: {line}", err=True)
    done = "Changed" if write else "Would change"
    hint = "" if write else " Nothing is written yet: add --write."
    return f"{done} {plan.old} to {plan.new} in {counted(changed, 'file')}.{hint}"


def _menu(project: Project, plan: Plan) -> Iterator[str]:
    """Yield the lines of the settings, as those of a `nav`, that name what is moved."""
    if project.config is None or plan.new_path == plan.old_path:
        return
    for number, line in enumerate(project.config.read_text("utf-8").splitlines(), 1):
        if plan.old_path in line:
            yield f"{project.config.name}:{number} names {plan.old_path}"


def _apply(root: Path, plan: Plan, write: bool) -> int:
    """Edit the files, the entry itself last: a rename that is cut short can be run again.

    All of them are read before the first is written, so one that can't be edited stops it in time.
    """
    paths = sorted(plan.edits, key=lambda p: (p == plan.old_path, p))
    edited = {path: edits.edit(root, path, plan.edits[path]) for path in paths}
    changes = {path: change for path, change in edited.items() if change.old != change.new}
    for path, change in changes.items():
        if write:
            edits.write(root / path, change.new, change.bom)
        else:
            click.echo(edits.diff(path, change.old, change.new, change.bom), nl=False)
    return len(changes)


def _move(old: Path, new: Path) -> None:
    if new.exists() and not new.samefile(old):
        raise edits.EditError(f"{new} exists already")
    old.rename(new)
