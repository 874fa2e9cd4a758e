"""invalid-field: a date that is none, or a status that nobody declared."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from mkdocs_sima.rules.places import field_called, place
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding


DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
DATED = re.compile(
    r"(?:last[ _-]*)?(?:date|created|updated|modified|reviewed)(?:[ _-]*(?:at|on|date))?", re.I
)


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report dates that no calendar has, and status words outside of `statuses`."""
    allowed = {word.casefold() for word in kb.settings.statuses}
    for path, document in kb.documents.items():
        for field in document.fields:
            value = field.value.strip("`* \"'")
            if not value[:4].isdigit():
                continue  # as for most fields; matching takes longer
            match = DATE.match(value)
            if match and DATED.fullmatch(field.label.strip(" *:")) and not _exists(*match.groups()):
                yield RULE.at(
                    path,
                    *place(document, field.line, match[0]),
                    f"{match[0]} is no date",
                    subject=match[0],
                )
        status = document.status
        if allowed and status and status.casefold() not in allowed:
            found = field_called(document, "status")
            written = found.value.strip("`* \"'") if found else status
            known = ", ".join(kb.settings.statuses)
            yield RULE.at(
                path,
                *(place(document, found.line, written) if found else (1, 1)),
                f"'{written}' is no status; the settings know {known}",
                subject=written,
            )


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
    example="**Date:** 2025-02-30\n\nFebruary has no such day.",
    look=look,
    templates=False,
)
