"""Where generated pages lie, so that an entry's card can link to them before they are built."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING

from mkdocs_sima.parsing.text.plain import cut_at_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document

_INDEX_NAMES = frozenset({"index.md", "readme.md"})
_FOLDERS = ("browse", "sima", "sima-browse")
_NO_WORD = re.compile(r"[^\w]+")
_LONGEST_STATUS = 40
# "Accepted (2024-03)", "Superseded → DEC-07": both are counted by their first words.
_STATUS_END = re.compile(r"\s*[(（:：,，;；.。|/–—]|\s-\s|\s→")


def slugs(values: Iterable[str]) -> dict[str, str]:
    """Return a slug for each value, all different, whatever the values hold."""
    taken: set[str] = set()
    numbers: dict[str, int] = {}  # the last that made a slug its own
    found: dict[str, str] = {}
    for value in sorted(set(values)):
        words = _NO_WORD.sub("-", unicodedata.normalize("NFKC", value).lower()).strip("-_")
        base = slug = words[:60] or "other"
        while slug in taken or slug == "index":
            numbers[base] = numbers.get(base, 1) + 1
            slug = f"{base}-{numbers[base]}"
        taken.add(slug)
        found[value] = slug
    return found


def status_of(document: Document) -> str:
    """Return a status in the form in which statuses are compared: `✅ Active (v2)` → `active`."""
    words = _STATUS_END.split(document.status or "", maxsplit=1)[0]
    status = " ".join(re.sub(r"[^\w\s-]", " ", words).split()).strip("-_ ").lower()
    return status if len(status) <= _LONGEST_STATUS else cut_at_word(status, _LONGEST_STATUS)


def initial_of(keyword: str) -> str:
    """Return the letter under which an index lists a keyword; `0` stands for all that is none."""
    for char in unicodedata.normalize("NFKD", keyword):
        if char.isalpha():
            return char.lower() if char.isascii() else char
        if char.isdigit():
            break
    return "0"


class Places:
    """The URIs of generated pages of one knowledge base; they collide with no document."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        names = {path.split("/", 1)[0] for path in kb.files} | {
            path.split("/", 1)[0] for path in kb.documents
        }
        self.folder = next((name for name in _FOLDERS if name not in names), "sima-pages")
        self.has_own_home = any(name.lower() in _INDEX_NAMES for name in names)
        """Whether the root holds the owner's own `index.md` or `README.md`."""
        self.home = f"{self.folder}/index.md" if self.has_own_home else "index.md"
        self.catalogue = f"{self.folder}/catalogue.md"
        self.map = f"{self.folder}/map.md"
        self.types = f"{self.folder}/types/index.md"
        self.scopes = f"{self.folder}/scopes/index.md"
        self.statuses = f"{self.folder}/status/index.md"
        self.keywords = f"{self.folder}/keywords/index.md"
        self.health = f"{self.folder}/health.md"
        self.recent = f"{self.folder}/recent.md"
        self.feed = f"{self.folder}/feed.xml"

    def type(self, name: str) -> str:
        """Return the URI of the page that lists a type's entries."""
        return f"{self.folder}/types/{self._types[name]}.md"

    def feed_of(self, name: str) -> str:
        """Return the URI of the feed of a type."""
        return f"{self.folder}/types/{self._types[name]}.xml"

    def scope(self, path: str) -> str:
        """Return the URI of the page that lists what a scope holds; `path` is the scope's."""
        return f"{self.folder}/scopes/{self._scopes[path]}.md"

    def status(self, status: str) -> str:
        """Return the URI of the page of a status as `status_of` gives it."""
        return f"{self.folder}/status/{self._statuses[status]}.md"

    def keyword(self, keyword: str) -> str:
        """Return the URI of a keyword's place, an anchor on the page of its initial."""
        page = self.initial(initial_of(keyword))
        return f"{page}#{self._keywords[keyword]}"

    def initial(self, initial: str) -> str:
        """Return the URI of the page of the keywords that begin with a letter."""
        return f"{self.folder}/keywords/{self._initials[initial]}.md"

    def permanent(self, ref_id: str) -> str:
        """Return the URI, as it is served, of the page that leads to the bearer of an ID."""
        return f"id/{ref_id}/index.html"

    @cached_property
    def _types(self) -> dict[str, str]:
        return slugs(doc.ref_id.type for doc in self._kb.documents.values() if doc.ref_id)

    @cached_property
    def _scopes(self) -> dict[str, str]:
        named = {scope.path: scope.path or "general" for scope in self._kb.scopes}
        unique = slugs(named.values())
        return {path: unique[name] for path, name in named.items()}

    @cached_property
    def _statuses(self) -> dict[str, str]:
        return slugs(filter(None, map(status_of, self._kb.documents.values())))

    @cached_property
    def _keywords(self) -> dict[str, str]:
        return slugs(kw for doc in self._kb.documents.values() for kw in doc.keywords)

    @cached_property
    def _initials(self) -> dict[str, str]:
        return slugs({initial_of(keyword) for keyword in self._keywords})
