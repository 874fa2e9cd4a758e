"""The inverse of the channels: which characters can a damaged sequence have been?

The damaged forms of all of Unicode would fill a table of millions of rows, of which a text needs a
few dozen. So the table is not built but asked: a damaged sequence is read as UTF-8, with every
byte that its channel may have hidden put back in turn, and the answer is remembered.
"""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from mkdocs_sima.mojibake.channels import traces
from mkdocs_sima.mojibake.channels.code_pages import (
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
from mkdocs_sima.mojibake.evidence.rarity import rarity

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

_LOWEST: Final = (0, 0x80, 0x800, 0x10000)  # code point that takes so many continuation bytes

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


@lru_cache(maxsize=500)
def _shown(char: str) -> tuple[_Byte, ...]:
    """Return every continuation byte that `char`, one character or none, may stand for."""
    return tuple(_each_shown(char))


def _each_shown(char: str) -> Iterator[_Byte]:
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


@lru_cache(maxsize=2_000)
def _sequences(
    window: str, missing: int, droppable: int = 2
) -> tuple[tuple[int, int, float, int], ...]:
    """Return (end, bits, cost, trace) for every way to read `missing` continuation bytes.

    The bits are those that the bytes bring to the code point: six each.
    """
    # The second of four bytes is 9F or thereabouts, which every page shows.
    hidden = _HIDDEN if missing < 3 else ()
    found: list[tuple[int, int, float, int]] = []
    for length, value, cost, trace in (*_shown(window[:1]), *hidden):
        bits = (value & 0x3F) << 6 * (missing - 1)
        left = droppable - (not length)
        if left < 0:
            continue
        if missing == 1:
            found.append((length, bits, cost, trace))
            continue
        found += [
            (length + end, bits | more, cost + rest, trace | traced)
            for end, more, rest, traced in _sequences(window[length:], missing - 1, left)
        ]
    return tuple(found)


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
    lead, trace_of_lead = BYTE[window[0]], trace_of(window[0])
    missing = 1 if lead < 0xE0 else 2 if lead < 0xF0 else 3
    lowest, mask = _LOWEST[missing], 0x3F >> missing
    best: dict[tuple[int, str], Form] = {}
    for rest, bits, cost, trace in _sequences(window[1:], missing):
        if trace & traces.CONTROL and trace & traces.MISSING:
            continue  # a tool that keeps controls does not drop them
        code = (lead & mask) << 6 * missing | bits
        if code < lowest or 0xD800 <= code < 0xE000 or code > sys.maxunicode:
            continue  # overlong, surrogate or beyond Unicode
        char = chr(code)
        end = 1 + rest
        if trace & traces.REPLACED and char.isalpha():
            char = "\ufffd"  # a letter can't be told from one byte less: say that it is lost
        rare = rarity(char)
        if end == 1 and missing > 1 and rare > _COMMON:
            continue  # too much to make of a lead byte alone
        total = cost + rare
        if end == 1:
            total += _BARE
        if total < _WORST:
            key = (end, char)
            if key not in best or total < best[key].cost:
                best[key] = Form(end, char, total, trace | trace_of_lead)
    return tuple(sorted(best.values(), key=lambda form: (form.cost, -form.length, form.char)))
