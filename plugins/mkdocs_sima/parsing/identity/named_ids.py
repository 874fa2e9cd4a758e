"""Which IDs the names of a file and of its folder say."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from mkdocs_sima.model import RefId
from mkdocs_sima.parsing.identity.file_names import (
    file_name_of,
    is_template_name,
    speaking_name,
    speaks_by_folder,
    stem_of,
)
from mkdocs_sima.parsing.identity.grammar import Grammar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.parsing.markdown.source import Source
    from mkdocs_sima.settings import EntryType, Settings

# `0007-use-postgres.md` and `adr_0007.md` say their number before anything else.
_LEADING_NUMBER = re.compile(r"(?P<word>[A-Za-z]+)?[-_ ]?(?P<number>\d+)")
_HEX_NUMBER = re.compile(r"(?P<word>)(?P<number>[0-9A-F]{2,4})(?![A-Za-z0-9])")
_LETTERED_NUMBER = re.compile(r"(?P<word>)(?P<number>[A-Z]\d{1,4})(?![A-Za-z0-9])")
_OF_SHAPE = {"hex": _HEX_NUMBER, "lettered": _LETTERED_NUMBER}
_MAX_PREFIX_WORDS = 3  # more words before a type are a title that names another entry


def named_ids(path: str, source: Source, settings: Settings) -> Iterator[RefId]:
    """Yield the IDs of the file name, and of a file name that stands as a title."""
    grammar = Grammar.of(settings)
    for entry_type in settings.types.values():
        for pattern in entry_type.files:
            if _matches(path, pattern) and (number := _number_of(path, pattern, entry_type)):
                yield RefId("", entry_type.name, number)
                break
    headings = [section.heading for section in source.sections if section.heading.level == 1]
    names = [path, *(file_name_of(heading.text) or "" for heading in headings[:2])]
    declared = {rule.prefix for rule in settings.scopes}
    found = grammar.of_name(speaking_name(path)) if speaks_by_folder(path) else None
    if found:  # `CIP-0136/README.md`
        yield found
    for name in names:
        found = grammar.of_name(name) if name else None
        if found and (found.prefix in declared or found.prefix.count("-") < _MAX_PREFIX_WORDS):
            yield found


def _number_of(path: str, pattern: str, entry_type: EntryType) -> str | None:
    """Return the number that a file's name begins with, where a type's pattern matches it."""
    name = speaking_name(path)
    shape = _OF_SHAPE.get(entry_type.numbers)
    match = (shape and shape.match(name)) or _LEADING_NUMBER.match(name)
    if not match:
        return None
    if entry_type.inferred:  # an owner who says `files` means all of them
        words = {"", entry_type.name.casefold(), stem_of(pattern).rstrip("*_- ").casefold()}
        goes_on = name[match.end() : match.end() + 1].isalpha()  # `7z-notes.md`
        if goes_on or (match["word"] or "").casefold() not in words or is_template_name(path):
            return None
    return match["number"]


def _matches(path: str, pattern: str) -> bool:
    """Tell whether a file lies as a glob says: anywhere, or from the root if that begins `./`."""
    if not pattern.startswith("./"):
        return fnmatchcase(path, pattern) or fnmatchcase(path, f"*/{pattern}")
    parts, wanted = path.split("/"), pattern[2:].split("/")
    return len(parts) == len(wanted) and all(map(fnmatchcase, parts, wanted))
