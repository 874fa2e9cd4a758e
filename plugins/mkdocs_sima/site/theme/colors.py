"""The colours of the types, as a stylesheet: owners name them, so it is written at build time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_sima.settings import EntryType

# Material's palette: for light pages at least 3:1 against white, for dark ones against slate.
PALETTE = {
    "red": ("#d32f2f", "#ef5350"),
    "pink": ("#c2185b", "#f06292"),
    "purple": ("#7b1fa2", "#ba68c8"),
    "deep-purple": ("#512da8", "#9575cd"),
    "indigo": ("#3949ab", "#7986cb"),
    "blue": ("#1976d2", "#42a5f5"),
    "light-blue": ("#0288d1", "#29b6f6"),
    "cyan": ("#0097a7", "#26c6da"),
    "teal": ("#00796b", "#26a69a"),
    "green": ("#388e3c", "#66bb6a"),
    "light-green": ("#558b2f", "#9ccc65"),
    "lime": ("#827717", "#d4e157"),
    "yellow": ("#b28704", "#ffee58"),
    "amber": ("#c77800", "#ffca28"),
    "orange": ("#e65100", "#ffa726"),
    "deep-orange": ("#e64a19", "#ff7043"),
    "brown": ("#6d4c41", "#a1887f"),
    "grey": ("#757575", "#bdbdbd"),
    "blue-grey": ("#546e7a", "#90a4ae"),
    "black": ("#212121", "#e0e0e0"),
    "white": ("#757575", "#fafafa"),
}
_COLOR = re.compile(
    r"#[0-9a-fA-F]{3,8}|[a-zA-Z]+|(?:rgb|hsl|oklch|oklab|lch|lab)a?\([\w\s.,%/+-]*\)"
)


def stylesheet(types: Iterable[EntryType]) -> str:
    """Return the rules that give `--sima-type` its value below each type's class.

    The names stand there as well: the script of the search asks which words begin a REF-ID.
    """
    types = list(types)
    light: list[str] = [f':root{{--sima-types:"{" ".join(kind.name for kind in types)}"}}']
    dark: list[str] = []
    for kind in types:
        pair = PALETTE.get(kind.color.strip().lower().replace(" ", "-"))
        if pair is None:
            color = kind.color.strip()
            pair = (color, color) if _COLOR.fullmatch(color) else PALETTE["grey"]
        light.append(f".{type_class(kind.name)}{{--sima-type:{pair[0]}}}")
        if pair[1] != pair[0]:
            dark.append(f"{_DARK} .{type_class(kind.name)}{{--sima-type:{pair[1]}}}")
    return "\n".join([*light, *dark, ""])


_DARK = '[data-md-color-scheme="slate"]'


def type_class(name: str) -> str:
    """Return the class of what belongs to a type: "LESS" → "sima-type-less"."""
    return "sima-type-" + re.sub(r"[^\w-]", "-", name).lower()
