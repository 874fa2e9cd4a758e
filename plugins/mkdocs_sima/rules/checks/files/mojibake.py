"""mojibake: text damaged by a wrong code page that the repair is sure about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.model import Edit, Finding, Fix
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report each damaged sequence whose repair is certain."""
    for path, document in kb.documents.items():
        for change in document.changes:
            if change.certain:
                edit = Edit(change.line, change.column, change.before, change.after)
                yield RULE.at(
                    path,
                    change.line,
                    change.column,
                    f"damaged text: {change.before!r} was {change.after!r}",
                    subject=change.before,
                    fix=Fix("Repair damaged text", (edit,)),
                )


def merge(findings: list[Finding]) -> Finding:
    """Make one finding of all the damage of a file, so that a thousand lines drown nothing."""
    first = min(findings, key=lambda f: (f.line, f.column))
    edits = tuple(edit for finding in findings if finding.fix for edit in finding.fix.edits)
    lines = len({finding.line for finding in findings})
    where = f"on {lines} lines" if lines > 1 else "on this line"
    more = f" and {len(findings) - 1} more {where}" if len(findings) > 1 else ""
    return RULE.at(
        first.path,
        first.line,
        first.column,
        f"{first.message}{more}",
        fix=Fix("Repair damaged text", edits),
    )


RULE = Rule(
    name="mojibake",
    severity="warning",
    summary="Text was damaged by reading it with a wrong code page; pages show it repaired.",
    example="A check mark that was read as Windows-1252 and saved so: `âœ…`.",
    fix="Writes the repaired text.",
    look=look,
    merge=merge,
)
