"""Learn the types of a knowledge base: where the numbers that exist and those cited agree.

Files are numbered by their names, say what they are in titles and headers, and others cite them by
a word and that number. Two of the three must agree before a word is believed to be a type.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.learning.learner import Learner
from mkdocs_sima.knowledge_base.learning.numbering import HEAD, read_claims
from mkdocs_sima.parsing.identity.file_names import (
    is_index_name,
    is_template_name,
    speaking_name,
    speaks_by_folder,
)
from mkdocs_sima.parsing.identity.grammar import Grammar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_sima.settings import Settings


_H1 = re.compile(r"^#[ \t]+(.*)", re.MULTILINE)


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
        if not (is_template_name(path) or _lists_others(path) or grammar.of_name(path))
        and (found := read_claims(path, data[:HEAD]))
    }
    if not claims:
        return settings
    known = {word.casefold() for t in settings.types.values() for word in (t.name, t.label)}
    known |= {rule.prefix.casefold() for rule in settings.scopes}
    learned = Learner(files, claims, known, f"{root} {_title_of_readme(files)}".strip()).learn()
    return replace(settings, types={**settings.types, **learned}) if learned else settings


def _title_of_readme(files: Sequence[tuple[str, bytes]]) -> str:
    """Return what the README of the root is headed by, "" if there is none: "# Acme RFCs"."""
    head = next((data[:HEAD] for path, data in files if path.casefold() == "readme.md"), b"")
    title = _H1.search(head.decode("utf-8", "replace"))
    return title[1].replace("/", " ") if title else ""


def _lists_others(path: str) -> bool:
    """Tell whether a file is an index; `0003/index.md` is the page of its folder."""
    own = speaks_by_folder(path) and any(map(str.isdigit, speaking_name(path)))
    return is_index_name(path) and not own
