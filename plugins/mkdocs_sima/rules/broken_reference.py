"""broken-reference: a REF-ID or file name that no document answers to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.model import Edit, Finding, Fix
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, Mention


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report every written ID and file name without a target.

    The inner numbers of a range are left out: who writes `LESS-01 to LESS-08` means those that
    exist. Templates show what an ID looks like, so theirs mean nothing.
    """
    for path, document in kb.documents.items():
        if document.kind == "template":
            continue
        for reference in kb.references(path):
            mention = reference.mention
            if reference.verdict != "missing" or mention.form not in ("id", "file"):
                continue
            close = kb.suggest(mention.text)
            hint = f"; did you mean {close}?" if close else ""
            what = "no file" if mention.form == "file" else "no entry"
            yield RULE.at(
                path,
                mention.line,
                mention.column,
                f"{what} is called {mention.text}{hint}",
                subject=mention.text,
                suggestion=close,
                fix=replace_text(document, mention, close) if close else None,
            )


def replace_text(document: Document, mention: Mention, new: str, safe: bool = False) -> Fix | None:
    """Return the fix that writes `new` in place of a mention that stands there letter by letter."""
    if document.text[mention.start : mention.end] != mention.text:
        return None  # an end of a range, or a name that markup takes apart
    edit = Edit(mention.line, mention.column, mention.text, new)
    return Fix(f"Replace {mention.text} by {new}", (edit,), safe)


RULE = Rule(
    name="broken-reference",
    severity="error",
    summary="A REF-ID or a file name is cited that no document answers to.",
    example="**Related:** LESS-99\n\nNo entry is LESS-99: it was renamed, or never written.",
    fix="With --unsafe-fixes: writes the closest ID that exists, if one is close.",
    look=look,
)
