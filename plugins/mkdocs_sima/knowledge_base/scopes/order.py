"""Which scope a document lies in, and the order in which scopes are looked through from there."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.lookup.paths import folders_of
from mkdocs_sima.parsing.references.nearby import GENERAL_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_sima.knowledge_base.lookup.answers import Scope
    from mkdocs_sima.model import Document

_TOKEN = re.compile(r"[A-Za-z0-9]+")


Ranked = tuple[int, str, tuple[str, ...]]  # rank from 0, the rule that gives it, the documents


class ScopeTable:
    """Which scope a document lies in, and in what order scopes are looked through from there."""

    def __init__(self, scopes: tuple[Scope, ...], documents: Mapping[str, Document]) -> None:
        self.scopes = scopes
        self._by_path = {scope.path: scope for scope in scopes}
        self._by_prefix = {s.prefix.casefold(): s for s in scopes if s.prefix}
        self._documents = documents
        self._of: dict[str, Scope] = {}
        self._named: dict[str, frozenset[str]] = {}
        self._chains: dict[str, tuple[str, ...]] = {}
        self._ranked: dict[tuple[tuple[str, ...], str, frozenset[str]], tuple[Ranked, ...]] = {}
        self._names: dict[str, set[str]] = defaultdict(set)
        for scope in scopes:
            if scope.path:
                for name in (scope.prefix, scope.path.rsplit("/", 1)[-1]):
                    if name:
                        self._names["".join(_TOKEN.findall(name)).casefold()].add(scope.path)

    def of(self, path: str) -> Scope:
        """Return the scope of a document: that of its own prefix, else the innermost folder's."""
        if path not in self._of:
            self._of[path] = self._find(path)
        return self._of[path]

    def prefix_of(self, path: str) -> str:
        """Return the prefix of a document's own ID, "" if it has none."""
        own = self._documents[path].ref_id
        return own.prefix if own else ""

    def _find(self, path: str) -> Scope:
        document = self._documents.get(path)
        if document and document.ref_id and document.ref_id.prefix:
            scope = self._by_prefix.get(document.ref_id.prefix.casefold())
            if scope:
                return scope
        inner = next(f for f in reversed(folders_of(path)) if f in self._by_path)
        return self._by_path[inner]

    def named(self, label: str) -> frozenset[str]:
        """Return the paths of the scopes that a label or a prefix names; "" is the general one.

        Of several labels, joined by ` / `, the first one that names a scope counts.
        """
        for part in label.split(" / "):
            if part not in self._named:
                self._named[part] = frozenset(self._named_by(part))
            if self._named[part]:
                return self._named[part]
        return frozenset()

    def _named_by(self, text: str) -> set[str]:
        words = [word.casefold() for word in _TOKEN.findall(text)]
        # The longest run of words that names a scope: "AWS Lambda" is not "AWS".
        for length in range(min(len(words), 4), 0, -1):
            runs = ("".join(words[at : at + length]) for at in range(len(words) - length + 1))
            if found := set().union(*(self._names.get(run, ()) for run in runs)):
                return found
        return {""} if GENERAL_WORDS.intersection(words) else set()

    def chain(self, scope: Scope) -> tuple[str, ...]:
        """Return the paths of the scopes to look in after the own one, the general one last."""
        if scope.path not in self._chains:
            outer = [f for f in reversed(folders_of(scope.path + "/")[:-1]) if f in self._by_path]
            wanted = dict.fromkeys((*scope.next, *outer, ""))
            self._chains[scope.path] = tuple(p for p in wanted if p != scope.path)
        return self._chains[scope.path]

    def ranked(
        self, candidates: tuple[str, ...], path: str | None, named: frozenset[str]
    ) -> tuple[Ranked, ...]:
        """Return the candidates for a bare ID in groups of equal rank, best first.

        Args:
            candidates: the documents that bear the ID.
            path: the document that cites it.
            named: the scopes that the words beside it name.
        """
        own = self.of(path) if path is not None else self._by_path[""]
        key = candidates, own.path, named
        if key not in self._ranked:
            groups: dict[tuple[int, str], list[str]] = {}
            for candidate in candidates:
                groups.setdefault(self._rank(candidate, own, named), []).append(candidate)
            ranks = sorted(groups.items())
            self._ranked[key] = tuple((at, why, tuple(group)) for (at, why), group in ranks)
        return self._ranked[key]

    def _rank(self, candidate: str, own: Scope, named: frozenset[str]) -> tuple[int, str]:
        """Return the rank of a candidate for a bare ID (0 is best) and the rule that gives it."""
        its, prefix = self.of(candidate).path, self.prefix_of(candidate)
        if its in named:
            return 0, "the words beside it name this scope"
        if its == own.path and (own.bare_is_own or not prefix):
            return 1, "it is the own scope's"
        chain = self.chain(own)
        if its in chain and not prefix:
            name = self._by_path[its].name
            return 2 + chain.index(its), f"it is of the {name} scope, looked in next"
        if not prefix:
            return 100, "another scope has it"
        if its == own.path:
            return 101, "it is the own scope's, whose authors write the prefix elsewhere"
        if its in chain:
            return 102, "an outer scope has it, with its prefix"
        return 103, "another scope has it, with a prefix"
