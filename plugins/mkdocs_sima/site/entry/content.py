"""The content of a document's page: head, body, surroundings, and what the search reads of it."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import partial
from html import unescape
from typing import TYPE_CHECKING

from mkdocs_sima.site.entry.card import belongs_to_head, build_card
from mkdocs_sima.site.entry.code_marks import mark_code
from mkdocs_sima.site.entry.inputs import EntryPage, Inputs, KeptPages, Links
from mkdocs_sima.site.entry.packed import pack
from mkdocs_sima.site.entry.page_links import PageLinks
from mkdocs_sima.site.entry.reference_marks import mark_references
from mkdocs_sima.site.entry.related import Surroundings
from mkdocs_sima.site.entry.written_header import Parted, part_header
from mkdocs_sima.site.menu.siblings import SiblingFinder
from mkdocs_sima.site.rendering import Rendered, Renderer, Section, TocToken
from mkdocs_sima.site.rendering.sanitize import sanitize
from mkdocs_sima.site.rendering.spans.emoji import as_character
from mkdocs_sima.site.search.instant.page_text import Part, text_of_document
from mkdocs_sima.site.search.material import search_view

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from mkdocs_sima.model import Document
    from mkdocs_sima.parsing.markdown.dialect_signs import Sign
    from mkdocs_sima.site.entry.card import Card
    from mkdocs_sima.site.entry.related import Related
    from mkdocs_sima.site.menu.index_links import IndexLinks
    from mkdocs_sima.site.menu.siblings import Siblings
    from mkdocs_sima.site.rendering import Marks, Permalinks
    from mkdocs_sima.site.theme.context import SiteContext

RELATED = "sima-related"  # anchor of the section at the end

_ID = re.compile(r'\bid="([^"]*)"')
_UNRENDERED = Rendered("", (), (), ())


class EntryPages:
    """Builds the pages of a site's documents."""

    def __init__(
        self,
        site: SiteContext,
        index: IndexLinks,
        permalinks: Permalinks,
        memory: KeptPages | None = None,
        signs: Sequence[Sign] = (),
        emoji: Callable[[str], str | None] = as_character,
    ) -> None:
        """Prepare to build pages; those that a memory has as they would be are not built again.

        `signs` give pages away that Python-Markdown renders; `emoji` draws those of the others.
        """
        self.site, self.memory, self.signs = site, memory, signs
        self._index = index
        self._renderer = Renderer(site.t, permalinks, emoji)
        self._surroundings = Surroundings(site)
        self._siblings = SiblingFinder(site, index)
        self._broken: dict[str, set[str]] = defaultdict(set)  # path → destinations in the log
        for finding in site.findings:
            if finding.rule == "broken-link" and finding.severity == "error":
                self._broken[finding.path].add(finding.subject)

    def inputs(
        self,
        document: Document,
        siblings: Siblings | None,
        file: File,
        files: Files,
        config: MkDocsConfig,
    ) -> tuple[Inputs, Links]:
        """Return what the page of a document is made from, and what rewrites its links."""
        folder_page = partial(self._index.scope, document)
        broken = self._broken.get(document.path, ())
        links = Links(PageLinks(file, files, config, self.site.kb, folder_page, broken))
        card = None
        if self.memory:
            card = self.card(document, _UNRENDERED)
            links.repeat(self.memory.links(document))
        inputs = Inputs(
            document,
            self.marks(document),
            card,
            self._surroundings.around(document),
            siblings,
            links.known,
        )
        return inputs, links

    def recall(self, inputs: Inputs, links: Links) -> EntryPage:
        """Return the page that was made from the same, or else make it."""
        if self.memory is None:
            return self.make(inputs, links)
        return self.memory.page(inputs, lambda: self.make(inputs, links))

    def make(self, inputs: Inputs, links: Links) -> EntryPage:
        """Render a document as GitHub would, and return its page."""
        document = inputs.document
        rendered = self._renderer.render(
            document,
            inputs.marks,
            link=links.markdown,
            raw_link=links.raw,
            is_head=lambda text: belongs_to_head(document, text),
        )
        return self.page(document, rendered, inputs.around.related)

    def marks(self, document: Document) -> Marks:
        """Return the links around the references of a document."""
        kb = self.site.kb
        known = kb.documents.get(document.path) is document
        references = kb.references(document.path) if known else kb.resolve(document)
        marks = mark_references(self.site, document, references)
        return mark_code(self.site, document, marks) if known else marks

    def related(self, document: Document) -> Related:
        """Return the surroundings of a document."""
        return self._surroundings.of(document)

    def siblings(self, document: Document) -> Siblings | None:
        """Return what the menu of a document's page lists beside it."""
        return self._siblings.of(document)

    def card(self, document: Document, rendered: Rendered) -> Card:
        """Return the head of a document's page."""
        return build_card(self.site, self._index, document, rendered)

    def page(self, document: Document, rendered: Rendered, related: Related) -> EntryPage:
        """Put a rendered body between its head and its surroundings.

        `mkdocs serve` keeps the page until one of the `Inputs` changes: whatever else is shown
        must become one of them, see site/entry/inputs.py.
        """
        site = self.site
        card = self.card(document, rendered)
        body = sanitize(rendered.html) if site.settings.sanitize else rendered.html
        parted = Parted("", body)
        if site.settings.fold_header:
            parted = part_header(body, card, site.settings)
        html = site.render(
            "entry.html", card=card, written=parted.folded, body=parted.body, related=related
        )
        anchor = card.anchors[0] if card.anchors else ""
        toc = [TocToken(1, anchor, document.display_title), *rendered.toc]
        if related:
            toc.append(TocToken(2, RELATED, site.t("Related")))
        view = self._search_view(document, rendered)
        search = pack(view) if view is not None else None
        anchors = frozenset(map(unescape, _ID.findall(rendered.html)))
        return EntryPage(pack(html), toc, search, anchors.union(document.anchors))

    def _search_view(self, document: Document, rendered: Rendered) -> str | None:
        wanted = self.site.settings.search
        sections = rendered.sections
        if wanted == "instant":
            parts = [Part(section.id, section.title, section.text) for section in sections]
            return text_of_document(document, parts).lines() if parts else None
        compact = wanted == "compact"
        if compact and not sections:
            sections = [Section(token.id, token.level, token.title, "") for token in rendered.toc]
        elif not sections:  # nothing, or Python-Markdown's work
            return None
        return search_view(document, sections, compact=compact)
