"""external-link: an address on the web that does not answer. Found by lychee, only when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Yield nothing: `sima check --external` hands the verdicts of lychee to `rules.check`."""
    yield from ()


RULE = Rule(
    name="external-link",
    severity="warning",
    summary="A link to the web does not answer; looked up only with --external.",
    example="[the paper](https://example.org/gone)\n\nThe server says 404.",
    look=look,
)
