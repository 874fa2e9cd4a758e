"""From the mentions of one document to its references: resolved, filtered, in order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from mkdocs_sima.knowledge_base.lookup.bearers import name_key
from mkdocs_sima.knowledge_base.lookup.paths import folder_of, is_document_name
from mkdocs_sima.knowledge_base.lookup.title_words import words_of
from mkdocs_sima.model import Reference

if TYPE_CHECKING:
    from mkdocs_sima.knowledge_base.lookup.answers import Resolution
    from mkdocs_sima.knowledge_base.lookup.bearers import Index
    from mkdocs_sima.knowledge_base.resolving.resolver import Resolver
    from mkdocs_sima.knowledge_base.scopes.order import ScopeTable
    from mkdocs_sima.model import Document, Mention

_LONGEST_NAME = 200  # characters of a file name with blanks

# A label: "**Example:** LESS-99". Nobody claims that it exists.
_EXAMPLE = re.compile(r"(?:for )?examples?\b|e\.g\.", re.IGNORECASE)
# Where a file name with blanks may begin: `Quick Reference Card.md` begins at "Quick".
_NAME_START = re.compile(r"(?<![^\s`*|(\"'])[^\s`*|(\"']")


def resolve_document(
    document: Document, resolver: Resolver, index: Index, scopes: ScopeTable
) -> tuple[Reference, ...]:
    """Resolve the mentions of a document and drop those that are no references after all."""
    references: list[Reference] = []
    within = 0  # a wiki link that leads somewhere: what else is read in it is a part of its title
    for mention in document.mentions:
        if mention.start < within:
            continue
        resolution = resolver.resolve(mention, document.path)
        if resolution.verdict == "missing" and mention.form == "file":
            mention, resolution = _with_blanks(mention, resolution, document, resolver, index)
            # What was read inside the longer name is a part of it: `ARCH-X_A` in `ARCH-X_A B.md`.
            while references and references[-1].mention.start >= mention.start:
                references.pop()
        if mention.form == "title" and resolution.verdict != "missing":
            within = mention.end
        if _is_reference(mention, resolution, document, index, scopes):
            references.append(
                Reference(
                    mention,
                    resolution.verdict,
                    resolution.target,
                    tuple(c.path for c in resolution.candidates),
                    anchor_of(mention, resolution.target, index),
                    resolution.reason,
                )
            )
    return tuple(references)


def _is_reference(
    mention: Mention,
    resolution: Resolution,
    document: Document,
    index: Index,
    scopes: ScopeTable,
) -> bool:
    if resolution.target == document.path:
        return False
    if resolution.verdict == "missing" and (
        is_weak(mention) or _is_example(mention) or _is_foreign(mention, index)
    ):
        return False
    return not mention.local_heading or _fits_heading(mention, resolution, document, index, scopes)


def _fits_heading(
    mention: Mention,
    resolution: Resolution,
    document: Document,
    index: Index,
    scopes: ScopeTable,
) -> bool:
    """Whether `### DEC-01: words` discusses that entry and is not the document's own numbering.

    The number must be written as the entry writes it (`AP-1` is not `AP-01`), the entry must be
    one of the document's own scope or of an outer one, and the words must fit it. An index lists
    the entries below its folder, whatever words it finds for them.
    """
    target = resolution.target
    own, cited = mention.ref_id, index.ref_id(target) if target else None
    if target is None or own is None or cited is None:
        return False
    if index.is_own_type(cited):  # each number is borne once: no document counts by them
        return True
    if not cited.number.endswith(own.number):
        return False
    mine, theirs = scopes.of(document.path), scopes.of(target)
    is_foreign = theirs is not mine and theirs.prefix and not mine.prefix.startswith(theirs.prefix)
    if mine.path and not own.prefix and is_foreign:
        return False
    gloss = words_of(mention.gloss or "")
    if not gloss or (
        document.kind == "index" and target.startswith(folder_of(document.path) + "/")
    ):
        return True
    shared = gloss & index.words(target)
    names = index.name_words(target)
    if names and shared.isdisjoint(names):
        return False  # two words of a summary meet by chance
    return len(shared) > 1 or bool(index.telling(shared, target) - index.common_words)


def is_weak(mention: Mention) -> bool:
    """Whether this counts only if a document bears it: `INT-MAX`, `RFC 2119`, `[[dict]]`.

    A number that is a word, and a type spelled by its label, look like ordinary words.
    """
    ref_id = mention.ref_id
    return mention.form == "title" or (
        mention.form == "id"
        and ref_id is not None
        and (
            not ref_id.number[-1].isdigit()
            or ref_id.type not in mention.text
            or "-" not in mention.text  # "ADR 7", "RFC 2119"
        )
    )


def _is_foreign(mention: Mention, index: Index) -> bool:
    ref_id = mention.ref_id
    is_id = mention.form == "id" or not is_document_name(mention.text)  # `Python-SQL-Datenbank`
    if ref_id is None or not is_id:
        return False
    if mention.form == "file" and index.is_own_type(ref_id):
        return True  # "CIP-30-DeepLink" is a feature
    return ref_id.type in index.foreign_types or index.is_beyond(ref_id)


def _is_example(mention: Mention) -> bool:
    """Whether a name that nobody bears only shows how to name things, or lies inside a range."""
    if mention.form == "range":
        return True
    if mention.where != "prose" or not mention.label:
        return False
    return any(_EXAMPLE.match(label) for label in mention.label.split(" / ", 2)[:2])


def _with_blanks(
    mention: Mention, resolution: Resolution, document: Document, resolver: Resolver, index: Index
) -> tuple[Mention, Resolution]:
    """Look for a file whose name has blanks: `URLs.md` may be the end of `File Server URLs.md`."""
    text = document.text
    line_start = max(text.rfind("\n", 0, mention.start) + 1, mention.start - _LONGEST_NAME)
    for word in reversed(list(_NAME_START.finditer(text, line_start, mention.start))[-8:]):
        start = word.start()
        written = text[start : mention.end]
        if name_key(written) in index.names:
            longer = mention._replace(
                text=written,
                start=start,
                column=max(1, mention.column - (mention.start - start)),
            )
            found = resolver.resolve(longer, document.path)
            if found.verdict != "missing":
                return longer, found
    return mention, resolution


def anchor_of(mention: Mention, target: str | None, index: Index) -> str | None:
    """Return the fragment that a mention asks for, if its target has it."""
    if mention.form == "title":
        heading = mention.text.rpartition("#")[2] if "#" in mention.text else ""
        return index.anchor(target, heading) if target and heading else None
    if mention.form in ("link", "file") and "#" in mention.text:
        return unquote(mention.text.partition("#")[2]) or None
    return None
