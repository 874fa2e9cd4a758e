"""What a version of a document says about itself, and how two versions differ, in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_sima.parsing.fields.labels import fold_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_sima.model import Document
    from mkdocs_sima.site.languages.translations import Words

_WORD = re.compile(r"\w+")
_NAMED = 5  # references and keywords that are named


class VersionFacts(NamedTuple):
    """What is compared of two versions."""

    title: str
    status: str
    priority: str
    superseded_by: str
    keywords: tuple[str, ...]
    cites: tuple[str, ...]  # IDs, as written
    words: int


def version_facts(document: Document) -> VersionFacts:
    """Return the facts of a document."""
    cites = (mention.text for mention in document.mentions if mention.form == "id")
    return VersionFacts(
        document.display_title,
        document.status or "",
        document.priority or "",
        document.superseded_by or "",
        document.keywords,
        tuple(dict.fromkeys(cites)),
        len(_WORD.findall(document.text, document.body_start)),
    )


def in_words(old: VersionFacts, new: VersionFacts, t: Words) -> Iterator[str]:
    """Yield what changed from one version to another: fields, references, length."""
    if new.superseded_by and not old.superseded_by:
        yield t("Superseded by {name}", name=new.superseded_by)
    elif old.status != new.status:
        before, after = (t(s.status) if s.status else "–" for s in (old, new))
        yield t("Status: {old} → {new}", old=before, new=after)
    if fold_label(old.title) != fold_label(new.title):
        yield t("The title was “{title}”", title=old.title)
    if old.priority != new.priority:
        before, after = (t(s.priority) if s.priority else "–" for s in (old, new))
        yield t("Priority: {old} → {new}", old=before, new=after)
    if added := _beyond(new.cites, old.cites):
        yield t("Refers to {names}", names=added)
    if gone := _beyond(old.cites, new.cites):
        yield t("No longer refers to {names}", names=gone)
    if added := _beyond(new.keywords, old.keywords):
        yield t("New keywords: {names}", names=added)
    more = new.words - old.words
    if more > 0:
        yield t("{count} words more", count=more)
    elif more < 0:
        yield t("{count} words fewer", count=-more)


def _beyond(one: Sequence[str], other: Sequence[str]) -> str:
    """Return what is in one list and not in the other, as a text."""
    names = [name for name in one if name not in other]
    return ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
