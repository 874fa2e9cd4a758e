"""Which code page a text was read with: decided by all of it.

Damage comes from one editor. So the runs of characters beyond ASCII that a page decodes, and what
is won by it, are added up over the text; the page that wins most says what uncertain places mean.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from mkdocs_sima.mojibake.channels.pages import OWN_MODEL, begun_by, pages
from mkdocs_sima.mojibake.decoding.intact import LOST, decode
from mkdocs_sima.mojibake.decoding.page_gain import (
    HAN,
    RUN,
    Place,
    gain,
    may_be_dropped,
    places,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs_sima.mojibake.channels.pages import Page

_ENOUGH: Final = 4.0  # nats that a page has to win over the text as it stands
_LOSSY: Final = 3.0  # where bytes are lost, which clean text never shows
_AHEAD: Final = 1.0  # over the pages that have a model of their own
_LAST_HAN: Final = "\uffef"
_MOST: Final = 5_000  # runs that are looked at
_FEW: Final = 40
_CONTENDER: Final = 3  # times less than the best, before guessing
_SAMPLE: Final = 400  # different runs, the commonest, that decide


class Choice(NamedTuple):
    """The page that explains a text best, and what the pages with a model of their own win."""

    page: Page | None
    own_gain: float
    likeliest: Page | None  # of all pages, where bytes are lost


def may_be_of_a_page(text: str) -> bool:
    """Tell whether a run can be damage of a page without a model of its own. Fast enough."""
    return _suspect().search(text) is not None and any(map(_may_be, set(RUN.findall(text))))


@lru_cache(maxsize=20_000)
def _may_be(run: str) -> bool:
    if LOST in run:
        return True
    candidates = [page for page in begun_by(run) if page.name not in OWN_MODEL]
    if HAN <= run[0] <= _LAST_HAN:
        candidates += [page for page in pages() if page.pairs]
    return any(decode(run, page) or may_be_dropped(run, page) for page in candidates)


@lru_cache(maxsize=1)
def _suspect() -> re.Pattern[str]:
    """Find two characters that begin a sequence in one and the same page, Han, or U+FFFD."""
    leads: dict[frozenset[str], set[str]] = {}
    singles = [page for page in pages() if not page.pairs and page.name not in OWN_MODEL]
    for lead in frozenset().union(*(page.leads for page in singles)):
        rests = frozenset().union(*(page.rests for page in singles if lead in page.leads))
        leads.setdefault(rests, set()).add(lead)
    groups = [(_set(those), _set(rests)) for rests, those in leads.items()]
    first = _set(lead for those in leads.values() for lead in those)
    pairs = "|".join(f"(?<={those})(?={rests})" for those, rests in groups)
    return re.compile(f"{first}(?:{pairs})|[{HAN}-\ud7ff\uf900-\ufaff\uff00-{_LAST_HAN}{LOST}]")


def _set(chars: Iterable[str]) -> str:
    return f"[{re.escape(''.join(sorted(chars)))}]"


def choose_page(text: str) -> Choice:
    """Return the page that a text was read with, None if it was none or one of `OWN_MODEL`."""
    counts = Counter(place for _, place in islice(places(text), _MOST))
    sample = dict(counts.most_common(_SAMPLE)) if len(counts) > _SAMPLE else counts
    gains = {page: gain(page, sample, guess=False) for page in _candidates(sample)}
    own = _best(gains, own=True)
    others = _best(gains, own=False)
    # What bytes were dropped of may turn the scale, or be all that there is in a few words.
    if others >= own and (others > 0 or len(sample) <= _FEW):
        least = max(gains.values(), default=0.0) / _CONTENDER
        for page in [page for page, gained in gains.items() if gained >= least]:
            if page.undefined or page.pairs:
                guessed = gain(page, sample, guess=True)
                gains[page] = max(gains[page], guessed) if page.name in OWN_MODEL else guessed
        own = _best(gains, own=True)
    ranked = sorted(gains.items(), key=lambda item: -item[1])
    foreign = [(page, won) for page, won in ranked if page.name not in OWN_MODEL]
    chosen = None
    if foreign and foreign[0][1] > max(_LOSSY if LOST in text else _ENOUGH, own + _AHEAD):
        chosen = foreign[0][0]
    likeliest = ranked[0][0] if LOST in text and ranked and ranked[0][1] > _LOSSY else None
    return Choice(chosen, own, likeliest)


def _best(gains: Mapping[Page, float], *, own: bool) -> float:
    return max((won for page, won in gains.items() if (page.name in OWN_MODEL) is own), default=0.0)


def _candidates(places: Iterable[Place]) -> list[Page]:
    named: set[str] = set()
    for run in {place.run for place in places}:
        named.update(page.name for page in begun_by(run))
        if HAN <= run[0] <= _LAST_HAN or LOST in run:
            named.update(page.name for page in pages() if page.pairs)
        if LOST in run:
            named.update(page.name for page in pages() if page.undefined)
    return [page for page in pages() if page.name in named]
