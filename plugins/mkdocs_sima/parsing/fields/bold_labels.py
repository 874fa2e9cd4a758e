"""Bold labels and their values: `**Status:** Active`, also several on one line."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from mkdocs_sima.parsing.fields.labels import fold_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.parsing.markdown.source import Source

_SIGN = r"[\u2022\u2190-\u2bff\U0001f000-\U0001faff]"  # an arrow, a bullet, an emoji
PREFIX = rf"[ \t>]*(?:[-*+][ \t]+|\d{{1,3}}[.)][ \t]+)?(?:(?:{_SIGN}[\ufe0f\u200d]?){{1,4}}[ \t]*)?"
_BEFORE_LABEL = re.compile(PREFIX)
_GAP = r"[ \t\u00a0\u202f]*"  # before a colon: French has an unbreakable blank there
BOLD = re.compile(
    PREFIX + rf"(\*\*|__)(?=[^\s*])([^*\n]{{1,60}}?){_GAP}(?:[:：]{_GAP}\1|\1{_GAP}[:：])"
)
# All bold text: whether it ends in a colon is seen faster afterwards. `__` is rare.
_STRONG = re.compile(rf"\*\*(?=[^\s*])([^*\n]{{1,61}})\*\*({_GAP}[:：])?")
_UNDERLINED = re.compile(rf"__(?=[^\s*])([^*\n]{{1,60}}?){_GAP}(?:[:：]{_GAP}__|__{_GAP}([:：]))")
_USUALLY_BEFORE = frozenset({"", "- "})  # a label, in its line
_REACH = 200  # characters of indent and list marker before a label; further on, a line has text
# A further label on the same line: "**Version:** 2 | **Date:** 2025-11-08".
_BESIDE = re.compile(r"(?:[|•·;][ \t]*|[ \t]{2})\*\*([^*\n:：]{1,60})[:：]\*\*")
_ENDS_VALUE = re.compile(r"[ \t]*(?:$|#|\||```|~~~|(?:[-*_][ \t]*){3,}$|[-*+]?[ \t]*(?:\*\*|__)\S)")
LIST_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\S")
_COLONS = (":", "：")  # the latter is Chinese
_BEFORE_COLON = " \t\u00a0\u202f"


def bold_labels(source: Source, known: frozenset[str]) -> Iterator[tuple[str, int, int, int]]:
    """Yield label, its offset, start and end of the value of each bold label.

    Args:
        source: the structure of the text.
        known: folded labels whose values may go on below.
    """
    text, masked, body = source.text, source.masked, source.body_start
    # Bold text is searched for and then what precedes it is looked at: lines are many more.
    found = _STRONG.finditer(masked, body)
    for match in chain(found, _UNDERLINED.finditer(masked, body)) if "__" in masked else found:
        inner, colon = match.groups()
        label = inner.rstrip(_BEFORE_COLON)
        if not colon:
            if not label.endswith(_COLONS) and match.re is _STRONG:
                continue
            label = label.rstrip(_BEFORE_COLON + ":：")
        begin, start = match.span()
        line_start = masked.rfind("\n", max(body, begin - _REACH), begin) + 1
        if not line_start and begin - body > _REACH:
            continue
        before = masked[line_start or body : begin]
        if before not in _USUALLY_BEFORE and not _BEFORE_LABEL.fullmatch(before):
            continue
        at = begin + 2
        label = text[at : at + len(label)]
        line_end = line_end_of(text, start)
        while masked.find("**", start, line_end) >= 0 and (
            beside := _BESIDE.search(masked, start, line_end)
        ):
            yield label, at, start, beside.start()
            label, at, start = text[beside.start(1) : beside.end(1)], beside.start(1), beside.end()
        if fold_label(label) in known:
            line_end = _value_end(text, start, line_end)
        yield label.rstrip(": \t"), at, start, line_end


def _value_end(text: str, start: int, end: int) -> int:
    """Return where a value ends that may go on below: a wrapped paragraph, or a list."""
    first = text[start:end]
    bare = not first.strip(" \t\\")
    if not bare and first.endswith(("  ", "\\")):
        return end
    position = end
    while position < len(text):
        line_end = line_end_of(text, position + 1)
        line = text[position + 1 : line_end]
        if not line.strip():
            # One blank line may part an empty label from its list.
            after = text[line_end + 1 : line_end_of(text, line_end + 1)]
            if not (bare and position == end and LIST_ITEM.match(after)):
                break
        elif _ENDS_VALUE.match(line) or (not bare and LIST_ITEM.match(line)):
            break
        position = line_end
    return position


def line_end_of(text: str, offset: int) -> int:
    """Return where the line of an offset ends, its line feed left out."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end
