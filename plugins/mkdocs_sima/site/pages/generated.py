"""Pages without a Markdown file, and the files that they need, as files of MkDocs."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page

from mkdocs_sima.site.dialects.toc import table_of_contents
from mkdocs_sima.site.rendering import TocToken

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

    from mkdocs_sima.site.theme.context import GeneratedAsset, GeneratedPage


class IndexPage(Page):
    """Shows the HTML of a generated page."""

    def __init__(
        self, title: str | None, file: File, config: MkDocsConfig, page: GeneratedPage
    ) -> None:
        """Stand in for the page that MkDocs would make; `title` is that of the navigation."""
        # Themes write titles into pages as they are.
        name = escape(page.nav_title or page.title, quote=False)
        super().__init__(title or name, file, config)
        self.generated = page
        self.stands_for_section = True
        """Whether the menu may show it as the heading of its section, if it is called index."""

    @property
    def is_index(self) -> bool:
        """Tell the theme whether the page is that of its section: `navigation.indexes`."""
        return self.stands_for_section and super().is_index

    @property
    def packed_content(self) -> bytes:
        """The content as UTF-8; empty before it is rendered."""
        return (self.content or "").encode("utf-8", "surrogatepass")

    def read_source(self, config: MkDocsConfig) -> None:
        """Set the front matter that the theme reads."""
        page = self.generated
        self.markdown = ""
        self.meta = {"title": escape(page.title, quote=False), **page.meta}
        if page.hide:
            self.meta["hide"] = list(page.hide)
        if page.description:
            self.meta["description"] = escape(page.description)
        if not page.search:
            self.meta["search"] = {"exclude": True}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the HTML as it is."""
        page = self.generated
        self.content = page.html
        tokens = [TocToken(entry.level, entry.id, entry.title) for entry in page.toc]
        self.toc = table_of_contents(tokens)
        self.present_anchor_ids = {entry.id for entry in page.toc}


def add_generated(
    pages: Iterable[GeneratedPage],
    files: Files,
    config: MkDocsConfig,
    nav_titles: dict[str, str | None],
    *,
    listed: bool = False,
) -> None:
    """Add generated pages and their assets to the files of the site.

    `listed` are those with a place in the navigation, for a plugin that writes it from the files.
    """
    for page in pages:
        placed = listed and page.nav is not None
        inclusion = InclusionLevel.INCLUDED if placed else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, page.uri, content=page.html, inclusion=inclusion)
        files.append(file)
        shown = IndexPage(nav_titles.get(page.uri), file, config, page)
        # Overviews of one section lie in folders of their own: none of them is the section's.
        beside = page.uri.count("/") > len(page.nav or ())
        shown.stands_for_section = page.uri in nav_titles or not beside
        for asset in page.assets:
            files.append(File.generated(config, asset.uri, content=asset.content))


def add_texts(texts: Iterable[GeneratedAsset], files: Files, config: MkDocsConfig) -> None:
    """Add files that are served as they are; of Markdown MkDocs would make pages."""
    for text in texts:
        file = File.generated(config, f"{text.uri}.txt", content=text.content)
        file.dest_uri = text.uri
        files.append(file)


def place_below_overviews(files: Files, nav: Navigation) -> None:
    """Have what stands in no menu, such as the page of one type, open the section of its overview.

    It gets no line there: with thousands of keywords the menu of every page would be as long.
    """
    listed = {page.file.src_uri for page in nav.pages}
    for file in files.documentation_pages():
        page = file.page
        if not isinstance(page, IndexPage) or file.src_uri in listed:
            continue
        overview = files.get_file_from_path(f"{file.src_uri.rpartition('/')[0]}/index.md")
        if overview and overview.page:
            page.parent = overview.page.parent
