"""unclosed-fence: a code fence that is never closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.rules.evidence.problems import problems
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Hand on what the reader of the file saw."""
    yield from problems(kb, RULE)


RULE = Rule(
    name="unclosed-fence",
    severity="error",
    summary="A code fence is opened and never closed, so the rest of the page is shown as code.",
    example="```python\nprint(1)\n\n## Next section\n\nThe closing ``` is missing.",
    look=look,
)
