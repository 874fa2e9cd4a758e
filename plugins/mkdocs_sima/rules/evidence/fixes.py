"""The fix that several rules offer: other words in place of a mention, or within a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.model import Edit, Fix
from mkdocs_sima.rules.evidence.positions import locate

if TYPE_CHECKING:
    from mkdocs_sima.model import Document, Link, Mention


def replace_text(document: Document, mention: Mention, new: str, safe: bool = False) -> Fix | None:
    """Return the fix that writes `new` in place of a mention that stands there letter by letter."""
    if document.text[mention.start : mention.end] != mention.text:
        return None  # an end of a range, or a name that markup takes apart
    edit = Edit(mention.line, mention.column, mention.text, new)
    return Fix(f"Replace {mention.text} by {new}", (edit,), safe)


def replace_in_link(
    document: Document, link: Link, old: str, new: str, safe: bool = False
) -> Fix | None:
    """Return the fix that writes `new` in place of a part of a link's destination."""
    at = document.text.rfind(old, link.start, link.end)
    if at < 0:
        return None  # a reference-style link, or one written with entities
    edit = Edit(*locate(document, at), old, new)
    return Fix(f"Replace {old} by {new}", (edit,), safe)
