"""Learn the types of a knowledge base: where the numbers that exist and those cited agree.

Files are numbered by their names, say what they are in titles and headers, and others cite them by
a word and that number. Two of the three must agree before a word is believed to be a type.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.learning.cited_words import ENOUGH, count_cited
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
from mkdocs_sima.knowledge_base.learning.numbering import HEAD, key_of_number, read_claims
from mkdocs_sima.knowledge_base.learning.ordinary_words import COUNTING, HOMES
from mkdocs_sima.knowledge_base.learning.series import counts_again, families_of, hexadecimal, is_bare, is_series
from mkdocs_sima.parsing.identity.file_names import is_index_name, is_template_name
from mkdocs_sima.parsing.identity.grammar import Grammar
from mkdocs_sima.settings import EntryType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_sima.knowledge_base.learning.numbered_folders import Group
    from mkdocs_sima.knowledge_base.learning.numbering import Claim
    from mkdocs_sima.settings import Settings


def learn_types(settings: Settings, files: Sequence[tuple[str, bytes]], root: str = "") -> Settings:
    """Return the settings with a type for every series of documents that has none.

    Args:
        settings: the declared types; what they call a type, in any case, stays theirs.
        files: (path relative to the root, content) of all documents.
        root: name of the root folder: that of `adr/0001-x.md` may be all there is.
    """
    grammar = Grammar.of(settings)
    claims = {
        path: found
        for path, data in files
        if not (is_template_name(path) or is_index_name(path) or grammar.of_name(path))
        and (found := read_claims(path, data[:HEAD]))
    }
    if not claims:
        return settings
    known = {word.casefold() for t in settings.types.values() for word in (t.name, t.label)}
    known |= {rule.prefix.casefold() for rule in settings.scopes}
    learned = _Learner(files, claims, known | COUNTING, root).learn()
    return replace(settings, types={**settings.types, **learned}) if learned else settings


class _Learner:
    def __init__(
        self,
        files: Sequence[tuple[str, bytes]],
        claims: dict[str, list[Claim]],
        taken: set[str],
        root: str,
    ) -> None:
        self._files, self._claims, self._taken, self._root = files, claims, taken, root
        self._types: dict[str, EntryType] = {}
        self._covered: set[str] = set()
        self._borne: dict[str, set[str]] = {}  # type → the numbers that documents name with it

    def learn(self) -> dict[str, EntryType]:
        """Return the types, those that name themselves first."""
        by_word = self._by_word()
        for word in sorted(by_word, key=lambda w: (-len(by_word[w]), w)):
            documents = {p: c for p, c in by_word[word].items() if p not in self._covered}
            if len(documents) >= 2 and self._is_type(word, documents):
                self._add(word, documents)
        groups = groups_of(self._claims, self._covered)
        named = named_groups(groups, self._root, self._taken, self._borne)
        for group in groups:
            if word := named.get(group.folder):
                self._add_group(word, group)
        for group in groups:
            if group.folder not in named:
                word = joined_type(group, self._types, self._borne)
                word = word or cited_type(group, self._files, self._taken, self._borne)
                if word:
                    self._add_group(word, group)
        return self._types

    def _by_word(self) -> dict[str, dict[str, list[Claim]]]:
        """Return word in lower case → the documents that give themselves a number by it."""
        found: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
        families = families_of(self._claims)
        for path, claims in self._claims.items():
            family = families.get(home_of(path), "")
            for claim in claims:
                # `CIP: 30` in a file that is numbered 7 says what that one is about.
                if key_of_number(claim.number) != key_of_number(claims[0].number):
                    continue
                if family and claim.word.startswith(f"{family}-"):
                    found[family.casefold()][path].append(claim)
                    continue
                for word in words_of_claim(claim):
                    if not self._counts(word):
                        found[word.casefold()][path].append(claim)
        return found

    def _counts(self, word: str) -> bool:
        """Tell whether a word merely counts, or is taken: `ch12-01-…`, `sidebar_position: 4`."""
        last = word.casefold().rpartition("_")[2]
        return not self._taken.isdisjoint({word.casefold(), last.rstrip("0123456789")})

    def _is_type(self, word: str, documents: dict[str, list[Claim]]) -> bool:
        claims = [claim for found in documents.values() for claim in found]
        names = [claim for claim in claims if claim.source == "name"]
        if counts_again(documents):
            return False
        if is_series(names) or word.upper() in HOMES:
            return True
        # "# Gün 4" above `04_day.md` agrees as well; whoever names entries does so in capitals, or
        # in a header, or calls files so.
        meant = any(
            claim.source != "title" or word.upper() in words_of_claim(claim) for claim in claims
        )
        agree = sum(map(self._agrees, documents, documents.values()))
        if meant and agree >= 2 and 2 * agree >= len(documents):
            return True
        numbers = {key_of_number(self._claims[path][0].number): path for path in documents}
        cited = count_cited(word, numbers, self._files) if len(numbers) > 1 and meant else 0
        return cited >= ENOUGH or (cited >= 2 and 2 * cited >= len(numbers))

    def _agrees(self, path: str, claims: list[Claim]) -> bool:
        """Tell whether two places of a file give it one number, one of them with the word."""
        return any(
            other.source != claim.source
            and key_of_number(other.number) == key_of_number(claim.number)
            and (not other.word or _share_a_word(claim, other))
            for claim in claims
            for other in self._claims[path]
        )

    def _add(self, word: str, documents: dict[str, list[Claim]]) -> None:
        claims = [claim for found in documents.values() for claim in found]
        first = {path: self._claims[path][0] for path in documents}
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

    def _add_group(self, word: str, group: Group) -> None:
        files = {glob_of(path) for path in group.paths}
        beside = hexadecimal(self._claims, self._files, files)
        self._covered.update(group.paths, beside)
        self._borne.setdefault(word, set()).update(group.numbers)
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


def _share_a_word(one: Claim, other: Claim) -> bool:
    words = set(map(str.casefold, words_of_claim(one)))
    return not words.isdisjoint(map(str.casefold, words_of_claim(other)))
