"""`sima rename`: give an entry another REF-ID, everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_sima.cli.parts.errors import could_not_run
from mkdocs_sima.cli.parts.load import load
from mkdocs_sima.reports.concise import counted
from mkdocs_sima.writing import atomic, edits

if TYPE_CHECKING:
    from mkdocs_sima.writing.rename_plan import Plan


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
    from mkdocs_sima.writing import rename

    with could_not_run(rename.RenameError, edits.EditError):
        loaded = load(path)
        plan = rename.plan(loaded.kb, old, new)
        if write:
            atomic.clean(loaded.root)
        changed = _apply(loaded.root, plan, write)
        moves = plan.new_path != plan.old_path
        if moves and write:
            _move(loaded.root / plan.old_path, loaded.root / plan.new_path)
    if moves:
        click.echo(f"{plan.old_path} -> {plan.new_path}")
    for line in plan.by_hand:
        click.echo(f"by hand: {line}", err=True)
    done = "Changed" if write else "Would change"
    hint = "" if write else " Nothing is written yet: add --write."
    click.echo(f"{done} {plan.old} to {plan.new} in {counted(changed, 'file')}.{hint}", err=True)


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
            text = edits.diff(path, change.old, change.new, change.bom)
            click.echo(text.encode("utf-8", "replace"), nl=False)
    return len(changes)


def _move(old: Path, new: Path) -> None:
    if new.exists() and not new.samefile(old):
        raise edits.EditError(f"{new} exists already")
    old.rename(new)
