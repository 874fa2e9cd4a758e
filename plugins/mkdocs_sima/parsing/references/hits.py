"""Find the raw hits in masked text: IDs, file names, ranges and lists of numbers. One pass."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_sima.model import RefId
from mkdocs_sima.parsing.identity.grammar import PLACEHOLDER
from mkdocs_sima.parsing.identity.word_ends import LETTER

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from mkdocs_sima.model import Form
    from mkdocs_sima.parsing.identity.grammar import Grammar

_MAX_RANGE = 400  # numbers; a longer "range" is a typing error
_MAX_INNER = 5_000  # inner numbers in one text; beyond, ranges mean no more than their two ends

# What stands between the two ends of a range, and between the numbers of a list.
# The words are English, German, French and Spanish; Chinese writes its own without blanks.
_UNTIL = "(?:up |through )?to|through|thru|bis|à|hasta"
_AND = "and|und|et|y|or|oder|ou|o"
_TO = (
    r"(?:[ \t]?(?:–|—|\.\.\.?|…|[~～]|至|到)[ \t]?|[ \t]-[ \t]"
    rf"|[*`\s]{{1,5}}(?:{_UNTIL}|until)[*`\s]{{1,5}})"
)
_MORE = re.compile(
    rf"(?P<join>\s?[–—~～]\s?|\.\.\.?|…|-|\s?/\s?|[,;]\s?(?:(?:{_AND}|&)\s)?|[、，至到和]"
    rf"|\s(?:{_AND}|&|{_UNTIL})\s)"
    rf"(?P<number>\d{{1,5}})(?!{LETTER}|\.\d|:\d|%)"
)
_LIST_GOES_ON = re.compile(
    rf"[*`]*\s*(?:$|[,;:.)\]|/(–—~～…、，；：。）（至到和&-]|(?:{_AND}|{_UNTIL})\b)", re.MULTILINE
)
# A number with a zero before it is no amount: `LESS-01 through 03 cover …`, but a date `03 May`.
_TEXT_GOES_ON = re.compile(r"[*`]*\s+[^\W\d_A-Z]")
_RANGE_JOINS = re.compile(rf"\s?[–—~～-]\s?|\.\.\.?|…|[至到]|\s(?:{_UNTIL})\s")
# `LESS-XX.md`, `DEC-NNN-name.md`, `YYYY-MM-log.md`: a pattern, not a file.
_PLACEHOLDER_NAME = re.compile(rf"(?:^|[-_/]){PLACEHOLDER}(?:[-_./]|$)|YYYY")


class Hit(NamedTuple):
    """One raw mention: what is meant, and where it is written."""

    text: str
    form: Form
    start: int
    end: int
    ref_id: RefId | None


_RANGE = re.compile(rf"[*`]*{_TO}[*`]*")
# Searched for by its first characters, which is fast, and looked at closely then.
_EXTENSION = re.compile(r"\.(?:md|markdown)(?:#[\w-]+)?(?![\w{\[]|-\w|\.\w)", re.IGNORECASE)
# A star before a name makes it a pattern (`*-Index.md`); two stars are the mark of bold text.
_NAME_BEFORE = re.compile(
    r"(?<![\w\-./#\]}>])(?:(?<!\*)|(?<=\*\*)(?=\w))"
    r"(?:\.{0,2}/)?(?:[\w.%~+-]+/)*[\w.%+-]*\w\Z"
)
_LONGEST_PATH = 400


def scan(text: str, grammar: Grammar) -> Iterator[Hit]:
    """Yield the hits: all file names, then all IDs, each in the order of the text.

    The inner numbers of a range come after its first end.

    Args:
        text: masked text: what can hold no reference is blank.
        grammar: what an ID looks like.
    """
    taken = -1
    spans = []
    for match in _EXTENSION.finditer(text):
        begin = max(taken, match.start() - _LONGEST_PATH, 0)
        begin = max(begin, text.rfind(" ", begin, match.start()) + 1)  # no name has blanks
        if name := _NAME_BEFORE.search(text[begin : match.start()]):
            start, taken = begin + name.start(), match.end()
            spans.append((start, taken))
            written = text[start:taken]
            if not _PLACEHOLDER_NAME.search(written):
                ref_id = grammar.of_name(written.partition("#")[0])
                yield Hit(written, "file", start, taken, ref_id)
    yield from _ids(text, grammar, spans)
    yield from _said(text, grammar, spans)


def _ids(text: str, grammar: Grammar, names: list[tuple[int, int]]) -> Iterator[Hit]:
    ranges = _Ranges()
    last: Hit | None = None  # an ID that a range may start at
    at = 0
    names = [*names, (len(text), len(text))]
    for start in grammar.starts(text):
        while names[at][1] <= start:
            at += 1
        if names[at][0] <= start:
            continue  # a part of a file name
        match = grammar.id.match(text, start)
        if match is None:
            if stem := grammar.slugged.match(text, start):
                yield Hit(stem.group(), "file", start, stem.end(), grammar.ref_id(stem))
            continue
        hit = Hit(match.group(), "id", start, match.end(), grammar.ref_id(match))
        if last:
            hit = _of_same_scope(last, hit, text)
        if last and _is_range(last, hit, text):
            yield from ranges.between(last, hit)
        if last and _reserves(last, hit, text):
            continue
        yield hit
        last = yield from _numbers_after(hit, text, ranges)


def _said(text: str, grammar: Grammar, names: list[tuple[int, int]]) -> Iterator[Hit]:
    """Yield the IDs that are said rather than written: `ADR 7`, `TEPs 75 and 76`, `NIP01`."""
    ranges = _Ranges()
    for match in grammar.said(text):
        if not any(start <= match.start() < end for start, end in names):
            ref_id = grammar.ref_id(match)._replace(glue="-")
            hit = Hit(match.group(), "id", *match.span(), ref_id)
            yield hit
            yield from _numbers_after(hit, text, ranges)


def _of_same_scope(first: Hit, second: Hit, text: str) -> Hit:
    """Return the end of a range with the prefix of its begin: `AWS-LESS-01 to LESS-03`."""
    one, two = first.ref_id, second.ref_id
    if one is None or two is None or two.prefix or not one.prefix or one.type != two.type:
        return second
    is_range = _RANGE.fullmatch(text, first.end, second.start)
    return second._replace(ref_id=two._replace(prefix=one.prefix)) if is_range else second


def _is_range(first: Hit, second: Hit, text: str) -> bool:
    one, two = first.ref_id, second.ref_id
    if one is None or two is None or (one.prefix, one.type) != (two.prefix, two.type):
        return False
    return _RANGE.fullmatch(text, first.end, second.start) is not None


def _reserves(first: Hit, second: Hit, text: str) -> bool:
    """Whether a range ends in nines only: `LESS-01 to LESS-99` reserves numbers."""
    number = second.ref_id.number if second.ref_id else ""
    return number.strip("9") == "" and len(number) > 1 and _is_range(first, second, text)


class _Ranges:
    """Expands the ranges of one text, as long as they are not too many."""

    def __init__(self) -> None:
        self._left = _MAX_INNER

    def between(self, first: Hit, second: Hit) -> Iterator[Hit]:
        """Yield the numbers between the two ends, at the span of the whole range."""
        one, two = first.ref_id, second.ref_id
        if not (one and two):
            return
        head, low = _split(one.number)
        tail, high = _split(two.number)
        if head != tail or not low.isdigit() or not high.isdigit() or not high.strip("9"):
            return
        inner = int(high) - int(low) - 1
        if not 0 < inner < min(_MAX_RANGE, self._left):
            return
        self._left -= inner
        for number in range(int(low) + 1, int(high)):
            ref_id = RefId(one.prefix, one.type, f"{head}{number:0{len(low)}}", one.glue)
            yield Hit(str(ref_id), "range", first.start, second.end, ref_id)


def _split(number: str) -> tuple[str, str]:
    """Split `PY-03` into what stays the same in a range and the number that counts."""
    head, dash, tail = number.rpartition("-")
    return head + dash, tail


def _numbers_after(hit: Hit, text: str, ranges: _Ranges) -> Generator[Hit, None, Hit]:
    """Yield `LESS-39` for the 39 of `LESS-27/39`, and what `LESS-01, 03-08` stands for.

    Returns the last hit, at which a range may start.
    """
    ref_id = hit.ref_id
    if ref_id is None:
        return hit
    head, digits = _split(ref_id.number)
    last = hit
    while digits.isdigit():
        more = _MORE.match(text, last.end)
        if (
            more is None
            or len(more["number"]) != len(digits)
            or not _may_end(more["number"], text, more.end())
        ):
            break
        number = RefId(ref_id.prefix, ref_id.type, head + more["number"], ref_id.glue)
        new = Hit(str(number), "id", more.start("number"), more.end(), number)
        if _RANGE_JOINS.fullmatch(more["join"]):
            yield from ranges.between(last, new)
        yield new
        last = new
    return last


def _may_end(number: str, text: str, end: int) -> bool:
    """Whether what follows a number lets it be one of a list, not an amount: "10 minutes"."""
    if _LIST_GOES_ON.match(text, end):
        return True
    return number.startswith("0") and _TEXT_GOES_ON.match(text, end) is not None
