"""Pass by pass: survey the text, decide place by place, until nothing is left to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mkdocs_sima.mojibake.decoding.choice import SURE, THIN, choose
from mkdocs_sima.mojibake.decoding.detection import may_be_damaged
from mkdocs_sima.mojibake.decoding.draft import Draft
from mkdocs_sima.mojibake.decoding.escaped import control_edits, entity_edits
from mkdocs_sima.mojibake.decoding.first_reading import survey
from mkdocs_sima.mojibake.decoding.losses.bare_letters import bare_edits
from mkdocs_sima.mojibake.decoding.page_choice import choose_page
from mkdocs_sima.mojibake.decoding.page_edits import page_edits, surrogate_edits
from mkdocs_sima.mojibake.quoted_examples import OPENERS, examples
from mkdocs_sima.mojibake.text_edits import Edit, applied, composed, joined, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.mojibake.decoding.candidates import Option, Reading

_LONGEST_LINE: Final = 4_000  # a longer line is data: it is repaired without regard to context
_SURELY_OWN: Final = 8.0  # nats: two editors have left their marks
_PASSES: Final = 12  # a line that needs more was not damaged but made up, and stays as it is


def _decoded(text: str) -> list[Edit]:
    """Return the edits that undo one layer of damage in `text`, and the doubts."""
    found = survey(text)
    edits = [_edit(start, reading.options, certain=True) for start, reading in found]
    contested = [index for index, (_, reading) in enumerate(found) if reading.contested]
    if contested:
        draft = Draft(text, found)
        # What one place leaves open, its neighbours may settle: on the way there, or back.
        for indexes in (contested, contested[::-1]):
            for index in indexes:
                place = draft.places[index]
                if place in draft.unsure:
                    edits[index] = _settled(*found[index], draft, *place)
    return joined(edits)


def _edit(start: int, options: tuple[Option, ...], *, certain: bool, thin: bool = False) -> Edit:
    best = options[0]
    names = () if certain else tuple(dict.fromkeys(option.char for option in options[:8]))
    after = None if thin else best.char
    return Edit(start, start + best.length, after, best.trace, certain, names)


def _settled(start: int, reading: Reading, draft: Draft, row: int, column: int) -> Edit:
    """Return the edit that the evidence of a place speaks for, and settle the draft with it."""
    options = reading.options
    lead = options[0].gain - options[1].gain
    without_context = draft.width(row) > _LONGEST_LINE
    if not without_context:
        options, lead = choose(options, draft, row, column)
    if lead >= THIN or without_context:
        draft.settle(row, column, options[0].char)
    return _edit(start, options, certain=lead >= SURE, thin=lead < THIN)


def _meant(text: str, edits: list[Edit]) -> Iterator[Edit]:
    """Yield those of `edits` that repair damage, not an example of damage that the text shows."""
    at = 0
    while at < len(edits):
        start = text.rfind("\n", 0, edits[at].start) + 1
        end = text.find("\n", edits[at].end)
        end = len(text) if end < 0 else end
        stop = at
        while stop < len(edits) and edits[stop].start < end:
            stop += 1
        if end - start > _LONGEST_LINE or not OPENERS.search(text, start, end):
            yield from edits[at:stop]
        else:
            moved = [e._replace(start=e.start - start, end=e.end - start) for e in edits[at:stop]]
            shown = examples(text[start:end], moved)
            yield from (edits[at + i] for i, edit in enumerate(moved) if edit not in shown)
        at = stop


def _pass(text: str, held: set[str]) -> list[Edit]:
    """Return the edits of one pass: of the code page that the text was read with.

    Args:
        text: as far as it is restored.
        held: pages that have left places for want of bytes; this pass may add one. Those places
            are not looked at as if they were Windows-1252's, unless that shows plainly, too.
    """
    whole = [*surrogate_edits(text), *entity_edits(text)]
    if edits := list(_meant(text, sorted(whole, key=lambda edit: edit.start))):
        return edits
    page, own_gain, likeliest = choose_page(text)
    edits = list(_meant(text, page_edits(text, page))) if page else []
    if page and any(edit.after is None for edit in edits):
        held.add(page.name)
    if any(edit.after is not None for edit in edits) or (held and own_gain < _SURELY_OWN):
        return edits
    edits = list(_meant(text, _decoded(text)))
    if likeliest and not any(edit.after is not None for edit in edits):
        edits = list(_meant(text, page_edits(text, likeliest)))
    if not any(edit.after is not None for edit in edits):
        taken = {at for edit in edits for at in range(edit.start, edit.end)}
        controls = [edit for edit in control_edits(text) if edit.start not in taken]
        edits = sorted([*edits, *_meant(text, controls)], key=lambda edit: edit.start)
    return edits


def undo(text: str) -> list[Edit]:
    """Return the edits of as many passes as it takes until nothing is left to do.

    Args:
        text: one that may be damaged.
    """
    edits: list[Edit] = []
    step: list[Edit] = []
    held: set[str] = set()
    before = current = text
    for _ in range(_PASSES):
        step = _pass(current, held) if current is text or may_be_damaged(current) else []
        edits = composed(edits, current, step)
        before, current = current, applied(current, step)
        if current == before:
            put_back = "".join(edit.after or "" for edit in edits)
            last = list(_meant(current, list(bare_edits(current, put_back))))
            return composed(edits, current, last) if last else edits
    late = [edit for edit in step if edit.after is not None]
    restless = {row for row, _ in rows_of(before, late)}
    rows = zip(rows_of(text, edits), edits, strict=True)
    return [edit for (row, _), edit in rows if row not in restless]
