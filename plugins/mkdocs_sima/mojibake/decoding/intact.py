"""Runs whose bytes are all there, or are known to be lost: decoded exactly, or not at all."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from mkdocs_sima.mojibake.evidence.plausibility import char_cost
from mkdocs_sima.mojibake.evidence.rarity import rarity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_sima.mojibake.channels.pages import Page

_LEADS: Final = ((1, 0xC2, 0xE0), (2, 0xE0, 0xF0), (3, 0xF0, 0xF5))  # bytes that follow, leads
LOST: Final = "\ufffd"
_PLAIN: Final = 4.5  # nats: what is likelier may be filled in, if nothing else comes near
_APART: Final = 2.5
_FILLED: Final = 1.5


class Decoded(NamedTuple):
    """What a run was, and what it costs beside its characters."""

    text: str
    extra: float = 0.0


@lru_cache(maxsize=50_000)
def decode(run: str, page: Page) -> Decoded | None:
    """Return what UTF-8 a code page has shown as `run`, None where it can't have.

    A U+FFFD stands for one lost byte. A character that misses one is filled in where only one is
    likely, and is a U+FFFD itself where it is not.
    """
    if LOST in run:
        found = _with_losses(run, page)
        return found if found and found.text != run else None
    try:
        data = page.encode(run)
    except UnicodeEncodeError:
        return None
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return surrogates(data) if b"\xed" in data else None


def surrogates(data: bytes) -> Decoded | None:
    """Decode pairs of surrogates that were written one by one, as Java and old databases do."""
    try:
        pairs = data.decode("utf-8", "surrogatepass")
        return Decoded(pairs.encode("utf-16", "surrogatepass").decode("utf-16"))
    except UnicodeError:
        return None


def _with_losses(run: str, page: Page) -> Decoded | None:
    if not page.pairs and not page.undefined:
        return None
    data: list[int | None] = []
    shown: list[str] = []  # the character that a byte begins, "" where it goes on
    try:
        for char in run:
            written: list[int | None] = [None] if char == LOST else [*page.encode(char)]
            data += written
            shown += [char, *[""] * (len(written) - 1)]
    except UnicodeEncodeError:
        return None
    parts: list[str] = []
    extra = neutral = 0.0
    at = blind = 0
    while at < len(data):
        length = 1 if _is_ascii(data[at]) else _length(data, at, page)
        text = _sequence(data[at : at + length], page) if length else None
        if text is None:
            return None
        if text == LOST:
            blind += data[at : at + length].count(None) > 1
            neutral += sum(map(char_cost, "".join(shown[at : at + length]))) - char_cost(LOST)
            extra += _remains_cost(shown[at : at + length]) - (0.0 if data[at] is None else 1.0)
        elif None in data[at : at + length]:
            extra += _FILLED
        parts.append(text)
        at += length
    if page.pairs and len(parts) > 1:
        if blind and parts.count(LOST) == len(parts):
            return None
        extra = neutral  # too little is left of such characters to prove anything
    return Decoded("".join(parts), extra)


def _is_ascii(byte: int | None) -> bool:
    return byte is not None and byte < 0x80


def _sequence(data: Sequence[int | None], page: Page) -> str | None:
    """Return the character of one sequence, U+FFFD if it can't be told, None if it is none."""
    if None in data:
        return _only_likely(data, page) or LOST
    try:
        return bytes(byte or 0 for byte in data).decode("utf-8")
    except UnicodeDecodeError:
        return None


def _length(data: Sequence[int | None], at: int, page: Page) -> int:
    """Return how many bytes the sequence that begins here has, 0 if it is none."""
    lead = data[at]
    if lead is None:
        return _headless(data, at, page)
    more = next((n for n, first, end in _LEADS if first <= lead < end), 0)
    rest = data[at + 1 : at + 1 + more]
    whole = len(rest) == more and all(b is None or 0x80 <= b < 0xC0 for b in rest)
    return more + 1 if more and whole else 0


def _headless(data: Sequence[int | None], at: int, page: Page) -> int:
    """Return how many bytes a sequence has whose first byte is lost, 0 if there is none."""
    most = 3 if page.pairs or any(0xE0 <= byte < 0xF0 for byte in page.undefined) else 2
    if not page.pairs and not any(0xC2 <= byte < 0xF5 for byte in page.undefined):
        return 0
    end = at + 1
    while end < len(data) and end - at < most:
        byte = data[end]
        if byte is not None and not 0x80 <= byte < 0xC0:
            break
        end += 1
    return end - at if page.pairs or end - at > 1 else 0


def _only_likely(sequence: Sequence[int | None], page: Page) -> str:
    """Return the one character that is likely with any of the undefined bytes put in, or ""."""
    if sequence.count(None) != 1 or page.pairs or sequence[0] is None:
        return ""
    options = []
    for byte in page.undefined:
        if 0x80 <= byte < 0xC0:
            whole = bytes(byte if b is None else b for b in sequence)
            options.append(whole.decode("utf-8", "ignore"))
    ranked = sorted((_cost(char), char) for char in options if char and char.isprintable())
    if not ranked or char_cost(ranked[0][1]) > _PLAIN:
        return ""
    return ranked[0][1] if len(ranked) == 1 or ranked[1][0] - ranked[0][0] >= _APART else ""


def _cost(char: str) -> float:
    cost = char_cost(char)
    return cost if char.isalpha() else max(cost, 2.5 + rarity(char))  # ⚠ rather than ❠


def _remains_cost(shown: Sequence[str]) -> float:
    """Return what is to be added to the cost of U+FFFD for a character of which this remains.

    Half of what it looked like: that it can't be read is no proof that it was damaged so.
    """
    known = sum(char_cost(char) for char in shown if char and char != LOST)
    lost = shown.count(LOST)
    return 0.5 * known + 4.5 * (lost - 1)
