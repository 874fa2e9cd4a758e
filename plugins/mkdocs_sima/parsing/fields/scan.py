"""Find what a document says about itself: bold labels, plain lines, table rows, whole sections."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from mkdocs_sima.model import Field
from mkdocs_sima.parsing.fields.bold_labels import PREFIX, bold_labels, line_end_of
from mkdocs_sima.parsing.fields.frame import head_end, tail_start
from mkdocs_sima.parsing.fields.labels import fold_label
from mkdocs_sima.parsing.fields.section_fields import section_fields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.model import FieldOrigin, FieldPlace
    from mkdocs_sima.parsing.fields.labels import Labels
    from mkdocs_sima.parsing.markdown.source import Source

_LETTER = r"A-Za-z\u00c0-\u1fff\u3040-\u9fff\uac00-\ud7a3"  # of any script
_PLAIN = re.compile(  # or in italics
    PREFIX + rf"[*_]?((?![’' -])[{_LETTER}’' -]{{2,31}}[\u00a0\u202f]?)[*_]?"
    r"(?::[*_]?[ \t]+|：[ \t]*)(?=\S)"
)
# The regex engine finds a literal line feed fast, while it tries `^` at every character.
_PLAIN_IN_TEXT = re.compile("\n" + _PLAIN.pattern)
_BLANK = " \t\n\\"


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
    header_end = head_end(source, labels.sections)
    closing = tail_start(source, header_end)

    text, lines = source.text, source.line_starts
    fields: list[Field] = []

    def add(label: str, at: int, start: int, end: int, origin: FieldOrigin) -> None:
        value = text[start:end].lstrip(_BLANK)
        start = end - len(value)
        value = value.rstrip(_BLANK)
        place: FieldPlace = "head" if at < header_end else "tail" if at >= closing else "body"
        line = bisect_right(lines, at)
        label = labels.label(label)
        fields.append(Field(label, value, start, start + len(value), line, origin, place))

    for label, at, start, end in bold_labels(source, known):
        add(label, at, start, end, "bold")
    for match in _plain(source, header_end):
        if fold_label(match[1]) in known:
            add(
                match[1],
                match.start(1),
                match.end(),
                line_end_of(source.text, match.end()),
                "plain",
            )
    for row_start, row_end in source.rows:
        if row_start >= header_end:
            break
        if cells := _two_cells(source.text[row_start:row_end]):
            label, value = cells
            if fold_label(label) in known:
                start = source.text.index(value, row_start + 1 + len(label))
                add(label, row_start, start, start + len(value), "table")
    fields.extend(section_fields(source, labels))
    fields.sort(key=lambda field: field.start)
    return fields


def _plain(source: Source, end: int) -> Iterator[re.Match[str]]:
    if first := _PLAIN.match(source.masked, source.body_start, end):
        yield first
    yield from _PLAIN_IN_TEXT.finditer(source.masked, source.body_start, end)


def _two_cells(row: str) -> tuple[str, str] | None:
    cells = [cell.strip() for cell in row.strip().strip("|").split("|")]
    if len(cells) != 2 or not cells[1]:
        return None
    return cells[0].strip("*_:： "), cells[1]
