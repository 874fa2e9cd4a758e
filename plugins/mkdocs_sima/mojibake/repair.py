"""The repair of a whole text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.mojibake.changes import Change, Repair
from mkdocs_sima.mojibake.channels.traces import channel_name
from mkdocs_sima.mojibake.decoding.detection import may_be_damaged
from mkdocs_sima.mojibake.text_edits import applied, rows_of

if TYPE_CHECKING:
    from mkdocs_sima.mojibake.text_edits import Edit


def _change(text: str, edit: Edit, row: int, row_start: int) -> Change:
    before = text[edit.start : edit.end]
    return Change(
        line=row + 1,
        column=edit.start - row_start + 1,
        offset=edit.start,
        before=before,
        after=before if edit.after is None else edit.after,
        channel=edit.channel or channel_name(edit.trace),
        certain=edit.certain,
        options=edit.options,
    )


def repair(text: str) -> Repair:
    """Return `text` with its mojibake undone, and what was changed or left in doubt.

    A pure function of the text: line feeds are never added or removed, undamaged text is never
    touched, and repairing twice does what repairing once does. Fast on clean text, and linear.
    """
    if not may_be_damaged(text):
        return Repair(text)
    from mkdocs_sima.mojibake.passes import undo

    edits = [edit for edit in undo(text) if edit.after is not None or len(edit.options) > 1]
    rows = zip(rows_of(text, edits), edits, strict=True)
    return Repair(applied(text, edits), tuple(_change(text, edit, *row) for row, edit in rows))


def repair_text(text: str) -> str:
    """Return the repaired text alone."""
    return repair(text).text
