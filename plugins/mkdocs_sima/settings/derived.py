"""What follows from the settings, made once and not for every document."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_sima.settings import Settings

_Made = TypeVar("_Made")


def of_settings(make: Callable[[Settings], _Made]) -> Callable[[Settings], _Made]:
    """Decorate what is made from settings and asked for again for every document.

    Remembers the last result only: a run has one `Settings`, and comparing two is not cheap.
    """
    last: tuple[Settings, _Made] | None = None

    @wraps(make)
    def get(settings: Settings) -> _Made:
        nonlocal last
        known = last  # one look, since another thread may replace it
        if known is None or known[0] is not settings:
            last = known = settings, make(settings)
        return known[1]

    return get
