"""The words in the line of a hit that say what it belongs to: labels before it, a word behind."""

from __future__ import annotations

import re

from mkdocs_sima.parsing.references.groups import ITEM

GENERAL_WORDS = frozenset({"generic", "general", "global", "universal", "common"})
"""Words by which authors name the scope that is everybody's."""

_HEADING = re.compile(r"[ \t]{0,3}#{1,6}[ \t]")
# "the Gateway's DEC-03", "(Gateway: DEC-03": the words in front name a scope.
_WORDS_BEFORE = re.compile(
    r"(?:^|[\s(\[*_])([A-Z][\w.-]*(?: [A-Z][\w.-]*)?)(?:['’]s|[):])?[*_`\s]*$"
)
# "**Gateway:** DEC-01, DEC-03" within an item.
_ITEM_LABEL = re.compile(r"(?:\*\*|__)?([^*:|\n]{1,50}?)(?:\*\*|__)?:(?:\*\*|__)?\s")
# "DEC-03 (gateway)": one word behind names a scope; several are a gloss.
_PARENTHESIS_WORD = re.compile(r"[*_`\s]*\(\s*([\w-]+)\s*\)")
_AFTER_WORD = " :*_`\t"  # what may stand between a word and a hit


def line_label(written: str) -> str | None:
    """Return the label that begins a line, of which this much is written: "- Lessons: "."""
    if ":" not in written:
        return None
    item = ITEM.match(written)
    match = _ITEM_LABEL.match(written + " ", item.end() if item else 0)
    return match[1].strip() if match else None


def word_before(before: str) -> str | None:
    """Return the words right before a hit that may name its scope: "Billing: "."""
    last = before.rstrip(_AFTER_WORD)[-1:]
    if not last or not (last.isalnum() or last.isspace() or last in "-._)"):
        return None  # as for most hits; searching takes longer
    match = _WORDS_BEFORE.search(before)
    return match[1] if match else None


def word_behind(after: str) -> str | None:
    """Return "generic" of `DEC-07 (generic)`; other words in parentheses are a gloss."""
    match = _PARENTHESIS_WORD.match(after) if "(" in after else None
    return match[1] if match and match[1].casefold() in GENERAL_WORDS else None


def may_lead(line: str) -> bool:
    """Tell whether a line is a heading, or a bold one that serves as such."""
    bold = line.strip()
    if bold.startswith("#"):
        return _HEADING.match(line) is not None
    return bold.startswith("**") and bold.endswith("**") and bold.count("**") == 2
