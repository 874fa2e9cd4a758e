"""What is won by reading a run of characters as damage of one code page, in nats."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from mkdocs_sima.mojibake.channels.code_pages import BYTE, LEADS
from mkdocs_sima.mojibake.channels.pages import OWN_MODEL
from mkdocs_sima.mojibake.decoding.intact import LOST, Decoded, decode
from mkdocs_sima.mojibake.decoding.losses.dropped import is_sure, readings
from mkdocs_sima.mojibake.decoding.losses.pairs import may_lack_bytes
from mkdocs_sima.mojibake.evidence.letter_triples import triples_of
from mkdocs_sima.mojibake.evidence.plausibility import char_cost, run_cost, strange_cost

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs_sima.mojibake.channels.pages import Page
    from mkdocs_sima.mojibake.evidence.letter_triples import Triples

RUN: Final = re.compile("[^\x00-\x7f]+")
HAN: Final = "\u2e80"
_DROPPED: Final = 1.0
_UNSURE: Final = 0.3
_UNUSUAL: Final = 3.2  # what a letter of a word costs at most
_STRAIGHT: Final = ("'", '"')
_STRAIGHTENED: Final = 3.0  # `â"`: a curly quote was a byte, which other models know
_GREEK: Final = "\u0370"  # from here on letters are not Latin
_SYLLABLE: Final = 3
_SHORT: Final = 2
_UNEXPLAINED: Final = 2.0  # Han that a page of pairs does not explain
_GUESSED: Final = 2.0  # a sign that is found is worth more than a U+FFFD
_STRANGE: Final = 6.0
_LONE: Final = 3.2  # a letter of another alphabet that is no word, and a sign
_SPELLED: Final = 5.0  # at most, for a word that was none
_BOXES: Final = 3.0  # `├┤` is a box more often than an ô of cp437
_SIMPLE: Final = 3.6  # one sign of a page of pairs has to be as plain as a dash
_SIGNS_BEGIN: Final = (b"\xe2", b"\xf0")  # signs and emoji, as UTF-8


_OWN_LEADS: Final = frozenset(LEADS)
_OWN: Final = frozenset(BYTE)  # shown by pages that have a model of their own, which knows better


class Place(NamedTuple):
    """A run of characters beyond ASCII, and what stands beside it; "" at the ends of the text."""

    run: str
    before: str
    after: str


def places(text: str) -> Iterator[tuple[int, Place]]:
    """Yield every run of a text with the offset at which it begins."""
    for match in RUN.finditer(text):
        start, end = match.span()
        yield start, Place(match[0], text[start - 1 : start] if start else "", text[end : end + 1])


def gain(page: Page, counts: Mapping[Place, int], *, guess: bool) -> float:
    """Return what a page wins over all places; with `guess` also where bytes were dropped."""
    total = 0.0
    for place, count in counts.items():
        decoded = decode(place.run, page)
        guessed = _guess_won(place, page) if guess and is_open(decoded, page) else 0.0
        if page.name in OWN_MODEL:
            guessed = max(0.0, guessed)  # their model knows more than is guessed here
        if decoded is None or guessed > _GUESSED:
            total += count * guessed
            if page.pairs and guess and not guessed and place.run[0] >= HAN:
                total -= _UNEXPLAINED
        elif not _is_no_evidence(place.run, decoded, page) and believable(place.run, decoded, page):
            total += count * won(place, decoded, page)
            if _is_box(place):
                total -= _BOXES
    return total


def is_open(decoded: Decoded | None, page: Page) -> bool:
    """Tell whether what was lost may be found: nothing is decoded, or less than a sign."""
    return decoded is None or (page.pairs and LOST in decoded.text)


def won(place: Place, decoded: Decoded, page: Page) -> float:
    """Return how much likelier a place is when it is read as decoded."""
    cost = run_cost(decoded.text, place.before, place.after) + decoded.extra
    if page.name not in OWN_MODEL:  # the others are met in every language
        cost += strange_cost(decoded.text, page.writes)
    return run_cost(*place) - cost


def believable(run: str, decoded: Decoded, page: Page) -> bool:
    """Tell whether a page of pairs shows what such pages do: Han, and not a lone rare sign."""
    if not page.pairs:  # `ýªª` was no single syllable of Hangul, nor `тоо` an arrow
        if _is_no_evidence(run, decoded, page) and max(map(char_cost, decoded.text)) > _SIMPLE:
            return False
        return not (len(decoded.text) == 1 and HAN <= decoded.text <= "\uffef")
    if 2 * sum(char >= HAN or char == LOST for char in run) < len(run):
        return False
    signs = [char for char in decoded.text if not char.isascii()]
    return (
        len(signs) > 1
        or all(char_cost(char) <= _SIMPLE or char > "\uffff" for char in signs)
        or (signs == [LOST] != [*run[:1]] and page.encode(run[0])[:1] in _SIGNS_BEGIN)  # `鈥�`
    )


def _is_no_evidence(run: str, decoded: Decoded, page: Page) -> bool:
    """Tell whether a run may well be a word, and would be something else in another page.

    `ТБ` is no ±; nor are the letters of `đó` a Т, which its users write beside each other.
    """
    if page.pairs or not page.writes.isdisjoint(decoded.text):
        return False
    own = len(run) <= _SYLLABLE and run.islower() and page.writes.issuperset(run)
    return own or _is_word(run)


def _is_word(run: str) -> bool:
    """Tell whether a run is letters of another script than Latin, in one case or with a capital."""
    in_one_case = run[1:] in {run[1:].lower(), run[1:].upper() if run[0].isupper() else ""}
    return run.isalpha() and min(run) >= _GREEK and in_one_case


def may_be_dropped(run: str, page: Page) -> bool:
    """Tell whether a run may lack bytes of a page that has no model of its own."""
    if page.pairs:  # of words in common Han, nothing would be made for want of evidence
        return may_lack_bytes(run, page) and max(map(char_cost, run)) >= _STRANGE
    if not page.undefined or run[0] not in page.leads:
        return False
    return run[0] not in _OWN_LEADS or not _OWN.issuperset(run)


def _guess_won(place: Place, page: Page) -> float:
    """Return what is won by what a run most likely was before bytes were dropped."""
    whole = LOST in place.run or not page.undefined or place.run[0] not in page.leads
    if whole and not page.pairs:
        return 0.0
    found = readings(place.run, page, place.before, place.after)
    if not found:
        return 0.0
    text = found[0].text
    if place.after in _STRAIGHT and not _is_whole(place.run, page):
        return -_STRAIGHTENED
    triples = triples_of(page.writes)
    if triples and text.isalpha() and page.name not in OWN_MODEL:
        return _spelled(place, text, triples)
    gained = won(place, Decoded(text, _DROPPED), page)
    if not is_sure(found):
        gained -= _UNSURE
    return gained + (_LONE if _is_lone(place) else 0.0)


def _spelled(place: Place, text: str, triples: Triples) -> float:
    """Return what is won by the spelling of letters, one of them none: `ieÅkoti`, `ieškoti`."""
    if not text.islower():  # a capital proves nothing
        return 0.0
    spelled = triples.around(place.before, text, place.after)
    if spelled > _UNUSUAL * (len(text) + 2):
        return 0.0
    damaged = triples.around(place.before, place.run, place.after)
    return min(_SPELLED, (damaged - spelled) / 2 - _DROPPED)


def _is_whole(run: str, page: Page) -> bool:
    """Tell whether a run ends with all the bytes of its last character."""
    return any(decode(run[-length:], page) for length in range(2, min(4, len(run)) + 1))


def _is_lone(place: Place) -> bool:
    """Tell whether a place is no word: a letter and a sign, `β…`, or a rare Han alone, `鈫`."""
    if place.before.isalnum() or place.after.isalpha():
        return False
    if place.run[-1] >= HAN or place.run[0] >= HAN:
        shown = place.run.replace(LOST, "")
        return len(shown) <= _SHORT and all(char_cost(char) >= _STRANGE for char in shown)
    return (
        len(place.run) > 1 and place.run[0].isalpha() and not any(map(str.isalpha, place.run[1:]))
    )


def _is_box(place: Place) -> bool:
    """Tell whether a place looks drawn: no letter touches it, as in `unterst├╝tzt`."""
    touches = place.before.isalnum() or place.after.isalnum()
    return not touches and all("\u2500" <= char <= "\u259f" for char in place.run)
