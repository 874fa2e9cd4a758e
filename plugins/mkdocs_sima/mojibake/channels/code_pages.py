"""How text gets damaged: the byte behind every character that a wrong code page can show.

UTF-8 is read as Windows-1252, Windows-1254 or Latin-1. Where the three disagree about a byte, they
show different characters, so one table from character to byte serves them all: `ğ` and `ð` are
both F0. What differs is which bytes a page leaves undefined, and those a later tool often drops.
"""

from __future__ import annotations

from typing import Final

from mkdocs_sima.mojibake.channels import traces

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


def trace_of(char: str) -> int:
    """Return what one damaged character says about the code page."""
    if char in _TURKISH_ONLY:
        return traces.TURKISH
    if char in _WINDOWS_ONLY:
        return traces.WESTERN
    if "\x80" <= char <= "\x9f":
        return traces.CONTROL
    if char in "“”‘’":
        return traces.CURLY
    if char in "\u00a0\u00ad":
        return traces.NO_BREAK
    return traces.NONE
