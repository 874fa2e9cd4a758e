"""Admonitions, details and tabs of Python-Markdown: `!!! note`, `??? tip`, `=== "Tab"`.

What is in them is indented by four blanks. To CommonMark that is code, and would hold neither
references nor links.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_sima.parsing.text.blanks import blank

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from mkdocs_sima.parsing.markdown.source import Span

LinkRow = tuple[str, str, int, int, bool]
"""Destination, text, start, end, whether it is an image."""

_HEADER = re.compile(
    r"^(?P<indent>[ ]*)(?:(?:!!!|\?\?\?\+?)[ ]+[a-z][\w -]*(?:\"[^\n]*\")?|===[+!]*[ ]*[\"'][^\n]*)"
    r"[ ]*\n",
    re.MULTILINE,
)
_STEP = 4  # blanks
_SIGNS = ("!!! ", "??? ", "???+ ", "===")


class _Content(NamedTuple):
    """The lines of one container without their indentation."""

    text: str
    starts: list[int]  # offsets in it at which its lines begin
    places: list[int]  # and in the whole text
    span: Span  # of all lines, in the whole text

    def place(self, offset: int) -> int:
        """Return where an offset of the content lies in the whole text."""
        line = bisect_right(self.starts, offset) - 1
        return self.places[line] + offset - self.starts[line]


def reveal(
    text: str,
    masked: str,
    links: list[LinkRow],
    code: Sequence[Span],
    read: Callable[[str], tuple[str, list[LinkRow]]],
) -> tuple[str, list[LinkRow]]:
    """Return masked text and links with what stands in containers.

    Args:
        text: the whole text.
        masked: the same, what can hold no reference blank.
        links: what was found outside.
        code: spans in which a container is an example.
        read: returns both of a text by itself.
    """
    if not any(sign in text for sign in _SIGNS):
        return masked, links
    pieces, inside, at, spans = [], [], 0, []
    for content in _contents(text, code):
        inner, found = read(content.text)
        pieces.append(masked[at : content.span[0]])
        at = content.span[0]
        for place, line in zip(content.places, inner.split("\n"), strict=True):
            pieces += (blank(text[at:place], [(0, place - at)]), line)
            at = place + len(line)
        spans.append(content.span)
        inside += [
            (destination, words, content.place(a), content.place(b - 1) + 1, image)
            for destination, words, a, b, image in found
        ]
    if not spans:
        return masked, links
    ends = [end for _, end in spans]
    outside = [row for row in links if not _is_within(row[2], spans, ends)]
    return "".join([*pieces, masked[at:]]), outside + inside


def _is_within(offset: int, spans: Sequence[Span], ends: Sequence[int]) -> bool:
    """Tell whether an offset lies in one of spans that follow each other."""
    at = bisect_right(ends, offset)
    return at < len(spans) and spans[at][0] <= offset


def _contents(text: str, code: Sequence[Span]) -> Iterator[_Content]:
    """Yield the outermost containers that have something in them."""
    end = 0
    examples = sorted(code)
    ends = [last for _, last in examples]
    for match in _HEADER.finditer(text):
        offset = match.end("indent")
        if offset < end or _is_within(offset, examples, ends):
            continue
        least = len(match["indent"]) + _STEP
        places, lines, at = [], [], match.end()
        while at < len(text):
            stop = text.find("\n", at)
            stop = len(text) if stop < 0 else stop
            line = text[at:stop]
            if line.strip() and not line.startswith(" " * least):
                break
            cut = min(least, len(line))
            places.append(at + cut)
            lines.append(line[cut:])
            at = stop + 1
        while lines and not lines[-1].strip():
            lines.pop()
            places.pop()
        if lines:
            starts = [*accumulate((len(line) + 1 for line in lines[:-1]), initial=0)]
            end = places[-1] + len(lines[-1])
            yield _Content("\n".join(lines), starts, places, (match.end(), end))
