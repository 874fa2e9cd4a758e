"""Write a day as another one is written: 2026-11-27, 27.11.2026, November 27, 2026."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_NAME = rf"(?:{'|'.join(_MONTHS)}|(?:{'|'.join(name[:3] for name in _MONTHS)})\b\.?)"


def _month(day: date, like: str) -> str:
    name = next(name for name in re.findall(r"[A-Za-z]+", like) if name[:3].title() in _SHORT)
    return _MONTHS[day.month - 1][: 3 if len(name) == 3 and name != "May" else None]


_SHORT = frozenset(name[:3] for name in _MONTHS)
_FORMS: tuple[tuple[str, Callable[[date, str], str]], ...] = (
    (r"\d{4}-\d{1,2}-\d{1,2}", lambda day, _: day.isoformat()),
    (r"\d{4}/\d{1,2}/\d{1,2}", lambda day, _: f"{day:%Y/%m/%d}"),
    (r"\d{4}\.\d{1,2}\.\d{1,2}", lambda day, _: f"{day:%Y.%m.%d}"),
    (r"\d{1,2}\.\d{1,2}\.\d{4}", lambda day, _: f"{day:%d.%m.%Y}"),
    (r"\d{4}年\d{1,2}月\d{1,2}日", lambda day, _: f"{day.year}年{day.month}月{day.day}日"),
    (
        rf"{_NAME} \d{{1,2}}, \d{{4}}",
        lambda day, like: f"{_month(day, like)} {day.day}, {day.year}",
    ),
    (rf"\d{{1,2}} {_NAME} \d{{4}}", lambda day, like: f"{day.day} {_month(day, like)} {day.year}"),
)


def date_like(text: str, day: date) -> tuple[str, str] | None:
    """Return the first date in a text, and the day in the same form; None if there is none."""
    for form, write in _FORMS:
        if match := re.search(rf"(?<!\d){form}(?!\d)", text):
            return match[0], write(day, match[0])
    return None
