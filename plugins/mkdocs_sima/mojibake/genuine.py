"""How unlikely it is that somebody meant a sequence that looks damaged.

`CAFÉ”` and `„Ä…“` are right; `schÃ¶n` and `âœ…` are not. What tells them apart is which characters
people put beside a letter: a closing quotation mark often, a currency sign hardly ever; and that a
capital hardly ever follows a small letter inside a word.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

# How surprising each sign is directly after a letter, in nats.
_AFTER_LETTER: Final = {
    **dict.fromkeys("”’…», .:;!?)]\"'", 0.5),
    "\u00a0": 1.5,
    "›": 2.0,
    **dict.fromkeys("®™–—", 3.0),
    **dict.fromkeys("²³ªº°¹„‚«‹“‘\u00ad", 4.0),
    **dict.fromkeys("§×÷±•·€£¥¢", 5.5),
    **dict.fromkeys("ŠŽ", 5.0),
    "Œ": 8.0,
    **dict.fromkeys("šž", 3.0),
    **dict.fromkeys("œƒµ", 8.0),
    **dict.fromkeys("¡¿©¶‰†‡ˆ˜", 7.0),
    **dict.fromkeys("¤¦¬¯¨´¸¼½¾Ÿ", 8.0),
}
_CONTROL: Final = 12.0
_REPLACEMENT: Final = 2.0
_SIGN_AFTER_SIGN: Final = 1.5
_MIXED_CASE: Final = 8.0
_LETTER_AFTER_SIGN: Final = 5.0
_OTHER_AFTER_SIGN: Final = 2.0
_LEAD_AFTER_DIGIT: Final = 2.0
_MAY_FOLLOW: Final = frozenset(" \t\r\u00a0.,;:!?)]}…-–—/|*_<\"'’”»«“„")

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
    "×": -3.5,
}

# Small letters that are no word by themselves, and start no word that a sign may follow at once.
_NEVER_ALONE: Final = frozenset("âãäçêëîïðğñôõ")
_ALONE: Final = 3.0
_CAPITAL_ALONE: Final = frozenset("ÂÃÄÅÆÐÑ")
_BEFORE_NO_BREAK: Final = 2.0
_SAME_LEAD: Final = 5.0  # one script damaged letter after letter: ×—×“×¨

# In the languages that have it, Ã stands at the end of a word or before one of these.
_AFTER_TILDE: Final = frozenset("OEISoeis ”’…»,.;:!?)\"'")
_TILDE: Final = 2.5


def _ending(last: str, after: str) -> float:
    """Return how surprising it is that `after` follows the sign `last`."""
    if last.isspace():
        return 2.5 if last == "\u00a0" and after.isspace() else 0.0
    if not after or after in _MAY_FOLLOW or (last.isalpha() and last not in "ªº"):
        return 0.0
    return _LETTER_AFTER_SIGN if after.isalpha() else _OTHER_AFTER_SIGN


@lru_cache(maxsize=20_000)
def surprise(sequence: str, before: str, after: str) -> float:
    """Return how surprising `sequence` is as text that somebody meant, in nats.

    `sequence` begins with a letter that may be a damaged lead byte; `before` and `after` are the
    characters around it, or empty at the ends of the line.
    """
    lead = sequence[0]
    total = 0.0
    if lead.isupper() and before.islower():
        total += _MIXED_CASE
    elif lead.isupper() and before.isupper() and "a" <= after <= "z":
        total += _MIXED_CASE - 1.0
    elif before.isdigit():
        total += _LEAD_AFTER_DIGIT
    elif lead in _CAPITAL_ALONE and not before.isalpha() and sequence[1:2].isspace():
        total += _ALONE
    elif lead in _NEVER_ALONE and not before.isalpha():
        total += _ALONE
    if lead == "Ã" and (sequence[1:2] or after) not in _AFTER_TILDE:
        total += _TILDE
    if len(sequence) == 1:
        return total + _LEAD.get(lead, 0.0)
    total += _LEAD.get(lead, 0.0) + _ending(sequence[-1], after)
    if after == lead and not lead.islower():
        total += _SAME_LEAD
    if lead.isupper() and sequence[1] == "\u00a0" and after.islower():
        total += _BEFORE_NO_BREAK
    for at, char in enumerate(sequence[1:]):
        if "\x80" <= char <= "\x9f":
            total += _CONTROL
        elif char == "\ufffd":
            total += _REPLACEMENT
        else:
            total += _AFTER_LETTER.get(char, 3.0)
        if at and not char.isspace():
            inside = char.isalpha() and not sequence[at].isalpha()
            total += _LETTER_AFTER_SIGN if inside else _SIGN_AFTER_SIGN
    return total
