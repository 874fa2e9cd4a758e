"""Infer the scopes from folders and prefixes.

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
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.lookup.answers import Scope
from mkdocs_sima.knowledge_base.lookup.paths import folder_of, folders_of
from mkdocs_sima.parsing.identity.grammar import fold_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs_sima.model import Document, RefId
    from mkdocs_sima.settings import Settings

GENERAL = Scope("")


def find_scopes(documents: Mapping[str, Document], settings: Settings) -> tuple[Scope, ...]:
    """Return all scopes sorted by folder: the general one, the declared and the inferred."""
    # A series has each number once, which says nothing about who numbers by himself.
    series = _series(documents, settings)
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
    by_prefix = {scope.prefix: path for path, scope in inferred.items() if scope.prefix}
    by_prefix |= {rule.prefix: rule.path for rule in settings.scopes if rule.prefix}
    for rule in settings.scopes:
        after = tuple(by_prefix.get(name, name.strip("/")) for name in rule.next)
        scopes[rule.path] = Scope(rule.path, rule.prefix, after, True)
    return tuple(scopes[path] for path in sorted(scopes))


def _series(documents: Mapping[str, Document], settings: Settings) -> frozenset[str]:
    """Return the learned types that bear each number once."""
    learned = {t.name for t in settings.types.values() if t.inferred}
    if not learned:
        return frozenset()
    own = [d.ref_id for d in documents.values() if d.ref_id and d.ref_id.type in learned]
    twice = Counter(fold_id(str(ref_id)) for ref_id in own)
    anew = Counter(ref_id.type for ref_id in own if twice[fold_id(str(ref_id))] > 1)
    return frozenset(name for name in learned if anew[name] < 4)


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
        folder_of(folder)
        for folder, size in sizes.items()
        if size and sizes[folder_of(folder)] == size
    }
    return [folder for folder, size in sizes.items() if folder and size and folder not in dull]
