"""References seen from where they lead."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.lookup.answers import Backlink

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs_sima.model import Document, Reference
    from mkdocs_sima.settings import Relation

_EXCERPT = 240  # characters
_MARKUP = re.compile(
    r"^\s*(?:[-*+>]\s+|#{1,6}\s+|\d+[.)]\s+|\|\s*)+|[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}"
)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_WIKI = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*[^\W\d_][^\[\]|]*)\]\]")


def find_backlinks(
    documents: Mapping[str, Document],
    references: Mapping[str, Sequence[Reference]],
    relations: Mapping[str, Relation],
) -> dict[str, tuple[Backlink, ...]]:
    """Return the references that point at each document, sorted by their source."""
    found: dict[str, list[Backlink]] = defaultdict(list)
    for path, own in references.items():
        for reference in own:
            if reference.target:
                name = reference.mention.relation
                inverse = relations[name].inverse if name in relations else name
                excerpt = excerpt_of(documents[path].text, reference.mention.start)
                found[reference.target].append(Backlink(path, reference, excerpt, inverse))
    return {target: tuple(backlinks) for target, backlinks in found.items()}


def excerpt_of(text: str, offset: int) -> str:
    """Return the line around an offset as plain text, without markup."""
    start = max(text.rfind("\n", 0, offset) + 1, offset - _EXCERPT)
    end = text.find("\n", offset)
    line = text[start : min(end if end >= 0 else len(text), offset + 2 * _EXCERPT)]
    plain = _MARKUP.sub("", _WIKI.sub(r"\1", _LINK.sub(r"\1", line))).strip(" |")
    return plain if len(plain) <= _EXCERPT else plain[: _EXCERPT - 1].rstrip() + "…"
