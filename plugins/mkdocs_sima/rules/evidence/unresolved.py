"""What a rule says about a mention that leads nowhere, with the likely right text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.resolving.id_resolver import folded_aliases
from mkdocs_sima.parsing.identity.grammar import key_of
from mkdocs_sima.rules.evidence.fixes import replace_text
from mkdocs_sima.rules.evidence.suggestions import likely

if TYPE_CHECKING:
    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, Finding, Mention, RefId
    from mkdocs_sima.rules.rule import Rule

LONGEST = 200  # characters of a file name
# `docs/Quick Reference Card.md`
_AFTER_SLASH = re.compile(r"/([\w.-]+ (?:[\w.-]+ )*)$")
# "- Quick Reference Card.md", "| Quick Reference Card.md |"
_TITLE_WORDS = re.compile(
    r"(?:^[ \t>]*(?:[-*+]|\d+[.)]) +(?:\[[ xX]\] +)?|[|`])[^\w\n|`]*"
    r"((?:[A-Z0-9][\w.-]* +(?:- +)?){2,6})$"
)


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
