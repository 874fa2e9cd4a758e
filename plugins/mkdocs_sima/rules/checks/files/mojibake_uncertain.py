"""mojibake-uncertain: damaged text that could have been several things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.model import Edit, Fix
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding


TITLE = "Write the likeliest character"


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report each damaged sequence that the repair left alone or had to guess."""
    for path, document in kb.documents.items():
        for change in document.changes:
            if change.certain:
                continue
            guessed = change.after != change.before
            others = [option for option in change.options if option != change.after]
            options = " or ".join(map(repr, others if guessed else change.options)) or "unknown"
            message = f"damaged text: {change.before!r} may have been {options}"
            if guessed:
                message = f"damaged text: {change.before!r} was probably {change.after!r}"
                message += f", or {options}" if others else ""
            edit = Edit(change.line, change.column, change.before, change.after)
            yield RULE.at(
                path,
                change.line,
                change.column,
                message,
                subject=change.before,
                suggestion=change.after if guessed else None,
                fix=Fix(TITLE, (edit,), safe=False) if guessed else None,
            )


def merge(findings: list[Finding]) -> Finding:
    """Make one finding of all the doubtful places of a file."""
    first = min(findings, key=lambda f: (f.line, f.column))
    edits = tuple(edit for finding in findings if finding.fix for edit in finding.fix.edits)
    more = f"; {len(findings) - 1} more in this file" if len(findings) > 1 else ""
    return RULE.at(
        first.path,
        first.line,
        first.column,
        first.message + more,
        fix=Fix(TITLE, edits, safe=False) if edits else None,
    )


RULE = Rule(
    name="mojibake-uncertain",
    severity="info",
    summary="Text was damaged in a way that several characters would explain; only a person knows.",
    example="An emoji that lost its last byte: a magnifying glass, or a lock.",
    fix="With --unsafe-fixes: writes the likeliest character, where one is likely.",
    look=look,
    merge=merge,
)
