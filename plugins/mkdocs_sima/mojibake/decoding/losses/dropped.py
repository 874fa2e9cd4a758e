"""Runs that miss the bytes which a code page leaves undefined: the likeliest text, if it is sure.

Programs that drop such bytes drop all of them. So what a character leaves behind is known: `ό`,
CF 8C, leaves CF in Windows-1253, as `ρ` and `ύ` do, and their neighbours tell which it was.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from mkdocs_sima.mojibake.channels import alphabets
from mkdocs_sima.mojibake.decoding.losses.pairs import Restored, restored
from mkdocs_sima.mojibake.evidence.letter_pairs import pair_cost
from mkdocs_sima.mojibake.evidence.letter_triples import triples_of
from mkdocs_sima.mojibake.evidence.plausibility import char_cost, strange_cost
from mkdocs_sima.mojibake.evidence.rarity import rarity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_sima.mojibake.channels.pages import Page
    from mkdocs_sima.mojibake.evidence.letter_triples import Triples

_MISSING: Final = 1.0  # nats, for a character that lacks bytes
SURE: Final = 1.1  # how much likelier than the next a reading has to be
_SURE_LETTER: Final = 2.0
_LONGEST: Final = 300  # characters; a longer run is data
_LIKELY: Final = 6.0
_BEAM: Final = 16  # readings that are followed at each place
_KEPT: Final = 12
_RIVALS: Final = 16  # characters that leave the same
_PAIRED: Final = 0.8  # of what a pair of letters costs
_CAPITAL: Final = 3.0  # behind a small letter
_SIGNS: Final = ((0x2010, 0x2040), (0x2190, 0x23FF), (0x2500, 0x27BF), (0x2B00, 0x2B5F))
_EMOJI: Final = ((0x1F170, 0x1F19A), (0x1F300, 0x1F6FF), (0x1F7E0, 0x1F7EB), (0x1F900, 0x1F9FF))
_MORE: Final = "éèüöäñç°«»©®·×€²³½\u00a0\ufe0f"


@lru_cache(maxsize=20_000)
def readings(run: str, page: Page, before: str, after: str) -> tuple[Restored, ...]:
    """Return what a run may have been, the likeliest first; none where all its bytes are there.

    Args:
        run: characters beyond ASCII.
        page: the code page that has shown them.
        before: up to two characters before the run.
        after: up to two behind it.
    """
    if page.pairs:
        return restored(run, page, after[:1])
    if len(run) > _LONGEST:
        return ()
    try:
        data = page.encode(run)
    except UnicodeEncodeError:
        return ()
    table, triples = _remains(page), triples_of(page.writes)
    ways: list[list[Restored]] = [[] for _ in range(len(data) + 1)]
    ways[0] = [Restored(0.0, "", 0)]
    for at in range(len(data)):
        here = sorted(ways[at])[:_BEAM]
        for length in (1, 2, 3, 4):
            for cost, char, missing in table.get(data[at : at + length], ()):
                if at + length > len(data):
                    break
                for way in here:
                    step = cost + _step_cost(char, before + way.text, triples)
                    ways[at + length].append(
                        Restored(way.cost + step, way.text + char, way.missing + missing)
                    )
    ranked = sorted(
        way._replace(cost=way.cost + _end_cost(before + way.text, after, triples))
        for way in ways[-1]
    )[:_KEPT]
    return tuple(ranked) if ranked and ranked[0].missing else ()


def is_sure(found: Sequence[Restored]) -> bool:
    """Tell whether the first of `found` is clearly likelier than the second."""
    if len(found) < 2:
        return bool(found)
    pairs = zip(found[0].text, found[1].text, strict=False)
    least = _SURE_LETTER if any(a.isalpha() for a, b in pairs if a != b) else SURE
    return found[1].cost - found[0].cost >= least


def _step_cost(char: str, behind: str, triples: Triples | None) -> float:
    """Return what a character costs behind others: by the letters, and by capitals."""
    previous, second = behind[-1:], behind[-2:-1]
    cost = _CAPITAL if char.isupper() and previous.islower() else 0.0
    if char.islower() and previous.isupper() and second.isupper():
        cost += _CAPITAL
    if not (char.isalpha() or previous.isalpha()):
        return cost
    if triples:
        return cost + triples.cost(second, previous, char)
    if previous.isalpha() and (paired := pair_cost(previous, second, char)) is not None:
        cost += _PAIRED * paired
    return cost


def _end_cost(text: str, after: str, triples: Triples | None) -> float:
    if triples:
        return triples.around(text, "", f"{after:2}")
    return _PAIRED * (pair_cost(text[-1:], text[-2:-1], after[:1]) or 0.0) if text else 0.0


@lru_cache(maxsize=1)
def _signs() -> tuple[tuple[str, bytes, float], ...]:
    """Return the signs that may have been, as they are in UTF-8, and what they cost."""
    points = [p for first, last in (*_SIGNS, *_EMOJI) for p in range(first, last + 1)]
    chars = {*_MORE, *alphabets.WESTERN[:12], *map(chr, points)}
    likely = (char for char in chars if char_cost(char) <= _LIKELY)
    return tuple((char, char.encode(), _cost(char)) for char in likely)


def _cost(char: str) -> float:
    cost = char_cost(char)
    return cost if char.isalpha() else max(cost, 2.5 + rarity(char))  # the commoner sign wins


@lru_cache(maxsize=40)
def _remains(page: Page) -> dict[bytes, list[tuple[float, str, int]]]:
    """Return what remains of a character → (cost, character, whether bytes are missing)."""
    found: dict[bytes, list[tuple[float, str, int]]] = {}
    letters = tuple((char, char.encode(), _cost(char)) for char in page.writes)
    lost = bytes(page.undefined)
    for char, data, cost in {*_signs(), *letters}:
        remains = data.translate(None, lost)
        if remains:
            missing = int(len(remains) < len(data))
            total = cost + strange_cost(char, page.writes) + _MISSING * missing
            found.setdefault(remains, []).append((total, char, missing))
    return {remains: sorted(those)[:_RIVALS] for remains, those in found.items()}
