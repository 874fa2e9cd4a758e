"""Damage that is meant: a text about encodings that shows what mojibake looks like.

``If you see `â€œ` in your page, your encoding is wrong.`` must stay as it is. Two things give an
example away: it stands between quotes or backticks, and either the line talks about encodings, or
the text as it should be stands between quotes right beside it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .edits import Edit, applied

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOSING: Final = {"`": "`", '"': '"', "'": "'", "“": "”", "„": "“", "«": "»", "‘": "’", "|": "|"}
_OPENING: Final = re.compile(r"[`\"'“„«‘|]")
_ENCODINGS: Final = re.compile(
    r"mojibake|garbled|gibberish|charset|code ?page|replacement char|byte order|\bBOM\b|\bNBSP\b"
    r"|\b(?:en|de)cod|latin-?1|iso[- ]?8859|cp125\d|windows[- ‑]125\d|utf-?8|U\+[0-9A-F]{4}"
    r"|\b[C-F][0-9A-F](?:[ ,]+(?:0x)?[89AB][0-9A-F])+\b|\\x[c-f][0-9a-f]",
    re.IGNORECASE,
)
_PLAIN: Final = re.compile(r"[^\W\d_]")


def _enclosures(line: str, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of what stands between quotes in `line`, damage not counted as quotes."""
    inside = [False] * (len(line) + 1)
    for start, end in taken:
        inside[start:end] = [True] * (end - start)
    at = 0
    while match := _OPENING.search(line, at):
        at = match.end()
        if inside[match.start()]:
            continue
        close = line.find(_CLOSING[match[0]], at)
        while close >= 0 and inside[close]:
            close = line.find(_CLOSING[match[0]], close + 1)
        if close > at:
            yield at, close
            at = close + (match[0] != "|")


def examples(line: str, edits: list[Edit]) -> set[Edit]:
    """Return those of `edits`, which count in `line`, that would repair a quoted example."""
    found: set[Edit] = set()
    taken = [(edit.start, edit.end) for edit in edits]
    talks = _ENCODINGS.search(line)
    for start, end in _enclosures(line, taken):
        inner = [edit for edit in edits if start <= edit.start and edit.end <= end]
        if not inner:
            continue
        moved = [edit._replace(start=edit.start - start, end=edit.end - start) for edit in inner]
        clean = applied(line[start:end], moved).strip()
        rest = line[: start - 1] + "\n" + line[end + 1 :]
        shown = (
            re.search(rf"[`\"'“„«‘|]\s*{re.escape(clean)}\s*[`\"'”“»’|]", rest) if clean else None
        )
        bare = not _PLAIN.search(_without(line, start, end, inner))
        if shown or (talks and bare):
            found.update(inner)
    return found


def _without(line: str, start: int, end: int, edits: list[Edit]) -> str:
    """Return `line[start:end]` with the places of `edits` cut out."""
    parts = []
    for edit in edits:
        parts.append(line[start : edit.start])
        start = edit.end
    return "".join([*parts, line[start:end]])
