"""What `mkdocs serve` remembers of its last build, so that the next one need not do it again.

A page is made anew unless everything that it is made from is what it was: the document, what its
references and links turned into, its surroundings, and what all pages share. Nothing is guessed
from times or names, so a rebuild equals a fresh build.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_sima.site.rebuild.search_entries import SearchEntries
from mkdocs_sima.site.rebuild.whole_pages import WholePages
from mkdocs_sima.site.theme.environment import CompiledTemplates

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation

    from mkdocs_sima.model import Document
    from mkdocs_sima.site.entry.inputs import EntryPage, Inputs

_PLACE = re.compile(r" at 0x[0-9a-f]+")  # of a function in the memory of this process
_MOST = 250_000_000  # bytes, packed; a hundred thousand pages must not fill the memory


class Memory:
    """The documents' pages of the last build, and the templates as they were compiled."""

    def __init__(self, *, keeps_pages: bool = True) -> None:
        """Begin with nothing; without pages it only tells whether one has changed."""
        self.templates, self.theme_templates = CompiledTemplates(), CompiledTemplates()
        self.whole_pages, self.search_entries = WholePages(), SearchEntries()
        self._keeps_pages = keeps_pages
        self._shared: object = None
        self._inputs: dict[str, Inputs] = {}
        self._pages: dict[str, EntryPage] = {}
        self._size = 0

    def begin(self, shared: object) -> None:
        """Forget everything if what all pages share has changed."""
        if shared != self._shared:
            self._shared = shared
            self._inputs.clear()
            self._pages.clear()
            self._size = 0
            self.templates.clear()
            self.theme_templates.clear()

    def addresses(self, document: Document) -> Mapping[tuple[bool, str], str]:
        """Return where the links of a document led, if it is the same still."""
        known = self._inputs.get(document.path)
        return known.addresses if known and known.document == document else {}

    def has(self, inputs: Inputs) -> bool:
        """Tell whether the page of a document was made from exactly this."""
        return self._inputs.get(inputs.document.path) == inputs

    def page(self, inputs: Inputs, make: Callable[[], EntryPage]) -> EntryPage:
        """Return the page that was made from exactly this, or make and remember it."""
        path = inputs.document.path
        known = self._pages.get(path)
        if known and self.has(inputs):
            return known
        self.forget(path)
        page = make()
        self._inputs[path] = inputs
        if self._keeps_pages and self._size + _size(page) <= _MOST:
            self._pages[path] = page
            self._size += _size(page)
        return page

    def forget(self, path: str) -> None:
        """Forget the page of a document, which then is made anew."""
        self._inputs.pop(path, None)
        if old := self._pages.pop(path, None):
            self._size -= _size(old)


def _size(page: EntryPage) -> int:
    return len(page.html) + len(page.search or b"")


def has_own_templates(config: MkDocsConfig) -> bool:
    """Tell whether the owner overrides our templates: nobody knows what theirs depend on."""
    folder = config.theme.custom_dir
    return bool(folder) and Path(str(folder), "sima").is_dir()


def what_pages_share(config: MkDocsConfig, nav: Navigation) -> object:
    """Return what every page depends on, to be compared: settings, menu, templates, hooks."""
    folder = config.theme.custom_dir
    own = [*Path(folder).rglob("*")] if folder else []
    own += [Path(config.config_file_path).parent / name for name in config.hooks]
    changed = [(path, path.stat().st_mtime_ns) for path in sorted(own) if path.is_file()]
    settings = {key: value for key, value in config.items() if key not in ("plugins", "hooks")}
    options = ((name, getattr(plugin, "config", ())) for name, plugin in config.plugins.items())
    plugins = {name: dict(values) for name, values in options}  # hooks have none
    # What a menu shows of a page besides its title, an icon for instance, is its front matter:
    # that of documents is known before they are read.
    meta = [page.document.front_matter for page in nav.pages if hasattr(page, "document")]
    meta += [page.meta for page in nav.pages]
    return _PLACE.sub("", repr((settings, plugins, str(nav), meta, changed)))
