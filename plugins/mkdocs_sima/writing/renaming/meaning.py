"""Which of several entries of one ID a citation evidently means.

Four witnesses are heard: a file that the citation names, the words beside it, the folder that it
stands in or that a label above it names, and git, which knows which of the entries there were when
the line was written. A file that is named decides. Of the others none may contradict another, and
without any the answer is that nobody can tell: a citation that is moved wrongly is worse than one
that a person has to look at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_sima.knowledge_base.learning.numbered_folders import home_of
from mkdocs_sima.knowledge_base.lookup.bearers import name_key
from mkdocs_sima.knowledge_base.lookup.title_words import words_of
from mkdocs_sima.parsing.identity.file_names import speaking_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, Mention
    from mkdocs_sima.writing.renaming.earlier import Earlier

_ALONE = "only this one was there when the line was written"
_TELLING = 2  # words that name one of the entries and none of the others


class Meaning(NamedTuple):
    """What a citation means, if that is evident, and why."""

    path: str | None
    reason: str


class Witnesses:
    """All that tells which one of several entries is cited."""

    def __init__(self, kb: KnowledgeBase, bearers: Sequence[str], earlier: Earlier) -> None:
        self._kb = kb
        self._bearers = bearers
        self._earlier = earlier
        words = {path: _name_words(kb.documents[path]) for path in bearers}
        self._words = _only(words)
        self._places = _only({path: words_of(home_of(path).replace("/", " ")) for path in bearers})

    def meaning(self, document: Document, mention: Mention) -> Meaning:
        """Say which of the entries a mention of a document means."""
        if len(self._bearers) == 1:
            return Meaning(self._bearers[0], "no other entry bears the ID")
        if named := self._named(document, mention):
            return Meaning(named, "it names the file")
        said = {
            reason: path
            for reason, path in (
                ("the words beside it say so", self._worded(document, mention)),
                ("it stands in its folder", self._near(document)),
                ("the label above it names its folder", self._labelled(mention)),
                (_ALONE, self._written(document, mention)),
            )
            if path
        }
        meant = set(said.values())
        if len(meant) == 1:
            return Meaning(meant.pop(), " and ".join(said))
        return Meaning(None, "its signs contradict each other" if meant else "nothing tells which")

    def _named(self, document: Document, mention: Mention) -> str | None:
        """Return the file that is named: by the way to it, or by a name that one of them has."""
        if mention.form not in ("link", "file", "title"):
            return None
        leads = self._kb.resolve_link(document.path, mention.text)
        if leads.kind == "document" and leads.exact:
            return leads.path if leads.path in self._bearers else None
        written = mention.text.partition("#")[0].rstrip("/")
        by_path = [p for p in self._bearers if f"/{p}".endswith(f"/{written.lstrip('./')}")]
        key = name_key(written)
        by_name = [p for p in self._bearers if key in (name_key(p), name_key(speaking_name(p)))]
        return next((found[0] for found in (by_path, by_name) if len(found) == 1), None)

    def _worded(self, document: Document, mention: Mention) -> str | None:
        """Return the entry whose name the words beside a mention say, and no other's."""
        beside = words_of(mention.gloss or "") | words_of(_alone_on_line(document, mention))
        if mention.form == "file":  # a file name of old says what the entry was about
            beside |= words_of(mention.text)
        shared = {path: beside & words for path, words in self._words.items()}
        found = [path for path, words in shared.items() if words]
        if len(found) != 1:
            return None
        words, all_words = shared[found[0]], self._words[found[0]]
        return found[0] if len(words) >= _TELLING or words == all_words else None

    def _near(self, document: Document) -> str | None:
        if document.path in self._bearers:
            return None  # it would mean itself
        home = home_of(document.path)
        found = [path for path in self._bearers if home_of(path) == home]
        return found[0] if len(found) == 1 else None

    def _labelled(self, mention: Mention) -> str | None:
        words = words_of(mention.label or "")
        found = [path for path, names in self._places.items() if words & names]
        return found[0] if len(found) == 1 else None

    def _written(self, document: Document, mention: Mention) -> str | None:
        if document.path in self._bearers:
            return None  # its own text, where the number may have been changed once
        written = document.text[mention.start : mention.end]
        return self._earlier.meant(document.path, mention.line, written)


def _name_words(document: Document) -> frozenset[str]:
    own = words_of(document.id or "")
    return words_of(f"{document.title or ''} {speaking_name(document.path)}") - own


def _only(words: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Return for each path the words that none of the others has."""
    others = {path: [w for p, w in words.items() if p != path] for path in words}
    return {path: own.difference(*others[path]) for path, own in words.items()}


def _alone_on_line(document: Document, mention: Mention) -> str:
    """Return the line of a mention, if no other mention stands on it whose words these may be."""
    if any(m.line == mention.line and m.start != mention.start for m in document.mentions):
        return ""
    start = document.text.rfind("\n", 0, mention.start) + 1
    end = document.text.find("\n", mention.end)
    return document.text[start : end if end >= 0 else None]
