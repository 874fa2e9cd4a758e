"""Find what a document says about itself: bold labels, plain lines, table rows, whole sections."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import chain
from typing import TYPE_CHECKING

from mkdocs_sima.model import Field
from mkdocs_sima.parsing.labels import SECTIONS, fold_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.model import FieldOrigin, FieldPlace
    from mkdocs_sima.parsing.labels import Labels
    from mkdocs_sima.parsing.source import Section, Source

_PREFIX = r"[ \t>]*(?:[-*+][ \t]+|\d{1,3}[.)][ \t]+)?"
_BEFORE_LABEL = re.compile(_PREFIX)
_GAP = r"[ \t\u00a0\u202f]*"  # before a colon: French has an unbreakable blank there
_BOLD = re.compile(
    _PREFIX + rf"(\*\*|__)(?=[^\s*])([^*\n]{{1,60}}?){_GAP}(?:[:：]{_GAP}\1|\1{_GAP}[:：])"
)
# All bold text: whether it ends in a colon is seen faster afterwards. `__` is rare.
_STRONG = re.compile(rf"\*\*(?=[^\s*])([^*\n]{{1,61}})\*\*({_GAP}[:：])?")
_UNDERLINED = re.compile(rf"__(?=[^\s*])([^*\n]{{1,60}}?){_GAP}(?:[:：]{_GAP}__|__{_GAP}([:：]))")
_USUALLY_BEFORE = frozenset({"", "- "})  # a label, in its line
# A further label on the same line: "**Version:** 2 | **Date:** 2025-11-08".
_BESIDE = re.compile(r"[ \t]*(?:[|•·;]|[ \t][ \t])[ \t]*\*\*([^*\n:：]{1,60})[:：]\*\*")
_LETTER = r"A-Za-z\u00c0-\u1fff\u3040-\u9fff\uac00-\ud7a3"  # of any script
_PLAIN = re.compile(
    _PREFIX + rf"([{_LETTER}][{_LETTER}’' -]{{1,30}}[\u00a0\u202f]?)(?::[ \t]+|：[ \t]*)(?=\S)"
)
_IN_HEADING = re.compile(r"([^:：]{1,30})[:：]\s*(\S.*)")
_ENDS_VALUE = re.compile(r"[ \t]*(?:$|#|\||```|~~~|(?:[-*_][ \t]*){3,}$|[-*+]?[ \t]*(?:\*\*|__)\S)")
_LIST_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\S")
_RULE = re.compile(r"[ \t]*(?:[-*_][ \t]*){3,}")
_END_MARK = re.compile(r"\W*end\b.*", re.IGNORECASE)
_BLANK = " \t\n\\"
_COLONS = (":", "：")  # the latter is Chinese
_BEFORE_COLON = " \t\u00a0\u202f"
_TAIL_LINES = 40
# The regex engine finds a literal line feed fast, while it tries `^` at every character.
_PLAIN_IN_TEXT = re.compile("\n" + _PLAIN.pattern)


def find_fields(
    source: Source, labels: Labels, extra_labels: frozenset[str] = frozenset()
) -> list[Field]:
    """Return every field of the body, in the order of the text.

    Args:
        source: the structure of the text.
        labels: those of the knowledge base.
        extra_labels: folded labels that count in plain lines beside those.
    """
    known = labels.plain | extra_labels
    head_end = _head_end(source, labels.sections)
    tail_start = _tail_start(source, head_end)

    text, lines = source.text, source.line_starts
    fields: list[Field] = []

    def add(label: str, at: int, start: int, end: int, origin: FieldOrigin) -> None:
        value = text[start:end].lstrip(_BLANK)
        start = end - len(value)
        value = value.rstrip(_BLANK)
        place: FieldPlace = "head" if at < head_end else "tail" if at >= tail_start else "body"
        line = bisect_right(lines, at)
        label = labels.label(label)
        fields.append(Field(label, value, start, start + len(value), line, origin, place))

    for label, at, start, end in _bold(source, known):
        add(label, at, start, end, "bold")
    for match in _plain(source, head_end):
        if fold_label(match[1]) in known:
            add(match[1], match.start(1), match.end(), _line_end(source.text, match.end()), "plain")
    for row_start, row_end in source.rows:
        if row_start >= head_end:
            break
        if cells := _two_cells(source.text[row_start:row_end]):
            label, value = cells
            if fold_label(label) in known:
                start = source.text.index(value, row_start + 1 + len(label))
                add(label, row_start, start, start + len(value), "table")
    fields.extend(_section_fields(source, labels))
    fields.sort(key=lambda field: field.start)
    return fields


def _plain(source: Source, end: int) -> Iterator[re.Match[str]]:
    if first := _PLAIN.match(source.masked, source.body_start, end):
        yield first
    yield from _PLAIN_IN_TEXT.finditer(source.masked, source.body_start, end)


def _bold(source: Source, known: frozenset[str]) -> Iterator[tuple[str, int, int, int]]:
    """Yield label, its offset, start and end of the value of each bold label."""
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
        line_start = masked.rfind("\n", body, begin) + 1 or body
        if masked[line_start:begin] not in _USUALLY_BEFORE and not _BEFORE_LABEL.fullmatch(
            masked, line_start, begin
        ):
            continue
        at = begin + 2
        label = text[at : at + len(label)]
        line_end = _line_end(text, start)
        while masked.find("**", start, line_end) >= 0 and (
            beside := _BESIDE.search(masked, start, line_end)
        ):
            yield label, at, start, beside.start()
            label, at, start = text[beside.start(1) : beside.end(1)], beside.start(1), beside.end()
        if fold_label(label) in known:
            line_end = _value_end(text, start, line_end)
        yield label.rstrip(": \t"), at, start, line_end


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def _value_end(text: str, start: int, end: int) -> int:
    """Return where a value ends that may go on below: a wrapped paragraph, or a list."""
    first = text[start:end]
    bare = not first.strip(" \t\\")
    if not bare and first.endswith(("  ", "\\")):
        return end
    position = end
    while position < len(text):
        line_end = _line_end(text, position + 1)
        line = text[position + 1 : line_end]
        if not line.strip():
            # One blank line may part an empty label from its list.
            after = text[line_end + 1 : _line_end(text, line_end + 1)]
            if not (bare and position == end and _LIST_ITEM.match(after)):
                break
        elif _ENDS_VALUE.match(line) or (not bare and _LIST_ITEM.match(line)):
            break
        position = line_end
    return position


def _two_cells(row: str) -> tuple[str, str] | None:
    cells = [cell.strip() for cell in row.strip().strip("|").split("|")]
    if len(cells) != 2 or not cells[1]:
        return None
    return cells[0].strip("*_:： "), cells[1]


def _section_fields(source: Source, labels: Labels) -> Iterator[Field]:
    """Yield the sections whose heading is a label: "## Priority" and, below it, "HIGH"."""
    sections = source.sections
    for number, section in enumerate(sections):
        heading = section.heading
        if not labels.like_section.match(heading.text):
            continue
        place: FieldPlace = "head" if heading.level <= 2 else "body"
        if fold_label(heading.text) in labels.sections:
            end = sections[number + 1].start if number + 1 < len(sections) else len(source.text)
            start, end = _section_value(source.text, section.body, end)
            value = source.text[start:end]
            label = labels.label(heading.text)
            yield Field(label, value, start, end, heading.line, "section", place)
        elif (match := _IN_HEADING.fullmatch(heading.text)) and (
            fold_label(match[1]) in labels.sections
        ):
            label = labels.label(match[1])
            yield Field(
                label, match[2], section.start, section.body, heading.line, "section", place
            )


def _section_value(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the text below a heading, up to the first rule that follows any."""
    position = first = last = start
    for line in text[start:end].splitlines(keepends=True):
        if _RULE.fullmatch(line.rstrip()):
            if last > first:
                break
        elif line.strip():
            first = first if last > first else position
            last = position + len(line.rstrip())
        position += len(line)
    return first, max(first, last)


