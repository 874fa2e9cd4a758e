"""broken-reference: a REF-ID or file name that no document answers to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.words import words_of
from mkdocs_sima.model import Edit, Finding, Fix
from mkdocs_sima.parsing.references.grammar import fold_id
from mkdocs_sima.rules.missing import missing
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, Mention

SAME_WORDS = 2
SLIP = 90  # percent of two names that agree, from which on one is the other mistyped
RENUMBERED = 4  # words of a name, type and suffix included, that are enough without the number
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
    close = _close(kb, document.path, mention)
    hint = f"; did you mean {close}?" if close else ""
    called = f"entry is called {mention.text}"
    if mention.form == "file":
        called = f"file is called {_start_with_blanks(document, mention)}{mention.text}"
    return rule.at(
        document.path,
        mention.line,
        mention.column,
        f"no {called}{hint}",
        subject=mention.text,
        suggestion=close,
        fix=replace_text(document, mention, close) if close else None,
    )


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


def _close(kb: KnowledgeBase, path: str, mention: Mention) -> str | None:
    """Return what the author probably meant.

    Nobody mistypes LESS-31 for LESS-01 or DEP-01 for DEC-01, which only look alike: another number
    or type counts only if the gloss says so.
    """
    close = kb.suggest(mention.text)
    if close and mention.form == "file":
        return _in_its_folder(kb, path, mention, close) if _alike(mention, close) else None
    found = kb.by_id(close) if close and mention.ref_id and mention.form == "id" else ()
    if not found or not mention.ref_id or not found[0].ref_id:
        return close
    if fold_id(found[0].ref_id.bare) == fold_id(mention.ref_id.bare):
        return close
    shared = words_of(mention.gloss or "") & words_of(found[0].display_title)
    return close if len(shared) >= SAME_WORDS and found[0].path != path else None


def _in_its_folder(kb: KnowledgeBase, path: str, mention: Mention, name: str) -> str:
    """Return a file name with its folders, from the root, if the author wrote a path."""
    if "/" not in mention.text:
        return name
    folder = mention.text.rpartition("/")[0]
    target = kb.find(f"{folder}/{name}", path).target or kb.find(name, path).target
    return ("/" if mention.text.startswith("/") else "") + target if target else name


def _alike(mention: Mention, name: str) -> bool:
    """Return whether a file name may be the one that is meant: a word left out, or a slip.

    `INT-03-Security-Interface.md` and `INT-11-Utility-Interface.md` only look alike, and so do
    `Session-4.md` and `Session-2.md`; an ID may be renumbered and keep its words. Who writes a word
    that no file has, as in `AWS-Guide.md` for `Guide.md`, means another file.
    """
    one, other = (path.rsplit("/", 1)[-1].casefold() for path in (mention.text, name))
    words, others = (set(re.findall(r"[^\W\d_]{2,}", text)) for text in (one, other))
    numbers = [re.findall(r"\d+", text) for text in (one, other)]
    if all(numbers) and numbers[0] != numbers[1]:
        renumbered = mention.ref_id is not None and len(words) >= RENUMBERED
        return renumbered and words <= others
    if words <= others or others <= words:
        return words <= others
    from rapidfuzz.fuzz import ratio  # loaded by the suggestion already

    return ratio(one, other) >= SLIP


def replace_text(document: Document, mention: Mention, new: str, safe: bool = False) -> Fix | None:
    """Return the fix that writes `new` in place of a mention that stands there letter by letter."""
    if document.text[mention.start : mention.end] != mention.text:
        return None  # an end of a range, or a name that markup takes apart
    edit = Edit(mention.line, mention.column, mention.text, new)
    return Fix(f"Replace {mention.text} by {new}", (edit,), safe)


RULE = Rule(
    name="broken-reference",
    severity="error",
    summary="A REF-ID, or a file name in a field or a related section, leads to no document.",
    example="**Related:** LESS-99\n\nNo entry is LESS-99: it was renamed, or never written.",
    fix="With --unsafe-fixes: writes the closest ID that exists, if one is close.",
    look=look,
)
