"""mojibake-uncertain: damaged text that could have been several things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report each damaged sequence that the repair left alone or had to guess."""
    for path, document in kb.documents.items():
        for change in document.changes:
            if change.certain:
                continue
            options = " or ".join(repr(option) for option in change.options) or "unknown"
            yield RULE.at(
                path,
                change.line,
                change.column,
                f"damaged text: {change.before!r} may have been {options}",
                subject=change.before,
            )


def merge(findings: list[Finding]) -> Finding:
    """Make one finding of all the doubtful places of a file."""
    first = min(findings, key=lambda f: (f.line, f.column))
    more = f"; {len(findings) - 1} more in this file" if len(findings) > 1 else ""
    return RULE.at(first.path, first.line, first.column, first.message + more)


RULE = Rule(
    name="mojibake-uncertain",
    severity="info",
    summary="Text was damaged in a way that several characters would explain; only a person knows.",
    example="An emoji that lost its last byte: a magnifying glass, or a lock.",
    look=look,
    merge=merge,
)
