"""IDs as people say them: `ADR 7`, `RFC #311`, `TEPs 75`, `nip44`, `gRFC A61`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_sima.parsing.identity.word_ends import FIRST_WIDE, ID_END

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ENDS = re.compile(r"[\])]?\s*(?:[:：.|–—]|-\s|$)")  # "ADR 7: …", but not "ADR 7 was …"


def said_pattern(types: Sequence[str], lettered: bool) -> re.Pattern[str] | None:
    """Return the pattern of the IDs of some types, `None` if nobody would say one so.

    "Workflow 5" heads a list of five anywhere; nobody counts by "ADR 5".

    Args:
        types: the names.
        lettered: whether numbers may begin with a letter.
    """
    types = [name for name in types if name.isalpha() and sum(map(str.isupper, name)) > 1]
    if not types:
        return None
    types.sort(key=len, reverse=True)
    names, small = "|".join(types), "|".join(map(str.lower, types))
    number = rf"{'[A-Z]?' if lettered else ''}\d{{1,5}}"
    return re.compile(  # what must not stand before it is looked at later: so it is found faster
        rf"(?P<type>{names}|(?:{small})(?=\d\d))(?P<prefix>)"
        rf"(?:(?:s(?=[ \u00a0]))?[ \u00a0_]?#?(?={number}{ID_END})|-(?=\d+-[a-z]))"
        rf"(?P<number>{number})"
    )


def find_said(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that begin a word."""
    for match in pattern.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if not before or not (before in "-_" or (before.isalnum() and before < FIRST_WIDE)):
            yield match


def heads_with(pattern: re.Pattern[str], heading: str, start: int) -> re.Match[str] | None:
    """Match the ID that a heading begins with, if a sign separates it from the title."""
    match = pattern.match(heading, start)
    return match if match and _ENDS.match(heading, match.end()) else None
