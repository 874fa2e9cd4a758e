"""The choice between several readings, by the evidence of the place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mkdocs_sima.mojibake.channels import traces
from mkdocs_sima.mojibake.evidence.adjacency import is_box, is_pictograph
from mkdocs_sima.mojibake.evidence.box_drawing import box_cost, corner_cost
from mkdocs_sima.mojibake.evidence.latin_letters import (
    letter_cost,
    likely_languages,
    opening_cost,
    syllable_cost,
)
from mkdocs_sima.mojibake.evidence.letter_pairs import pair_cost
from mkdocs_sima.mojibake.evidence.nearby_words import word_cost
from mkdocs_sima.mojibake.evidence.rarity import rarity
from mkdocs_sima.mojibake.evidence.vietnamese_syllables import SYLLABLES

if TYPE_CHECKING:
    from mkdocs_sima.mojibake.decoding.candidates import Option
    from mkdocs_sima.mojibake.decoding.draft import Draft

THIN: Final = 0.3  # a lead this small, in nats, is no evidence
SURE: Final = 1.5

_VERTICAL: Final = frozenset("↑↓↕⇑⇓⬆⬇")
_HORIZONTAL: Final = frozenset("→←↔⇒⇐⇔")
_ELSEWHERE: Final = 1.0
_HEAD: Final = re.compile(r"[^\W\d_]*$")
_TAIL: Final = re.compile(r"^[^\W\d_]*")
_LATIN_END: Final = "\u0370"
_KNOWN_WORD: Final = 3.0
_BOX: Final = re.compile("[\u2500-\u257f]")
_DRAWN: Final = 1.5
_INLINE: Final = 1.0  # a line of a drawing between words
_TICKS: Final = frozenset("✓✗✔✘☐☑✅❌")
_ITEM: Final = " \t-*+0123456789.|["  # what a list begins with
_TICKED: Final = 1.0
_BULLET: Final = 1.5  # where a line begins
_ALONE: Final = 9.0
_CLOSED: Final = 3.0
_SENTENCE: Final = 1.5
_QUOTES: Final = frozenset("“”„‘’")
_OTHER_CHANNEL: Final = 5.0
_OTHER_PAGE: Final = 2.0


def _arrow_cost(char: str, left: str, right: str) -> float:
    if left.rstrip().endswith("|"):  # a cell of a table
        left = ""
    alone = not left.strip()
    if char in _VERTICAL:
        if alone:
            return -1.5 if not right.strip() else 0.0
        return 2.0 if right[1:2].isalpha() else -0.5
    if char in _HORIZONTAL:
        if alone:
            return 1.0 if not right.strip() else 0.0
        return -0.5
    return 0.0


def _dash_cost(char: str, left: str, right: str, draft: Draft, row: int) -> float:
    between_digits = left[-1:].isdigit() and right[:1].isdigit()
    foreign = any(letter.isalpha() for letter in draft.letters(row))
    if char == "–":
        return -3.0 if between_digits else -0.5 if foreign else 0.3
    return 0.0


def _channel_cost(trace: int, seen: int) -> float:
    """Return what it costs that a channel left `trace` here which left `seen` elsewhere."""
    cost = 0.0
    if trace & (traces.SOFT_HYPHEN | traces.SPACE) and seen & traces.NO_BREAK:
        cost += _OTHER_CHANNEL
    if trace & traces.MISSING and seen & traces.CONTROL and not seen & traces.MISSING:
        cost += _OTHER_CHANNEL
    if trace & traces.STRAIGHT and seen & traces.CURLY:
        cost += _OTHER_PAGE
    if trace & traces.TURKISH and not seen & traces.TURKISH:
        cost += _OTHER_CHANNEL if seen & traces.WESTERN else _OTHER_PAGE / 2
    return cost


def _letter_cost(char: str, left: str, right: str, draft: Draft, row: int) -> float:
    pair = pair_cost(char, left[-1:], right[:1])
    cost = syllable_cost(char, left[-1:], right[:1]) if pair is None else pair - rarity(char)
    if char < _LATIN_END or "\u1e00" <= char <= "\u1eff":
        languages = likely_languages(left + right, draft.letters(row))
        cost += letter_cost(char, languages) - rarity(char)
    if char.isupper() and not left.rstrip().rstrip(".!?:"):
        cost -= _SENTENCE
    word = (_HEAD.findall(left)[0] + char + _TAIL.findall(right)[0]).lower()
    return cost - max(SYLLABLES.get(word, 0.0), _KNOWN_WORD if word in draft.words() else 0.0)


def _evidence_cost(
    option: Option, left: str, right: str, draft: Draft, row: int, column: int
) -> float:
    char = option.char
    cost = _channel_cost(option.trace, draft.channel)
    if char in draft.written:
        cost -= _ELSEWHERE
    if is_box(char):
        drawn = _BOX.search(left) or _BOX.search(right)
        cost += box_cost(char, draft, row, column) + corner_cost(char, draft, row, column)
        inline = not drawn and left.strip() and right.strip()
        return cost + (_INLINE if inline else -_DRAWN if drawn else 0.0)
    if char in _TICKS and not left.strip(_ITEM) and right.strip():
        return cost - _TICKED
    if char == "•" and not left.strip():
        return cost - _BULLET
    if char in _VERTICAL or char in _HORIZONTAL:
        return cost + _arrow_cost(char, left, right) + word_cost(char, "", right) / 2
    if char in "–—":
        return cost + _dash_cost(char, left, right, draft, row)
    if char.isalpha():
        return cost + _letter_cost(char, left, right, draft, row)
    if char in _QUOTES and not left[-1:].strip(" (["):
        return (
            cost
            - rarity(char)
            + opening_cost(char, likely_languages(left + right, draft.letters(row)))
        )
    if is_pictograph(char):
        return cost + word_cost(char, left, right)
    return cost


def choose(
    options: tuple[Option, ...], draft: Draft, row: int, column: int
) -> tuple[tuple[Option, ...], float]:
    """Return `options` in the order of evidence, and the lead of the first, in nats."""
    left, right = draft.left(row, column), draft.right(row, column)
    ranked = sorted(
        (
            (_evidence_cost(option, left, right, draft, row, column) - option.gain, option)
            for option in options
        ),
        key=lambda pair: pair[0],
    )
    best_cost, best = ranked[0]
    rivals = (cost for cost, option in ranked if option.char != best.char)
    return tuple(option for _, option in ranked), next(rivals, best_cost + _ALONE) - best_cost
