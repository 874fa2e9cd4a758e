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

_TOKEN = re.compile(r"(?:[a-z]|[^\x00-\x7f])+|[0-9]+")
_ID = re.compile(r"(?<![^\W\d_])([^\W\d_]++)[-_]?0*(\d+)")
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
    plain = _MARK.sub("", unicodedata.normalize("NFKD", text)).lower().translate(WHOLE)
    return unicodedata.normalize("NFC", plain)  # a Korean syllable is one letter


def terms_of(text: str) -> list[str]:
    """Return the terms of a text, as often as they stand there."""
    low = text.lower()
    terms: list[str] = []
    for token in _TOKEN.findall(low):
        if not token.isascii():
            terms += _parts(token)
        elif len(token) <= _LONGEST:
            terms.append(plain_number(token) if token[0] == "0" else token)
    for letters, number in _ID.findall(low):
        if len(letters) <= _LONGEST:
            terms.append(fold(letters) + number)
    return terms


def compact(identifier: str) -> str:
    """Return an ID in the one form in which all its spellings agree: `awslambdadec4`."""
    return "".join(map(plain_number, re.findall(r"\d+|[^\W\d_]+", fold(identifier))))


@lru_cache(maxsize=65536)
def _parts(token: str) -> tuple[str, ...]:
    """Return the terms of what has letters, or anything else, beyond ASCII: words, pairs."""
    found: list[str] = []
    for piece in re.findall(r"\d+|\D+", fold(token).translate(_kinds)):
        position = 0
        for run in _UNPARTED.finditer(piece):
            found += piece[position : run.start()].split()
            found += pairs(run[0])
            position = run.end()
        found += piece[position:].split()
    return tuple(plain_number(part) for part in found if len(part) <= _LONGEST)


def pairs(run: str) -> list[str]:
    """Return what finds a word within a text without blanks: each two characters, and the last."""
    return [run[at : at + 2] for at in range(len(run))]


def plain_number(digits: str) -> str:
    """Return a number without leading zeros: authors write both DEC-4 and DEC-04."""
    return digits.lstrip("0") or "0" if digits[:1] == "0" else digits
