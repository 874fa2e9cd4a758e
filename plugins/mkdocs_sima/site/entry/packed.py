"""Text that is kept for long, packed: MkDocs keeps the HTML of all pages until the last is written.

At 10,000 entries that is a gigabyte, as one emoji makes a string take four bytes a character, and
what lies between them is lost as well.
"""

from __future__ import annotations

import zlib
from functools import lru_cache


def pack(text: str) -> bytes:
    """Return a text, whatever it holds, as compressed UTF-8."""
    return zlib.compress(encode(text), level=3)


@lru_cache(maxsize=2)  # MkDocs and its plugins ask a page for its content seven times in a row
def unpack(data: bytes) -> str:
    """Return the text that was packed."""
    return zlib.decompress(data).decode("utf-8", "surrogatepass")


def encode(text: str) -> bytes:
    """Return a text as UTF-8, half of a surrogate pair included."""
    return text.encode("utf-8", "surrogatepass")
