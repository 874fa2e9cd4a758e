"""From the mentions of one document to its references: resolved, filtered, in order."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from mkdocs_sima.knowledge_base.index import name_key
from mkdocs_sima.knowledge_base.words import words_of
from mkdocs_sima.model import Reference

if TYPE_CHECKING:
    from mkdocs_sima.knowledge_base.index import Index
    from mkdocs_sima.knowledge_base.model import Resolution
    from mkdocs_sima.knowledge_base.resolver import Resolver
    from mkdocs_sima.model import Document, Mention

_MARKUP = re.compile(
    r"^\s*(?:[-*+>]\s+|#{1,6}\s+|\d+[.)]\s+|\|\s*)+|[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}"
)
_EXAMPLE = re.compile(r"(?:for )?examples?\b|e\.g\.", re.IGNORECASE)
_NAME_START = re.compile(r"(?<![^\s`*|(\"'])[^\s`*|(\"']")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


def resolve_document(document: Document, resolver: Resolver, index: Index) -> tuple[Reference, ...]:
    """Resolve the mentions of a document and drop those that are no references after all."""
    references = []
    for mention in document.mentions:
        resolution = resolver.resolve(mention, document.path)
        if resolution.verdict == "missing" and mention.form == "file":
            mention, resolution = _with_blanks(mention, resolution, document, resolver, index)
        if _is_reference(mention, resolution, document, index):
            references.append(
                Reference(
                    mention,
                    resolution.verdict,
                    resolution.target,
                    tuple(c.path for c in resolution.candidates),
                    _anchor(mention),
                    resolution.reason,
                )
            )
    return tuple(references)


def _is_reference(
    mention: Mention, resolution: Resolution, document: Document, index: Index
) -> bool:
    if resolution.target == document.path:
        return False
    if resolution.verdict == "missing" and (is_weak(mention) or _is_example(mention)):
        return False
    if mention.local_heading:
        if resolution.verdict != "resolved" or not resolution.target:
            return False
        gloss = words_of(mention.gloss or "")
        return not gloss or bool(gloss & index.words(resolution.target))
    return True


def is_weak(mention: Mention) -> bool:
    """Whether this counts as an ID only if an entry bears it: `INT-MAX`, `Tool-01`.

    A number that is a word, and a type spelled by its label, look like ordinary words.
    """
    ref_id = mention.ref_id
    return (
        mention.form == "id"
        and ref_id is not None
        and (not ref_id.number[-1].isdigit() or ref_id.type not in mention.text)
    )


def _is_example(mention: Mention) -> bool:
    """Whether a name that nobody bears only shows how to name things, or lies inside a range."""
    return mention.form == "range" or bool(
        mention.label and _EXAMPLE.match(mention.label) and mention.where == "prose"
    )


def _with_blanks(
    mention: Mention, resolution: Resolution, document: Document, resolver: Resolver, index: Index
) -> tuple[Mention, Resolution]:
    """Look for a file whose name has blanks: `URLs.md` may be the end of `File Server URLs.md`."""
    text = document.text
    line_start = text.rfind("\n", 0, mention.start) + 1
    for word in reversed(list(_NAME_START.finditer(text, line_start, mention.start))[-8:]):
        start = word.start()
        written = text[start : mention.end]
        if name_key(written) in index.names:
            longer = replace(
                mention,
                text=written,
                start=start,
                column=max(1, mention.column - (mention.start - start)),
            )
            found = resolver.resolve(longer, document.path)
            if found.verdict != "missing":
                return longer, found
    return mention, resolution


def _anchor(mention: Mention) -> str | None:
    if mention.form in ("link", "file") and "#" in mention.text:
        return unquote(mention.text.partition("#")[2]) or None
    return None


def excerpt_of(text: str, offset: int) -> str:
    """Return the line around an offset as plain text, without markup."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    line = text[start : end if end >= 0 else len(text)]
    plain = _MARKUP.sub("", _LINK.sub(r"\1", line)).strip(" |")
    return plain if len(plain) <= 240 else plain[:239].rstrip() + "…"
