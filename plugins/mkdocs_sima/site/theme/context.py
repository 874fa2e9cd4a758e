"""What every page of the site is made from, and what a generated page is. Knows no MkDocs.

Documents and generated pages are named by their *URI*: the path below `docs_dir`, with `/`
(`lambda/DEC-04.md`, `sima/types.md`). Addresses come only from `SiteContext.url`, because they
depend on `use_directory_urls` and on the page that links.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from mkdocs_sima import resources
from mkdocs_sima.site.theme.page_places import Places
from mkdocs_sima.store import fingerprint, pack

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding
    from mkdocs_sima.settings import Settings
    from mkdocs_sima.site.languages.translations import Words


class UrlBuilder(Protocol):
    """Gives the relative address of a document, a generated page or asset as seen from a page."""

    def __call__(self, from_uri: str, to: str) -> str:
        """Return the address of `to` ("a/b.md", "a/b.md#anchor", "assets/x.css") from a page."""


class Renderer(Protocol):
    """Renders a template of `templates/site/`, or the one by which a `custom_dir` overrides it."""

    def __call__(self, template: str, **variables: object) -> str:
        """Return the HTML. Besides the variables, a template sees `site`, `t` and `settings`."""


@dataclass(frozen=True)
class SiteContext:
    """All that pages are made from; complete before the first page is built, then only read."""

    kb: KnowledgeBase
    findings: Sequence[Finding]
    graph: Any  # a `mkdocs_sima.graph.Graph`; None with `graph: false`
    settings: Settings
    site_name: str
    language: str  # of the theme: "en", "de", "zh-Hant" …
    url: UrlBuilder
    render: Renderer  # `site.render("pages/type.html", page=…)`
    t: Words  # our own words in the site's language: `t("Referenced by")`
    source_url: Callable[[str, int], str | None]
    """(document path, line) → its place in the repository's web view; None without `repo_url`."""
    site_url: str | None = None
    shows_git_dates: bool = False
    """Whether another plugin tells on each page when it was changed."""
    has_feed: bool = False
    """Whether another plugin writes feeds."""
    today: date = field(default_factory=date.today)
    """The day of the build."""
    code_url: Callable[[str, bool, str], str | None] = lambda _path, _is_folder, _lines: None
    """(path in the repository, whether a folder, lines as `:120`) → its place in the web view."""

    @cached_property
    def places(self) -> Places:
        """Where the generated pages lie; to find out, all files are looked at."""
        return Places(self.kb)

    @cached_property
    def addresses(self) -> bytes:
        """Digest of where all documents are, and with the home page and the map what others are."""
        shown = (*self.kb.documents, self.places.home, self.places.map)
        return fingerprint(pack([(path, self.url("index.md", path)) for path in shown]))

    @property
    def has_scripts(self) -> bool:
        """Whether there are scripts for pages to ask for."""
        return resources.has_scripts()


@dataclass(frozen=True)
class GeneratedAsset:
    """A file that a generated page needs, written as it is: data for a script, a redirect."""

    uri: str  # as it is served: "sima/catalogue.json", "id/LESS-22/index.html"
    content: str | bytes


@dataclass(frozen=True)
class TocEntry:
    """One line of a generated page's table of contents; `id` stands on a heading of its HTML."""

    title: str
    id: str
    level: int = 2


@dataclass(frozen=True)
class GeneratedPage:
    """A page without a Markdown file: an index, the catalogue, the map, the health page."""

    uri: str  # where it would lie below docs_dir, with .md: "sima/types/decisions.md"
    title: str
    html: str  # the content, its own <h1> included
    nav: tuple[str, ...] | None = None
    """Its place in the navigation: the sections above it, () at the top, None nowhere."""
    nav_title: str = ""  # if shorter than the title
    toc: tuple[TocEntry, ...] = ()
    hide: tuple[str, ...] = ()  # of Material: "toc", "navigation"
    search: bool = False  # index pages would only crowd the entries out of the results
    description: str = ""
    assets: tuple[GeneratedAsset, ...] = ()
    meta: dict[str, object] = field(default_factory=dict)  # further front matter for the theme
