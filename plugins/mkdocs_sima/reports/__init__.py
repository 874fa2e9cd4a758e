"""Findings in, the formats that people, editors and CI systems read out."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_sima.reports.report import Report

FORMATS = {
    "text": "text",
    "concise": "concise",
    "json": "as_json",
    "github": "github",
    "gitlab": "gitlab",
    "sarif": "sarif",
    "junit": "junit",
}
"""Name of a format → its module, loaded only when it is asked for."""


def render(report: Report, name: str) -> str:
    """Return a report in one of `FORMATS`."""
    module = import_module(f"{__name__}.{FORMATS[name]}")
    text: str = module.render(report)
    return text
