"""Doubts about signs, settled by what stands beside them, as far as the text is restored.

`β”β”€ src` was `├─`, `┌─` or `┘─` in Windows-1253: which, is told by the lines around it, or else
by how common they are. Letters stay in doubt: the letters beside them have been asked before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mkdocs_sima.mojibake.channels import traces
from mkdocs_sima.mojibake.decoding.candidates import Option, Reading
from mkdocs_sima.mojibake.decoding.choice import choose
from mkdocs_sima.mojibake.decoding.draft import Draft
from mkdocs_sima.mojibake.decoding.losses.dropped import SURE
from mkdocs_sima.mojibake.text_edits import applied

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs_sima.mojibake.decoding.losses.pairs import Restored
    from mkdocs_sima.mojibake.text_edits import Edit

_LEAD: Final = 0.6  # nats that the best has to be ahead
_MOST: Final = 2_000  # places; a text with more is data


def settle(
    text: str, edits: Sequence[Edit], doubts: Mapping[int, Sequence[Restored]]
) -> list[Edit]:
    """Return `edits` with the doubts about signs settled where their places tell.

    Args:
        text: the damaged text.
        edits: all that a page makes of it, in order; one in doubt has no `after`.
        doubts: offset of a place in doubt → its readings, the likeliest first.
    """
    signs = {start: places for start, found in doubts.items() if (places := _signs(found))}
    if not signs or len(signs) > _MOST:
        return list(edits)
    best = [
        edit._replace(after=doubts[edit.start][0].text) if edit.start in doubts else edit
        for edit in edits
    ]
    found: list[tuple[int, Reading]] = []
    owners: list[tuple[int, int]] = []  # the number of an edit, and the place in what it makes
    moved = 0
    for number, edit in enumerate(best):
        for at, reading in signs.get(edit.start, {}).items():
            found.append((edit.start + moved + at, reading))
            owners.append((number, at))
        length = edit.end - edit.start
        moved += (length if edit.after is None else len(edit.after)) - length
    draft = Draft(applied(text, best), found)
    leads = [0.0] * len(found)
    order = range(len(found))
    for index in (*order, *reversed(order)):
        place = draft.places[index]
        options, leads[index] = choose(found[index][1].options, draft, *place)
        draft.settle(*place, options[0].char)
    settled = list(edits)
    for number in {number for number, _ in owners}:
        mine = [index for index in order if owners[index][0] == number]
        if min(leads[index] for index in mine) >= _LEAD:
            chars = list(best[number].after or "")
            for index in mine:
                chars[owners[index][1]] = draft.at(*draft.places[index])
            settled[number] = best[number]._replace(after="".join(chars), options=())
            settled[number] = settled[number]._replace(certain=True)
    return settled


def _signs(found: Sequence[Restored]) -> dict[int, Reading]:
    """Return where readings differ, and in what, if it is in signs only; else nothing."""
    best = found[0]
    options: dict[int, list[Option]] = {}
    for rival in found[1:]:
        pairs = zip(best.text, rival.text, strict=False)
        differ = [at for at, (char, other) in enumerate(pairs) if char != other]
        lags = rival.cost - best.cost
        if len(rival.text) != len(best.text) or any(rival.text[at].isalpha() for at in differ):
            if lags < SURE:
                return {}
        elif len(differ) == 1 and not best.text[differ[0]].isalpha():
            own = Option(best.text[differ[0]], 1, 0.0, 0.0, traces.FOREIGN)
            rest = options.setdefault(differ[0], [own])
            rest.append(Option(rival.text[differ[0]], 1, lags, -lags, traces.FOREIGN))
    return {at: Reading(tuple(rivals), contested=True) for at, rivals in options.items()}
