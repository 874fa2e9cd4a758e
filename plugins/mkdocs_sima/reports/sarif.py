"""SARIF 2.1.0, which code scanning of GitHub and many editors read.

A rule carries its whole explanation as `help`. There is no `helpUri`: it would have to resolve, and
no address on the web explains the rules of the version that somebody has installed.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from mkdocs_sima import __version__
from mkdocs_sima.reports.fingerprint import fingerprints
from mkdocs_sima.reports.report import SEVERITIES, Report
from mkdocs_sima.rules.registry import get

if TYPE_CHECKING:
    from mkdocs_sima.model import Finding, Fix

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}
LIMIT = 25_000  # results that GitHub takes from one run


def render(report: Report) -> str:
    """Return one SARIF log with one run; the gravest findings come first if there are too many."""
    rules = sorted({finding.rule for finding in report.findings})
    named = list(zip(report.findings, fingerprints(report), strict=True))
    if len(named) > LIMIT:
        named.sort(key=lambda pair: SEVERITIES.index(pair[0].severity))
    invocation: dict[str, Any] = {"executionSuccessful": True}
    if dropped := named[LIMIT:]:
        text = f"{len(dropped)} of {len(named)} findings left out: a run holds {LIMIT}"
        notification = {"level": "warning", "message": {"text": text}}
        invocation["toolExecutionNotifications"] = [notification]
    run = {
        "tool": {
            "driver": {
                "name": "mkdocs-sima",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(name) for name in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [invocation],
        "results": [
            _result(report, finding, name, rules.index(finding.rule))
            for finding, name in named[:LIMIT]
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(name: str) -> dict[str, Any]:
    rule = get(name)
    example = "\n".join(f"    {line}" for line in rule.example.split("\n"))
    return {
        "id": name,
        "shortDescription": {"text": rule.summary},
        "help": {
            "text": f"{rule.summary}\n\n{rule.example}",
            "markdown": f"{rule.summary}\n\n{example}\n",
        },
        "defaultConfiguration": {"level": LEVELS[rule.severity], "enabled": rule.default},
    }


def _result(report: Report, finding: Finding, name: str, index: int) -> dict[str, Any]:
    location = {"uri": quote(os.fsencode(report.place(finding.path)))}
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": location,
                    "region": {"startLine": finding.line, "startColumn": finding.column},
                }
            }
        ],
        "partialFingerprints": {"primaryLocationLineHash": name},
    }
    if finding.fix:
        result["fixes"] = [_fix(finding.fix, location)]
    return result


def _fix(fix: Fix, location: dict[str, str]) -> dict[str, Any]:
    replacements = [
        {
            "deletedRegion": {
                "startLine": edit.line,
                "startColumn": edit.column,
                "endColumn": edit.column + len(edit.before),
            },
            "insertedContent": {"text": edit.after},
        }
        for edit in fix.edits
    ]
    change = {"artifactLocation": location, "replacements": replacements}
    return {"description": {"text": fix.title}, "artifactChanges": [change]}
