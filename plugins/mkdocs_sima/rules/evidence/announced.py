"""Whether a text says itself that what it cites does not exist: not yet, or no more.

Three things are read: the words beside a mention, the heads above it (headings, the label of its
list, the column of its table), and the sign or box before it. Plans are told from citations by
form: a list of files below "Next session" is to be written, a list of IDs there is to be read.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from mkdocs_sima.rules.evidence.table_headings import column_head

if TYPE_CHECKING:
    from mkdocs_sima.model import Document, Mention

_REACH = 120  # characters: of a very long line, only what stands near is about a reference

_ABSENT = (
    r"\b(?:next (?:available|free)|for future use|reserved (?:ids?|numbers?)|do(?:es)? not exist"
    r"|not (?:yet|currently) (?:assigned|available|created|used|written)"
    r"|to be (?:assigned|created|written)|(?:was|were) (?:deleted|merged|removed|renumbered)"
    r"|coming soon)\b|[⏳🔜🚧]"
)
_HEAD = re.compile(_ABSENT + r"|\b(?:planned|future(?!-)|upcoming)\b", re.IGNORECASE)
_LINE = re.compile(
    _ABSENT + r"|[(,|]\s*planned\s*[),|]|\bplanned:|[(|❌✗]\s*(?:not found|missing)\b"
    r"|\((?:if|once|when) (?:created|written)\b",
    re.IGNORECASE,
)
# What stands right before an ID or a name that is left out, or no more.
_NOT_MEANT = re.compile(
    r"\b(?:excluding|except(?:ing| for)?)[\s:*_`\"'(\[]+(?:[\w-]*\d[\w-]*[\s,&*_`]+(?:and |or )?)*$"
    r"|\b(?:formerly|previously|(?:moved|renamed) from|old (?:id|file|name|path))\b"
    r"[\s:*_`\"'(\[]*$",
    re.IGNORECASE,
)
# What stands right before the name of a file that is to be made.
_TO_MAKE = re.compile(
    r"\b(?:creat(?:es?|ing)|generat(?:es?|ing)|writ(?:es?|ing)|draft(?:s|ing)?)\b"
    r"(?: (?:an?|the|new|artifact|document|entry|file))*[\s:*_`\"'(\[]*$",
    re.IGNORECASE,
)
_PLANNED_FILES = re.compile(
    r"\b(?:backlog|could be|(?:not |if )(?:created|started|written)|optional|pending|proposed"
    r"|remaining|roadmap|still need(?:ed|s)?|to ?do|(?:files|types) needed"
    r"|next (?:actions?|phase|priorit(?:y|ies)|sessions?|steps?|tasks?))\b"
    r"|^new$|^missing\b|\b(?:broken|dead|missing) (?:entries|files?|links?|references?)\b"
    r"|\bdiscrepanc(?:y|ies)\b|(?:^|[:.)] *)(?:files? to )?(?:create|generate|write)\b",
    re.IGNORECASE,
)
# "LESS-30 (to do)", "`notes.md` (if created)"
_OPTIONAL = re.compile(
    r"[ *_`]*[(,][^()\n]*?\b(?:create if|if created|optional|pending|proposed|tbd|to ?do)\b",
    re.IGNORECASE,
)
_ITEM_START = re.compile(r"[\s>]*(?:(?:[-*+•]|\d{1,3}[.)])\s+|\|)(?:\[ \]\s+)?[^\w\[|\n]*")
# "the old `handlers.md`": it is said to be gone.
_OLD = re.compile(r"\b(?:deprecated|former|legacy|obsolete|old|original|previous)\b", re.IGNORECASE)


def is_announced(document: Document, mention: Mention) -> bool:
    """Return whether the text around a mention says that there is no such document."""
    heads = mention.label.split(" / ") if mention.label else []
    if any(_says_absent(head) for head in heads) or is_former(document, mention):
        return True
    before, after = _line_around(document.text, mention)
    if _LINE.search(before + mention.text + after) or _NOT_MEANT.search(before):
        return True
    if mention.form != "file":
        return False
    if _TO_MAKE.search(before):
        return True
    if mention.where != "prose":
        return False
    if _OPTIONAL.match(after):
        return True
    return leads_item(document, mention) and any(_plans_files(head) for head in heads)


def leads_item(document: Document, mention: Mention) -> bool:
    """Return whether a mention begins an item of a list, not ticked, or a row of a table."""
    before, _ = _line_around(document.text, mention)
    return _ITEM_START.fullmatch(before) is not None


def is_former(document: Document, mention: Mention) -> bool:
    """Return whether a name stands in a table's column of old names."""
    head = column_head(document.text, mention.start)
    return head is not None and _OLD.search(head) is not None


@lru_cache(maxsize=1024)
def _says_absent(head: str) -> bool:
    return _HEAD.search(head) is not None


@lru_cache(maxsize=1024)
def _plans_files(head: str) -> bool:
    return _PLANNED_FILES.search(head) is not None


def _line_around(text: str, mention: Mention) -> tuple[str, str]:
    """Return what stands on the line before and after a mention, as far as it is near."""
    start = max(text.rfind("\n", 0, mention.start) + 1, mention.start - _REACH)
    end = text.find("\n", mention.end)
    end = min(end if end >= 0 else len(text), mention.end + _REACH)
    return text[start : mention.start], text[mention.end : end]
