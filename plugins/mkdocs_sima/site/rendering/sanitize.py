"""Raw HTML of many writers made harmless: scripts, styles and event handlers taken away."""

from __future__ import annotations

import nh3

_TAGS = nh3.ALLOWED_TAGS | {"input", "label", "section", "figure", "figcaption"}
_ATTRIBUTES = {tag: set(names) for tag, names in nh3.ALLOWED_ATTRIBUTES.items()}
_ATTRIBUTES["*"] = {"class", "id", "title", "lang", "dir", "role", "aria-label"}
_ATTRIBUTES["input"] = {"type", "checked", "disabled"}
for _cell in ("td", "th"):
    _ATTRIBUTES.setdefault(_cell, set()).add("style")
_ATTRIBUTES["a"] -= {"rel"}  # nh3 sets it itself, or else refuses


def sanitize(html: str) -> str:
    """Return `html` without anything that runs, loads or restyles the page."""
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_filter,
        filter_style_properties={"text-align"},
        link_rel=None,
    )


def _filter(tag: str, attribute: str, value: str) -> str | None:
    # Forms can't be sent without a form, but a text field could still ask for a password.
    if tag == "input" and attribute == "type" and value != "checkbox":
        return "checkbox"
    return value
