"""Names in a message: the first few of them, for there may be hundreds."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_T = TypeVar("_T")

SHOWN = 4


def some(items: Sequence[_T], name: Callable[[_T], str] = str) -> str:
    """Return the names of the first, and how many there are besides."""
    more = f" and {len(items) - SHOWN} more" if len(items) > SHOWN else ""
    return ", ".join(map(name, items[:SHOWN])) + more


def some_others(items: Sequence[_T], item: _T, name: Callable[[_T], str]) -> str:
    """Return the same of all but one of them, without making a list of thousands for each."""
    others = [other for other in items[: SHOWN + 1] if other is not item][:SHOWN]
    more = len(items) - 1 - len(others)
    return ", ".join(map(name, others)) + (f" and {more} more" if more else "")
