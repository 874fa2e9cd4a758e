"""The inverse of the channels: which characters can a damaged sequence have been?

The damaged forms of all of Unicode would fill a table of millions of rows, of which a text needs a
few dozen. So the table is not built but asked: a damaged sequence is read as UTF-8, with every
byte that its channel may have hidden put back in turn, and the answer is remembered.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from .channels import (
    BYTE,
    NO_BREAK_SPACE,
    SOFT_HYPHEN,
    STRAIGHTENED,
    UNDEFINED,
    UNDEFINED_TURKISH,
    Trace,
    trace_of,
)
from .prior import rarity

if TYPE_CHECKING:
    from collections.abc import Iterator

WINDOW: Final = 5  # longest damaged sequence of one character: four bytes, one of them doubled

# What each liberty taken costs, in nats.
_DROPPED: Final = 1.0
_SOFT_HYPHEN: Final = 1.5
_STRAIGHT: Final = 0.5
_LOW_QUOTE: Final = 1.5  # „ and ‚ are straightened by fewer tools
_SPACE: Final = 2.5
_REPLACED: Final = 0.5
_DOUBLED: Final = 1.0
_SWALLOWED: Final = 3.0  # a no-break space became a blank, and two blanks one
_BARE: Final = 0.5  # nothing is left of the sequence but its lead
_INCONSISTENT: Final = 12.0  # a tool that keeps controls does not drop them

_WORST: Final = 14.0  # what costs more is no explanation


class Form(NamedTuple):
    """One way to read the start of a damaged sequence."""

    length: int  # characters of the damaged text it takes up
    char: str
    cost: float  # rarity of the character plus the cost of the channel, in nats
    trace: Trace


class _Byte(NamedTuple):
    length: int
    value: int
    cost: float
    trace: Trace


def _readings(window: str, at: int) -> Iterator[_Byte]:
    """Yield every continuation byte that the text at `at` may stand for."""
    char = window[at : at + 1]
    byte = BYTE.get(char, 0)
    if 0x80 <= byte < 0xC0:
        yield _Byte(1, byte, 0.0, trace_of(char))
    elif char in STRAIGHTENED and char:
        for value in STRAIGHTENED[char]:
            low = value in {0x82, 0x84}
            yield _Byte(1, value, _LOW_QUOTE if low else _STRAIGHT, Trace.STRAIGHT)
    elif char == " ":
        yield _Byte(1, NO_BREAK_SPACE, _SPACE, Trace.SPACE)
    elif char == "\ufffd":
        for value in UNDEFINED:
            yield _Byte(1, value, _REPLACED, Trace.REPLACED)
    for value in UNDEFINED:
        yield _Byte(0, value, _DROPPED, Trace.DROPPED)
        if char == "Â":  # the byte was kept as a control, and that control damaged in turn
            yield _Byte(1, value, _DROPPED + _DOUBLED, Trace.DROPPED | Trace.TWICE)
    for value in UNDEFINED_TURKISH:
        yield _Byte(0, value, _DROPPED, Trace.DROPPED | Trace.TURKISH)
    yield _Byte(0, SOFT_HYPHEN, _SOFT_HYPHEN, Trace.SOFT_HYPHEN)
    if char == " ":
        yield _Byte(0, NO_BREAK_SPACE, _SWALLOWED, Trace.SPACE)


def _sequences(
    window: str, at: int, missing: int, droppable: int = 2
) -> Iterator[tuple[int, bytes, float, Trace]]:
    """Yield (end, bytes, cost, trace) for every way to read `missing` continuation bytes."""
    if not missing:
        yield at, b"", 0.0, Trace.NONE
        return
    for byte in _readings(window, at):
        left = droppable - (not byte.length)
        if left >= 0:
            for end, rest, cost, trace in _sequences(window, at + byte.length, missing - 1, left):
                yield end, bytes([byte.value]) + rest, byte.cost + cost, byte.trace | trace


@lru_cache(maxsize=20_000)
def forms(window: str) -> tuple[Form, ...]:
    """Return every reading of the start of `window`, the cheapest first.

    `window` begins with a lead character and holds up to `WINDOW` characters of one line. Of each
    (length, character) only the cheapest reading is kept. Empty when nothing fits.
    """
    lead = BYTE[window[0]]
    missing = 1 if lead < 0xE0 else 2 if lead < 0xF0 else 3
    best: dict[tuple[int, str], Form] = {}
    for end, rest, cost, trace in _sequences(window, 1, missing):
        if missing > 1 and end == 1:  # nothing of it is left but the lead
            continue
        try:
            char = (bytes([lead]) + rest).decode()
        except UnicodeDecodeError:  # overlong, surrogate or beyond Unicode
            continue
        if trace & Trace.REPLACED and char.isalpha():
            char = "\ufffd"  # a letter can't be told from one byte less: say that it is lost
        total = cost + rarity(char)
        if trace & Trace.CONTROL and trace & (Trace.DROPPED | Trace.SOFT_HYPHEN):
            total += _INCONSISTENT
        if end == 1:
            total += _BARE
        key = (end, char)
        if total < _WORST and (key not in best or total < best[key].cost):
            best[key] = Form(end, char, total, trace | trace_of(window[0]))
    return tuple(sorted(best.values(), key=lambda form: (form.cost, -form.length, form.char)))
