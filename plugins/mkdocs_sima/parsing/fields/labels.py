"""Names under which authors put what a document says about itself, all in folded form."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_sima.settings.derived import of_settings

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from mkdocs_sima.model import Document, Field
    from mkdocs_sima.settings import Settings

_NOISE = re.compile(r"[\W_]+")


@lru_cache(maxsize=16384)  # a large knowledge base has that many headings
def fold_label(text: str) -> str:
    """Return a label or heading in lower case, its words parted by one blank, no signs."""
    if text.isascii() and text.replace(" ", "").isalnum():  # as most are: no signs to blank
        return " ".join(text.lower().split())
    return _NOISE.sub(" ", text).strip().lower()


def like(names: Collection[str]) -> re.Pattern[str]:
    """Return what texts begin with that may fold to one of these labels.

    Few headings do, and a look at the first letters tells so faster than folding them all.
    """
    words = sorted({name.partition(" ")[0] for name in names})
    return re.compile(rf"[\W_]*(?:{'|'.join(words)})", re.IGNORECASE)


ID = ("ref id", "refid", "id", "entry id", "document id")
TITLE = ("title", "name")
STATUS = ("status", "state", "current status")
PRIORITY = ("priority", "priority level")
SEVERITY = ("severity",)
CREATED = (
    "created", "date created", "creation date", "created on", "created at", "date added", "date",
)  # fmt: skip
DECIDED = ("date decided", "decided", "decision date")
UPDATED = (
    "last updated", "updated", "date updated", "last modified", "modified", "last update",
    "updated at", "lastmod", "last modified at", "modified at",
)  # fmt: skip
REVIEWED = (
    "reviewed", "last reviewed", "last review", "reviewed on", "reviewed at", "date reviewed",
    "review date",
)  # fmt: skip
CATEGORY = ("category",)
KEYWORDS = ("keywords", "keyword", "key words", "tags", "search keywords", "search terms")
SUMMARY = ("summary", "one line description", "description", "abstract", "tl dr")
PURPOSE = ("purpose", "primary purpose")
SUPERSEDED_BY = ("superseded by", "replaced by", "obsoleted by")

# What may stand in a section of its own ("## Priority", its value below), read as a field.
SECTIONS = frozenset({
    *ID, *TITLE, *STATUS, *PRIORITY, *SEVERITY, *CREATED, *UPDATED, *CATEGORY, *KEYWORDS,
    *SUPERSEDED_BY, "type",
})  # fmt: skip
# What is read as a field in a plain line ("Status: accepted") or a table row of the header.
PLAIN = SECTIONS | {*DECIDED, *SUMMARY, *PURPOSE, *REVIEWED}

SUMMARY_SECTIONS = frozenset(
    {"summary", "overview", "abstract", "tl dr", "introduction", "description"}
)

_OF_SETTINGS = {
    "id": ID, "title": TITLE, "status": STATUS, "priority": PRIORITY, "created": CREATED,
    "updated": UPDATED, "category": CATEGORY, "keywords": KEYWORDS, "summary": SUMMARY,
    "superseded-by": SUPERSEDED_BY,
}  # fmt: skip


def reviewed_field(document: Document) -> Field | None:
    """Return the field that says on which day somebody found a document still true."""
    return next((field for field in document.fields if fold_label(field.label) in REVIEWED), None)


class Labels(NamedTuple):
    """The labels of one knowledge base: those above, and its settings' own that mean the same."""

    own: Mapping[str, str]  # folded label of the settings → one of ours
    plain: frozenset[str]
    sections: frozenset[str]
    like_section: re.Pattern[str]
    summaries: frozenset[str]  # sections that sum the document up
    like_summary: re.Pattern[str]

    def label(self, written: str) -> str:
        """Return our label for one of the settings, any other as it is written."""
        return self.own.get(fold_label(written), written) if self.own else written


@of_settings
def labels_of(settings: Settings) -> Labels:
    """Return the labels that these settings know."""
    own = {
        folded: _OF_SETTINGS[field][0]
        for field, labels in settings.fields.items()
        for label in labels
        if (folded := fold_label(label))
    }
    sections, summaries = (
        known.union(label for label, ours in own.items() if ours in known)
        for known in (SECTIONS, SUMMARY_SECTIONS)
    )
    return Labels(own, PLAIN.union(own), sections, like(sections), summaries, like(summaries))
