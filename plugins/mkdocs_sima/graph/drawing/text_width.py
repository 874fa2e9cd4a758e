"""How wide a text will be, roughly, when no browser can be asked; and how it breaks into lines."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Advance widths in 1/100 em of the common sans-serif faces, a little on the generous side.
_WIDTHS = {
    char: width
    for width, chars in {
        25: "ijl|'",
        31: "ft.,:;!/\\ I[]()",
        37: 'r-`"*{}°',
        53: "ckszvxyJ",
        71: "ABDEHKNPRSUVXY&w",
        79: "CGOQ%",
        88: "mMW",
        102: "@—…",
    }.items()
    for char in chars
}


def text_width(text: str, size: float) -> float:
    """Return the width of a text in pixels at a font size in pixels."""
    return sum(_advance(char) for char in text) * size / 100


def _advance(char: str) -> int:
    width = _WIDTHS.get(char)
    if width is not None:
        return width
    if char < "\u0300":
        return 59
    if unicodedata.combining(char) or char in "\u200b\u200d\ufe0f":
        return 0
    if char >= "\U0001f000":
        return 135
    return 102 if unicodedata.east_asian_width(char) in "WFA" else 62


@lru_cache(maxsize=50_000)  # an entry is drawn beside each of those that cite it
def wrap(text: str, width: float, size: float, most: int = 4) -> tuple[str, ...]:
    """Break a text into at most `most` lines of `width` pixels; what is left over becomes "…".

    Breaks at blanks, then after hyphens and the like, in need anywhere.
    """
    pieces = [p for word in text.split() for p in _pieces(f"{word} ", width, size)]
    lines: list[str] = []
    line = ""
    for piece in pieces:
        if line and text_width((line + piece).rstrip(), size) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece
    lines.append(line.rstrip())
    if len(lines) <= most:
        return tuple(lines)
    last = lines[most - 1]
    while last and text_width(last + "…", size) > width:
        last = last[:-1]
    return (*lines[: most - 1], last.rstrip(" -–,.") + "…")


def _pieces(word: str, width: float, size: float) -> list[str]:
    if text_width(word.rstrip(), size) <= width:
        return [word]
    parts: list[str] = []
    for part in re.findall(r"[^-_/.]*[-_/. ]+|[^-_/.]+", word):
        while text_width(part.rstrip(), size) > width:
            cut = next(
                i for i in range(1, len(part) + 1) if text_width(part[: i + 1], size) > width
            )
            parts.append(part[:cut])
            part = part[cut:]
        parts.append(part)
    return parts


def in_english(text: str, **values: object) -> str:
    """Fill our own words in as they are, where nobody translates them."""
    return text.format(**values)
