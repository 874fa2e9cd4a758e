"""Signs of which a page of pairs has lost bytes: found forward, by losing them once more.

In GBK `→ x` is E2 86, 92 20; the second is no pair, and all that is left is `鈫 x`. What is lost
depends on what follows. So the readings of what is left are put through the page again, and only
those that come out as the run does are kept.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, Final, NamedTuple

from mkdocs_sima.mojibake.evidence.adjacency import is_box
from mkdocs_sima.mojibake.evidence.box_drawing import arms
from mkdocs_sima.mojibake.evidence.plausibility import char_cost
from mkdocs_sima.mojibake.evidence.rarity import rarity

if TYPE_CHECKING:
    from mkdocs_sima.mojibake.channels.pages import Page

_TO_THE_RIGHT: Final = "├└┌┬┴┼"
LOST: Final = "\ufffd"
_LOSS: Final = 0.5  # nats, for each byte
_PLAIN: Final = 2.5
_LINE: Final = 1.5  # less, for a line that goes on
_LIKELY: Final = 2.5  # signs that are rarer are not thought of
_BEAM: Final = 8
_MANY: Final = 60
_RIVALS: Final = 12  # signs that leave the same
_LONGEST: Final = 60  # characters; a longer run is text
_DIFFERENT: Final = 6  # signs repeat, words do not
_KEPT: Final = 12
_POINTS: Final = (
    *range(0xA0, 0xBF),
    *range(0x2010, 0x2040),
    *range(0x2190, 0x2400),
    *range(0x2500, 0x27C0),
    *range(0x2B00, 0x2B60),
    0xD7,
    0xFE0F,
    *range(0x1F170, 0x1F19B),
    *range(0x1F300, 0x1FA00),
)


class Restored(NamedTuple):
    """A text that a run may have been."""

    cost: float
    text: str
    missing: int  # characters that lack bytes


@lru_cache(maxsize=1)
def _signs() -> tuple[str, ...]:
    return tuple(char for char in map(chr, _POINTS) if rarity(char) <= _LIKELY)


@lru_cache(maxsize=1)
def _remains() -> dict[bytes, list[tuple[float, str]]]:
    """Return what may remain of a sign → (cost, sign)."""
    found: dict[bytes, list[tuple[float, str]]] = {}
    for sign in _signs():
        data = sign.encode()
        for left in range(1, len(data)):
            for those in combinations(range(len(data)), left):
                cost = _PLAIN + rarity(sign) + _LOSS * (len(data) - left)
                found.setdefault(bytes(data[at] for at in those), []).append((cost, sign))
    return {left: sorted(those)[:_RIVALS] for left, those in found.items()}


@lru_cache(maxsize=8)
def _beginnings(page: Page) -> frozenset[str]:
    """Return what a run begins with whose first character is a sign that lacks bytes."""
    ends = ("", " ", "\u2014", "\ufe0f")
    return frozenset(
        left[0]
        for sign in _signs()
        for end in ends
        if (left := page.lose(f"{sign}{end}".encode(), ""))
    )


def may_lack_bytes(run: str, page: Page) -> bool:
    """Tell whether a run may be what is left of signs."""
    shown = run.lstrip(LOST)
    few = len(run) <= _LONGEST and len(set(run)) <= _DIFFERENT
    return few and shown[:1] in _beginnings(page)


@lru_cache(maxsize=5_000)
def restored(run: str, page: Page, after: str) -> tuple[Restored, ...]:
    """Return what a run was before bytes of signs were lost, the likeliest first.

    Args:
        run: characters beyond ASCII, with a U+FFFD for what is lost or with nothing for it.
        page: a page of pairs.
        after: the character behind the run.
    """
    if not may_lack_bytes(run, page):
        return ()
    try:
        data = page.encode(run.replace(LOST, ""))
    except UnicodeEncodeError:
        return ()
    ways: list[list[Restored]] = [[] for _ in range(len(data) + 1)]
    ways[0] = [Restored(0.0, "", 0)]
    mark = LOST if LOST in run else ""
    for at in range(len(data)):
        here = [
            way
            for way in sorted(ways[at])[:_MANY]
            if run.startswith(page.lose(way.text.encode(), mark, more=True))
        ][:_BEAM]
        for length in range(1, min(4, len(data) - at) + 1):
            part = data[at : at + length]
            for cost, char, missing in _steps(part):
                ways[at + length] += [
                    Restored(
                        way.cost + cost - (_LINE if _goes_on(way.text[-1:], char) else 0.0),
                        way.text + char,
                        way.missing + missing,
                    )
                    for way in here
                ]
    follows = f"{after}  " if after.isascii() else ""
    ways[-1] = [
        way
        for way in sorted(ways[-1])[:_MANY]
        if way.missing and _is_simple(way)
        if page.lose((way.text + follows).encode(), mark) == run + follows
    ]
    if after != " ":
        return tuple(ways[-1][:_KEPT])
    kept = tuple(way for way in ways[-1] if way.text[-1] not in _TO_THE_RIGHT)[:_KEPT]
    return () if len(kept) < len(ways[-1]) and _hides_lines(page, mark) else kept


def _is_simple(way: Restored) -> bool:
    """Tell whether signs that lack bytes are one, or lines; of several there is no telling."""
    boxes = sum(map(is_box, way.text))
    return boxes == len(way.text) or (not boxes and way.missing == 1)


def _goes_on(before: str, char: str) -> bool:
    return char == "─" and "R" in arms(before)


@lru_cache(maxsize=8)
def _hides_lines(page: Page, mark: str) -> bool:
    """Tell whether nothing is left of lines: `├──` is `뵜` in cp949, as `├` is."""
    return len({page.lose(f"├{lines} ".encode(), mark) for lines in ("", "─", "──")}) < 3


@lru_cache(maxsize=20_000)
def _steps(part: bytes) -> tuple[tuple[float, str, int], ...]:
    steps = [(cost, sign, 1) for cost, sign in _remains().get(part, ())]
    try:
        char = part.decode()
    except UnicodeDecodeError:
        return tuple(steps)
    return (*steps, (char_cost(char), char, 0)) if len(char) == 1 else tuple(steps)
