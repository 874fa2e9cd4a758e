"""Addresses that run a script when they are followed; GitHub shows such links as text."""

from __future__ import annotations

import re

_IGNORED = re.compile(r"[\x00-\x20\x7f-\x9f\u00ad\u200b-\u200f\u2028\u2029\ufeff]+")  # by browsers
_SCRIPT = re.compile(r"(?:javascript|vbscript|data):", re.IGNORECASE)
_IMAGE = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif|svg\+xml)[;,]", re.IGNORECASE)


def is_script(url: str, *, image: bool = False) -> bool:
    """Tell whether an address runs a script or holds a page; an `image` may hold its own data."""
    url = _IGNORED.sub("", url)
    return bool(_SCRIPT.match(url)) and not (image and _IMAGE.match(url))
