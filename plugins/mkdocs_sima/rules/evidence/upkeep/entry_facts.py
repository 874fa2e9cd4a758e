"""What of an entry others rely on: its title, its fields, its core; and whether that has changed.

The core is what a decision decides and a lesson teaches. A word that was corrected there is no
change; a number, or a *not*, is one.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_sima.parsing.fields.labels import fold_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_sima.model import Document

_CORE = re.compile(
    r"(?:the |our |key )?(?:decision(?: outcome)?|outcome|lesson(?: learned)?|rule|solution|fix"
    r"|resolution|prevention|what we (?:decided|learned)|takeaway)s?"
)
_WORD = re.compile(r"\w+(?:[.,]\d+)?")
_DECISIVE = re.compile(r"\d.*|not?|never|only|must|always|kein\w*|nicht|nie|pas|jamais|nunca|不")
_FEW_WORDS, _FEW_PERCENT = 6, 4  # a word in place of another counts twice


class Facts(NamedTuple):
    """What others rely on."""

    title: str
    status: str
    superseded_by: str
    core: str  # all of the text, where no part of it is marked as the core
    is_marked: bool


def facts_of(document: Document) -> Facts:
    """Return the facts of one version of an entry."""
    core = "\n".join([*_core_sections(document), *_core_fields(document)])
    text = core or document.text[document.body_start :]
    return Facts(
        document.display_title,
        document.status or "",
        document.superseded_by or "",
        text,
        bool(core),
    )


def differences(old: Facts, new: Facts) -> list[str]:
    """Return what of an entry is another than it was, in words; nothing if that is a trifle."""
    found = []
    if fold_label(old.title) != fold_label(new.title):
        found.append(f"the title (it was '{old.title}')")
    if (old.status, old.superseded_by) != (new.status, new.superseded_by):
        found.append(f"the status ({old.status or 'none'} → {new.status or 'none'})")
    if old.is_marked == new.is_marked and _says_else(old.core, new.core):
        found.append("what it says at its core" if new.is_marked else "the text")
    return found


def _core_sections(document: Document) -> list[str]:
    lines = document.text.split("\n")
    found = []
    for number, heading in enumerate(document.headings):
        if heading.level > 1 and _CORE.fullmatch(fold_label(heading.text)):
            below = document.headings[number + 1 :]
            end = next((h.line for h in below if h.level <= heading.level), len(lines) + 1)
            found.append("\n".join(lines[heading.line : end - 1]))
    return found


def _core_fields(document: Document) -> list[str]:
    return [
        field.value
        for field in document.fields
        if field.origin in ("bold", "plain") and _CORE.fullmatch(fold_label(field.label))
    ]


def _says_else(old: str, new: str) -> bool:
    one, other = (_WORD.findall(text.casefold()) for text in (old, new))
    if one == other:
        return False
    if _decisive(one) != _decisive(other):
        return True
    from rapidfuzz.distance import Indel  # slow to import

    most = max(_FEW_WORDS, len(other) * _FEW_PERCENT // 100)
    return Indel.distance(one, other) > most


def _decisive(words: Iterable[str]) -> Counter[str]:
    return Counter(word for word in words if _DECISIVE.fullmatch(word))
