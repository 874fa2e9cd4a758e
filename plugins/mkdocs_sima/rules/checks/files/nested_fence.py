"""nested-fence: a code fence that holds another of the same length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.model import Edit, Fix
from mkdocs_sima.parsing.markdown.fences import nested_fences
from mkdocs_sima.parsing.text.offsets import Positions
from mkdocs_sima.rules.evidence.problems import problems
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, Finding


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Hand on what the reader of the file saw, with the longer fences that would mend it."""
    fixes: dict[tuple[str, int], Fix] = {}
    for finding in problems(kb, RULE):
        if (finding.path, finding.line) not in fixes:
            fixes |= _fixes(kb.documents[finding.path])
        yield finding._replace(fix=fixes.get((finding.path, finding.line)))


def _fixes(document: Document) -> dict[tuple[str, int], Fix]:
    """Return path and line of each outer fence -> the fix that lengthens it."""
    found = {}
    locate = Positions(document.text, document.changes).locate
    for fence in nested_fences(document.text, document.body_start):
        places = [locate(at) for at in (fence.start, fence.end)]
        edits = tuple(Edit(*place, fence.marker, fence.longer) for place in places)
        title = f"Open and close the outer block with {fence.longer}"
        found[document.path, places[0][0]] = Fix(title, edits, safe=False)
    return found


RULE = Rule(
    name="nested-fence",
    severity="warning",
    summary="A code fence holds another of the same length, so the page shows code as text.",
    example="```markdown\n```python\nprint(1)\n```\n```\n\n"
    "The first bare fence ends the outer block: open and close that with four backticks.",
    fix="With --unsafe-fixes: opens and closes the outer block with a longer fence.",
    look=look,
)
