"""How files count: each number once, with zeros, on with letters."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.learning.cited_words import ENOUGH
from mkdocs_sima.knowledge_base.learning.declaration import glob_of
from mkdocs_sima.knowledge_base.learning.numbered_folders import home_of
from mkdocs_sima.knowledge_base.learning.numbering import WIDTH
from mkdocs_sima.parsing.identity.file_names import stem_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from mkdocs_sima.knowledge_base.learning.numbering import Claim

_IN_CAPITALS = re.compile(r"[A-Z]{2,}-[A-Z]{2,12}")


def is_bare(claim: Claim) -> bool:
    """Tell whether a file is called by a number alone."""
    return claim.source == "name" and not claim.word


def is_series(names: Sequence[Claim]) -> bool:
    """Tell whether files count as only IDs do: each number once, all with the same zeros.

    `Runbook-01-Restart.md`, `Runbook-02-…`; files that merely count (`Session-2.md` …
    `Session-10.md`), or count anew in every folder, are none.
    """
    numbers = [claim.number for claim in names]
    return (
        len(numbers) >= ENOUGH
        and 20 * len(set(numbers)) >= 19 * len(numbers)  # an accident is no other grammar
        and len(set(map(len, numbers))) == 1
        and any(number.startswith("0") for number in numbers)
        and (len(numbers[0]) >= WIDTH or any(claim.word[:1].isupper() for claim in names))
    )


def is_padded(claim: Claim) -> bool:
    """Tell whether a number has more zeros than anybody writes who only counts."""
    return len(claim.number) >= WIDTH and claim.number.startswith("0")


def is_in_capitals(word: str) -> bool:
    """Tell whether a word is one of a family: `MASVS-AUTH`."""
    return _IN_CAPITALS.fullmatch(word) is not None


def is_family(names: Sequence[Claim]) -> bool:
    """Tell whether files are called `REQ-FUNC-001`, `REQ-PERF-001`, all with the same zeros."""
    return (
        len({claim.word for claim in names}) >= ENOUGH
        and all(is_in_capitals(claim.word) and is_padded(claim) for claim in names)
        and len({claim.word.partition("-")[0] for claim in names}) == 1
    )


def counts_again(documents: Mapping[str, Sequence[Claim]]) -> bool:
    """Tell whether a third of the files say the number of a file beside them.

    `ics27-v1.md`, `ics27-v2.md` and `ics29.md` are about what bears those numbers elsewhere.
    """
    places = {(home_of(path), own[0].word, own[0].number) for path, own in documents.items()}
    return 3 * (len(documents) - len(places)) >= len(documents)


def are_versions(claims: Sequence[Claim]) -> bool:
    """Tell whether numbers are those of releases, a quarter of which are whole: `net6.0`."""
    return 4 * sum(claim.number.endswith(".0") for claim in claims) >= len(claims)


def families_of(claims: Mapping[str, Sequence[Claim]]) -> dict[str, str]:
    """Return folder → the word that all of its numbered files begin with, before another each.

    MASVS for `MASVS-AUTH-1.md`, `MASVS-AUTH-2.md`, `MASVS-CODE-1.md`, `MASVS-PRIVACY-1.md`.
    """
    named: dict[str, list[str]] = defaultdict(list)
    for path, own in claims.items():
        if own[0].source == "name":
            named[home_of(path)].append(own[0].word)
    found = {}
    for folder, words in named.items():
        first = {word.partition("-")[0] for word in words}
        second = {word.partition("-")[2] for word in words}
        if len(first) == 1 and len(second) >= ENOUGH and all(map(is_in_capitals, words)):
            found[folder] = first.pop()
    return found


def hexadecimal(
    claims: Mapping[str, Sequence[Claim]],
    files: Sequence[tuple[str, bytes]],
    homes: Collection[str],
) -> list[str]:
    """Return the files that count on beside bare numbers: `7D.md`, `A0.md`, `BE.md`.

    Empty unless two of them mix digits and letters, as many as each number has digits.

    Args:
        claims: path → what its file says its number is.
        files: all documents, as (path, content).
        homes: patterns of the places where the bare numbers are, as `glob_of` gives them.
    """
    bare = [
        found[0].number
        for path, found in claims.items()
        if is_bare(found[0]) and glob_of(path) in homes
    ]
    width = len(min(bare, key=len, default=""))
    if not any(number.startswith("0") and len(number) == width for number in bare):
        return []
    number = re.compile(rf"(?=[0-9]*[A-F])[0-9A-F]{{{width}}}(?![^\W_])")
    found = [path for path, _ in files if glob_of(path) in homes and number.match(stem_of(path))]
    mixed = [path for path in found if not stem_of(path)[:width].isalpha()]
    return found if len(mixed) >= 2 else []
