"""The repair of a whole text: survey it, decide place by place, until nothing is left to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .changes import Change, Repair
from .choose import SURE, THIN, choose
from .detect import may_be_damaged
from .edits import Edit, applied, composed, joined
from .foreign import foreign_edits
from .quoted import examples
from .survey import Draft, is_contested, survey
from .traces import channel_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LONGEST_LINE: Final = 4_000  # a longer line is data: it is repaired without regard to context
_PASSES: Final = 12  # text that needs more was not damaged but made up


def _decoded(text: str) -> list[Edit]:
    """Return the edits that undo one layer of damage in `text`, and the doubts."""
    found = survey(text)
    draft: Draft | None = None
    edits = []
    for index, (start, reading) in enumerate(found):
        if not is_contested(reading):
            best = reading.options[0]
            edits.append(Edit(start, start + best.length, best.char, best.trace))
            continue
        draft = draft or Draft(text, found)
        row, column = draft.places[index]
        if draft.width(row) > _LONGEST_LINE:
            options, lead = reading.options, reading.options[0].gain - reading.options[1].gain
        else:
            options, lead = choose(reading.options, draft, row, column)
        best = options[0]
        names = tuple(dict.fromkeys(option.char for option in options[:8])) if lead < SURE else ()
        after = best.char if lead >= THIN else None
        edits.append(Edit(start, start + best.length, after, best.trace, not names, names))
        if after:
            draft.settle(row, column, after)
    return joined(edits)


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
        moved = [e._replace(start=e.start - start, end=e.end - start) for e in edits[at:stop]]
        shown = examples(text[start:end], moved) if end - start <= _LONGEST_LINE else ()
        yield from (edits[at + i] for i, edit in enumerate(moved) if edit not in shown)
        at = stop


def _pass(text: str) -> list[Edit]:
    """Return the edits of one pass: first what only ftfy knows, then what the decoder reads."""
    if not may_be_damaged(text):
        return []
    edits = list(_meant(text, list(foreign_edits(text))))
    return edits or list(_meant(text, _decoded(text)))


def _changes(text: str, edits: Iterable[Edit]) -> tuple[Change, ...]:
    changes = []
    line, newline = 1, -1  # the line of the edit, and the offset of the line feed before it
    at = 0
    for edit in edits:
        line += text.count("\n", at, edit.start)
        newline = max(newline, text.rfind("\n", at, edit.start))
        at = edit.start
        before = text[edit.start : edit.end]
        changes.append(
            Change(
                line=line,
                column=edit.start - newline,
                offset=edit.start,
                before=before,
                after=before if edit.after is None else edit.after,
                channel=channel_name(edit.trace),
                certain=edit.certain,
                options=edit.options,
            )
        )
    return tuple(changes)


def repair(text: str) -> Repair:
    """Return `text` with its mojibake undone, and what was changed or left in doubt.

    A pure function: line feeds are never added or removed, undamaged text is never touched, and
    repairing twice does what repairing once does.
    """
    edits: list[Edit] = []
    current = text
    for _ in range(_PASSES):
        step = _pass(current)
        edits = composed(edits, current, step)
        after = applied(current, step)
        if after == current:
            return Repair(current, _changes(text, edits))
        current = after
    return Repair(text)


def repair_text(text: str) -> str:
    """Return the repaired text alone."""
    return repair(text).text
