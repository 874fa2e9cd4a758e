"""How text gets damaged: the byte behind every character that a wrong code page can show.

UTF-8 is read as Windows-1252, Windows-1254 or Latin-1. Where the three disagree about a byte, they
show different characters, so one table from character to byte serves them all: `ğ` and `ð` are
both F0. What differs is which bytes a page leaves undefined, and those a later tool often drops.
"""

from __future__ import annotations

from enum import IntFlag
from typing import Final


class Trace(IntFlag):
    """What a decoded sequence shows about the channel that damaged it."""

    NONE = 0
    CONTROL = 1  # an undefined byte, or any byte of Latin-1, kept as a C1 control
    DROPPED = 2  # an undefined byte is missing
    STRAIGHT = 4  # a curly quote stands as a straight one
    SPACE = 8  # a no-break space stands as a space
    REPLACED = 16  # U+FFFD stands for a byte
    TURKISH = 32  # only Windows-1254 shows this
    WESTERN = 64  # only Windows-1252 shows this
    SOFT_HYPHEN = 128  # a soft hyphen is missing
    TWICE = 256  # the text was damaged more than once
    FOREIGN = 512  # another code page, found by ftfy
    CURLY = 1024  # a curly quote stands as it is
    NO_BREAK = 2048  # a no-break space or a soft hyphen stands as it is


UNDEFINED: Final = (0x81, 0x8D, 0x8F, 0x90, 0x9D)  # in Windows-1252
UNDEFINED_TURKISH: Final = (0x8E, 0x9E)  # and these in Windows-1254 only
SOFT_HYPHEN: Final = 0xAD
NO_BREAK_SPACE: Final = 0xA0

# What a straight quote may stand for, the likelier ones first: people's tools straighten the pairs
# “” and ‘’ more often than the low quotes.
STRAIGHTENED: Final = {'"': (0x93, 0x94, 0x84), "'": (0x91, 0x92, 0x82)}


def _page(name: str) -> dict[str, int]:
    shown = {}
    for byte in range(0x80, 0x100):
        try:
            shown[bytes([byte]).decode(name)] = byte
        except UnicodeDecodeError:  # undefined here
            continue
    return shown


_WINDOWS: Final = _page("cp1252")
_TURKISH: Final = _page("cp1254")

BYTE: Final = {chr(byte): byte for byte in range(0x80, 0x100)} | _TURKISH | _WINDOWS

# The first byte of a UTF-8 sequence, and the bytes that follow it, as characters.
LEADS: Final = "".join(sorted(c for c, byte in BYTE.items() if 0xC2 <= byte <= 0xF4))
CONTINUATIONS: Final = "".join(sorted(c for c, byte in BYTE.items() if byte < 0xC0))

_TURKISH_ONLY: Final = frozenset(_TURKISH.keys() - _WINDOWS.keys())
_WINDOWS_ONLY: Final = frozenset(_WINDOWS.keys() - _TURKISH.keys())


def trace_of(char: str) -> Trace:
    """Return what one damaged character says about the code page."""
    if char in _TURKISH_ONLY:
        return Trace.TURKISH
    if char in _WINDOWS_ONLY:
        return Trace.WESTERN
    if "\x80" <= char <= "\x9f":
        return Trace.CONTROL
    if char in "“”‘’":
        return Trace.CURLY
    if char in "\u00a0\u00ad":
        return Trace.NO_BREAK
    return Trace.NONE


def name_of(trace: Trace) -> str:
    """Say in words which channel `trace` points at: `cp1252 with bytes dropped`."""
    if trace & Trace.FOREIGN:
        return "another code page"
    page = "cp1254" if trace & Trace.TURKISH else "cp1252"
    notes = []
    if trace & Trace.CONTROL:
        notes.append("controls kept")
    if trace & (Trace.DROPPED | Trace.SOFT_HYPHEN):
        notes.append("bytes dropped")
    if trace & Trace.REPLACED:
        notes.append("bytes replaced")
    if trace & Trace.STRAIGHT:
        notes.append("quotes straightened")
    if trace & Trace.SPACE:
        notes.append("blanks plain")
    if trace & Trace.TWICE:
        notes.append("twice")
    return f"{page} with {', '.join(notes)}" if notes else page
