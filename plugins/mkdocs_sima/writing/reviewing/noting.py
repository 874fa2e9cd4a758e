"""Note a review where an entry has its dates, in a line like theirs."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from mkdocs_sima.parsing.fields.labels import CREATED, STATUS, UPDATED, fold_label, reviewed_field
from mkdocs_sima.writing.edits import LINE
from mkdocs_sima.writing.reviewing.date_forms import date_like

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from mkdocs_sima.model import Document, Field

LABEL = "Reviewed"
_ANCHORS = (UPDATED, CREATED, STATUS)  # beside which a review is noted, the best first
_NAME = re.compile(r"[^\W\d_]\w*(?: \w+)*")


def label_of(documents: Iterable[Document]) -> str:
    """Return what the knowledge base calls a review."""
    fields = filter(None, map(reviewed_field, documents))
    labels = Counter(field.label for field in fields if field.origin != "yaml")
    return labels.most_common(1)[0][0] if labels else LABEL


def reviewed(document: Document, text: str, label: str, day: date) -> str:
    """Return the text of an entry's file with the day of a review in it.

    Args:
        document: the entry.
        text: its file, line ends as they are.
        label: what this knowledge base calls it.
        day: when.
    """
    lines = LINE.findall(text)
    field = reviewed_field(document)
    if field and 0 < field.line <= len(lines):
        old = lines[field.line - 1]
        if found := date_like(old, day):
            lines[field.line - 1] = old.replace(*found, 1)
        elif field.value in old and field.value:  # "never"
            lines[field.line - 1] = old.replace(field.value, day.isoformat(), 1)
        return "".join(lines)
    heads = [field for field in document.fields if field.place == "head"]
    for beside in (
        field for known in _ANCHORS for field in heads if fold_label(field.label) in known
    ):
        if line := _like(lines, beside, label, day):
            return "".join(_inserted(lines, beside.line - 1, line))
    return "".join(_below_title(document, lines, f"**{label}:** {day.isoformat()}"))


def _like(lines: list[str], field: Field, label: str, day: date) -> str | None:
    """Return a line such as that of a field, with another label and the day as its value."""
    if field.origin == "section" or not 0 < field.line <= len(lines):
        return None
    line, value = lines[field.line - 1], field.value.partition("\n")[0]
    at, name = line.rfind(value), _NAME.search(line)
    if not value or at < 0 or name is None or fold_label(name[0]) != fold_label(field.label):
        return None
    if name[0].islower():  # `created:` of YAML
        label = label.lower().replace(" ", "_")
    found = date_like(value, day)
    said = found[1] if found else day.isoformat()
    return line[: name.start()] + label + line[name.end() : at] + said + line[at + len(value) :]


def _end_of(line: str) -> int:
    """Return where the text of a line ends, before what breaks it."""
    return len(line.rstrip("\r\n").rstrip(" \t\\"))


def _inserted(lines: list[str], at: int, line: str) -> list[str]:
    """Put a line below another, or above it if that is the last one of a paragraph.

    Lines of a header end with two blanks; the last one need not.
    """
    breaks = lines[at - 1][_end_of(lines[at - 1]) :] if at else ""
    if breaks.strip("\r\n") and not lines[at][_end_of(lines[at]) :].strip("\r\n"):
        return [*lines[:at], line.rstrip("\r\n") + breaks, *lines[at:]]
    if not lines[at].endswith(("\n", "\r")):  # the last line of the file
        return [*lines[:at], line + "\n", *lines[at:]]
    return [*lines[: at + 1], line, *lines[at + 1 :]]


def _below_title(document: Document, lines: list[str], line: str) -> list[str]:
    newline = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    title = next((h.line for h in document.headings if h.level == 1), 0)
    if not title:
        title = document.text.count("\n", 0, document.body_start)
        return [*lines[:title], line + newline, newline, *lines[title:]]
    if not lines[title - 1].endswith(("\n", "\r")):
        lines[title - 1] += newline
    return [*lines[:title], newline, line + newline, *lines[title:]]
