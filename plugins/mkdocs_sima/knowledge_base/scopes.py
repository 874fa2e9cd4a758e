"""Infer the scopes from folders and prefixes, and order them for a place.

- A prefix that entries carry makes a scope. Its home is the folder that holds two thirds of them,
  if at least half of the entries there carry it.
- Entries with bare IDs make a scope of their own where half of their IDs exist a second time
  elsewhere: a folder that numbers from 1 anew. Its home is the outermost folder that holds more
  documents, but no other entries: `services/cart` with its `README.md` rather than its `adr/`.
- The root is the general scope, always there.
- A scope of the settings replaces what would be inferred for its folder or its prefix.
"""

from __future__ import annotations

import heapq
import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.model import Scope
from mkdocs_sima.parsing.references.context import GENERAL_WORDS
from mkdocs_sima.parsing.references.grammar import fold_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs_sima.model import Document, RefId
    from mkdocs_sima.settings import Settings

GENERAL = Scope("")


def folders_of(path: str) -> list[str]:
    """Return the folders that hold a file, outermost (the root, "") first."""
    parts = path.split("/")[:-1]
    return ["", *("/".join(parts[: n + 1]) for n in range(len(parts)))]


def find_scopes(documents: Mapping[str, Document], settings: Settings) -> tuple[Scope, ...]:
    """Return all scopes sorted by folder: the general one, the declared and the inferred."""
    # A series has each number once, which says nothing about who numbers by himself.
    series = {t.name for t in settings.types.values() if t.inferred}
    entries = [
        (path, document.ref_id)
        for path, document in documents.items()
        if document.ref_id and document.kind == "entry" and document.ref_id.type not in series
    ]
    declared = {rule.path for rule in settings.scopes if rule.path}
    undeclared = [entry for entry in entries if declared.isdisjoint(folders_of(entry[0]))]
    inferred = {scope.path: scope for scope in _bare_scopes(undeclared, _homes(documents))}
    inferred |= {scope.path: scope for scope in _prefix_scopes(entries)}
    declared_prefixes = {rule.prefix.casefold() for rule in settings.scopes if rule.prefix}
    scopes = {"": GENERAL} | {
        path: scope
        for path, scope in inferred.items()
        if not (scope.prefix and scope.prefix.casefold() in declared_prefixes)
    }
    for rule in settings.scopes:
        scopes[rule.path] = Scope(rule.path, rule.prefix, _paths(rule.next, settings), True)
    return tuple(scopes[path] for path in sorted(scopes))


def _paths(names: tuple[str, ...], settings: Settings) -> tuple[str, ...]:
    by_prefix = {rule.prefix: rule.path for rule in settings.scopes if rule.prefix}
    return tuple(by_prefix.get(name, name.strip("/")) for name in names)


def _prefix_scopes(entries: list[tuple[str, RefId]]) -> Iterable[Scope]:
    total: Counter[str] = Counter()
    of_prefix: dict[str, Counter[str]] = defaultdict(Counter)
    for path, ref_id in entries:
        for folder in folders_of(path):
            total[folder] += 1
            if ref_id.prefix:
                of_prefix[ref_id.prefix][folder] += 1
    for prefix, counts in of_prefix.items():
        # Every folder that holds two thirds is on one path from the root: the last is the home.
        home = max((f for f, n in counts.items() if 3 * n >= 2 * counts[""]), key=len)
        if home and counts[""] >= 2 and 2 * counts[home] >= total[home]:
            yield Scope(home, prefix)


def _bare_scopes(entries: list[tuple[str, RefId]], homes: Mapping[str, str]) -> list[Scope]:
    below: dict[str, Counter[str]] = defaultdict(Counter)  # folder → ID → entries below it
    for path, ref_id in entries:
        if not ref_id.prefix:
            for folder in folders_of(path):
                below[folder][fold_id(ref_id.bare)] += 1
    everything = Counter(below[""])
    found = _taken_out(below)
    # Where the rest repeats the same numbers, it is no general scope either, but one more of them.
    rest = +below[""]
    if 2 * _repeated(rest, everything) >= len(rest):
        more = [f for f in _speakers(below) if _numbers_anew(below[f], everything)]
        found += [f for f in more if not _is_inside(f, more)]
    return [Scope(homes.get(folder, folder)) for folder in found]


def _homes(documents: Mapping[str, Document]) -> dict[str, str]:
    """Return for each folder the outermost one with the same entries and more documents."""
    entries: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for path, document in documents.items():
        for folder in folders_of(path):
            total[folder] += 1
            entries[folder] += document.ref_id is not None
    homes: dict[str, str] = {}
    for folder in total:
        for outer in folders_of(folder + "/")[1:-1]:
            if entries[outer] == entries[folder] and total[outer] > total[folder]:
                homes[folder] = outer
                break
    return homes


def _taken_out(below: dict[str, Counter[str]]) -> list[str]:
    """Take out folder by folder, the one that repeats most first, until too little is repeated."""
    pool = below[""]
    heap = [(-_repeated(below[f], pool), f.count("/"), f) for f in _speakers(below)]
    heapq.heapify(heap)
    found: list[str] = []
    while heap:
        before, depth, folder = heapq.heappop(heap)
        if _is_inside(folder, found):
            continue  # the `decisions/` of a scope is none of its own
        now = _repeated(below[folder], pool)
        if now != -before:  # others were taken out since
            heapq.heappush(heap, (-now, depth, folder))
        elif _numbers_anew(below[folder], pool):
            found.append(folder)
            taken = Counter(below[folder])
            for outer in folders_of(folder + "/"):
                below[outer].subtract(taken)
    return found


def _repeated(ids: Counter[str], others: Counter[str]) -> int:
    return sum(others[key] > n for key, n in ids.items() if n > 0)


def _numbers_anew(ids: Counter[str], others: Counter[str]) -> bool:
    count = _repeated(ids, others)
    return count >= 2 and 2 * count >= len(+ids)


def _is_inside(folder: str, outer: list[str]) -> bool:
    return any(folder.startswith(other + "/") for other in outer)


def _speakers(below: Mapping[str, Counter[str]]) -> list[str]:
    """Return the folders below the root that hold what no single folder in them holds alone."""
    sizes = {folder: sum(counts.values()) for folder, counts in below.items()}
    dull = {
        folder.rpartition("/")[0]
        for folder, size in sizes.items()
        if size and sizes[folder.rpartition("/")[0]] == size
    }
    return [folder for folder, size in sizes.items() if folder and size and folder not in dull]


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
