"""Types that nobody declared, but that a series of files is named after.

`Runbook-01-Restart.md`, `Runbook-02-…`, `Runbook-03-…`: three or more files with one name and
numbers of their own, all written with the same leading zeros, as only IDs are. Files that merely
count (`Session-2.md` … `Session-10.md`), or count anew in every folder, make no type.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_sima.settings import EntryType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_sima.settings import Settings

_ENOUGH = 3  # two may be chance
_NAMED = re.compile(r"([A-Z][A-Za-z0-9]{1,11})-(\d{1,4})(?:[-_. ](?!\d))")


def with_series(settings: Settings, paths: Iterable[str]) -> Settings:
    """Return the settings with a type for every series of files that has none.

    Args:
        settings: the declared types; what they call a type, in any case, stays theirs.
        paths: all documents, relative to the root.
    """
    known = {word.casefold() for t in settings.types.values() for word in (t.name, t.label)}
    known |= {rule.prefix.casefold() for rule in settings.scopes}
    numbers: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        match = _NAMED.match(path.rpartition("/")[2])
        if match and match[1].casefold() not in known:
            numbers[match[1]].append(match[2])
    found = {
        name: EntryType(name, name, f"{name}s", inferred=True)
        for name, series in sorted(numbers.items())
        if _is_series(series)
    }
    return replace(settings, types={**settings.types, **found}) if found else settings


def _is_series(numbers: list[str]) -> bool:
    return (
        len(numbers) >= _ENOUGH
        and len(set(numbers)) == len(numbers)
        and len({len(number) for number in numbers}) == 1
        and any(number.startswith("0") for number in numbers)
    )