def _head_end(source: Source, names: frozenset[str] = SECTIONS) -> int:
    """Return where the header ends: titles and field lines, and the first section's own text."""
    sections = source.sections
    for number, section in enumerate(sections):
        following = sections[number + 1].start if number + 1 < len(sections) else len(source.text)
        if section.heading.level == 1:
            if number and _has_prose(source, sections[number - 1], section.start):
                return section.start
        elif fold_label(section.heading.text) not in names:
            return following
    return len(source.text)


def header_block_end(source: Source) -> int:
    """Return where the lines before the first section end."""
    for section in source.sections:
        if section.heading.level > 1:
            return section.start
    return _head_end(source)


def _has_prose(source: Source, section: Section, end: int) -> bool:
    lines = source.text[section.body : end].split("\n")
    return any(line.strip() and not _is_frame(line) for line in lines)


def _is_frame(line: str) -> bool:
    """Whether a line is a field, a rule or an end mark rather than text."""
    return bool(_BOLD.match(line) or _RULE.fullmatch(line) or _END_MARK.fullmatch(line.strip(" *")))


def _tail_start(source: Source, head_end: int) -> int:
    """Return where the closing lines begin: fields, rules and end marks, nothing else."""
    starts = source.line_starts
    tail = len(source.text)
    undecided = False  # list items or wrapped text below a field that is yet to be seen
    for line in range(len(starts), max(0, len(starts) - _TAIL_LINES), -1):
        start, end = source.line_span(line)
        text = source.masked[start:end]
        if start < head_end:
            break
        if not text.strip():
            continue
        if _is_frame(text) and not _LIST_ITEM.match(text):
            if undecided and not _BOLD.match(text):
                break
            undecided = False
            tail = start
        elif text.lstrip().startswith("#"):
            break
        else:
            undecided = True
    return tail
