"""From what files say their numbers are to types: words first, then groups of bare numbers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.learning.cited_words import ENOUGH, Citations, count_in_capitals
from mkdocs_sima.knowledge_base.learning.declaration import (
    evidence,
    glob_of,
    glued,
    shape_of,
    shape_of_numbers,
    spelling,
    words_of_claim,
)
from mkdocs_sima.knowledge_base.learning.homes import cited_type, joined_type, named_groups
from mkdocs_sima.knowledge_base.learning.numbered_folders import groups_of, home_of
from mkdocs_sima.knowledge_base.learning.numbering import key_of_number
from mkdocs_sima.knowledge_base.learning.ordinary_words import COUNTING
from mkdocs_sima.knowledge_base.learning.series import (
    families_of,
    hexadecimal,
    is_bare,
    is_in_capitals,
)
from mkdocs_sima.knowledge_base.learning.witnesses import is_type
from mkdocs_sima.settings import EntryType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_sima.knowledge_base.learning.numbered_folders import Group
    from mkdocs_sima.knowledge_base.learning.numbering import Claim


class Learner:
    """Learns the types of one folder from what its files say; used once."""

    def __init__(
        self,
        files: Sequence[tuple[str, bytes]],
        claims: dict[str, list[Claim]],
        known: set[str],
        root: str,
    ) -> None:
        self._files, self._claims, self._known, self._root = files, claims, known, root
        self._taken = known | COUNTING
        self._citations = Citations(files)
        self._types: dict[str, EntryType] = {}
        self._covered: set[str] = set()
        self._borne: dict[str, set[str]] = {}  # type → the numbers that documents name with it
        self._cited: dict[str, bool] = {}  # word that counts → whether entries are cited by it
        self._homes: dict[str, set[str]] = {}  # type → the folders in which those are

    def learn(self) -> dict[str, EntryType]:
        """Return the types, those that name themselves first."""
        by_word = self._by_word()
        is_called = cache(lambda word: word in by_word and self._is_type(word, by_word[word]))
        for word in sorted(by_word, key=lambda w: (-len(by_word[w]), w)):
            documents = {
                path: claims
                for path, claims in by_word[word].items()
                if path not in self._covered
                and not any(map(is_called, self._other_names(path, word)))
            }
            if self._is_type(word, documents):
                self._add(word, documents)
        groups = groups_of(self._claims, self._covered)
        named = named_groups(groups, self._root, self._taken, self._borne)
        for group in groups:
            if group.folder in named:
                self._add_group(named[group.folder], group)
        for group in groups:
            if group.folder not in named and (word := self._word_of(group, groups)):
                self._add_group(word, group)
        return self._types

    def _by_word(self) -> dict[str, dict[str, list[Claim]]]:
        """Return word in lower case → the documents that give themselves a number by it."""
        found: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
        families = families_of(self._claims)
        for path, claims in self._claims.items():
            family = families.get(home_of(path), "")
            for claim in claims:
                # `CIP: 30` in a file numbered 7 says what that one is about; not so `id: CIP-30`.
                alike = key_of_number(claim.number) == key_of_number(claims[0].number)
                if not alike and claim.source != "id":
                    continue
                if family and claim.word.startswith(f"{family}-"):
                    found[family.casefold()][path].append(claim)
                    continue
                of_prefix = is_in_capitals(claim.word)
                for word in words_of_claim(claim):
                    if not self._counts(word, of_prefix):
                        found[word.casefold()][path].append(claim)
        return found

    def _counts(self, word: str, of_prefix: bool) -> bool:
        """Tell whether a word merely counts, or is taken: `ch12-01-…`, `sidebar_position: 4`.

        In capitals behind others, `MASTG-TEST-0012`, none does; nor one that names files and is
        cited so: `TIP-20`.
        """
        if of_prefix or self._is_cited(word.casefold()):
            return word.casefold() in self._known
        last = word.casefold().rpartition("_")[2]
        return not self._taken.isdisjoint({word.casefold(), last.rstrip("0123456789")})

    def _is_cited(self, word: str) -> bool:
        if word not in COUNTING:
            return False
        if word not in self._cited:
            numbers = {
                key_of_number(claims[0].number): path
                for path, claims in self._claims.items()
                if claims[0].source == "name" and claims[0].word.casefold() == word
            }
            cited = count_in_capitals(word, numbers, self._citations) if len(numbers) > 2 else 0
            self._cited[word] = cited >= max(ENOUGH, len(numbers) // 20)
        return self._cited[word]

    def _is_type(self, word: str, documents: dict[str, list[Claim]]) -> bool:
        return len(documents) >= 2 and is_type(word, documents, self._claims, self._citations)

    def _other_names(self, path: str, word: str) -> set[str]:
        """Return the words of a file's name that lacks this one: `frc-0038.md` of `fip: 38`."""
        first = self._claims[path][0]
        words = {w.casefold() for w in words_of_claim(first)} if first.source == "name" else set()
        return set() if word in words else words

    def _word_of(self, group: Group, groups: Sequence[Group]) -> str:
        return joined_type(group, self._types, self._borne, self._homes) or cited_type(
            group, groups, self._citations, self._taken, self._borne, self._root
        )

    def _add(self, word: str, documents: dict[str, list[Claim]]) -> None:
        claims = [claim for found in documents.values() for claim in found]
        first = {path: self._first(path, documents[path]) for path in documents}
        named = {path for path, claim in first.items() if _names(claim, word)}
        name = spelling(word, claims)
        taken = self._borne[name] = {key_of_number(first[path].number) for path in named}
        # `CIP-0088/CIPs/0025/README.md` is about the CIP-0025 that lies elsewhere.
        bare = [
            path
            for path, claim in first.items()
            if is_bare(claim) and key_of_number(claim.number) not in taken
        ]
        # Whatever else lies beside them with a number alone is of the same kind.
        homes = {glob_of(path) for path in bare}
        rest = [
            path
            for path, found in self._claims.items()
            if path not in self._covered and is_bare(found[0]) and glob_of(path) in homes
        ]
        homes |= {glob_of(path, start) for path in named if (start := glued(path, word))}
        beside = hexadecimal(self._claims, self._files, homes)
        taken.update(key_of_number(first[path].number) for path in bare)
        taken.update(key_of_number(self._claims[path][0].number) for path in rest)
        self._covered.update(documents, rest, beside)
        self._homes[name] = {home_of(path) for path in (*named, *bare)}
        self._types[name] = EntryType(
            name=name,
            label=name,
            plural=f"{name}s",
            # A header is asked only where names don't tell: what lies beside `CIP-0030/README.md`
            # may well say `CIP: 30` in its own.
            field=word if 2 * (len(named) + len(bare)) < len(documents) else None,
            files=tuple(sorted(homes)),
            numbers="hex" if beside else shape_of(word, claims),
            inferred=True,
            evidence=evidence(claims, len(documents.keys() | {*rest, *beside})),
        )

    def _first(self, path: str, claims: list[Claim]) -> Claim:
        """Return what a document's name says, or the ID field that says another number."""
        name = self._claims[path][0]
        alike = [c for c in claims if key_of_number(c.number) == key_of_number(name.number)]
        return name if alike else claims[0]

    def _add_group(self, word: str, group: Group) -> None:
        files = {glob_of(path) for path in group.paths}
        beside = hexadecimal(self._claims, self._files, files)
        self._covered.update(group.paths, beside)
        self._borne.setdefault(word, set()).update(group.numbers)
        self._homes.setdefault(word, set()).update(map(home_of, group.paths))
        seen = f"{len(group.paths)} numbered files of {group.folder or 'the root'}"
        kind = self._types.get(word) or EntryType(word, word, f"{word}s", inferred=True)
        self._types[word] = replace(
            kind,
            files=tuple(sorted(files.union(kind.files))),
            numbers=kind.numbers or ("hex" if beside else shape_of_numbers(group.numbers)),
            evidence=", ".join(filter(None, (kind.evidence, seen))),
        )


def _names(claim: Claim, word: str) -> bool:
    return claim.source == "name" and word in map(str.casefold, words_of_claim(claim))
