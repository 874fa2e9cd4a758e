"""Whole sections that serve as fields: "## Priority" and, below it, "HIGH"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_sima.model import Field
from mkdocs_sima.parsing.fields.frame import RULE
from mkdocs_sima.parsing.fields.labels import fold_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.model import FieldPlace
    from mkdocs_sima.parsing.fields.labels import Labels
    from mkdocs_sima.parsing.markdown.source import Source

_IN_HEADING = re.compile(r"([^:：]{1,30})[:：]\s*(\S.*)")


def section_fields(source: Source, labels: Labels) -> Iterator[Field]:
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
        if RULE.fullmatch(line.rstrip()):
            if last > first:
                break
        elif line.strip():
            first = first if last > first else position
            last = position + len(line.rstrip())
        position += len(line)
    return first, max(first, last)
