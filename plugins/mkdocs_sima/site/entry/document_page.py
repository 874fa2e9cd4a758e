"""A document of the knowledge base as a page of MkDocs."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.pages import Page
from mkdocs.utils import meta

from mkdocs_sima.parsing import parse
from mkdocs_sima.parsing.markdown.dialect import AUTO, COMMONMARK, PYTHON_MARKDOWN, dialect_of
from mkdocs_sima.site.dialects.python_markdown import taken_apart, with_marks
from mkdocs_sima.site.dialects.toc import table_of_contents
from mkdocs_sima.site.dialects.wide_lists import widen_lists
from mkdocs_sima.site.entry.packed import pack, unpack
from mkdocs_sima.site.theme import naming

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from mkdocs_sima.model import Document
    from mkdocs_sima.site.entry.content import EntryPages
    from mkdocs_sima.site.entry.inputs import EntryPage, Inputs, Links
    from mkdocs_sima.site.menu.siblings import Siblings


_WRITTEN = ("description", "author", "status", "subtitle")  # by themes, as it is


class DocumentPage(Page):
    """Shows the repaired text of a document, rendered as its author meant it."""

    _html: bytes | None = None
    _made: EntryPage | None = None
    read_instead: str | None = None
    """What is read and changed in place of the content as long as it is set: the search's view."""

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
        super().__init__(title or escape(naming.name(document), quote=False), file, config)
        self.document = document
        self._pages = pages
        self._gathered: tuple[Inputs, Links] | None = None

    @cached_property
    def siblings(self) -> Siblings | None:
        """What a menu may list beside this document."""
        return self._pages.siblings(self.document)

    @property
    def content(self) -> str | None:
        """The HTML."""
        if self.read_instead is not None:
            return self.read_instead
        return None if self._html is None else unpack(self._html)

    @content.setter
    def content(self, html: str | None) -> None:
        if self.read_instead is not None:
            self.read_instead = html
        # MkDocs and the plugins set what they got, most of the time: one copy serves.
        elif self._made and html == unpack(self._made.html):
            self._html = self._made.html
        else:
            self._html = None if html is None else pack(html)

    @property
    def searchable_as(self) -> str | None:
        """What the search reads in place of the content; None if it must read the content.

        It must where another plugin has changed the content since.
        """
        packed = self.packed_search
        return None if packed is None else unpack(packed)

    @property
    def packed_search(self) -> bytes | None:
        """The same, as it is kept."""
        made = self._made
        return made.search if made and made.html is self._html else None

    @property
    def packed_content(self) -> bytes | None:
        """The content, as it is kept: enough to tell whether two are the same."""
        return self._html

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
        for name in _WRITTEN:
            if isinstance(value := self.meta.get(name), str):
                self.meta[name] = escape(value)
        if "icon" in self.meta and not _is_icon(str(self.meta["icon"]), config):
            del self.meta["icon"]  # another program's; the menu would look for such a template

    def inputs(self, files: Files, config: MkDocsConfig) -> Inputs:
        """Return what the page is made from, unless another plugin changes the text."""
        return self._gather(files, config)[0]

    def prepared(self, files: Files, config: MkDocsConfig) -> tuple[Inputs, EntryPage]:
        """Make the page now, in this process or another; `render` then need only ask for it."""
        # Not kept until then: what lies around ten thousand pages would take half a gigabyte.
        inputs, links = self._inputs_of(self.document, files, config)
        return inputs, self._pages.make(inputs, links)

    def _gather(self, files: Files, config: MkDocsConfig) -> tuple[Inputs, Links]:
        if self._gathered is None:
            self._gathered = self._inputs_of(self.document, files, config)
        return self._gathered

    def _inputs_of(
        self, document: Document, files: Files, config: MkDocsConfig
    ) -> tuple[Inputs, Links]:
        return self._pages.inputs(document, self.siblings, self.file, files, config)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Write the content, the table of contents and the anchors."""
        pages, document = self._pages, self._as_it_is_now()
        dialect = self._stated_dialect(self.meta)
        itself = dialect == AUTO and self._gives_itself_away()
        python_markdown = itself or dialect == PYTHON_MARKDOWN
        if pages.memory and (python_markdown or document is not self.document):
            pages.memory.forget(document.path)  # it depends on more than our inputs
        if python_markdown:
            self.markdown = with_marks(document, pages.marks(document).spans)
            if dialect == AUTO:  # nobody said that it is all written for Python-Markdown
                self.markdown = widen_lists(self.markdown)
            super().render(config, files)
            rendered = taken_apart(self.content or "", self.toc)
            self.present_anchor_ids = {*(self.present_anchor_ids or ()), *rendered.anchors}
            page = pages.page(document, rendered, pages.related(document))
        else:
            if document is self.document:
                inputs, links = self._gather(files, config)
                page = pages.recall(inputs, links)
            else:
                inputs, links = self._inputs_of(document, files, config)
                page = pages.make(inputs, links)
            self.links_to_anchors = links.to_anchors
            self.present_anchor_ids = set(page.anchors)
        self.toc = table_of_contents(page.toc)
        self._html = page.html
        self._made, self._gathered = page, None  # which holds all that lies around the page

    def is_ours(self) -> bool:
        """Tell whether the document asks for our own rendering; other plugins may change that."""
        wanted = self._stated_dialect(self.document.front_matter)
        return wanted == COMMONMARK or (wanted == AUTO and not self._gives_itself_away())

    def _stated_dialect(self, said: Mapping[str, object]) -> str:
        """Return what the front matter says, or else the settings."""
        wanted = said.get("markdown")
        known = (COMMONMARK, PYTHON_MARKDOWN, AUTO)
        return str(wanted) if wanted in known else self._pages.site.settings.markdown

    def _gives_itself_away(self) -> bool:
        """Tell whether the page uses what only Python-Markdown understands, macros included."""
        written = self.document.text[self.document.body_start :]
        shown = self.markdown or ""
        return self._is_written_for_another or (shown != written and self._is_for_another(shown))

    @cached_property
    def _is_written_for_another(self) -> bool:
        return self._is_for_another(self.document.text[self.document.body_start :])

    def _is_for_another(self, text: str) -> bool:
        return dialect_of(text, self._pages.signs).is_python_markdown

    def _as_it_is_now(self) -> Document:
        """Return the document, read anew if another plugin changed the text."""
        document = self.document
        if self.markdown == document.text[document.body_start :]:
            return document
        settings = self._pages.site.kb.settings
        changed = parse(document.path, (self.markdown or "").encode(), settings)
        return replace(
            document,
            text=changed.text,
            body_start=changed.body_start,
            headings=changed.headings,
            anchors=changed.anchors,
            mentions=changed.mentions,
        )


def _is_icon(name: str, config: MkDocsConfig) -> bool:
    return any(Path(folder, ".icons", f"{name}.svg").is_file() for folder in config.theme.dirs)
