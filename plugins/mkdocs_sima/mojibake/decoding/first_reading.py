"""A first reading of the whole text: where it is damaged, and what it may have been there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mkdocs_sima.mojibake.decoding.candidates import CONTEXT, SEEN, THOROUGH, UNSEEN, read
from mkdocs_sima.mojibake.decoding.detection import BARE, LEAD, PAIR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_sima.mojibake.decoding.candidates import Reading

# Where clean text may be damaged; and, once damage has been seen, every lead byte there is.
_SUSPECT: Final = re.compile(rf"[{LEAD}](?:(?=[^\x00-\x7f])(?:{PAIR})|{BARE})")
_POSSIBLE: Final = re.compile(rf"[{LEAD}]")

_CONVINCING: Final = 1.0
# A letter that is no lead byte, or is a capital among capitals.
_LETTER: Final = re.compile("[à-öø-ž]|(?<=[A-Z])[À-ÖØ-Þ]|[À-ÖØ-Þ](?=[A-Z])")
# One that no damage has touched: nothing behind it that could be the rest of a sequence.
_INTACT: Final = re.compile(r"(?![ÂÃ])[^\W\d_\x00-\x7f](?=[\s\w.,;:)]|$)|[\u0300-\u036f]", re.M)
_REACH: Final = 120  # characters of a line that count as beside a place


def _scan(text: str, threshold: float) -> Iterator[tuple[int, Reading]]:
    """Yield (offset, reading) of every damaged place, read by prior and neighbours alone."""
    at, restored = 0, ""
    pattern = _SUSPECT if threshold == UNSEEN else _POSSIBLE
    for match in pattern.finditer(text):
        start = match.start()
        if start < at:
            continue
        before = restored if start == at and restored else text[start - 1 : start]
        window = text[start : start + CONTEXT]
        if "\n" in window:
            window = window[: window.index("\n")]
        reading = read(window, "" if before in "\n\r" else before)
        if reading and reading.options[0].gain > threshold:
            yield start, reading
            at = start + reading.options[0].length
            restored = reading.options[0].char


def _unseen(text: str) -> Iterator[tuple[int, Reading]]:
    """Yield what looks damaged in a text that has shown no damage yet."""
    for start, reading in _scan(text, UNSEEN):
        if reading.options[0].char != "\u00a0" or not _stands_among_letters(text, start):
            yield start, reading


def _stands_among_letters(text: str, start: int) -> bool:
    """Tell whether the lone Â at `start` is one: `À Â Ä`, `Ĥ = Â + 1`."""
    line_start = text.rfind("\n", 0, start) + 1
    if start > line_start and not text[start - 1].isspace():
        return False
    end = text.find("\n", start)
    near = max(line_start, start - _REACH), min(len(text) if end < 0 else end, start + _REACH)
    return _INTACT.search(text, *near) is not None


def _is_plainly_damaged(found: Iterable[tuple[int, Reading]]) -> bool:
    won = 0.0
    for _, reading in found:
        won += reading.options[0].gain - UNSEEN
        if won > _CONVINCING:
            return True
    return False


def survey(text: str) -> list[tuple[int, Reading]]:
    """Return (offset, reading) of every damaged place of `text`.

    Where damage is plain to see, thinner evidence is enough for the rest of the text; and where
    most letters beyond ASCII are damaged, a lead byte that stands alone is what is left of one.
    """
    if not _is_plainly_damaged(_unseen(text)):
        return list(_unseen(text))
    found = list(_scan(text, SEEN))
    damaged = sum(1 for _, reading in found if reading.options[0].char.isalpha())
    if not damaged:
        return found
    taken = {start + at for start, reading in found for at in range(reading.options[0].length)}
    intact = sum(match.start() not in taken for match in _LETTER.finditer(text))
    return list(_scan(text, THOROUGH)) if damaged > intact else found
