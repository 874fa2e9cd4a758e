"""GitLab's code quality report (`artifacts:reports:codequality`)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mkdocs_sima.reports.fingerprint import fingerprints

if TYPE_CHECKING:
    from mkdocs_sima.reports.report import Report

SEVERITY = {"error": "major", "warning": "minor", "info": "info"}


def render(report: Report) -> str:
    """Return a JSON array with one issue a finding."""
    issues = [
        {
            "description": f"{finding.rule}: {finding.message}",
            "check_name": finding.rule,
            "fingerprint": fingerprint,
            "severity": SEVERITY[finding.severity],
            "location": {
                "path": report.place(finding.path),
                "lines": {"begin": finding.line},
            },
        }
        for finding, fingerprint in zip(report.findings, fingerprints(report), strict=True)
    ]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"
