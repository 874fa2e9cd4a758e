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
from itertools import zip_longest
from typing import NamedTuple

_FENCE = re.compile(
    r"^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})([^`\n]*)$", re.MULTILINE
)
_MARKDOWN = ("markdown", "md")


class NestedFence(NamedTuple):
    """A fence that holds others. Offsets are those of the backticks, or tildes."""

    start: int  # of the opening fence
    end: int  # of the closing fence that the author meant
    marker: str  # as written at both: three backticks
    longer: str  # what it takes to hold the inner ones
    inner: tuple[tuple[int, int], ...]  # spans of the fences within, their languages included


def may_nest(block: str) -> bool:
    """Return, quickly, whether a fenced block may hold fences, or may end at one that it held."""
    language = block[:20].lstrip("`~ \t").casefold()
    return block.count(block[:3]) > 2 or language.startswith(_MARKDOWN)


def nested_fences(text: str, start: int = 0) -> list[NestedFence]:
    """Return the fences that hold others, in the order of the text.

    A fence with a language opens a block, a bare one closes the innermost that is open; but where
    Markdown is shown, a pair of bare ones may be a block as well. Where this does not come out
    even, the text is no such case, and nothing is returned from there on.
    """
    found = []
    outer: _Fence | None = None
    depth = 0
    inner: list[_Fence] = []
    fences = [_read(text, match) for match in _FENCE.finditer(text, start)]
    for fence, following in zip_longest(fences, fences[1:]):
        if outer is None:
            outer, depth, inner = fence, 1, []
            continue
        if fence.marker[0] != outer.marker[0] or len(fence.marker) < len(outer.marker):
            continue  # shorter ones are content
        is_block = depth == 1 and outer.language in _MARKDOWN and _is_pair(fence, following)
        depth += 1 if fence.language or is_block else -1
        if depth:
            inner.append(fence)
            continue
        if inner and fence.marker == outer.marker:
            longer = max(f.marker for f in inner) + outer.marker[0]
            spans = tuple((f.start, f.end) for f in inner)
            found.append(NestedFence(outer.start, fence.start, outer.marker, longer, spans))
        outer = None
    return found


class _Fence(NamedTuple):
    start: int  # of the marker
    end: int  # of the line
    marker: str
    language: str  # lower case; "" if it is bare
    text_above: bool  # the line above is not blank
    text_below: bool


def _read(text: str, match: re.Match[str]) -> _Fence:
    above = text[text.rfind("\n", 0, max(match.start() - 1, 0)) + 1 : match.start()]
    below_end = text.find("\n", match.end() + 1)
    below = text[match.end() + 1 : below_end if below_end >= 0 else len(text)]
    return _Fence(
        start=match.start(1),
        end=match.end(2),
        marker=match[1],
        language=match[2].strip().casefold(),
        text_above=bool(above.strip()),
        text_below=bool(below.strip()),
    )


def _is_pair(one: _Fence, other: _Fence | None) -> bool:
    """Return whether two bare fences look like the ends of one block: code, then a blank line."""
    if other is None or one.language or other.language:
        return False
    return one.text_below and (other.text_above or not other.text_below)
