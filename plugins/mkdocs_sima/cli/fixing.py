"""The `--diff` and `--fix` of `sima check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from mkdocs_sima.reports.concise import counted
from mkdocs_sima.writing import atomic, edits

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mkdocs_sima.model import Finding


def show(root: Path, findings: Sequence[Finding], unsafe: bool) -> None:
    """Print what the fixes would change as a unified diff."""
    changed = 0
    for path, planned in sorted(edits.planned(findings, unsafe).items()):
        try:
            old, new, bom = edits.edit(root, path, planned)
        except edits.EditError as error:
            click.echo(str(error), err=True)
            continue
        if old != new:
            changed += 1
            click.echo(edits.diff(path, old, new, bom).encode("utf-8", "replace"), nl=False)
    click.echo(
        f"{counted(changed, 'file')} would change." if changed else "Nothing to fix.", err=True
    )


def mend(root: Path, findings: Sequence[Finding], unsafe: bool) -> list[str]:
    """Write the fixes, each file in one step; return lines for the report."""
    atomic.clean(root)
    notes: list[str] = []
    written = 0
    for path, planned in sorted(edits.planned(findings, unsafe).items()):
        try:
            old, new, bom = edits.edit(root, path, planned)
            if old != new:
                edits.write(root / path, new, bom)
                written += 1
        except edits.EditError as error:
            notes.append(str(error))
    notes.append(f"Fixed {counted(written, 'file')}.")
    return notes
