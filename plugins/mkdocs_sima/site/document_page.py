"""A document of the knowledge base as a page of MkDocs."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape, unescape
from typing import TYPE_CHECKING, Any

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents, get_toc
from mkdocs.utils import meta

from mkdocs_sima.parsing import parse
from mkdocs_sima.site.rendering import Lead, Rendered, TocToken, nest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from mkdocs_sima.model import Document, Reference
    from mkdocs_sima.site.entry import EntryPages
    from mkdocs_sima.site.rendering import Mark

_LEADING_H1 = re.compile(r"\s*<h1\b([^>]*)>(.*?)</h1>", re.DOTALL)
_ID = re.compile(r'\bid="([^"]*)"')
_PERMALINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTE = re.compile(r'(?<==")[^"]*(?=")')
_SPECIAL = re.compile(r"[\[\]()*_`!\\|~^{}$:]")


class DocumentPage(Page):
    """Shows the repaired text of a document, rendered as its author meant it."""

    def __init__(
        self,
        title: str | None,
        file: File,
        config: MkDocsConfig,
        document: Document,
        pages: EntryPages,
    ) -> None:
        """Stand in for the page that MkDocs would make.

        Args:
            title: the one that the navigation gives it; else the document's own is used.
            file: the file of the page.
            config: MkDocs's configuration.
            document: what to show.
            pages: builds the content.
        """
        # Themes write titles into pages as they are.
        super().__init__(title or escape(document.display_title, quote=False), file, config)
        self.document = document
        self.search_view: str | None = None
        """What the search reads in place of the content; None if it must read the content."""
        self._pages = pages
        self._rendered: str | None = None

    @property
    def searchable_as(self) -> str | None:
        """The search view, unless another plugin has changed the content since."""
        return self.search_view if self.content == self._rendered else None

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the repaired text and its front matter, unless another plugin supplies a source."""
        source = config.plugins.on_page_read_source(page=self, config=config)
        document = self.document
        if source is None:
            self.markdown = document.text[document.body_start :]
            self.meta = dict(document.front_matter)
        else:
            self.markdown, self.meta = meta.get_data(source)
        if "title" in self.meta or not self.is_homepage:
            self.meta["title"] = self.title
        if document.summary:
            self.meta.setdefault("description", document.summary)
        for name in ("description", "author"):  # what themes write into attributes as it is
            if isinstance(value := self.meta.get(name), str):
                self.meta[name] = escape(value)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Write the content, the table of contents and the anchors."""
        document, references = self._as_it_is_now()
        marks = self._pages.marks(document, references)
        if self._wants_python_markdown():
            self.markdown = _insert(document, marks.spans)
            super().render(config, files)
            rendered = self._taken_apart()
        else:
            links = self._pages.links(document, self.file, files, config)
            rendered = self._pages.commonmark(document, marks, links)
            self.links_to_anchors = links.to_anchors
            self.present_anchor_ids = set(document.anchors) | _ids(rendered.html)
        page = self._pages.page(document, rendered)
        self.content = self._rendered = page.html
        self.toc = table_of_contents(page.toc)
        self.search_view = page.search

    def _wants_python_markdown(self) -> bool:
        wanted = self.meta.get("markdown", self._pages.site.settings.markdown)
        return bool(wanted == "python-markdown")

    def _as_it_is_now(self) -> tuple[Document, Iterable[Reference]]:
        """Return the document and its references, read anew if another plugin changed the text."""
        kb, document = self._pages.site.kb, self.document
        if self.markdown == document.text[document.body_start :]:
            return document, kb.references(document.path)
        changed = parse(document.path, (self.markdown or "").encode(), kb.settings)
        kept = replace(
            document,
            text=changed.text,
            body_start=changed.body_start,
            headings=changed.headings,
            anchors=changed.anchors,
            mentions=changed.mentions,
        )
        return kept, kb.resolve(kept)

    def _taken_apart(self) -> Rendered:
        """Return what Python-Markdown rendered, its leading heading apart."""
        html = self.content or ""
        toc = list(_flatten(self.toc))
        match = _LEADING_H1.match(html)
        if not match:
            return Rendered(html, (), toc, ())
        anchor = _ID.search(match[1])
        inner = _PERMALINK.sub("", match[2])
        lead = Lead(
            text=unescape(_TAG.sub("", inner)).strip(),
            html=inner,
            anchors=(unescape(anchor[1]),) if anchor else (),
        )
        below = [token for token in toc if not lead.anchors or token.id != lead.anchors[0]]
        return Rendered(html[match.end() :], (lead,), below, ())


def table_of_contents(tokens: Sequence[TocToken]) -> TableOfContents:
    """Return MkDocs's form of a flat table of contents."""
    return get_toc([_token(token) for token in nest(tokens)])


def _token(token: TocToken) -> Any:
    children = [_token(child) for child in token.children]
    return {"level": token.level, "id": token.id, "name": escape(token.title), "children": children}


def _flatten(links: Iterable[AnchorLink]) -> Iterable[TocToken]:
    for link in links:
        yield TocToken(link.level, link.id, unescape(_TAG.sub("", link.title)))
        yield from _flatten(link.children)


def _ids(html: str) -> set[str]:
    return {unescape(anchor) for anchor in _ID.findall(html)}


def _insert(document: Document, marks: Iterable[Mark]) -> str:
    """Return the body of a document with marks as raw HTML, for Python-Markdown."""
    pieces: list[str] = []
    position = document.body_start
    for mark in marks:
        pieces += (
            document.text[position : mark.start],
            _shield(mark.before),
            document.text[mark.start : mark.end],
            _shield(mark.after),
        )
        position = mark.end
    pieces.append(document.text[position:])
    return "".join(pieces)


def _shield(html: str) -> str:
    """Keep Python-Markdown from reading markup into the attributes of a tag."""
    return _ATTRIBUTE.sub(
        lambda match: _SPECIAL.sub(lambda char: f"&#{ord(char[0])};", match[0]), html
    )
