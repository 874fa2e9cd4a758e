"""The `--diff` and `--fix` of `sima check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from mkdocs_sima.reports.concise import counted
from mkdocs_sima.writing import atomic, edits

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from mkdocs_sima.model import Finding

ROUNDS = 10  # more than fixes ever wait for each other


def show(root: Path, findings: Sequence[Finding], unsafe: bool) -> None:
    """Print what the fixes would change as a unified diff."""
    changed = 0
    for path, planned in sorted(edits.planned(findings, unsafe).items()):
        try:
            edited = edits.edit(root, path, planned, reencode=True)
        except edits.EditError as error:
            click.echo(str(error), err=True)
            continue
        if edited.is_changed:
            changed += 1
            click.echo(_diff(path, edited), nl=False)
            if not edited.is_utf8:
                click.echo(f"{path} would be saved as UTF-8.", err=True)
    click.echo(
        f"{counted(changed, 'file')} would change." if changed else "Nothing to fix.", err=True
    )


def _diff(path: str, edited: edits.Edited) -> bytes:
    """Return the diff of one file; none where its lines aren't lines of bytes, as in UTF-16."""
    if not edited.is_utf8 and b"\0" in edited.on_disk:
        return b""
    new = edited.bom + edited.new.encode("utf-8", "replace")
    return edits.diff_of_bytes(path, edited.on_disk, new)


def mend(
    root: Path, findings: Sequence[Finding], unsafe: bool, again: Callable[[], list[Finding]]
) -> list[str]:
    """Write the fixes, and those that they make possible: a link mended, its anchor may be wrong.

    Args:
        root: the folder of the knowledge base.
        findings: what a check found in it.
        unsafe: write guesses as well.
        again: reads and checks it anew.

    Returns:
        Lines for the report.
    """
    atomic.clean(root)
    mended: set[str] = set()
    problems: list[str] = []
    for _ in range(ROUNDS):
        written, problems = _write(root, findings, unsafe)
        if not written:
            break
        mended |= written
        findings = again()
    return [*problems, f"Fixed {counted(len(mended), 'file')}."]


def _write(root: Path, findings: Sequence[Finding], unsafe: bool) -> tuple[set[str], list[str]]:
    """Write the fixes, each file in one step; return the files, and what can't be written."""
    written: set[str] = set()
    problems: list[str] = []
    for path, planned in sorted(edits.planned(findings, unsafe).items()):
        try:
            edited = edits.edit(root, path, planned, reencode=True)
            if edited.is_changed:
                edits.write(root / path, edited.new, edited.bom)
                written.add(path)
        except edits.EditError as error:
            problems.append(str(error))
    return written, problems
