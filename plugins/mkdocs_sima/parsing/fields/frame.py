"""What frames a document: its header lines and its closing lines, which are about itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_sima.parsing.fields.bold_labels import BOLD, LIST_ITEM
from mkdocs_sima.parsing.fields.labels import SECTIONS, fold_label

if TYPE_CHECKING:
    from mkdocs_sima.parsing.markdown.source import Section, Source

RULE = re.compile(r"[ \t]*(?:[-*_][ \t]*){3,}")
# **End of document**, "end of AP-10": a closing line, no text.
_END_MARK = re.compile(r"\W*end\b.*", re.IGNORECASE)
_TAIL_LINES = 40


def head_end(source: Source, names: frozenset[str] = SECTIONS) -> int:
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
    return head_end(source)


def tail_start(source: Source, header_end: int) -> int:
    """Return where the closing lines begin: fields, rules and end marks, nothing else."""
    starts = source.line_starts
    tail = len(source.text)
    undecided = False  # list items or wrapped text below a field that is yet to be seen
    for line in range(len(starts), max(0, len(starts) - _TAIL_LINES), -1):
        start, end = source.line_span(line)
        text = source.masked[start:end]
        if start < header_end:
            break
        if not text.strip():
            continue
        if _is_frame(text) and not LIST_ITEM.match(text):
            if undecided and not BOLD.match(text):
                break
            undecided = False
            tail = start
        elif text.lstrip().startswith("#"):
            break
        else:
            undecided = True
    return tail


def _has_prose(source: Source, section: Section, end: int) -> bool:
    lines = source.text[section.body : end].split("\n")
    return any(line.strip() and not _is_frame(line) for line in lines)


def _is_frame(line: str) -> bool:
    """Whether a line is a field, a rule or an end mark rather than text."""
    return bool(BOLD.match(line) or RULE.fullmatch(line) or _END_MARK.fullmatch(line.strip(" *")))
