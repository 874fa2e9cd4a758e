"""What the page of a document is made from, and the page: what a rebuild compares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from mkdocs.structure.files import File

    from mkdocs_sima.model import Document
    from mkdocs_sima.site.entry.card import Card
    from mkdocs_sima.site.entry.page_links import PageLinks
    from mkdocs_sima.site.entry.related import Around
    from mkdocs_sima.site.menu.siblings import Siblings
    from mkdocs_sima.site.rendering import Marks, TocToken


class Links:
    """Where the links of one page lead; each is looked up once, and remembered."""

    def __init__(self, links: PageLinks) -> None:
        self._links = links
        self.known: dict[tuple[bool, str], str] = {}  # (raw HTML?, destination) → address

    @property
    def to_anchors(self) -> dict[File, dict[str, str]]:
        """The fragments that they lead to, for MkDocs's validation."""
        return self._links.to_anchors

    def markdown(self, url: str) -> str:
        """Return the address for a link of Markdown."""
        return self._look_up(False, url)

    def raw(self, url: str) -> str:
        """Return the address for a link of raw HTML."""
        return self._look_up(True, url)

    def repeat(self, known: Iterable[tuple[bool, str]]) -> None:
        """Look up again what was looked up before; MkDocs then warns again, too."""
        for raw, url in known:
            self._look_up(raw, url)

    def _look_up(self, raw: bool, url: str) -> str:
        key = (raw, url)
        if key not in self.known:
            self.known[key] = self._links.raw(url) if raw else self._links.markdown(url)
        return self.known[key]


@dataclass(frozen=True)
class Inputs:
    """Everything that the page of a document is made from, but what all pages share.

    A template of ours must get whatever changes from here: what it took from elsewhere would be
    shown as it was.
    """

    document: Document
    marks: Marks
    card: Card | None  # as far as it is known before the body is rendered; None if not needed
    around: Around
    siblings: Siblings | None
    addresses: Mapping[tuple[bool, str], str]


@dataclass(frozen=True)
class EntryPage:
    """The page of one document, ready for the theme."""

    html: bytes  # packed
    toc: Sequence[TocToken]  # flat, the title first
    search: bytes | None
    """HTML that stands in for the page while the search plugin reads it; None: the page itself."""
    anchors: frozenset[str]  # of its body


class KeptPages(Protocol):
    """The pages of earlier builds; see site/rebuild/memory.py."""

    def links(self, document: Document) -> Iterable[tuple[bool, str]]:
        """Return the links that were looked up when this document was rendered, if it was."""

    def page(self, inputs: Inputs, make: Callable[[], EntryPage]) -> EntryPage:
        """Return the page that was made from exactly this, or make and remember it."""

    def forget(self, path: str) -> None:
        """Forget the page of a document, which then is made anew."""
