"""A first reading of the whole text: where it is damaged, and what it will look like repaired."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from . import traces
from .decode import CONTEXT, SEEN, THOROUGH, UNSEEN, read
from .detect import BARE, LEAD, PAIR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .decode import Reading

# Where clean text may be damaged; and, once damage has been seen, every lead byte there is.
_SUSPECT: Final = re.compile(rf"[{LEAD}](?:(?=[^\x00-\x7f])(?:{PAIR})|{BARE})")
_POSSIBLE: Final = re.compile(rf"[{LEAD}]")

_CONVINCING: Final = 1.0
# A letter that is no lead byte, or is a capital among capitals.
_LETTER: Final = re.compile("[à-öø-ž]|(?<=[A-Z])[À-ÖØ-Þ]|[À-ÖØ-Þ](?=[A-Z])")
# One that no damage has touched: nothing behind it that could be the rest of a sequence.
_INTACT: Final = re.compile(r"(?![ÂÃ])[^\W\d_\x00-\x7f](?=[\s\w.,;:)]|$)|[\u0300-\u036f]", re.M)
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
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


class Draft:
    """The text as far as it is restored, by row and column, with what counts as evidence in it.

    Rows and columns count from 0. Cells may be settled one after the other; what is not settled
    yet is shown as its likeliest reading.
    """

    def __init__(self, text: str, found: list[tuple[int, Reading]]) -> None:
        parts: list[str] = []
        offsets: dict[int, int] = {}
        written: set[str] = set()
        self.channel = traces.NONE
        at = shrunk = 0
        for index, (start, reading) in enumerate(found):
            best = reading.options[0]
            parts += text[at:start], best.char
            if reading.contested:
                offsets[index] = start - shrunk
            else:
                written.add(best.char)
                self.channel |= best.trace
            shrunk += best.length - 1
            at = start + best.length
        restored = "".join([*parts, text[at:]])
        self._lines = restored.split("\n")
        self.places: dict[int, tuple[int, int]] = {}  # of what is contested, by index in `found`
        row = row_start = at = 0
        for index, offset in offsets.items():
            row += restored.count("\n", at, offset)
            row_start = max(row_start, restored.rfind("\n", at, offset) + 1)
            self.places[index] = row, offset - row_start
            at = offset
        self._settled: dict[tuple[int, int], str] = {}
        self.unsure = set(self.places.values())
        self.written = frozenset(written)
        self._words: frozenset[str] | None = None
        self._letters: dict[int, frozenset[str]] = {}

    def at(self, row: int, column: int) -> str:
        """Return the character at a place, or a blank outside the text."""
        if 0 <= row < len(self._lines) and 0 <= column < len(self._lines[row]):
            return self._settled.get((row, column)) or self._lines[row][column]
        return " "

    def has(self, row: int) -> bool:
        """Tell whether the text has such a line."""
        return 0 <= row < len(self._lines)

    def width(self, row: int) -> int:
        """Return how many characters a line has."""
        return len(self._lines[row])

    def left(self, row: int, column: int) -> str:
        """Return what stands before a place in its line, at most `_REACH` characters."""
        return self._lines[row][max(0, column - _REACH) : column]

    def right(self, row: int, column: int) -> str:
        """Return what stands behind a place in its line, at most `_REACH` characters."""
        return self._lines[row][column + 1 : column + 1 + _REACH]

    def letters(self, row: int) -> frozenset[str]:
        """Return the characters beyond ASCII that stand in a line without doubt."""
        if row not in self._letters:
            self._letters[row] = frozenset(
                char
                for column, char in enumerate(self._lines[row])
                if not char.isascii() and (row, column) not in self.unsure
            )
        return self._letters[row]

    def words(self) -> frozenset[str]:
        """Return the words beyond ASCII that stand in the text without doubt, in small letters."""
        if self._words is None:
            unsure_rows = {row for row, _ in self.unsure}
            self._words = frozenset(
                word
                for row, line in enumerate(self._lines)
                if row not in unsure_rows and not line.isascii()
                for word in _WORD.findall(line.lower())
                if not word.isascii()
            )
        return self._words

    def settle(self, row: int, column: int, char: str) -> None:
        """Put a decided character in."""
        self._settled[row, column] = char
        self.unsure.discard((row, column))
