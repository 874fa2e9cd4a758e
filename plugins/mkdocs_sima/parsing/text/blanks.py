"""Hide parts of a text without moving the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return a text of the same length, with spaces for the characters of the spans.

    Line ends stay. Spans may overlap and come in any order.
    """
    pieces = []
    position = 0
    for start, end in sorted(spans):
        if end <= position:
            continue
        start = max(start, position)
        pieces.append(text[position:start])
        if text.find("\n", start, end) < 0:
            pieces.append(" " * (end - start))
        else:
            lines = text[start:end].split("\n")
            pieces.append("\n".join([" " * len(line) for line in lines]))
        position = end
    pieces.append(text[position:])
    return "".join(pieces)
