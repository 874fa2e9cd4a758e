"""The tables of a text, as far as rules ask: what heads the column that something stands in."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

_DELIMITER = re.compile(r"[ \t>]*+\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*$")


class _Table(NamedTuple):
    start: int  # span of the rows below the delimiter
    end: int
    heads: tuple[str, ...]  # what stands before, between and after the bars of the first row


def column_head(text: str, offset: int) -> str | None:
    """Return the head of the table column that an offset stands in; `None` outside of tables."""
    row = text[text.rfind("\n", 0, offset) + 1 : offset]
    if not row.lstrip(" \t>").startswith("|"):
        return None
    tables = _tables(text)
    at = bisect_right(tables, (offset, len(text), ())) - 1
    if at < 0 or offset >= tables[at].end:
        return None
    column = row.count("|") - row.count(r"\|")
    heads = tables[at].heads
    return heads[column] if column < len(heads) else None


@lru_cache(maxsize=1)  # a rule asks for one document after the other
def _tables(text: str) -> list[_Table]:
    tables = []
    above: str | None = None
    heads: tuple[str, ...] | None = None  # of the open table
    start = at = 0
    for line in text.split("\n"):
        if heads is not None and "|" not in line:
            tables.append(_Table(start, at, heads))
            heads = None
        at += len(line) + 1
        if heads is None and above and "|" in above and "-" in line and _DELIMITER.fullmatch(line):
            heads, start = tuple(above.strip(" \t>").split("|")), at
        above = line
    if heads is not None:
        tables.append(_Table(start, at, heads))
    return tables
