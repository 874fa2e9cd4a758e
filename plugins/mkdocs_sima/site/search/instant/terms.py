"""How a text becomes the terms that it is found by; frontend/src/search/terms.ts reads alike.

Words have neither case nor accents. Letters and digits are words of their own, and where they
stand together, or a hyphen between them, both in one as well: `LESS-22` is less, 22 and less22.
What is written without blanks is found by pairs of characters.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from mkdocs_sima.site.search.accents import WHOLE

_ASCII = re.compile(r"[a-z]+|[0-9]+")
_ID = re.compile(r"([^\W\d_]+)[-_]?0*(\d+)")
_MARK = re.compile(r"[\u0300-\u036f]+")
# Chinese, Japanese, Thai, Lao, Khmer, Burmese.
_UNPARTED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff]+"
)
_LONGEST = 40  # characters; what is longer is data: a key, a digest


class _Kinds(dict[int, str]):
    """What stands for a character while a text is split: itself, or a blank for what is no word."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        kind = unicodedata.category(char)[0]
        self[code] = char if kind in "LM" or char.isdecimal() else " "
        return self[code]


_kinds = _Kinds()


def fold(text: str) -> str:
    """Return a text in lower case and without accents, so that `Über` finds `uber`."""
    text = text.lower()
    if text.isascii():
        return text
    plain = _MARK.sub("", unicodedata.normalize("NFKD", text.translate(WHOLE)))
    return unicodedata.normalize("NFC", plain.lower())  # a Korean syllable is one letter


def terms_of(text: str) -> list[str]:
    """Return the terms of a text, in its order and as often as they stand there."""
    folded = fold(text)
    if folded.isascii():
        words = _ASCII.findall(folded)
        terms = [w if w[0] > "9" else plain_number(w) for w in words if len(w) <= _LONGEST]
    else:
        terms = [part for word in folded.translate(_kinds).split() for part in _parts(word)]
    ids = _ID.findall(folded)
    return terms + [letters + number for letters, number in ids if len(letters) <= _LONGEST]


def compact(identifier: str) -> str:
    """Return an ID in the one form in which all its spellings agree: `awslambdadec4`."""
    return "".join(map(plain_number, re.findall(r"\d+|[^\W\d_]+", fold(identifier))))


@lru_cache(maxsize=65536)
def _parts(word: str) -> tuple[str, ...]:
    found: list[str] = []
    for piece in re.findall(r"\d+|\D+", word):
        position = 0
        for run in _UNPARTED.finditer(piece):
            found.append(piece[position : run.start()])
            found += pairs(run[0])
            position = run.end()
        found.append(piece[position:])
    return tuple(plain_number(p) for p in found if p and len(p) <= _LONGEST)


def pairs(run: str) -> list[str]:
    """Return what finds a word within a text without blanks: each two characters, and the last."""
    return [run[at : at + 2] for at in range(len(run))]


def plain_number(digits: str) -> str:
    """Return a number without leading zeros: authors write both DEC-4 and DEC-04."""
    return digits.lstrip("0") or "0" if digits[:1] == "0" else digits
