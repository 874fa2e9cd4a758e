"""stale-status: an entry that another has replaced, and its status doesn't know."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from mkdocs_sima.model import Edit, Fix
from mkdocs_sima.rules.evidence.positions import field_called, locate
from mkdocs_sima.rules.evidence.successions import OVER, successions
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, Finding, Mention

_HOLDS = re.compile(
    r"\W*(accepted|active|adopted|approved|current|decided|final|implemented|in effect|in force"
    r"|living|stable|valid)\b",
    re.IGNORECASE,
)
# "Proposed: supersedes DEC-03" supersedes nothing yet.
_NOT_YET = re.compile(r"\W*(draft|idea|in review|open|planned|proposed|review|rfc|wip)\b", re.I)
_NEVER = re.compile(r"\W*(declined|rejected|withdrawn|abandoned)\b", re.IGNORECASE)
# "Partially supersedes DEC-03", "Supersedes: section 4 of DEC-03": the rest still holds.
_IN_PART = re.compile(r"\b(partial(?:ly)?|partly|in part|parts? of|sections?|some of)\b", re.I)
_WORDS = re.compile(r"\W*(?:superseded|superceded|replaced|obsoleted) by\b", re.IGNORECASE)


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report each entry whose status and whose succession say different things."""
    places = successions(kb)
    words = _words_of_base(kb) if places else ""
    for (older, newer), (path, mention) in sorted(places.items(), key=lambda item: item[0]):
        old, new = kb.documents[older], kb.documents[newer]
        if (
            (newer, older) in places  # a circle, which is another rule's
            or old.kind != "entry"
            or new.kind != "entry"
            or _IN_PART.search(_line_of(kb.documents[path], mention))
        ):
            continue
        status, name = new.status or "", new.id or new.display_title
        if _NEVER.match(status) and OVER.match(old.status or "") and path == older:
            message = f"{name} supersedes nothing: its status is {status}"
            yield RULE.of(old, mention, message)
        elif _NEVER.match(status) or _NOT_YET.match(status):
            continue
        elif _HOLDS.match(old.status or ""):
            yield _still_holds(old, new, f"{path}:{mention.line}", words)


def _still_holds(old: Document, new: Document, said_at: str, words: str) -> Finding:
    field = field_called(old, "status")
    match = _HOLDS.match(field.value) if field else None
    name = new.id or new.display_title
    message = f"the status is {old.status}, but {name} supersedes it ({said_at})"
    if not field or not match:
        return RULE.at(old.path, field.line if field else 1, 1, message, subject=name)
    written = match[0].lstrip("*_ ")
    at = old.text.find(written, field.start, field.end)
    if at < 0:
        return RULE.at(old.path, field.line, 1, message, subject=name)
    place = locate(old, at)
    fix = None
    if new.id and words:
        whole = field.value.strip("*_ ") == written  # else a date or a reason follows
        edit = Edit(*place, written, f"{words} {new.id}")
        fix = Fix(f"Write {words} {new.id}", (edit,), safe=whole)
    return RULE.at(old.path, *place, message, subject=name, fix=fix)


def _line_of(document: Document, mention: Mention) -> str:
    start = document.text.rfind("\n", 0, mention.start) + 1
    end = document.text.find("\n", mention.end)
    return document.text[start : end if end >= 0 else None]


def _words_of_base(kb: KnowledgeBase) -> str:
    """Return how this base says "Superseded by"; "" if its settings don't allow such a status."""
    if kb.settings.statuses:
        return ""
    fields = (field_called(document, "status") for document in kb.documents.values())
    matches = (_WORDS.match(field.value) for field in fields if field)
    found = Counter(match[0].lstrip("*_ ") for match in matches if match)
    return found.most_common(1)[0][0] if found else "Superseded by"


RULE = Rule(
    name="stale-status",
    severity="warning",
    summary="An entry was superseded by another one, and its status still says that it holds.",
    example="# DEC-11: Queues\n\n**Supersedes:** DEC-03\n\n"
    "DEC-03 still says `**Status:** Accepted`.",
    look=look,
    fix="Writes the status as superseded ones are written here; unsafe where more stands there.",
    templates=False,
)
