"""HTML comments that speak to this software, told from those that only quote such comments."""

from __future__ import annotations

import pyromark

from mkdocs_sima.parsing.text.offsets import byte_to_character

OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_GFM


def html_spans(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Return where HTML stands in the Markdown from `start` on, as offsets of characters.

    What stands in fenced, indented or inline code is no HTML.
    """
    body = text[start:]
    at = byte_to_character(body)
    return [
        (start + at(place["start"]), start + at(place["end"]))
        for event, place in pyromark.events_with_range(body, options=OPTIONS)
        if isinstance(event, dict) and ("Html" in event or "InlineHtml" in event)
    ]
