"""Translate positions: UTF-8 bytes to characters, characters to lines and columns on disk."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs_sima.mojibake import Change

_NON_ASCII = re.compile("[^\x00-\x7f]+")


def byte_to_character(text: str) -> Callable[[int], int]:
    """Return a function from offsets in the UTF-8 form of `text` to offsets in `text`.

    Every offset that is asked for must lie between two characters.
    """
    if text.isascii():
        return int
    byte_starts = [0]  # of each run of characters of one width
    char_starts = [0]
    widths = [1]
    byte = char = 0
    for match in _NON_ASCII.finditer(text):
        byte += match.start() - char
        char = match.start()
        for character in match.group():
            width = len(character.encode())
            if widths[-1] != width:
                byte_starts.append(byte)
                char_starts.append(char)
                widths.append(width)
            byte += width
            char += 1
        byte_starts.append(byte)
        char_starts.append(char)
        widths.append(1)

    def convert(offset: int) -> int:
        run = bisect_right(byte_starts, offset) - 1
        return char_starts[run] + (offset - byte_starts[run]) // widths[run]

    return convert


class Positions:
    """Lines and columns of a text as they are in the file on disk, both from 1.

    Repair makes lines shorter or longer, so columns are mapped back through its changes.
    """

    def __init__(self, text: str, changes: Iterable[Change] = ()) -> None:
        ends = accumulate(map(len, text.split("\n")))
        self.line_starts = [0, *(end + number for number, end in enumerate(ends, 1))]
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
