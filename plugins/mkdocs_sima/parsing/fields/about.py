"""What a document says about itself, read from its fields: the first header value wins."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from mkdocs_sima.parsing.fields import labels, values
from mkdocs_sima.parsing.fields.frame import header_block_end
from mkdocs_sima.parsing.fields.labels import fold_label
from mkdocs_sima.parsing.text.plain import cut_at_word, is_placeholder, plain_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs_sima.model import Field, FieldPlace, Priority
    from mkdocs_sima.parsing.fields.labels import Labels
    from mkdocs_sima.parsing.markdown.source import Source

_Value = TypeVar("_Value")
_ALL_MARKED = re.compile(r"(\*\*|__|\*|_)[^*\n]+\1:?")  # a heading in disguise, an end mark
# Signs by which other Markdown begins a block: `!!! note`, `=== "Tab"`, `::: module`.
_BLOCK_SIGN = re.compile(r"!!!|\?\?\?|===|:::|///|-+8<-+|\{[%{]|\[TOC\]")
_EXAMPLE = re.compile(r"\bexamples?\b", re.IGNORECASE)
_LONGEST_SUMMARY = 300


class About(NamedTuple):
    """What the fields of one document say."""

    status: str | None
    priority: Priority | None
    created: str | None
    updated: str | None
    category: str | None
    keywords: tuple[str, ...]
    summary: str | None
    superseded_by: str | None


def read_about(source: Source, own: Labels, *, is_entry: bool, lists_others: bool) -> About:
    """Read the fields of a document.

    Args:
        source: the structure of the text, with its fields.
        own: the labels of the knowledge base.
        is_entry: it is about one thing, so that what stands deep in it is still about that.
        lists_others: it is an index, so that only its first lines are about itself: fields in its
            sections are about the entries that it lists.
    """
    fields = _Fields(source, header_block_end(source) if lists_others else None)
    return About(
        status=fields.read(values.read_status, labels.STATUS),
        priority=fields.read(values.read_priority, labels.PRIORITY)
        or fields.read(values.read_priority, labels.SEVERITY),
        created=fields.read(values.read_date, labels.CREATED, labels.DECIDED),
        updated=fields.read(values.read_date, labels.UPDATED),
        category=fields.read(_one_line, labels.CATEGORY),
        keywords=_keywords(source, fields, is_entry),
        summary=_summary(source, fields, own),
        superseded_by=_superseded_by(fields),
    )


class _Fields:
    """Looks fields up by label, those of the header before those of the closing lines."""

    def __init__(self, source: Source, header_end: int | None) -> None:
        self._by_label: defaultdict[str, list[Field]] = defaultdict(list)
        for field in source.fields:
            if header_end is not None and field.place == "head":
                own = field.start < header_end or field.origin == "section"
                field = field if own else field._replace(place="body")
            self._by_label[fold_label(field.label)].append(field)

    def find(self, names: tuple[str, ...], *places: FieldPlace) -> Iterator[Field]:
        """Yield the fields of these names: by place, then by name, then by order."""
        for place in places:
            for name in names:
                yield from (f for f in self._by_label.get(name, ()) if f.place == place)

    def read(
        self, reader: Callable[[str], _Value | None], *names: tuple[str, ...]
    ) -> _Value | None:
        """Return the first value that can be read; earlier groups of names come first."""
        for place in _PLACES:
            for group in names:
                for field in self.find(group, place):
                    value = reader(field.value)
                    if value is not None:
                        return value
        return None


_PLACES: tuple[FieldPlace, ...] = ("head", "tail")


def _one_line(value: str) -> str | None:
    text = plain_text(value.strip().partition("\n")[0])
    return text if text and not is_placeholder(text) else None


def _keywords(source: Source, fields: _Fields, is_entry: bool) -> tuple[str, ...]:
    for field in fields.find(labels.KEYWORDS, "head", "tail"):
        if found := values.read_keywords(field.value):
            return found
    # In the text there may be one such field for the whole document, or one for each listed entry
    # and each example.
    inner = [f for f in fields.find(labels.KEYWORDS, "body") if f.value]
    if len(inner) != 1:
        return ()
    index = source.section_at(inner[0].start)
    if not is_entry and source.sections[index].heading.level > 2:
        return ()
    while index >= 0:
        if _EXAMPLE.search(source.sections[index].heading.text):
            return ()
        index = source.sections[index].parent
    return values.read_keywords(inner[0].value)


def _superseded_by(fields: _Fields) -> str | None:
    return fields.read(_one_line, labels.SUPERSEDED_BY) or fields.read(
        values.read_superseded_by, labels.STATUS
    )


def _summary(source: Source, fields: _Fields, own: Labels) -> str | None:
    stated = fields.read(_sentence, labels.SUMMARY)
    if stated:
        return stated
    for number, section in enumerate(source.sections):
        heading = section.heading.text
        if own.like_summary.match(heading) and fold_label(heading) in own.summaries:
            text = _first_paragraph(source, own, section.body, _next_start(source, number))
            if text:
                return text
    purpose = fields.read(_sentence, labels.PURPOSE)
    return purpose or _first_paragraph(source, own, source.body_start, len(source.text))


def _next_start(source: Source, number: int) -> int:
    following = number + 1
    return (
        source.sections[following].start if following < len(source.sections) else len(source.text)
    )


def _first_paragraph(source: Source, own: Labels, start: int, end: int) -> str | None:
    """Return the first paragraph of prose between two offsets."""
    fields = [field for field in source.fields if start <= field.start < end]
    taken = {field.line for field in fields}
    # Such lines stand together: what is between them is a label that nobody knows.
    plain = {field.line for field in fields if field.origin == "plain"}
    first = bisect_left(source.paragraphs, (start, start))
    for begin, stop in islice(source.paragraphs, first, None):
        if begin >= end:
            break
        section = source.section_at(begin)
        listed = section >= 0 and (
            fold_label(source.sections[section].heading.text) in own.sections
        )
        first_line, last_line = source.line_of(begin), source.line_of(max(begin, stop - 1))
        if listed or first_line in taken or plain & {*range(first_line, last_line + 1)}:
            continue
        if not any(c.isalpha() for c in source.masked[begin:stop]):
            continue  # nothing but code or addresses
        text = source.text[begin:stop].strip()
        if _BLOCK_SIGN.match(text):
            continue
        if not (text.endswith(":") or _ALL_MARKED.fullmatch(text)) and (found := _sentence(text)):
            return found
    return None


def _sentence(value: str) -> str | None:
    """Return a text as plain words, cut at a sentence or word where it is long."""
    text = plain_text(value[: 2 * _LONGEST_SUMMARY])
    if not any(c.isalpha() for c in text) or is_placeholder(text):
        return None
    if len(text) <= _LONGEST_SUMMARY:
        return text
    cut = text[:_LONGEST_SUMMARY]
    stop = max(cut.rfind(sign) for sign in (". ", "! ", "? ", "。", "！", "？"))
    return cut[: stop + 1] if stop > _LONGEST_SUMMARY // 3 else cut_at_word(cut, len(cut)) + " …"
