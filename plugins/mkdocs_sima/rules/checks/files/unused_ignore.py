"""unused-ignore: a comment that silences nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Yield nothing: `rules.check` looks itself, after all the other rules."""
    yield from ()


RULE = Rule(
    name="unused-ignore",
    severity="warning",
    summary="A comment ignores a rule that finds nothing there, or that does not exist.",
    example="See LESS-01. <!-- sima: ignore[broken-reference] -->\n\nLESS-01 exists by now.",
    look=look,
)
