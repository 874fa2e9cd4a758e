"""Which code page a text was read with: decided by all of it, then applied place by place.

Damage comes from one editor. So the runs of characters beyond ASCII that a page decodes, and what
is won by it, are added up over the text; the page that wins most says what uncertain places mean.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from mkdocs_sima.mojibake.channels import traces
from mkdocs_sima.mojibake.channels.code_pages import BYTE
from mkdocs_sima.mojibake.channels.pages import OWN_MODEL, begun_by, pages
from mkdocs_sima.mojibake.decoding.doubts import settle
from mkdocs_sima.mojibake.decoding.dropped import is_sure, readings
from mkdocs_sima.mojibake.decoding.intact import LOST, decode, surrogates
from mkdocs_sima.mojibake.decoding.page_gain import (
    HAN,
    RUN,
    Place,
    believable,
    gain,
    is_open,
    may_be_dropped,
    places,
    won,
)
from mkdocs_sima.mojibake.text_edits import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs_sima.mojibake.channels.pages import Page
    from mkdocs_sima.mojibake.decoding.dropped import Restored

_ENOUGH: Final = 4.0  # nats that a page has to win over the text as it stands
_LOSSY: Final = 3.0  # where bytes are lost, which clean text never shows
_AHEAD: Final = 1.0  # over the pages that have a model of their own
_LOST_LEAST: Final = -2.0  # what is left of a character may look likelier than U+FFFD
_REST: Final = "[\u0080-\u00bf‚„…†‡€‰‹‘’“”•–—˜™šŠœŒžŽŸˆƒ›]"
_SURROGATES: Final = re.compile(f"(?:í[\u00a0-\u00af]{_REST}í[\u00b0-\u00bf]{_REST})+")
_LAST_HAN: Final = "\uffef"
_MOST: Final = 5_000  # runs that are looked at
_FEW: Final = 40
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
        for page in gains:
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


def page_edits(text: str, page: Page) -> list[Edit]:
    """Return the edits that undo the damage of a page, and the doubts.

    A line that holds a run whose bytes are lost beyond guessing is left as it is: half of it
    repaired would hide the rest.
    """
    lines: dict[int, list[Edit]] = {}
    broken: set[int] = set()
    edits: list[Edit] = []
    doubts: dict[int, tuple[Restored, ...]] = {}
    for start, place in places(text):
        if edit := _edit(start, place, page, text, doubts):
            edits.append(edit)
    end, row = -1, 0
    for edit in settle(text, edits, doubts):
        if edit.start > end:
            row += 1
            end = text.find("\n", edit.start)
            end = len(text) if end < 0 else end
        lines.setdefault(row, []).append(edit)
        if edit.after is None:
            broken.add(row)
    return [
        edit
        for row, edits in lines.items()
        for edit in edits
        if edit.after is None or row not in broken
    ]


def surrogate_edits(text: str) -> Iterator[Edit]:
    """Yield an edit for all emoji whose two surrogates were written one by one, as Java may."""
    for match in _SURROGATES.finditer(text) if "í" in text else ():
        if emoji := surrogates(bytes(map(BYTE.__getitem__, match[0]))):
            yield Edit(*match.span(), emoji.text, traces.FOREIGN, channel="surrogates apart")


def _candidates(places: Iterable[Place]) -> list[Page]:
    named: set[str] = set()
    for run in {place.run for place in places}:
        named.update(page.name for page in begun_by(run))
        if HAN <= run[0] <= _LAST_HAN or LOST in run:
            named.update(page.name for page in pages() if page.pairs)
        if LOST in run:
            named.update(page.name for page in pages() if page.undefined)
    return [page for page in pages() if page.name in named]


def _edit(start: int, place: Place, page: Page, text: str, doubts: dict[int, tuple[Restored, ...]]) -> Edit | None:
    """Return what becomes of a place: an edit, a doubt, or None where it was not damaged."""
    end = start + len(place.run)
    decoded = decode(place.run, page)
    found: tuple[Restored, ...] = ()
    if page.pairs and is_open(decoded, page):
        found = readings(place.run, page, place.before, place.after)
    if decoded and page.pairs and LOST in place.run and not is_sure(found):
        return Edit(start, end, decoded.text, traces.FOREIGN, channel=page.name)
    if decoded and not found:
        least = _LOST_LEAST if LOST in place.run else 0.0
        if not believable(place.run, decoded, page) or won(place, decoded, page) <= least:
            return None
        return Edit(start, end, decoded.text, traces.FOREIGN, channel=page.name)
    if spaced := _with_a_plain_blank(place, page):
        return Edit(start, end + 1, spaced, traces.FOREIGN, channel=page.name)
    lost = LOST in place.run or (page.pairs and place.run[0] >= HAN)
    if lost and not page.pairs:
        return Edit(start, end, None, traces.FOREIGN, False)
    if not page.pairs and (not page.undefined or place.run[0] not in page.leads):
        return None
    if not page.pairs:
        found = readings(place.run, page, text[max(0, start - 2) : start], text[end : end + 2])
    channel = f"{page.name} with bytes dropped"
    if is_sure(found):
        return Edit(start, end, found[0].text, traces.FOREIGN, channel=channel)
    if page.pairs and not (found or lost):
        return None
    if found:
        doubts[start] = found
    options = tuple(dict.fromkeys(reading.text for reading in found[:4]))
    return Edit(start, end, None, traces.FOREIGN, False, options, channel)


def _with_a_plain_blank(place: Place, page: Page) -> str:
    """Return what a run was whose no-break space stands as a blank: `Å ` was Š in Windows-1257."""
    if place.after != " " or readings(place.run, page, place.before, place.after):
        return ""
    spaced = decode(place.run + "\u00a0", page)
    return spaced.text if spaced and spaced.text[-1] in page.writes else ""
