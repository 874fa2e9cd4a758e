"""invalid-field: a date that is none, a misspelt priority, or a status that nobody declared."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from mkdocs_sima.model import PRIORITIES
from mkdocs_sima.parsing.fields.values import read_priority
from mkdocs_sima.rules.evidence.positions import field_called, place, value_of
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, Field, Finding


DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
# "Last updated", "date", "Reviewed on": fields that hold a date.
DATED = re.compile(
    r"(?:last[ _-]*)?(?:date|created|updated|modified|reviewed)(?:[ _-]*(?:at|on|date))?", re.I
)


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report dates that no calendar has, misspelt priorities, status words not in `statuses`."""
    for path, document in kb.documents.items():
        for field, written, message in _wrong(document, kb.settings.statuses):
            where = place(document, field.line, written) if field else (1, 1)
            yield RULE.at(path, *where, message, subject=written)


def _wrong(
    document: Document, statuses: tuple[str, ...]
) -> Iterator[tuple[Field | None, str, str]]:
    """Yield the field (unless it can't be told), what is wrong in it, and why."""
    for field in document.fields:
        value = value_of(field)
        if not value[:4].isdigit():
            continue  # as for most fields; matching takes longer
        match = DATE.match(value)
        if match and DATED.fullmatch(field.label) and not _exists(*match.groups()):
            yield field, match[0], f"{match[0]} is no date"
    priority = field_called(document, "priority")
    if priority and (meant := _priority(written := value_of(priority))):
        yield priority, written, f"'{written}' is no priority; did you mean {meant}?"
    status = document.status
    if statuses and status and status.casefold() not in map(str.casefold, statuses):
        found = field_called(document, "status")
        written = value_of(found) if found else status
        known = ", ".join(statuses)
        yield found, written, f"'{written}' is no status; the settings know {known}"


def _priority(written: str) -> str | None:
    """Return the priority that is misspelt; another word, such as "Framework", is none."""
    if not written.isalpha() or read_priority(written):
        return None
    from difflib import get_close_matches  # loaded only where it is needed

    close = get_close_matches(written.lower(), PRIORITIES, 1, cutoff=0.74)
    return close[0] if close else None


def _exists(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


RULE = Rule(
    name="invalid-field",
    severity="warning",
    summary="A field holds a date that does not exist, or a status that the settings don't know.",
    example="**Date:** 2025-02-30  \n**Priority:** Hihg\n\nFebruary has no such day, and the "
    "priority is misspelt.",
    look=look,
    templates=False,
)
