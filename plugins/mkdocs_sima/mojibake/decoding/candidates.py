"""The decoder: the likeliest readings of one damaged sequence among its neighbours."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from mkdocs_sima.mojibake.channels import traces
from mkdocs_sima.mojibake.channels.code_pages import CONTINUATIONS, LEADS, STRAIGHTENED
from mkdocs_sima.mojibake.decoding.inverse import WINDOW, Form, forms, sequence_length
from mkdocs_sima.mojibake.evidence.adjacency import is_box, is_pictograph, misfit
from mkdocs_sima.mojibake.evidence.genuine_text import surprise
from mkdocs_sima.mojibake.evidence.letter_pairs import is_paired

if TYPE_CHECKING:
    from collections.abc import Iterator

# What must be won before text is changed, in nats: damage is rare where none has been seen yet.
UNSEEN: Final = 4.0
SEEN: Final = -1.0
THOROUGH: Final = -5.0  # where every letter beyond ASCII is damaged, the lead bytes are too

CONTEXT: Final = WINDOW + 2  # characters of the line that a reading depends on
_SHORTLIST: Final = 24
_CONTESTED: Final = 3.0
_RIVAL: Final = 5.0  # readings this much worse can still win by context
_GLUED: Final = 3.0  # a symbol that has eaten the blank before a word
_PADDED: Final = -2.0  # of two blanks, the first was a no-break space
_LEFT_OVER: Final = 6.0  # a byte is said to be missing, and one more stands there
_BROKEN_WORD: Final = 2.0
_TYPOGRAPHIC: Final = frozenset("“”‘’…–—«»")
_DAMAGE: Final = frozenset(CONTINUATIONS)
_RESIDUE: Final = frozenset(CONTINUATIONS) - _TYPOGRAPHIC

# What follows a blank and is no word: a lone consonant, or two that no word begins with.
_FRAGMENT: Final = re.compile(r"[b-df-hj-np-tv-xz](?![^\W\d_]|['’])|[lmnr][b-df-hj-np-tv-xz]")


# Letters and digits beside a place count by their kind, so that few places differ.
_KINDS: Final = {
    **{ord(char): "b" for char in "bcdfghjkpqstvwxz"},
    **{ord(char): "l" for char in "lmnr"},
    **{ord(char): "a" for char in "aeiouy"},
    **{ord(char): "A" for char in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    **{ord(char): "0" for char in "0123456789"},
}


class Option(NamedTuple):
    """A character that a sequence may have been."""

    char: str
    length: int  # characters of the damaged text
    cost: float  # in nats
    gain: float  # nats that it wins over leaving the text as it is, before any threshold
    trace: int


class Reading(NamedTuple):
    """What a damaged sequence may be taken for."""

    options: tuple[Option, ...]  # the best first; never empty
    contested: bool  # the second is close enough to call for evidence from the place


def _ending(form: Form, window: str, before: str) -> float:
    """Return what it costs that `form` ends where it does in `window`."""
    after = window[form.length : form.length + 1]
    if form.trace & traces.SPACE:
        return _blank(form, window, before, after)
    if not form.trace & traces.MISSING or not after:
        return 0.0
    if after in _RESIDUE or (after == "Â" and is_pictograph(form.char)):
        return _LEFT_OVER
    if after in _TYPOGRAPHIC or (after in STRAIGHTENED and is_paired(form.char)):
        return _LEFT_OVER / 4
    if after == " " and form.length == 1 and _FRAGMENT.match(window, 2):
        return _BROKEN_WORD
    return 0.0


def _blank(form: Form, window: str, before: str, after: str) -> float:
    """Return what it costs that `form` takes a blank for a no-break space."""
    if not after and window[form.length - 1] == " ":
        return -_PADDED / 2  # lines seldom end in a blank
    if window[form.length - 1] != " ":  # the blank stays: two of them had become one
        return _LEFT_OVER if form.char == "\u00a0" else 0.0
    if after in " ïÂ.,;)" or (after == "â" and is_box(form.char)):
        return _PADDED
    if after in LEADS and window[0] not in "âÃ" and window[form.length + 1 :][:1] in _DAMAGE:
        return _PADDED
    if form.char.isalpha():
        if _FRAGMENT.match(window, form.length):
            return -_BROKEN_WORD
        return _BROKEN_WORD / 2 if before.isalpha() or form.char not in "àÀ" else 2 * _BROKEN_WORD
    if after == window[0]:  # one symbol after the other
        return _PADDED
    return _GLUED if after.isalnum() and form.char != "\u00a0" else 0.0


def _options(window: str, before: str) -> Iterator[Option]:
    candidates = forms(window)[:_SHORTLIST]
    whole = max((form.length for form in candidates if not form.trace & traces.MISSING), default=0)
    for form in candidates:
        after = window[form.length : form.length + 1]
        sound = after
        if form.char.isalpha() and after in LEADS and window[form.length + 1 :][:1] in _DAMAGE:
            sound = ""  # damaged itself, it says nothing about this letter
        if form.trace & traces.MISSING and form.length < whole and after in _RESIDUE:
            continue  # the bytes said to be missing stand there
        cost = form.cost + misfit(form.char, before, sound) + _ending(form, window, before)
        gain = surprise(window[: form.length], before, after) - cost
        yield Option(form.char, form.length, cost, gain, form.trace)


@lru_cache(maxsize=50_000)
def read(window: str, before: str) -> Reading | None:
    """Return the readings of the start of `window`, or None where there is none.

    `window` begins with a lead character and holds up to `CONTEXT` characters of one line;
    `before` is the restored character in front of it, or empty. Whether the best of them wins
    enough, `UNSEEN`, `SEEN` or `THOROUGH`, is for the caller to say.
    """
    if window[0] != "Ã":  # after which single letters matter
        end = sequence_length(window)
        window = window[:end] + window[end : end + 2].translate(_KINDS)
    return _read(window, before.translate(_KINDS))


@lru_cache(maxsize=50_000)
def _read(window: str, before: str) -> Reading | None:
    options = sorted(_options(window, before), key=lambda option: -option.gain)
    if not options or options[0].gain <= THOROUGH:
        return None
    limit = options[0].gain - _RIVAL
    close = tuple(option for option in options if option.gain >= limit)
    return Reading(close, len(close) > 1 and close[0].gain - close[1].gain < _CONTESTED)
