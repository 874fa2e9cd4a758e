"""The text as far as it is restored: what the evidence of a place is taken from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mkdocs_sima.mojibake.channels import traces

if TYPE_CHECKING:
    from mkdocs_sima.mojibake.decoding.candidates import Reading

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_REACH: Final = 120  # characters of a line that count as beside a place


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
