"""Text that is kept for long, as UTF-8: one emoji makes a string take four bytes a character.

MkDocs keeps the HTML of all pages until the last is written; at 10,000 entries that is a gigabyte
or a third of it.
"""

from __future__ import annotations


def pack(text: str) -> bytes:
    """Return a text as UTF-8, whatever it holds."""
    return text.encode("utf-8", "surrogatepass")


def unpack(data: bytes) -> str:
    """Return the text that was packed."""
    return data.decode("utf-8", "surrogatepass")
