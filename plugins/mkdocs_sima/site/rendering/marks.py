"""What the renderer puts around pieces of a document's text without changing them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Mark(NamedTuple):
    """Markup around one span of `Document.text`, usually a link around a REF-ID."""

    start: int
    end: int
    before: str  # HTML
    after: str


class LinkTarget(NamedTuple):
    """Where a Markdown link leads instead of what its author wrote."""

    href: str
    attributes: str = ""  # HTML: ' class="sima-ref"'


@dataclass(frozen=True)
class Marks:
    """All that is marked in one document."""

    spans: Sequence[Mark] = ()  # sorted, none overlapping another
    links: Mapping[int, LinkTarget] = field(default_factory=dict)  # by start of the link
