"""The content of a document's page: head, body, surroundings, and what the search reads of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from mkdocs_sima.site.card import build_card, says_title
from mkdocs_sima.site.links import PageLinks
from mkdocs_sima.site.references import mark_references
from mkdocs_sima.site.related import Surroundings
from mkdocs_sima.site.rendering import Rendered, Renderer, Section, TocToken
from mkdocs_sima.site.rendering.sanitize import sanitize
from mkdocs_sima.site.search import search_view

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from mkdocs_sima.model import Document, Reference
    from mkdocs_sima.site.context import SiteContext
    from mkdocs_sima.site.index_links import IndexLinks
    from mkdocs_sima.site.rendering import Marks, Permalinks

RELATED = "sima-related"  # anchor of the section at the end


@dataclass(frozen=True)
class EntryPage:
    """The page of one document, ready for the theme."""

    html: str
    toc: Sequence[TocToken]  # flat, the title first
    search: str | None
    """HTML that stands in for the page while the search plugin reads it; None: the page itself."""


class EntryPages:
    """Builds the pages of a site's documents."""

    def __init__(self, site: SiteContext, index: IndexLinks, permalinks: Permalinks) -> None:
        self.site = site
        self._index = index
        self._renderer = Renderer(site.t, permalinks)
        self._surroundings = Surroundings(site)
        self._broken: dict[str, set[str]] = defaultdict(set)  # path → destinations in the log
        for finding in site.findings:
            if finding.rule == "broken-link" and finding.severity == "error":
                self._broken[finding.path].add(finding.subject)

    def marks(self, document: Document, references: Iterable[Reference]) -> Marks:
        """Return the links around the references of a document."""
        return mark_references(self.site, document, references)

    def links(
        self, document: Document, file: File, files: Files, config: MkDocsConfig
    ) -> PageLinks:
        """Return what rewrites the links of a document."""
        folder_page = partial(self._index.scope, document)
        broken = self._broken.get(document.path, ())
        return PageLinks(file, files, config, self.site.kb, folder_page, broken)

    def commonmark(
        self,
        document: Document,
        marks: Marks,
        links: PageLinks,
    ) -> Rendered:
        """Render a document's body as GitHub would."""
        return self._renderer.render(
            document,
            marks,
            link=links.markdown,
            raw_link=links.raw,
            is_title=lambda text: says_title(document, text),
        )

    def page(self, document: Document, rendered: Rendered) -> EntryPage:
        """Put a rendered body between its head and its surroundings."""
        site = self.site
        card = build_card(site, self._index, document, rendered)
        related = self._surroundings.of(document)
        body = sanitize(rendered.html) if site.settings.sanitize else rendered.html
        html = site.render("entry.html", card=card, body=body, related=related)
        anchor = card.anchors[0] if card.anchors else ""
        toc = [TocToken(1, anchor, document.display_title), *rendered.toc]
        if related:
            toc.append(TocToken(2, RELATED, site.t("Related")))
        search = self._search_view(document, rendered)
        return EntryPage(html, toc, search)

    def _search_view(self, document: Document, rendered: Rendered) -> str | None:
        compact = self.site.settings.search == "compact"
        sections = rendered.sections
        if compact and not sections:
            sections = [Section(token.id, token.level, token.title, "") for token in rendered.toc]
        elif not sections:  # nothing, or Python-Markdown's work
            return None
        return search_view(document, sections, compact=compact)
