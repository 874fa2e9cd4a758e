"""Bytes that are no UTF-8 but were saved with another code page: which one, and the text."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import Final, NamedTuple

from mkdocs_sima.mojibake.channels.pages import pages
from mkdocs_sima.mojibake.decoding.page_gain import places
from mkdocs_sima.mojibake.evidence.plausibility import char_cost, run_cost, strange_cost

_PLAIN: Final = 4.6  # nats that a character costs on average in a text that somebody wrote
_RUNS: Final = 2_000
_BYTE: Final = 0.8  # more, for each byte of a character: else pairs of bytes always win
_BROKEN: Final = re.compile("[\udc80-\udcff]")
_BEYOND: Final = re.compile("[^\x00-\x7f\udc80-\udcff]")
_LIKELY: Final = 3.5  # nats, of a character that somebody wrote
_BY_CHANCE: Final = 2  # broken bytes for each sequence that happens to be UTF-8
_DEFAULT: Final = "cp1252"
_AHEAD: Final = 0.2  # what another page has to be better by: most such files are Windows-1252


class Read(NamedTuple):
    """A text, and the name of the code page that its bytes were saved with."""

    text: str
    page: str


def read_bytes(data: bytes) -> Read | None:
    """Return the text of bytes that are plainly of one code page, None if that can't be told.

    It can't where UTF-8 stands beside what is none: two programs have written such a file.
    """
    if _is_mixed(data):
        return None
    ranked = sorted(
        (cost - (_AHEAD if page.name == _DEFAULT else 0.0), number, page.name, text)
        for number, page in enumerate(pages())
        if (text := page.decode(data)) is not None
        if (cost := _cost(text, page.writes, len(data))) is not None
    )
    if not ranked or ranked[0][0] > _PLAIN:
        return None
    return Read(ranked[0][3], ranked[0][2])


def _is_mixed(data: bytes) -> bool:
    """Tell whether bytes hold more UTF-8 than a code page shows by chance, as in `СМИ»`."""
    text = data.decode("utf-8", "surrogateescape")
    broken = len(_BROKEN.findall(text))
    whole = sum(char_cost(char) <= _LIKELY for char in _BEYOND.findall(text))
    return whole * _BY_CHANCE > broken


def _cost(text: str, written: frozenset[str], size: int) -> float | None:
    """Return what a character beyond ASCII costs on average in a text; None if there is none."""
    counts = Counter(place for _, place in islice(places(text), _RUNS))
    length = sum(len(place.run) * count for place, count in counts.items())
    if not length:
        return None
    cost = sum(
        (run_cost(*place) + strange_cost(place.run, written)) * count
        for place, count in counts.items()
    )
    wide = (size - len(text)) / length + 1  # bytes that a character takes
    return cost / length / wide + _BYTE * (wide - 1)
