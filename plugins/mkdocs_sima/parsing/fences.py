"""Code fences that hold others of the same length, as authors mean them.

A fence ends at the first bare fence that is as long. So Markdown that shows Markdown falls apart:

    ```markdown
    ```python
    print(1)
    ```          <- ends the outer block
    more text    <- is prose
    ```          <- opens another block

The author meant one block, and what stands in it are examples.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_FENCE = re.compile(
    r"^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})([^`\n]*)$", re.MULTILINE
)


class NestedFence(NamedTuple):
    """A fence that holds others. Offsets are those of the backticks, or tildes."""

    start: int  # of the opening fence
    end: int  # of the closing fence that the author meant
    marker: str  # as written at both: three backticks
    longer: str  # what it takes to hold the inner ones
    inner: tuple[tuple[int, int], ...]  # spans of the fences within, their languages included


def may_nest(block: str) -> bool:
    """Return, quickly, whether a fenced block may hold an opening fence."""
    return block.count("```") > 2 or block.count("~~~") > 2


def nested_fences(text: str, start: int = 0) -> list[NestedFence]:
    """Return the fences that hold others, in the order of the text.

    A fence with a language opens a block, a bare one closes the innermost that is open. Where this
    does not come out even, the text is no such case, and nothing is returned from there on.
    """
    found = []
    outer: re.Match[str] | None = None
    depth = 0
    inner: list[tuple[int, int]] = []
    for fence in _FENCE.finditer(text, start):
        marker, language = fence[1], fence[2].strip()
        if outer is None:
            outer, depth, inner = fence, 1, []
            continue
        if marker[0] != outer[1][0] or len(marker) < len(outer[1]):
            continue  # shorter ones are content
        depth += 1 if language else -1
        if depth:
            inner.append((fence.start(1), fence.end(2)))
            continue
        if inner and outer[1] == marker:
            longest = max(len(text[a:b]) - len(text[a:b].lstrip(marker[0])) for a, b in inner)
            longer = marker[0] * (longest + 1)
            found.append(
                NestedFence(outer.start(1), fence.start(1), outer[1], longer, tuple(inner))
            )
        outer = None
    return found


def without_inner(text: str, fences: list[NestedFence]) -> str:
    """Return the text, as long as before, with the inner fences blank: each block is one then."""
    pieces = []
    at = 0
    for start, end in (span for fence in fences for span in fence.inner):
        pieces += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])
