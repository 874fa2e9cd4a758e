"""How plausible a run of characters beyond ASCII is, as something that somebody wrote.

Damage makes two or three unlikely characters of one likely one, so that the cost of a text says
which of two readings was written: `Ð¿Ñ€Ð¸` mixes letters with signs, `при` is a word.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from mkdocs_sima.mojibake.channels import alphabets
from mkdocs_sima.mojibake.evidence.letter_pairs import is_paired, pair_cost
from mkdocs_sima.mojibake.evidence.rarity import rarity

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_LETTER: Final = 2.5  # nats, of a letter of a script that is written with nothing else
_ACCENTED: Final = 3.0  # of a Latin letter with an accent
_STRANGE: Final = 2.5  # more, for one that the users of a code page don't write
_FOREIGN: Final = 1.0  # more, for a letter of another script than theirs
_MIXED: Final = 6.0  # two scripts in one word
_HUMP: Final = 2.5  # a capital behind a small letter
_PAIRED: Final = 0.5  # of what a letter costs between its neighbours, beyond the usual
_USUAL: Final = 6.0
_COMMON, _RARE = 4.0, 7.5  # Han and Hangul that a small dictionary has, and has not
_TOUCHING: Final = 0.7  # a sign that touches a letter: `пЂ`, `Ã©t`

_SCRIPTS: Final = "".join(
    (alphabets.CYRILLIC, alphabets.GREEK, alphabets.HEBREW, alphabets.ARABIC, alphabets.THAI)
)
_LATIN: Final = frozenset(
    "".join((alphabets.WESTERN, alphabets.CENTRAL, alphabets.TURKISH, alphabets.BALTIC)) + "ơưƠƯ"
).difference("iªº¿¡")
_BLOCKS: Final = (  # first, last, cost
    (0x80, 0x9F, 12.0),  # C1 controls
    (0x64B, 0x652, 4.0),  # Arabic vowels
    (0x660, 0x669, 4.0),
    (0x6F0, 0x6F9, 4.0),
    (0x1EA0, 0x1EF9, 3.0),  # Vietnamese
    (0x3001, 0x3011, 3.0),
    (0x3041, 0x30FF, 3.0),
    (0xFB00, 0xFB06, 4.0),  # ligatures of books
    (0xFF01, 0xFF5E, 4.0),
    (0x1F300, 0x1FAFF, 4.5),
    (0x2190, 0x23FF, 5.5),
    (0x2500, 0x27BF, 5.5),
    (0x2B00, 0x2BFF, 5.5),
    (0x2000, 0x214F, 6.0),
    (0xA0, 0x24F, 6.5),
)
_COMMON_HAN: Final = (("gb2312", 0xD7), ("big5", 0xC6), ("euc-jp", 0xCF))
"""Encodings of Han that sort the common ones first, and the last first byte of those."""
_JOINERS: Final = frozenset("’‘-\u200c\u200d\u00ad")
_OPENERS: Final = frozenset("’“‘«„‚\u200c\u200d")


@lru_cache(maxsize=20_000)
def char_cost(char: str) -> float:
    """Return how unlikely a character is, in nats; 0 for ASCII."""
    point = ord(char)
    if point < 0x80:
        return 0.0 if char.isprintable() or char == "\t" else 9.0
    if char in _SCRIPTS:
        return _LETTER if char not in "ђјљњћџѓќѕЂЈЉЊЋЏЃЌЅ" else 3.5
    if char in _LATIN or char in "ªº":
        return _ACCENTED
    if (known := rarity(char)) <= 2.5 and not char.isalpha():
        return 2.5 + 0.5 * known
    if 0x4E00 <= point <= 0x9FFF or 0xAC00 <= point <= 0xD7A3:
        return _COMMON if _is_common_han(char) else _RARE
    for first, last, cost in _BLOCKS:
        if first <= point <= last:
            return cost
    if char == "\ufffd":
        return 6.0
    return 20.0 if unicodedata.category(char) in ("Cn", "Co", "Cs") else 11.0


def _is_common_han(char: str) -> bool:
    """Tell whether a small dictionary has a Han character or a syllable of Hangul."""
    if char >= "\uac00":
        return len(char.encode("euc-kr", "ignore")) == 2
    for codec, last in _COMMON_HAN:
        written = char.encode(codec, "ignore")
        if len(written) == 2 and written[0] <= last:
            return True
    return False


@lru_cache(maxsize=20_000)
def _script(char: str) -> str:
    if not char.isalpha():
        return ""
    name = unicodedata.name(char, "").partition(" ")[0]
    return "HAN" if name in ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "FULLWIDTH") else name


@lru_cache(maxsize=100_000)
def run_cost(run: str, before: str, after: str) -> float:
    """Return how unlikely a run is between two characters ("" at the ends of a text), in nats."""
    total, previous = 0.0, before
    for at, char in enumerate(run):
        total += char_cost(char)
        if is_paired(char):
            follows = run[at + 1] if at + 1 < len(run) else after
            total += _PAIRED * max(0.0, (pair_cost(char, previous, follows) or 0.0) - _USUAL)
        left, right = _script(previous), _script(char)
        if unicodedata.combining(char) and not previous.isalpha():
            total += _MIXED  # no word begins with an accent
        if left and right:
            if left != right and "HAN" not in (left, right):
                total += _MIXED
            elif left == right and previous.islower() and char.isupper():
                total += _HUMP
        elif left and not char.isalnum() and char not in _JOINERS:
            total += _TOUCHING
        previous = char
    left, right = _script(previous), _script(after)
    if left and right and left != right and "HAN" not in (left, right):
        total += _MIXED
    elif right and not previous.isalnum() and previous not in _OPENERS:
        total += _TOUCHING
    return total


def strange_cost(run: str, written: AbstractSet[str]) -> float:
    """Return what the Latin letters cost that the users of a code page don't write.

    Args:
        run: a text.
        written: the letters that they do write, of any script.
    """
    if not written:
        return 0.8 * sum(char in _LATIN for char in run)
    return sum(
        _STRANGE if _script(char) == "LATIN" else _FOREIGN
        for char in run
        if not char.isascii() and char.isalpha() and char not in written
    )
