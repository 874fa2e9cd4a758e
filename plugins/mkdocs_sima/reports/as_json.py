"""JSON of our own, described by `schemas/check.schema.json`."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from mkdocs_sima.reports.report import SEVERITIES, Report

if TYPE_CHECKING:
    from mkdocs_sima.model import Finding


def render(report: Report) -> str:
    """Return one JSON object; `path` is relative to the root of the knowledge base."""
    counts = report.counts()
    content = {
        "version": 1,
        "documents": report.documents,
        "summary": {severity: counts[severity] for severity in SEVERITIES},
        "known": report.known,
        "removable": [asdict(known) for known in report.removable],
        "findings": [_plain(finding) for finding in report.findings],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _plain(finding: Finding) -> dict[str, object]:
    fix = finding.fix
    edits = {"edits": [edit._asdict() for edit in fix.edits]} if fix else {}
    return finding._asdict() | {"fix": fix and fix._asdict() | edits}
