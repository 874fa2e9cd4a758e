"""What a code page makes of a text: edits where it decodes a place, doubts where bytes are lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mkdocs_sima.mojibake.channels import traces
from mkdocs_sima.mojibake.channels.code_pages import BYTE
from mkdocs_sima.mojibake.decoding.intact import LOST, decode, surrogates
from mkdocs_sima.mojibake.decoding.losses.doubts import settle
from mkdocs_sima.mojibake.decoding.losses.dropped import is_sure, readings
from mkdocs_sima.mojibake.decoding.page_gain import (
    HAN,
    Place,
    believable,
    is_open,
    places,
    won,
)
from mkdocs_sima.mojibake.text_edits import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.mojibake.channels.pages import Page
    from mkdocs_sima.mojibake.decoding.intact import Decoded
    from mkdocs_sima.mojibake.decoding.losses.pairs import Restored

_LOST_LEAST: Final = -2.0  # what is left of a character may look likelier than U+FFFD
_REST: Final = "[\u0080-\u00bf‚„…†‡€‰‹‘’“”•–—˜™šŠœŒžŽŸˆƒ›]"
_SURROGATES: Final = re.compile(f"(?:í[\u00a0-\u00af]{_REST}í[\u00b0-\u00bf]{_REST})+")


def page_edits(text: str, page: Page) -> list[Edit]:
    """Return the edits that undo the damage of a page, and the doubts.

    A line that holds a run whose bytes are lost beyond guessing is left as it is: half of it
    repaired would hide the rest.
    """
    lines: dict[int, list[Edit]] = {}
    broken: set[int] = set()
    doubts: dict[int, tuple[Restored, ...]] = {}
    made = (_edit(start, place, page, text, doubts) for start, place in places(text))
    edits = [edit for edit in made if edit]
    end, row = -1, 0
    for edit in settle(text, edits, doubts):
        if edit.start > end:
            row += 1
            end = text.find("\n", edit.start)
            end = len(text) if end < 0 else end
        lines.setdefault(row, []).append(edit)
        if edit.after is None:
            broken.add(row)
    return [
        edit
        for row, edits in lines.items()
        for edit in edits
        if edit.after is None or row not in broken
    ]


def surrogate_edits(text: str) -> Iterator[Edit]:
    """Yield an edit for all emoji whose two surrogates were written one by one, as Java may."""
    for match in _SURROGATES.finditer(text) if "í" in text else ():
        if emoji := surrogates(bytes(map(BYTE.__getitem__, match[0]))):
            yield Edit(*match.span(), emoji.text, traces.FOREIGN, channel="surrogates apart")


def _edit(
    start: int, place: Place, page: Page, text: str, doubts: dict[int, tuple[Restored, ...]]
) -> Edit | None:
    """Return what becomes of a place: an edit, a doubt, or None where it was not damaged.

    The readings of a place in doubt are added to `doubts`, by its offset.
    """
    end = start + len(place.run)
    decoded = decode(place.run, page)
    if decoded and not is_open(decoded, page):
        likelier = _is_likelier(place, decoded, page)
        whole = Edit(start, end, decoded.text, traces.FOREIGN, channel=page.name)
        return whole if likelier else None
    if spaced := _with_a_plain_blank(place, page):
        return Edit(start, end + 1, spaced, traces.FOREIGN, channel=page.name)
    if not _may_lack(place.run, page):
        return None
    # More than one character beside it, for letters; a page of pairs swallows the next one only.
    beside = (place.before, place.after)
    if not page.pairs:
        beside = text[max(0, start - 2) : start], text[end : end + 2]
        beside = (
            beside[0] if beside[0][-1:].isalpha() else place.before and " ",
            beside[1] if beside[1][:1].isalpha() else place.after and " ",
        )
    found = readings(place.run, page, *beside) if page.pairs or LOST not in place.run else ()
    channel = f"{page.name} with bytes dropped"
    if is_sure(found):
        return Edit(start, end, found[0].text, traces.FOREIGN, channel=channel)
    if decoded:
        return Edit(start, end, decoded.text, traces.FOREIGN, channel=page.name)
    if found:
        doubts[start] = found
    options = tuple(dict.fromkeys(reading.text for reading in found[:4]))
    return Edit(start, end, None, traces.FOREIGN, False, options, channel)


def _is_likelier(place: Place, decoded: Decoded, page: Page) -> bool:
    least = _LOST_LEAST if LOST in place.run else 0.0
    return believable(place.run, decoded, page) and won(place, decoded, page) > least


def _may_lack(run: str, page: Page) -> bool:
    """Tell whether bytes of a run may be missing in a page that has been chosen."""
    if LOST in run:
        return True
    return run[0] >= HAN if page.pairs else bool(page.undefined) and run[0] in page.leads


def _with_a_plain_blank(place: Place, page: Page) -> str:
    """Return what a run was whose no-break space stands as a blank: `Å ` was Š in Windows-1257."""
    if LOST in place.run or place.after != " ":
        return ""
    if readings(place.run, page, place.before, place.after):
        return ""
    spaced = decode(place.run + "\u00a0", page)
    return spaced.text if spaced and spaced.text[-1] in page.writes else ""
