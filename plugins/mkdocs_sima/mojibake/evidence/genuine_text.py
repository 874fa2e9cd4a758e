"""How unlikely it is that somebody meant a sequence that looks damaged.

`CAFÉ”` and `„Ä…“` are right; `schÃ¶n` and `âœ…` are not. What tells them apart is which characters
people put beside a letter: a closing quotation mark often, a currency sign hardly ever; and that a
capital hardly ever follows a small letter inside a word.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from mkdocs_sima.mojibake.evidence.letter_pairs import is_paired

# How surprising each sign is directly after a letter, in nats.
_AFTER_LETTER: Final = {
    **dict.fromkeys("”’…», .:;!?)]\"'", 0.5),
    "\u00a0": 1.5,
    "›": 2.0,
    **dict.fromkeys("®™–—", 3.0),
    **dict.fromkeys("²³ªº°¹„‚«‹“‘\u00ad", 4.0),
    **dict.fromkeys("§×÷±•·€£¥¢", 5.5),
    **dict.fromkeys("šž", 3.0),
    **dict.fromkeys("ŠŽ", 5.0),
    **dict.fromkeys("œŒƒµ", 8.5),
    **dict.fromkeys("¡¿©¶‰†‡ˆ˜", 7.0),
    **dict.fromkeys("¤¦¬¯¨´¸¼½¾Ÿ", 8.0),
    "\ufffd": 2.0,
    **{chr(code): 12.0 for code in range(0x80, 0xA0)},
}
_OTHER: Final = 3.0
_SIGN_AFTER_SIGN: Final = 1.5
_LETTER_AFTER_SIGN: Final = 5.0
_OTHER_AFTER_SIGN: Final = 2.0
_MAY_FOLLOW: Final = frozenset(" \t\r\u00a0.,;:!?)]}…-–—/|*_<\"'’”»«“„")
_LETTERS: Final = frozenset("ŠŒŽšœžŸƒ")

_INNER_CAPITAL: Final = 8.0
_SECOND_CAPITAL: Final = 7.0
_AFTER_DIGIT: Final = 2.0
_TIMES_AFTER_LETTER: Final = 5.0
_AFTER_CONTROL: Final = 8.0
_OTHER_SCRIPT: Final = 8.0  # Ñ right behind a Cyrillic letter
_FOREIGN_LEADS: Final = frozenset("ÎÏÐÑ")  # of Greek and Cyrillic letters
_SAME_LEAD: Final = 8.0  # one script damaged letter after letter: ×—×“×¨
_BEFORE_NO_BREAK: Final = 2.0
_CARON_AFTER_CAPITAL: Final = 3.0  # no language writes Åž or ÄŠ

# Letters that hardly start anything but damage.
_LEAD: Final = {
    "Ã": 2.5,
    "Â": 3.5,
    "â": 0.5,
    "ð": 2.0,
    "ğ": 1.0,
    "Ð": 1.5,
    "Ñ": 0.5,
    "ï": 1.0,
    "×": -3.5,  # no letter: anything may follow it
}

# Letters that are no word by themselves, and start no word that a sign may follow at once.
_NEVER_ALONE: Final = frozenset("âãäçêëîïðğñôõ")
_CAPITAL_ALONE: Final = frozenset("ÂÃÄÅÆÐÑ")
_ALONE: Final = 3.0
_CIRCUMFLEX_ALONE: Final = 1.5

# In the languages that have it, Ã stands at the end of a word or before one of these.
_AFTER_TILDE: Final = frozenset("OEISoeis ”’…»,.;:!?)\"'")
_TILDE: Final = 2.5


def _place(lead: str, second: str, before: str) -> float:
    """Return how surprising `lead` is behind `before`; `second` follows it in the sequence."""
    if lead.isupper():
        if before.islower():
            return _INNER_CAPITAL
        if before.isupper() and "a" <= second <= "z":
            return _SECOND_CAPITAL
    if before.isdigit():
        return _AFTER_DIGIT
    if "\x80" <= before <= "\x9f":
        return _AFTER_CONTROL
    if before.isalpha():
        if is_paired(before) and lead.isalpha():
            return _OTHER_SCRIPT
        return _TIMES_AFTER_LETTER if lead == "×" and not before.isascii() else 0.0
    if lead in _CAPITAL_ALONE and second.isspace():
        return _ALONE + (_CIRCUMFLEX_ALONE if lead == "Â" else 0.0)
    return _ALONE if lead in _NEVER_ALONE else 0.0


def _signs(sequence: str) -> float:
    """Return how surprising the signs behind the first letter of `sequence` are."""
    total = 0.0
    for at in range(1, len(sequence)):
        char = sequence[at]
        total += _AFTER_LETTER.get(char, _OTHER)
        if at > 1 and not char.isspace():
            inside = char in _LETTERS and sequence[at - 1] not in _LETTERS
            total += _LETTER_AFTER_SIGN if inside else _SIGN_AFTER_SIGN
    if sequence[1] in "šžŠŽ" and sequence[0] in "ÂÃÄÅ":
        total += _CARON_AFTER_CAPITAL
    return total


def _ending(last: str, after: str) -> float:
    """Return how surprising it is that `after` follows the sign `last`."""
    if last == "\u00a0":
        return 2.5 if after.isspace() else 0.0
    if not after or after in _MAY_FOLLOW or last.isspace() or last in _LETTERS:
        return 0.0
    return _LETTER_AFTER_SIGN if after.isalpha() else _OTHER_AFTER_SIGN


@lru_cache(maxsize=20_000)
def surprise(sequence: str, before: str, after: str) -> float:
    """Return how surprising `sequence` is as text that somebody meant, in nats.

    `sequence` begins with a letter that may be a damaged lead byte; `before` and `after` are the
    characters around it, or empty at the ends of the line.
    """
    lead, second = sequence[0], sequence[1:2] or after
    total = _place(lead, second, before) + _LEAD.get(lead, 0.0)
    if lead == "Ã" and second not in _AFTER_TILDE:
        total += _TILDE
    if len(sequence) == 1:
        return total + (_SAME_LEAD if after == lead and lead in _FOREIGN_LEADS else 0.0)
    if lead.isupper() and second == "\u00a0" and after.islower():
        total += _BEFORE_NO_BREAK
    if after == lead and not lead.islower():
        total += _SAME_LEAD
    return total + _signs(sequence) + _ending(sequence[-1], after)
