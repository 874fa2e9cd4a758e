"""The fix that several rules offer: other words in place of a mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.model import Edit, Fix

if TYPE_CHECKING:
    from mkdocs_sima.model import Document, Mention


def replace_text(document: Document, mention: Mention, new: str, safe: bool = False) -> Fix | None:
    """Return the fix that writes `new` in place of a mention that stands there letter by letter."""
    if document.text[mention.start : mention.end] != mention.text:
        return None  # an end of a range, or a name that markup takes apart
    edit = Edit(mention.line, mention.column, mention.text, new)
    return Fix(f"Replace {mention.text} by {new}", (edit,), safe)
