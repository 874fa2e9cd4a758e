"""For a terminal: each finding with the line it is about and a caret under the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.reports.concise import summary, visible

if TYPE_CHECKING:
    from mkdocs_sima.model import Finding
    from mkdocs_sima.reports.report import Report

COLORS = {"error": "31", "warning": "33", "info": "36"}
WIDTH = 100


def render(report: Report, color: bool = False) -> str:
    """Return all findings and the summary; `color` adds ANSI colours."""
    blocks = [_block(report, finding, color) for finding in report.findings]
    return "".join(blocks) + "\n".join(summary(report)).lstrip("\n") + "\n"


def _block(report: Report, finding: Finding, color: bool) -> str:
    def paint(text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if color else text

    place = f"{report.place(finding.path)}:{finding.line}:{finding.column}"
    tone = COLORS[finding.severity]
    head = (
        f"{paint(visible(place), '1')} {paint(finding.severity, tone)} "
        f"{paint(finding.rule, '1;' + tone)} {visible(finding.message)}\n"
    )
    frame = code_frame(report.source(finding), finding)
    if frame is None:
        return head + "\n"
    text, caret = frame
    gutter = str(finding.line)
    bar = paint("|", "34")
    return (
        f"{head}{paint(gutter, '34')} {bar} {text}\n"
        f"{' ' * len(gutter)} {bar} {paint(caret, tone)}\n\n"
    )


def code_frame(source: str, finding: Finding) -> tuple[str, str] | None:
    """Return the part of a line around a finding, at most WIDTH long, and the carets under it."""
    if not source.strip():
        return None
    start = min(finding.column - 1, len(source))
    shown = finding.subject if source.startswith(finding.subject, start) else ""
    length = max(len(shown), 1)
    left = 0 if start + length < WIDTH else max(start - WIDTH // 3, 0)
    part = visible(source[left : left + WIDTH])
    before = part[: start - left]
    marks = "^" * _cells(part[start - left : start - left + length] or " ")
    text = ("…" if left else "") + part + ("…" if left + WIDTH < len(source) else "")
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
