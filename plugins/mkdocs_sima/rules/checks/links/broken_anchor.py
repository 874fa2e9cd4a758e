"""broken-anchor: a link to a place in a document that has no such place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_sima.rules.evidence.fixes import replace_in_link
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding

# `#L10-L20` shows lines of a file in a repository; it is no heading.
_LINES = re.compile(r"L\d+(?:C\d+)?(?:-L\d+(?:C\d+)?)?")


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report every fragment that no heading and no HTML `id` of its document answers to.

    A heading answers to GitHub's slug and to Python-Markdown's.
    """
    for path, document in kb.documents.items():
        for link in document.links:
            if "#" not in link.destination:
                continue
            target = kb.resolve_link(path, link.destination)
            if target.kind != "document" or target.path is None or not target.fragment:
                continue
            fragment = target.fragment
            anchors = kb.documents[target.path].anchors
            if fragment in anchors or _built_in(fragment):
                continue
            close = _close(fragment, anchors)
            same = close == fragment.lower()
            wrong = "#" + link.destination.partition("#")[2]
            where = "this document" if target.path == path else target.path
            hint = f"; did you mean #{close}?" if close else ""
            yield RULE.at(
                path,
                link.line,
                link.column,
                f"#{fragment} is no heading of {where}{hint}",
                subject=link.destination,
                suggestion=close,
                fix=replace_in_link(document, link, wrong, f"#{close}", same) if close else None,
            )


def _close(fragment: str, anchors: AbstractSet[str]) -> str | None:
    """Return the anchor that is probably meant: the same in small letters, or one much alike."""
    if fragment.lower() in anchors:
        return fragment.lower()
    from difflib import get_close_matches  # loaded only where it is needed

    return next(iter(get_close_matches(fragment, sorted(anchors), 1, cutoff=0.75)), None)


def _built_in(fragment: str) -> bool:
    """Return whether browsers or GitHub answer to this fragment by themselves: `#L12-L20`."""
    return fragment == "top" or fragment.startswith(":~:") or _LINES.fullmatch(fragment) is not None


RULE = Rule(
    name="broken-anchor",
    severity="warning",
    summary="A link leads to a heading that its document does not have.",
    example="[how](guide.md#set-up)\n\nThe heading is called `## Setting up`.",
    fix="Writes small letters where only capitals differ; with --unsafe-fixes the closest heading.",
    look=look,
    templates=False,
)
