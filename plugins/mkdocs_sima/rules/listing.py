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
