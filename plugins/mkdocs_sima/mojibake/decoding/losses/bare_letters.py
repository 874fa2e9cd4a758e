"""Lead bytes that stand alone in text which Windows-1254 has damaged: the letters they were.

`Ş`, C5 9E, leaves `Å` where 9E was dropped, and `Ə` leaves `Æ`. Where the rest of a text has come
back in Turkish or Azeri letters, such a lead is no letter of another language.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mkdocs_sima.mojibake.channels import traces
from mkdocs_sima.mojibake.channels.pages import pages
from mkdocs_sima.mojibake.decoding.losses.dropped import is_sure, readings
from mkdocs_sima.mojibake.text_edits import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.mojibake.channels.pages import Page

_PAGE: Final = "cp1254"
_TELLING: Final = frozenset("ışğəİŞĞƏ")  # no other language of the page writes them
_LEAD: Final = re.compile("[ÃÄÅÆ](?![^\\x00-\\x7f])")


def bare_edits(text: str, restored: str) -> Iterator[Edit]:
    """Yield the edits that make letters of lead bytes standing alone.

    Args:
        text: as far as it has been restored.
        restored: all characters that have been put back in it.
    """
    if _TELLING.isdisjoint(restored):
        return
    page = _page()
    for match in _LEAD.finditer(text):
        start, end = match.span()
        found = readings(match[0], page, text[max(0, start - 2) : start], text[end : end + 2])
        if is_sure(found) and (found[0].text.isupper() or text[start - 1 : start].isalpha()):
            channel = f"{_PAGE} with bytes dropped"
            yield Edit(start, end, found[0].text, traces.TURKISH, channel=channel)


def _page() -> Page:
    return next(page for page in pages() if page.name == _PAGE)
