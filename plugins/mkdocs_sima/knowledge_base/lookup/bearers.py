"""Look-up tables: REF-ID, bare ID and file name to the documents that bear them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.lookup.foreign import foreign_types
from mkdocs_sima.knowledge_base.lookup.paths import composed, is_document_name
from mkdocs_sima.knowledge_base.lookup.title_words import words_of
from mkdocs_sima.parsing.identity.file_names import stem_of
from mkdocs_sima.parsing.identity.grammar import Grammar, fold_id, key_of
from mkdocs_sima.settings import default_types
from mkdocs_sima.settings.defaults import EVERYDAY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_sima.model import Document, RefId
    from mkdocs_sima.settings import Settings

_COMMON = 0.1  # share of the entries from which on a word is common
_KIN = 3  # entries of one type and prefix from which on their names can be compared
_SEPARATORS = re.compile(r"[\s_\-]+")


def name_key(name: str) -> str:
    """Fold a file name: case, extension, and the difference of `_`, `-` and blank go."""
    base = composed(stem_of(name))
    return _SEPARATORS.sub("-", base).strip("-").casefold()


def fold_title(title: str) -> str:
    """Fold a title: case and the number of its blanks don't count."""
    return " ".join(title.casefold().split())


class Index:
    """Every spelling that finds a document. Values are tuples of paths, sorted."""

    def __init__(self, documents: Mapping[str, Document], settings: Settings) -> None:
        grammar = Grammar.of(settings)
        ids: dict[str, set[str]] = defaultdict(set)
        alias_ids: dict[str, set[str]] = defaultdict(set)
        bare: dict[str, set[str]] = defaultdict(set)
        names: dict[str, set[str]] = defaultdict(set)
        tails: dict[str, set[str]] = defaultdict(set)
        texts: dict[int, list[str]] = defaultdict(list)
        self.documents = documents
        self._words: dict[str, frozenset[str]] = {}
        self._name_words: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        for path, document in documents.items():
            names[name_key(path)].add(path)
            own = document.ref_id
            if own:
                ids[key_of(own)].add(path)
                bare[fold_id(own.bare)].add(path)
                if not own.number.isdigit():
                    tails[fold_id(own.number)].add(path)
            texts[hash(document.text)].append(path)
            for alias in document.aliases:
                ref_id = grammar.parse(alias)
                if ref_id is None:
                    if is_document_name(alias):
                        names[name_key(alias)].add(path)
                elif own and ref_id.prefix == "" and own.prefix:
                    bare[fold_id(ref_id.bare)].add(path)
                else:
                    alias_ids[key_of(ref_id)].add(path)
        self.ids = _frozen(ids)
        """Folded REF-ID → documents whose ID it is."""
        self.alias_ids = _frozen(alias_ids)
        """Folded ID → documents that merely have it as an alias."""
        self.bare = _frozen(bare)
        """Folded bare ID → documents of that type and number, whatever their prefix."""
        self.names = _frozen(names)
        """Folded file name → documents."""
        self.tails = _frozen(tails)
        """`py-3` → documents whose ID is a type and this: `LANG-PY-03`."""
        self.copies = {
            path: tuple(group) for group in texts.values() if len(group) > 1 for path in group
        }
        """Path → documents with the very same text, itself included."""
        self._highest = _highest_numbers(documents, settings)
        self._declared = {name for name, kind in settings.types.items() if not kind.inferred}
        self.foreign_types = _foreign_types(documents, settings)
        """Types whose IDs are no references unless an entry bears them."""

    def is_own_type(self, ref_id: RefId) -> bool:
        """Whether the type of an ID is a word of this knowledge base alone."""
        return ref_id.type in self._highest

    def is_beyond(self, ref_id: RefId) -> bool:
        """Whether a number is far from those of a learned type: `RFC-9110` where RFC-0041 is last.

        Others may use the same word; and 0, or 9999, only shows what an ID looks like.
        """
        highest = self._highest.get(ref_id.type)
        if highest is None or not ref_id.number.isdigit() or ref_id.type in self._declared:
            return False
        return not 0 < int(ref_id.number) <= 10 * highest + 50

    def ref_id(self, path: str) -> RefId | None:
        """Return the own ID of a document."""
        return self.documents[path].ref_id

    def words(self, path: str) -> frozenset[str]:
        """Return the words of a document's title (or keywords), slug and summary."""
        if path not in self._words:
            document = self.documents[path]
            words = self.name_words(path) | words_of(document.summary or "")
            if not document.title:
                words |= words_of(" ".join(document.keywords))
            self._words[path] = words
        return self._words[path]

    @cached_property
    def titles(self) -> dict[str, tuple[str, ...]]:
        """Folded title or alias → documents."""
        found: dict[str, set[str]] = defaultdict(set)
        for path, document in self.documents.items():
            for title in (document.display_title, *document.aliases):
                found[fold_title(title)].add(path)
        return _frozen(found)

    def anchor(self, path: str, heading: str) -> str | None:
        """Return the fragment of a document's heading that has these words."""
        wanted = fold_title(heading)
        headings = self.documents[path].headings
        return next((h.anchors[0] for h in headings if fold_title(h.text) == wanted), None)

    @cached_property
    def common_words(self) -> frozenset[str]:
        """Words of so many entries that they tell none from another."""
        entries = [path for path, document in self.documents.items() if document.ref_id]
        counts = Counter(word for path in entries for word in self.words(path))
        limit = max(_COMMON * len(entries), 5)
        return frozenset(word for word, count in counts.items() if count > limit)

    def telling(self, words: frozenset[str], path: str) -> frozenset[str]:
        """Return those of the words that tell an entry from the others of its kind.

        Where half of the interfaces are called "… Interface", this word names none of them.
        """
        return words - self._kin_words.get(self._kin(path), frozenset())

    def _kin(self, path: str) -> tuple[str, str]:
        ref_id = self.documents[path].ref_id
        return (ref_id.prefix, ref_id.type) if ref_id else ("", "")

    @cached_property
    def _kin_words(self) -> dict[tuple[str, str], frozenset[str]]:
        kin: dict[tuple[str, str], list[str]] = defaultdict(list)
        for path in self.documents:
            kin[self._kin(path)].append(path)
        return {
            key: frozenset(
                word
                for word, count in Counter(w for p in paths for w in self.name_words(p)).items()
                if 2 * count >= len(paths)
            )
            for key, paths in kin.items()
            if key[1] and len(paths) >= _KIN
        }

    def name_words(self, path: str) -> frozenset[str]:
        """Return the words of a document's title and slug, without those of its ID."""
        title, slug = self._names(path)
        return title | slug

    def is_named_by(self, path: str, gloss: frozenset[str]) -> bool:
        """Whether a gloss holds every word of the title or the slug, and these are several."""
        return any(len(name) > 1 and name <= gloss for name in self._names(path))

    def _names(self, path: str) -> tuple[frozenset[str], frozenset[str]]:
        if path not in self._name_words:
            document = self.documents[path]
            own = words_of(document.ref_id.bare) if document.ref_id else frozenset()
            title, slug = words_of(document.title or ""), words_of(stem_of(path))
            self._name_words[path] = title - own, slug - own
        return self._name_words[path]


def _frozen(table: dict[str, set[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(sorted(paths)) for key, paths in table.items()}


def _highest_numbers(documents: Mapping[str, Document], settings: Settings) -> dict[str, int]:
    """Return each type of this base's own → the highest number that an entry bears."""
    found = {name: 0 for name, kind in settings.types.items() if kind.is_own}
    if found:
        for document in documents.values():
            own = document.ref_id
            if own and own.type in found and own.number.isdigit():
                found[own.type] = max(found[own.type], int(own.number))
    return found


def _foreign_types(documents: Mapping[str, Document], settings: Settings) -> frozenset[str]:
    """Return the types that here are words of others: `BUG-12` is a ticket, `INT-8` a number.

    One entry of a type that needs no declaration shows that the folder is written in these types.
    """
    default = default_types()
    if any(document.ref_id and document.ref_id.type in default for document in documents.values()):
        return frozenset()
    known = foreign_types(settings)
    return frozenset(name for name in EVERYDAY - known if settings.types.get(name) == default[name])
