"""Which type a group of bare numbers belongs to: of its folder, of those beside it, as cited."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.learning.cited_words import ENOUGH, word_of
from mkdocs_sima.knowledge_base.learning.numbered_folders import named_by_folder
from mkdocs_sima.knowledge_base.learning.numbering import WIDTH
from mkdocs_sima.parsing.identity.file_names import speaks_by_folder

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from mkdocs_sima.knowledge_base.learning.cited_words import Citations
    from mkdocs_sima.knowledge_base.learning.numbered_folders import Group
    from mkdocs_sima.settings import EntryType


def named_groups(
    groups: Sequence[Group], root: str, taken: Collection[str], borne: Mapping[str, set[str]]
) -> dict[str, str]:
    """Return the folders that give their group a type, such as `docs/adr`, with that type.

    Unless half of their numbers are those of documents that say that word themselves.
    """
    named = [(group, named_by_folder(group, root)) for group in groups]
    return {
        group.folder: word
        for group, word in named
        if word and word.casefold() not in taken and not _repeats(group, borne.get(word, ()))
    }


def joined_type(
    group: Group,
    types: Mapping[str, EntryType],
    borne: Mapping[str, set[str]],
    homes: Mapping[str, set[str]],
) -> str:
    """Return the type of the series that a group goes on with, "" if there is none.

    `adr/archived` beside `adr`, or `team-x/423-slug/README.md` where three other teams number so.
    None of its numbers is borne already, and none is out of the series, unless it lies where that
    does: `archive/0005-keys.md` beside `nep-0021.md`.
    """
    own = {int(number) for number in group.numbers if number.isdigit()} - {0}
    for name in types:
        known = {int(number) for number in borne.get(name, ()) if number.isdigit()} - {0}
        if not own or not known or own & known:
            continue
        places = homes.get(name, ())
        inside = min(known) <= min(own) and max(own) <= max(known)
        if group.folder in places or (inside and _is_beside(group, places)):
            return name
    return ""


def cited_type(
    group: Group,
    groups: Sequence[Group],
    citations: Citations,
    taken: Collection[str],
    borne: Mapping[str, set[str]],
    root: str,
) -> str:
    """Return the word by which others cite a group, "" if they cite another group by it.

    Args:
        group: one of the groups.
        groups: all of them.
        citations: how numbers are cited.
        taken: words that it can't be, in lower case.
        borne: type → numbers that documents bear.
        root: name and title of the root.
    """
    elsewhere = {word.casefold() for word, numbers in borne.items() if _repeats(group, numbers)}
    elsewhere.update(taken)
    if group.width < WIDTH:  # chapters of many folders count alike
        return word_of(group, citations, elsewhere, group.numbers, ())
    words = {word.casefold() for word in re.findall(r"[^\W_]+", f"{root} {group.folder}")}
    names = words | {word.removesuffix("s") for word in words}
    existing = {number for other in groups for number in other.numbers}
    return word_of(group, citations, elsewhere, existing, names)


def _repeats(group: Group, numbers: Collection[str]) -> bool:
    return 2 * len(group.numbers.keys() & set(numbers)) >= len(group.numbers) > 0


def _is_beside(group: Group, homes: Collection[str]) -> bool:
    """Tell whether a group lies below one home of a series, or is folders as in three others."""
    if any(home and group.folder.startswith(home + "/") for home in homes):
        return True
    return len(homes) >= ENOUGH and all(map(speaks_by_folder, group.paths))
