"""What a decoded sequence shows about the channel that damaged it: bits that are or-ed together.

Plain integers, because the decoder asks for them in its innermost loop.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

NONE: Final = 0
CONTROL: Final = 1 << 0  # an undefined byte, or any byte of Latin-1, kept as a C1 control
DROPPED: Final = 1 << 1  # an undefined byte is missing
SOFT_HYPHEN: Final = 1 << 2  # a soft hyphen is missing
STRAIGHT: Final = 1 << 3  # a curly quote stands as a straight one
CURLY: Final = 1 << 4  # a curly quote stands as it is
SPACE: Final = 1 << 5  # a no-break space stands as a space
NO_BREAK: Final = 1 << 6  # a no-break space or a soft hyphen stands as it is
REPLACED: Final = 1 << 7  # U+FFFD stands for a byte
TURKISH: Final = 1 << 8  # only Windows-1254 shows this
WESTERN: Final = 1 << 9  # only Windows-1252 shows this
TWICE: Final = 1 << 10  # the text was damaged more than once
FOREIGN: Final = 1 << 11  # another code page

MISSING: Final = DROPPED | SOFT_HYPHEN


@lru_cache(maxsize=500)
def channel_name(trace: int) -> str:
    """Say in words which channel `trace` points at: `cp1252 with bytes dropped`."""
    if trace & FOREIGN:
        return "another code page"
    page = "cp1254" if trace & TURKISH else "cp1252"
    notes = []
    if trace & CONTROL:
        notes.append("controls kept")
    if trace & MISSING:
        notes.append("bytes dropped")
    if trace & REPLACED:
        notes.append("bytes replaced")
    if trace & STRAIGHT:
        notes.append("quotes straightened")
    if trace & SPACE:
        notes.append("blanks plain")
    if trace & TWICE:
        notes.append("twice")
    return f"{page} with {', '.join(notes)}" if notes else page
