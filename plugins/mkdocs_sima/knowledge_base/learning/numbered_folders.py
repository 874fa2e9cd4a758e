"""Documents that bear a number and no word: those of one folder are a group."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.learning.numbering import WIDTH, key_of_number
from mkdocs_sima.knowledge_base.learning.ordinary_words import HOMES
from mkdocs_sima.knowledge_base.lookup.paths import folder_of
from mkdocs_sima.parsing.identity.file_names import speaks_by_folder

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from mkdocs_sima.knowledge_base.learning.numbering import Claim

_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_NAMES = "all data doc docs file files main misc records src text texts"
_STATES = """
accepted active approved archive archived closed completed deprecated done draft drafts final
implemented inactive open postponed proposed rejected stale superseded withdrawn
"""
_STATUS = frozenset(_STATES.split())
_ANYTHING = _STATUS.union(_NO_NAMES.split())


@dataclass(frozen=True)
class Group:
    """The numbered documents of one folder, or of `accepted/`, `withdrawn/` … in it."""

    folder: str
    paths: tuple[str, ...]
    numbers: Mapping[str, str]  # number without zeros → a document that bears it
    width: int  # digits of nearly each number if they are padded, else 0
    titled: bool  # half of the titles begin with the number


def groups_of(claims: Mapping[str, list[Claim]], covered: Collection[str]) -> list[Group]:
    """Return the groups of what no type covers, by folder."""
    found: dict[str, dict[str, list[Claim]]] = defaultdict(dict)
    for path, own in claims.items():
        if path not in covered and own[0].source == "name" and not own[0].word:
            found[_place_of(path)][path] = own
    return [_group(folder, found[folder]) for folder in sorted(found)]


def home_of(path: str) -> str:
    """Return the folder in which a document is one of many: `keps` of `keps/12-x/README.md`."""
    folder = folder_of(path)
    return folder_of(folder) if speaks_by_folder(path) else folder


def _place_of(path: str) -> str:
    """Return the home of a document, or what is around that if it is called after a status."""
    home = home_of(path)
    folder, _, last = home.rpartition("/")
    return folder if last.casefold() in _STATUS else home


def _group(folder: str, members: Mapping[str, list[Claim]]) -> Group:
    written = [own[0].number for own in members.values()]
    [(width, alike)] = Counter(map(len, written)).most_common(1)
    padded = 10 * alike >= 9 * len(written) and any(number.startswith("0") for number in written)
    years = sum(_YEAR.fullmatch(number) is not None for number in written)
    kept = {} if 2 * years > len(written) else members
    titled = sum(any(c.source == "title" and c.number.lstrip("0") == own[0].number.lstrip("0")
                     for c in own) for own in kept.values())  # fmt: skip
    return Group(
        folder,
        tuple(sorted(kept)),
        {key_of_number(own[0].number): path for path, own in kept.items()},
        width if padded else 0,
        2 * titled >= len(kept) > 0,
    )


def named_by_folder(group: Group, root: str = "") -> str:
    """Return the type that a folder such as `docs/adr` gives its numbered files, "" if none.

    A folder called `text` says nothing, but the one around it may: `rfcs/text`.
    """
    parts = [part.casefold() for part in f"{root}/{group.folder}".split("/") if part]
    padded = group.width >= WIDTH
    around = [parts.pop() for _ in takewhile(lambda p: p in _ANYTHING, reversed(parts[:]))]
    last = parts.pop() if parts else ""
    if name := _named(last, *re.split(r"[-_ ]", last)):  # `active-rfcs`
        exact = last in HOMES[name] and len(group.paths) >= 3
        return name if padded or group.titled or exact else ""
    outer = (_named(part, *part.split()) for part in (*reversed(parts), *around))
    return next(filter(None, outer), "") if padded else ""  # `adr/payments`, or the root's title


def _named(*folders: str) -> str:
    return next((name for name, homes in HOMES.items() if homes.intersection(folders)), "")
