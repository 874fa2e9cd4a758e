"""broken-reference: a REF-ID or file name that no document answers to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.id_resolver import folded_aliases
from mkdocs_sima.parsing.references.grammar import key_of
from mkdocs_sima.rules.fixes import replace_text
from mkdocs_sima.rules.missing import missing
from mkdocs_sima.rules.rule import Rule
from mkdocs_sima.rules.suggestions import likely

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, Finding, Mention, RefId

LONGEST = 200  # characters of a file name
_AFTER_SLASH = re.compile(r"/([\w.-]+ (?:[\w.-]+ )*)$")
_TITLE_WORDS = re.compile(
    r"(?:^[ \t>]*(?:[-*+]|\d+[.)]) +(?:\[[ xX]\] +)?|[|`])[^\w\n|`]*"
    r"((?:[A-Z0-9][\w.-]* +(?:- +)?){2,6})$"
)


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report every ID without an entry, and every file name in a field or related section."""
    for found in missing(kb):
        if found.degree == "reference":
            yield finding(RULE, kb, found.document, found.mention)


def finding(rule: Rule, kb: KnowledgeBase, document: Document, mention: Mention) -> Finding:
    """Return what a rule says about a mention without a target, with the likely right text."""
    start = _start_with_blanks(document, mention) if mention.form == "file" else ""
    name = start + mention.text
    close = likely(kb, document.path, mention._replace(text=name))
    kind = "file" if mention.form == "file" else "entry"
    alias = _alias(kb, mention.ref_id) if mention.form == "id" and mention.ref_id else None
    return rule.of(
        document,
        mention,
        f"no {kind} is called {name}"
        + (f", nor {alias}, to which 'aliases' sends it" if alias else "")
        + (f"; did you mean {close}?" if close else ""),
        suggestion=close,
        fix=replace_text(document, mention, close) if close and not start else None,
    )


def _alias(kb: KnowledgeBase, ref_id: RefId) -> str | None:
    """Return the ID for which this one, or its prefix, stands by the settings."""
    aliases = folded_aliases(kb.settings)
    if (prefix := aliases.get(ref_id.prefix.casefold())) is not None:
        return f"{prefix}-{ref_id.bare}".lstrip("-")
    return aliases.get(key_of(ref_id))


def _start_with_blanks(document: Document, mention: Mention) -> str:
    """Return the words before a name that are a part of it: `Quick Reference Card.md` has blanks.

    They follow a slash, or they are all that stands before its last word in an item, a cell or in
    backticks, and all of them are capitalised.
    """
    line = document.text[max(mention.start - LONGEST, 0) : mention.start].rpartition("\n")[2]
    before = _AFTER_SLASH.search(line)
    if before is None and "-" not in mention.text and "_" not in mention.text:
        before = _TITLE_WORDS.search(line)
    return before[1] if before else ""


RULE = Rule(
    name="broken-reference",
    severity="error",
    summary="A REF-ID, or a file name in a field or a related section, leads to no document.",
    example="**Related:** LESS-99\n\nNo entry is LESS-99: it was renamed, or never written.",
    fix="With --unsafe-fixes: writes the closest ID that exists, if one is close.",
    look=look,
    templates=False,
)
