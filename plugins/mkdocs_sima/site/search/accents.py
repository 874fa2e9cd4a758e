"""Words with accents, as people type them who have no such keys: `etat` for `état`."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[a-z\u00df-\u024f\u1e00-\u1eff]+")  # Latin ones
# Letters that Unicode doesn't take apart into a plain one and its accent.
WHOLE = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})


def without_accents(text: str) -> str:
    """Return the words of a text that have accents, without them and in lower case, each once."""
    if text.isascii():
        return ""
    text = unicodedata.normalize("NFC", text).lower()
    words = (word for word in _WORD.findall(text) if not word.isascii())
    pairs = ((word, unaccented(word)) for word in words)
    return " ".join(dict.fromkeys(plain for word, plain in pairs if plain != word))


def unaccented(text: str) -> str:
    """Return a lower-case text without accents, by which `état` stands among the words with E."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text.translate(WHOLE))
    return "".join(char for char in parts if not unicodedata.combining(char))
