"""The types of a folder's entries, guessed from the names of its files."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mkdocs_sima.settings import EntryType

if TYPE_CHECKING:
    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document

_ENOUGH = 3  # files that look alike make a type; two may be chance
_NAMED = re.compile(r"([A-Za-z][A-Za-z0-9]{1,9})-(\d{1,6})(?![A-Za-z0-9]|-\d)")  # and no date
# `0007-use-postgres.md`
_NUMBERED = re.compile(r"\d{3,6}[-_ ]")
_ANYTHING = ("all", "data", "doc", "docs", "file", "files", "main", "misc", "src", "text", "texts")
# `docs/adr`, `architecture-decisions`
_DECISIONS = re.compile(r"(?:^|[-_])(?:adrs?|decisions?)(?:$|[-_])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Guess:
    """Types that aren't declared, but that several files are named after."""

    sure: dict[str, EntryType]
    perhaps: dict[str, int]  # type → number of files; `Session-12` need not be an ID


def guess_types(kb: KnowledgeBase) -> Guess:
    """Guess the types of a folder's entries from its file names and front matter.

    What merely looks like an ID is believed only where nothing bears one of a known type.
    """
    named: dict[str, list[Document]] = defaultdict(list)
    numbered: dict[str, Counter[str]] = defaultdict(Counter)
    root = kb.root.name if kb.root else ""
    # Of all folders only one of decisions is often a knowledge base by itself.
    of_root = "ADR" if _DECISIONS.search(root) else ""
    for path, document in kb.documents.items():
        folder, _, name = path.rpartition("/")
        if document.ref_id:
            continue
        if match := _NAMED.match(name):
            named[match[1].upper()].append(document)
        elif _NUMBERED.match(name) and (type_ := _type_of_folder(folder, root) or of_root):
            numbered[type_][folder] += 1
    # A series needs no declaration; declared it can be given a name.
    series = {t.name: replace(t, inferred=False) for t in kb.settings.types.values() if t.inferred}
    guess = Guess(series, {})
    strange = not any(document.ref_id for document in kb.documents.values())
    declared = {name.casefold() for name in kb.settings.types}
    for name, documents in sorted(named.items()):
        if len(documents) < _ENOUGH or name.casefold() in declared:
            continue
        number = _number_field(name, documents)
        if number or strange:
            guess.sure[name] = EntryType(name, name, f"{name}s", field=number)
        else:
            guess.perhaps[name] = len(documents)
    for name, folders in sorted(numbered.items()):
        folder, count = folders.most_common(1)[0]
        if count >= _ENOUGH and name.casefold() not in declared and name not in guess.sure:
            guess.sure[name] = EntryType(name, name, f"{name}s", files=f"{folder}/*.md".lstrip("/"))
    return guess


def _type_of_folder(folder: str, root: str) -> str:
    """Return the type that the numbered files of a folder bear: `docs/rfcs` → `RFC`.

    A folder called `text` says nothing, but the one around it may: `rfcs/text`.
    """
    *outer, name = folder.split("/")
    if _DECISIONS.search(name):
        return "ADR"
    if name.casefold() in _ANYTHING:
        around = outer[-1] if outer else root
        return _type_of_folder(around, "") if around.endswith("s") else ""
    word = re.sub(r"s$", "", name)
    return word.upper() if re.fullmatch(r"[A-Za-z]{2,4}", word) else ""


def _number_field(name: str, documents: list[Document]) -> str | None:
    """Return the front matter key that holds the number, where most files have it."""
    key = name.lower()
    having = sum(key in document.front_matter for document in documents)
    return key if 2 * having > len(documents) else None
