"""How well a restored character fits the characters beside it."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from mkdocs_sima.mojibake.channels.code_pages import LEADS

VARIATION_SELECTOR: Final = "\ufe0f"
JOINER: Final = "\u200d"
KEYCAP: Final = "\u20e3"

_OPEN: Final = "àáâãäåæçèéêëìíîïðñòóô" + "".join(map(chr, range(0x80, 0xC0)))
_MISFIT: Final = 8.0
_WRONG_CASE: Final = 6.0
_INNER_CAPITAL: Final = 6.0
_SAME_SCRIPT: Final = 2.0
_WORDS: Final = frozenset("àéèóÀÉÓавеиійкосуяє")  # letters that are words
_LONE: Final = 3.0
_LEAD_CAPITALS: Final = frozenset(filter(str.isupper, LEADS))
_NEXT_PASS: Final = -8.0


def is_box(char: str) -> bool:
    """Tell whether `char` draws lines: U+2500 to U+257F."""
    return "\u2500" <= char <= "\u257f"


def is_pictograph(char: str) -> bool:
    """Tell whether `char` may carry a variation selector or be joined to another."""
    return (
        "\U0001f000" <= char <= "\U0001faff"
        or "\u2190" <= char <= "\u2bff"
        or char in "©®ℹ™〰〽㊗㊙"
    )


def _script(char: str) -> str:
    code = ord(char)
    if code < 0x370 or 0x1E00 <= code < 0x1F00:
        return "Latin"
    if 0x370 <= code < 0x400 or 0x1F00 <= code < 0x2000:
        return "Greek"
    return "Cyrillic" if 0x400 <= code < 0x530 else "other"


def _letter(char: str, before: str, after: str) -> float:
    cost = 0.0
    if char.islower():
        # `after` may be damaged itself, and then says little; ß stays small in capitals
        if before.isupper() and after and not after.islower() and char != "ß":
            cost += _WRONG_CASE if after.isupper() else _WRONG_CASE / 2
    elif char.isupper():
        if before.islower():
            cost += _INNER_CAPITAL
        elif before.isalpha() and after.islower():
            cost += 1.0
    if char not in _WORDS and not before.isalpha() and after and not after.isalpha():
        cost += _LONE
    if before.isalpha():
        script = _script(char)
        if script != _script(before):
            cost += _MISFIT
        elif script != "Latin":
            cost -= _SAME_SCRIPT
    return cost


def _sign(char: str, before: str, after: str) -> float:
    if char in {"“", "‘", "„"}:
        return 0.0 if not before or before in " \t([{—–\"'«*_|=:/" else 2.5
    if char == "\u00a0":
        return 1.0 if before.islower() and after.islower() else 0.0
    return 0.0


@lru_cache(maxsize=20_000)
def misfit(char: str, before: str, after: str) -> float:
    """Return the cost, in nats, of `char` between `before` (restored) and `after` (as it stands).

    Both neighbours are one character, or empty at the ends of the line.
    """
    if char == "ƒ" and before in _LEAD_CAPITALS:  # `у` damaged twice: the next pass decodes both
        return _NEXT_PASS
    if char.isalpha():
        return _letter(char, before, after)
    if char in {VARIATION_SELECTOR, KEYCAP}:
        suits = is_pictograph(before) if before else False
        return 0.0 if suits or (before and before in "0123456789#*\ufe0f") else _MISFIT
    if "\x80" <= char <= "\x9f":  # to be decoded in the next pass, together with its lead byte
        return 0.0 if before and before in _OPEN else _MISFIT
    if char == JOINER:
        joined = bool(before) and (is_pictograph(before) or before == VARIATION_SELECTOR)
        return -4.0 if joined and after and after in "ðğâ" else _MISFIT
    if "\U0001f3fb" <= char <= "\U0001f3ff":
        return 0.0 if before and is_pictograph(before) else 2.0
    if char == "✓" and after == "ï":  # a variation selector follows, which only ✔ takes
        return _LONE
    if is_box(char):
        return -1.0 if before and is_box(before) else 0.0
    return _sign(char, before, after)
