"""Translate positions: UTF-8 bytes to characters, characters to lines and columns on disk."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs_sima.mojibake import Change


def byte_to_character(text: str) -> Callable[[int], int]:
    """Return a function from offsets in the UTF-8 form of `text` to offsets in `text`.

    Every offset that is asked for must lie between two characters. The function counts from the
    one that it was asked for before, so that neighbours cost next to nothing.
    """
    if text.isascii():
        return int
    data = text.encode()
    byte = character = 0

    def convert(offset: int) -> int:
        nonlocal byte, character
        if offset >= byte:
            character += len(data[byte:offset].decode())
        else:
            character -= len(data[offset:byte].decode())
        byte = offset
        return character

    return convert


class Positions:
    """Lines and columns of a text as they are in the file on disk, both from 1.

    Repair makes lines shorter or longer, so columns are mapped back through its changes.
    """

    def __init__(self, text: str, changes: Iterable[Change] = ()) -> None:
        lengths = map((1).__add__, map(len, text.split("\n")))  # with their line ends
        self.line_starts = list(accumulate(lengths, initial=0))
        self.line_starts.pop()  # the end of the text
        self._length = len(text)
        # By line: start and end column of each repaired piece, how much longer than on disk the
        # line is before it and after it.
        self._repaired: dict[int, list[tuple[int, int, int, int]]] = {}
        for change in sorted(changes, key=lambda change: (change.line, change.column)):
            if change.before == change.after:
                continue
            pieces = self._repaired.setdefault(change.line, [])
            before = pieces[-1][3] if pieces else 0
            start = change.column + before
            after = before + len(change.after) - len(change.before)
            pieces.append((start, start + len(change.after), before, after))

    def line_of(self, offset: int) -> int:
        """Return the line of an offset."""
        return bisect_right(self.line_starts, offset)

    def locate(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset."""
        line = bisect_right(self.line_starts, offset)
        column = offset - self.line_starts[line - 1] + 1
        pieces = self._repaired.get(line)
        if not pieces:
            return line, column
        index = bisect_right(pieces, column, key=itemgetter(0)) - 1
        if index < 0:
            return line, column
        start, end, before, after = pieces[index]
        # Within repaired characters there is no finer place than the first damaged one.
        return line, start - before if column < end else column - after

    def line_span(self, line: int) -> tuple[int, int]:
        """Return start and end of a line, without its line end."""
        starts = self.line_starts
        return starts[line - 1], starts[line] - 1 if line < len(starts) else self._length
