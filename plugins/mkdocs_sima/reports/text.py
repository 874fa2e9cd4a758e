"""For a terminal: each finding with the line it is about and a caret under the place."""

from __future__ import annotations

import re
from textwrap import wrap
from typing import TYPE_CHECKING

from mkdocs_sima.reports.concise import summary, visible

if TYPE_CHECKING:
    from mkdocs_sima.model import Finding
    from mkdocs_sima.reports.report import Report

COLORS = {"error": "31", "warning": "33", "info": "36"}
WIDTH = 100


def render(report: Report, color: bool = False, width: int = WIDTH) -> str:
    """Return all findings and the summary for a terminal of this width; `color` adds ANSI codes."""
    blocks = [_block(report, finding, color, width) for finding in report.findings]
    closing = "\n".join(summary(report)).lstrip("\n") + "\n"
    return "".join(blocks) + (_painted(closing) if color else closing)


def _painted(table: str) -> str:
    """Colour the severities of the summary's table as those of the findings."""
    return re.sub(
        r"(?m)^(error|warning|info)(?=  )", lambda m: f"\x1b[{COLORS[m[1]]}m{m[1]}\x1b[0m", table
    )


def _block(report: Report, finding: Finding, color: bool, width: int) -> str:
    def paint(text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if color else text

    place = visible(f"{report.place(finding.path)}:{finding.line}:{finding.column}")
    tone = COLORS[finding.severity]
    label = f"{finding.severity} {finding.rule}"
    message = visible(finding.message)
    if _cells(f"{place} {label} {message}") <= width:
        start = " "
    else:  # the place stays whole, to be clicked on
        start = "\n  "
        message = "\n  ".join(wrap(f"{label} {message}", max(width - 2, 20)))[len(label) + 1 :]
    head = (
        f"{paint(place, '1')}{start}{paint(finding.severity, tone)} "
        f"{paint(finding.rule, '1;' + tone)} {message}\n"
    )
    gutter = str(finding.line)
    frame = code_frame(report.source(finding), finding, min(width - len(gutter) - 5, WIDTH))
    if frame is None:
        return head + "\n"
    text, caret = frame
    bar = paint("|", "34")
    return (
        f"{head}{paint(gutter, '34')} {bar} {text}\n"
        f"{' ' * len(gutter)} {bar} {paint(caret, tone)}\n\n"
    )


def code_frame(source: str, finding: Finding, width: int = WIDTH) -> tuple[str, str] | None:
    """Return the part of a line around a finding, at most this wide, and the carets under it."""
    if not source.strip():
        return None
    start = min(finding.column - 1, len(source))
    at = source.find(finding.subject, start)  # of a link: its destination, behind the text
    shown = finding.subject if at >= 0 else ""
    start = max(start, at)
    width = max(width, 20)
    length = max(len(shown), 1)
    left = 0 if start + length < width else max(start - width // 3, 0)
    part = visible(source[left : left + width])
    before = part[: start - left]
    marks = "^" * _cells(part[start - left : start - left + length] or " ")
    text = ("…" if left else "") + part + ("…" if left + width < len(source) else "")
    return text, " " * (_cells(before) + (1 if left else 0)) + marks


def _cells(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    return sum(
        0 if category(c) in ("Mn", "Me", "Cf") else 2 if east_asian_width(c) in "WF" else 1
        for c in text
    )
