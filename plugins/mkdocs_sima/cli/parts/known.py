"""The `--baseline` and `--update-baseline` of `sima check`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_sima.reports.concise import counted
from mkdocs_sima.reports.report import Known, as_seen
from mkdocs_sima.rules import baseline

if TYPE_CHECKING:
    from mkdocs_sima.cli.parts.load import Loaded
    from mkdocs_sima.reports.report import Report
    from mkdocs_sima.rules import Selection


def compare(
    report: Report, loaded: Loaded, selection: Selection, name: str | None, *, update: bool
) -> None:
    """Hide from the report what the baseline knows, after writing all of it there on `update`.

    Args:
        report: its findings become the new ones.
        loaded: the knowledge base; without a `name`, the baseline lies beside its settings.
        selection: what was looked for; the rest of a baseline is left as it is.
        name: the file of the baseline.
        update: rewrite it.

    Raises:
        BaselineError: it can't be read or written.
    """
    home = loaded.project.config.parent if loaded.project.config else loaded.root
    file = Path(name or as_seen(home / baseline.NAME))
    ran = {rule.name for rule, _ in selection.rules(loaded.project.settings)}

    def looked(key: baseline.Key) -> bool:
        return key[0] in ran and selection.covers(key[1])

    if update:
        try:
            old = baseline.read(file)
        except baseline.NoBaselineError:
            old = baseline.Keys()
        known = baseline.updated(report.findings, old, looked)
        baseline.write(file, known)
        found = counted(known.total(), "finding")
        report.notes = [*report.notes, f"{file}: {found} known from now on."]
    else:
        known = baseline.read(file)
    report.findings, report.known, gone = baseline.split(report.findings, known, looked)
    report.removable = [Known(*key) for key in gone]
