"""The inverse of the channels: which characters can a damaged sequence have been?

The damaged forms of all of Unicode would fill a table of millions of rows, of which a text needs a
few dozen. So the table is not built but asked: a damaged sequence is read as UTF-8, with every
byte that its channel may have hidden put back in turn, and the answer is remembered.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from . import traces
from .channels import (
    BYTE,
    CONTINUATIONS,
    LEADS,
    NO_BREAK_SPACE,
    SOFT_HYPHEN,
    STRAIGHTENED,
    UNDEFINED,
    UNDEFINED_TURKISH,
    trace_of,
)
from .prior import rarity

if TYPE_CHECKING:
    from collections.abc import Iterator

WINDOW: Final = 5  # longest damaged sequence of one character: four bytes, one of them doubled

# What each liberty taken costs, in nats.
_DROPPED: Final = 1.0
_SOFT_HYPHEN: Final = 2.0
_STRAIGHT: Final = 0.5
_LOW_QUOTE: Final = 0.8  # „ and ‚ are straightened by fewer tools
_SPACE: Final = 2.0
_REPLACED: Final = 0.5
_DOUBLED: Final = 1.0
_SWALLOWED: Final = 3.0  # a no-break space became a blank, and two blanks one
_COMMON: Final = 2.0
_BARE: Final = 0.5  # nothing is left of the sequence but its lead

_WORST: Final = 14.0  # what costs more is no explanation


_SEQUENCE: Final = re.compile(
    rf"[{re.escape(LEADS)}][{re.escape(CONTINUATIONS)}\"' \ufffdÂ]{{0,{WINDOW - 1}}}"
)


class Form(NamedTuple):
    """One way to read the start of a damaged sequence."""

    length: int  # characters of the damaged text it takes up
    char: str
    cost: float  # rarity of the character plus the cost of the channel, in nats
    trace: int


class _Byte(NamedTuple):
    length: int
    value: int
    cost: float
    trace: int


def _shown(char: str) -> Iterator[_Byte]:
    """Yield every continuation byte that `char` may stand for."""
    byte = BYTE.get(char, 0)
    if 0x80 <= byte < 0xC0:
        yield _Byte(1, byte, 0.0, trace_of(char))
    for value in STRAIGHTENED.get(char, ()):
        cost = _LOW_QUOTE if value in {0x82, 0x84} else _STRAIGHT
        yield _Byte(1, value, cost, traces.STRAIGHT)
    if char == " ":
        yield _Byte(1, NO_BREAK_SPACE, _SPACE, traces.SPACE)
        yield _Byte(0, NO_BREAK_SPACE, _SWALLOWED, traces.SPACE)
    if char == "\ufffd":
        for value in UNDEFINED:
            yield _Byte(1, value, _REPLACED, traces.REPLACED)
    if char == "Â":  # the byte was kept as a control, and that control damaged in turn
        for value in UNDEFINED:
            yield _Byte(1, value, _DROPPED + _DOUBLED, traces.DROPPED | traces.TWICE)


_HIDDEN: Final = (
    *(_Byte(0, value, _DROPPED, traces.DROPPED) for value in UNDEFINED),
    *(_Byte(0, value, _DROPPED, traces.DROPPED | traces.TURKISH) for value in UNDEFINED_TURKISH),
    _Byte(0, SOFT_HYPHEN, _SOFT_HYPHEN, traces.SOFT_HYPHEN),
)


def _sequences(
    window: str, at: int, missing: int, droppable: int = 2
) -> Iterator[tuple[int, bytes, float, int]]:
    """Yield (end, bytes, cost, trace) for every way to read `missing` continuation bytes."""
    if not missing:
        yield at, b"", 0.0, traces.NONE
        return
    # The second of four bytes is 9F or thereabouts, which every page shows.
    hidden = _HIDDEN if missing < 3 else ()
    for byte in (*_shown(window[at : at + 1]), *hidden):
        left = droppable - (not byte.length)
        if left >= 0:
            for end, rest, cost, trace in _sequences(window, at + byte.length, missing - 1, left):
                yield end, bytes([byte.value]) + rest, byte.cost + cost, byte.trace | trace


def sequence_length(window: str) -> int:
    """Return how much of `window`, which begins with a lead, one damaged character may take up."""
    match = _SEQUENCE.match(window)
    return match.end() if match else 0


def forms(window: str) -> tuple[Form, ...]:
    """Return every reading of the start of `window`, the cheapest first.

    `window` begins with a lead character; no more of it counts than a sequence can take up. Of
    each (length, character) only the cheapest reading is kept. Empty when nothing fits.
    """
    return _forms(window[: sequence_length(window)])


@lru_cache(maxsize=20_000)
def _forms(window: str) -> tuple[Form, ...]:
    lead = BYTE[window[0]]
    missing = 1 if lead < 0xE0 else 2 if lead < 0xF0 else 3
    best: dict[tuple[int, str], Form] = {}
    for end, rest, cost, trace in _sequences(window, 1, missing):
        if trace & traces.CONTROL and trace & traces.MISSING:
            continue  # a tool that keeps controls does not drop them
        try:
            char = (bytes([lead]) + rest).decode()
        except UnicodeDecodeError:  # overlong, surrogate or beyond Unicode
            continue
        if trace & traces.REPLACED and char.isalpha():
            char = "\ufffd"  # a letter can't be told from one byte less: say that it is lost
        if end == 1 and missing > 1 and rarity(char) > _COMMON:
            continue  # too much to make of a lead byte alone
        total = cost + rarity(char)
        if end == 1:
            total += _BARE
        key = (end, char)
        if total < _WORST and (key not in best or total < best[key].cost):
            best[key] = Form(end, char, total, trace | trace_of(window[0]))
    return tuple(sorted(best.values(), key=lambda form: (form.cost, -form.length, form.char)))
