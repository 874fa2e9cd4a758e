"""Annotations of GitHub Actions, and the job summary that holds what annotations can't show.

GitHub shows ten errors and ten warnings of a step, so the gravest come first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.reports.concise import counted, totals, verdict
from mkdocs_sima.reports.report import SEVERITIES, Report

if TYPE_CHECKING:
    from mkdocs_sima.model import Finding

COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
SUMMARY_ROWS = 500  # a job summary may have 1 MiB


def render(report: Report) -> str:
    """Return one workflow command a finding and a last line that counts them."""
    ordered = sorted(report.findings, key=lambda f: SEVERITIES.index(f.severity))
    return "\n".join([*(_annotation(report, f) for f in ordered), verdict(report)]) + "\n"


def job_summary(report: Report) -> str:
    """Return Markdown for the file that `GITHUB_STEP_SUMMARY` names."""
    found = totals(report) or "No findings"
    lines = [f"### sima check: {found} in {counted(report.documents, 'document')}", ""]
    if report.findings:
        lines += ["| place | severity | rule | message |", "| --- | --- | --- | --- |"]
    ordered = sorted(report.findings, key=lambda f: SEVERITIES.index(f.severity))
    for finding in ordered[:SUMMARY_ROWS]:
        place = f"{report.place(finding.path)}:{finding.line}:{finding.column}"
        cells = (place, finding.severity, finding.rule, finding.message)
        lines.append("| " + " | ".join(_cell(cell) for cell in cells) + " |")
    if len(ordered) > SUMMARY_ROWS:
        lines += ["", f"{len(ordered) - SUMMARY_ROWS} more are in the log of the step."]
    return "\n".join(lines) + "\n\n"


def _annotation(report: Report, finding: Finding) -> str:
    properties = {
        "file": report.place(finding.path),
        "line": str(finding.line),
        "col": str(finding.column),
        "title": f"sima {finding.rule}",
    }
    joined = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{COMMANDS[finding.severity]} {joined}::{_data(finding.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _cell(text: str) -> str:
    """Return a text that is shown as it is in a cell of a Markdown table."""
    escaped = "".join(f"\\{c}" if c in r"\`*_{}[]<>()#+!|~" else c for c in text)
    return " ".join(escaped.split())
