"""A number in the forms in which people write it: `ADR-0316`, `ADR 316`, `0316-slug`, `316.`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_sima.model import RefId


def pattern(old: RefId) -> str:
    """Return the source of a pattern that finds an ID's number, with or without its zeros."""
    if old.number.isdecimal():
        return rf"(?<!\d)0*{int(old.number)}(?!\d)"
    return rf"(?<!\w){re.escape(old.number)}(?!\w)"


def renumbered(written: str, old: RefId, new: RefId) -> str | None:
    """Return a text that names `old` so that it names `new`, by its last number; else `None`.

    Zeros stand where they stood: `ADR 7` becomes `ADR 8` and `0007` becomes `0008`.
    """
    matches = list(re.finditer(pattern(old), written, re.IGNORECASE))
    if not matches:
        return None
    match = matches[-1]
    return written[: match.start()] + _as_wide(match[0], new.number) + written[match.end() :]


def leading(written: str, old: RefId, new: RefId) -> tuple[str, str] | None:
    """Return the number that a name or heading begins with, and the new one in its form.

    `0316-slug`, `adr_0316`, `316. Title` begin with it; `2024-0316` does not.
    """
    begin = rf"[\W_]*(?:(?i:{re.escape(old.type)})[-_ ]?)?({pattern(old)})(?![^\W_]|\.\d)"
    match = re.match(begin, written, re.IGNORECASE)
    return (match[1], _as_wide(match[1], new.number)) if match else None


def _as_wide(before: str, number: str) -> str:
    if not (before.isdecimal() and number.isdecimal()):
        return number
    return str(int(number)).zfill(len(before) if before.startswith("0") else 0)
