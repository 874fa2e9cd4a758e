"""Which line-drawing character fits: its arms must meet the arms of its neighbours."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Protocol

from mkdocs_sima.mojibake.evidence.adjacency import is_box

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_ARMS: Final = {
    "HORIZONTAL": "LR",
    "VERTICAL": "UD",
    "UP": "U",
    "DOWN": "D",
    "LEFT": "L",
    "RIGHT": "R",
}
_OPPOSITE: Final = {"U": "D", "D": "U", "L": "R", "R": "L"}
_MEETS: Final = -0.7
_DANGLES: Final = 1.5
_CORNERS: Final = dict(zip("┌└├", "┐┘┤", strict=True))
_MIRRORED: Final = {right: left for left, right in _CORNERS.items()}
_CLOSES: Final = 1.5
_WIDTH: Final = 120


class Grid(Protocol):
    """A text by rows and columns, from 0, as far as it is restored."""

    @property
    def unsure(self) -> AbstractSet[tuple[int, int]]:
        """The places that are not settled yet."""

    def at(self, row: int, column: int) -> str:
        """Return the character at a place, or a blank outside the text."""

    def has(self, row: int) -> bool:
        """Tell whether the text has such a line."""


@lru_cache(maxsize=256)
def arms(char: str) -> frozenset[str]:
    """Return the directions (U, D, L, R) in which a line leaves `char`; empty for other text."""
    if not char or not is_box(char):
        return frozenset()
    words = unicodedata.name(char).split()
    return frozenset("".join(_ARMS.get(word, "") for word in words))


def box_cost(char: str, draft: Grid, row: int, column: int) -> float:
    """Return how badly `char` connects at `row` and `column` of `draft`, in nats.

    Places not settled yet count neither way.
    """
    neighbours = {
        "U": (row - 1, column),
        "D": (row + 1, column),
        "L": (row, column - 1),
        "R": (row, column + 1),
    }
    cost = 0.0
    for direction, place in neighbours.items():
        if place in draft.unsure or not draft.has(place[0]):
            continue
        neighbour = draft.at(*place)
        reaches = direction in arms(char)
        reached = _OPPOSITE[direction] in arms(neighbour)
        if reaches and reached:
            cost += _MEETS
        elif reaches != reached:
            # A line may well end in an arrow head or at a word, never beside another line.
            cost += _DANGLES if reached or neighbour.isspace() else _DANGLES / 3
    return cost


def corner_cost(char: str, draft: Grid, row: int, column: int) -> float:
    """Return what a corner costs whose box begins or ends so: `└──┘`, not `└──┐`."""
    opposite, step = (_CORNERS, 1) if char in _CORNERS else (_MIRRORED, -1)
    if char not in opposite:
        return 0.0
    for at in range(column + step, column + step * _WIDTH, step):
        beside = draft.at(row, at)
        if beside in _CORNERS or beside in _MIRRORED:
            return -_CLOSES if beside == opposite[char] else 0.0
        if not is_box(beside):
            break
    return 0.0
