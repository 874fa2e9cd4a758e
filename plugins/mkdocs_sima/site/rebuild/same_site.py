"""What of a site lies there as it would be written is left where it lies.

MkDocs empties the site's folder and writes every file anew, whatever its plugins know. So the
folder is put aside first. Where nothing has changed that any page depends on, and it holds what the
last build wrote, to the byte, MkDocs is given no files, and the folder is put back; what the last
build said is said again, so that `--strict` stops where it would have stopped. Where something has
changed, files that would be the same are excluded once all that reads them is done.

This needs to be certain of all that has a say in the site. Other plugins, hooks, and extensions
of Markdown that may read files of their own are not known well enough: with one of them, all is
built.
"""

from __future__ import annotations

import logging
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mkdocs.structure.files
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.utils import get_build_date

from mkdocs_sima import resources
from mkdocs_sima.site.rebuild.aside import Aside, written
from mkdocs_sima.site.rebuild.shared import of_configuration, of_files
from mkdocs_sima.store import BadDataError, fingerprint, pack, software, unpack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File

    from mkdocs_sima.history import Repository
    from mkdocs_sima.settings import Settings
    from mkdocs_sima.site.rebuild.whole_pages import WholePages
    from mkdocs_sima.store import Store

_NAMESPACE = "sites"
_MAP = "sitemap.xml"
_PLUGINS = {"search", "material/search", "sima"}
_READERS = {"pymdownx.snippets", "pymdownx.b64"}  # of files that may lie anywhere
_PURE = ("pymdownx.", "markdown.extensions.")
_BUILT_IN = {
    *("abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html"),
    *("meta", "nl2br", "sane_lists", "smarty", "tables", "toc", "wikilinks"),
}
_KNOWN_CODE = {"material", "pymdownx", "markdown"}


class SameSite:
    """What of the site of one build lies there already: all of it, or some files."""

    def __init__(
        self,
        store: Store,
        config: MkDocsConfig,
        settings: Settings,
        repository: Repository,
        *,
        whole: bool,
    ) -> None:
        """Put aside what lies in the site's folder; `whole` if all of it may be left."""
        self.is_as_it_was = False
        self._store, self._whole, self._folder = store, whole, Path(config.site_dir)
        # Git has looked by then, or it would see what is put aside as new files.
        state = repository.digest()
        self._key = _made_from(config, settings, state, self._folder) if whole else b""
        self._aside = Aside(self._folder)
        self._said = _Said()
        self._kept: set[str] = set()  # files that are not written again
        self._pages: list[File] = []  # whose files are as they were
        self._templates = -1  # of the theme and the owner, still to be written
        with suppress(BadDataError, TypeError, ValueError):
            if whole and (data := store.get(_NAMESPACE, self._key)):
                digest, said = unpack(data)
                if digest == self._aside.digest():
                    self._said.lines = [(str(n), int(level), str(text)) for n, level, text in said]
                    self.is_as_it_was = True

    def nothing(self, config: MkDocsConfig) -> Files:
        """Return what MkDocs has to build where all is as it was: no file, no menu, no template."""
        config.nav, config.extra_templates = None, []
        config.theme.static_templates.clear()
        return Files([])

    def listen(self) -> None:
        """Note what is said from here on."""
        if self._whole:
            logging.getLogger("mkdocs").addHandler(self._said)

    def keep(self, files: Files, pages: WholePages, config: MkDocsConfig) -> None:
        """Find out which files lie there as they would be written.

        MkDocs neither copies nor builds what is excluded by now. Of pages it must not know yet:
        the map of the site for search engines lists them.
        """
        if not self._aside.is_there:
            return
        for file in files:
            if file.is_documentation_page():
                digest = pages.digest(file.src_uri)
                if digest and self._aside.holds(file.dest_uri, digest):
                    self._pages.append(file)
            elif file.inclusion.is_in_serve() and self._aside.holds(
                file.dest_uri, fingerprint(file.content_bytes)
            ):
                self._leave(file)
        # The archive of that map bears the date of the pages, and is written after the last hook.
        others = config.theme.static_templates - {_MAP}
        if others or config.extra_templates:
            in_order = dict.fromkeys((*(config.theme.static_templates & {_MAP}), *sorted(others)))
            config.theme.static_templates = in_order.keys()  # type: ignore[assignment]
            self._templates = len(in_order) + len(config.extra_templates)

    def leaves(self, path: str, data: bytes) -> bool:
        """Tell whether a file lies there with this content; then it stays."""
        if holds := self._aside.holds(path, fingerprint(data)):
            self._kept.add(path)
        return holds

    def note_template(self) -> None:
        """Note that a template was rendered; after the last MkDocs builds the pages."""
        self._templates -= 1
        if self._templates == 0:
            for file in self._pages:
                self._leave(file)

    def end(self) -> None:
        """Put the site together, and remember what was written and said; MkDocs is done."""
        if self.is_as_it_was:
            self._aside.put_back()
            for name, level, text in self._said.lines:
                logging.getLogger(name).log(level, "%s", text)
            return
        self._aside.put_back_with_what_is_new(self._kept)
        if self._whole:
            logging.getLogger("mkdocs").removeHandler(self._said)
            digest = written(self._folder, self._aside.looked_at(self._kept))
            self._store.put(_NAMESPACE, self._key, pack((digest, self._said.lines)))

    def put_back(self) -> None:
        """Put the site back where it was; the build has failed."""
        logging.getLogger("mkdocs").removeHandler(self._said)
        self._aside.put_back()

    def _leave(self, file: File) -> None:
        file.inclusion = InclusionLevel.EXCLUDED
        self._kept.add(file.dest_uri)


class _Said(logging.Handler):
    """Collects what was logged."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: list[tuple[str, int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append((record.name, record.levelno, record.getMessage()))


def is_known(config: MkDocsConfig) -> bool:
    """Tell whether all that has a say in a site is known."""
    extensions = {str(name) for name in config.markdown_extensions}
    return (
        set(config.plugins) <= _PLUGINS
        and not config.hooks
        and not extensions & _READERS
        and all(name in _BUILT_IN or name.startswith(_PURE) for name in extensions)
        and all(_is_known_code(value) for value in _values(config.mdx_configs))
    )


def _is_known_code(value: object) -> bool:
    module = getattr(value, "__module__", None)
    return not callable(value) or str(module).partition(".")[0] in _KNOWN_CODE


def _values(value: Any) -> Iterator[object]:
    """Yield all that is in a value, however deep."""
    if isinstance(value, dict):
        value = value.values()
    elif not isinstance(value, list | tuple):
        yield value
        return
    for item in value:
        yield from _values(item)


def _made_from(config: MkDocsConfig, settings: Settings, repository: bytes, folder: Path) -> bytes:
    """Return a digest of everything that the site in a folder is made from."""
    return fingerprint(
        software(),
        str(folder),
        repr(settings.inventories),  # those of other knowledge bases lie anywhere
        str(mkdocs.structure.files.__file__),  # MkDocs or ProperDocs
        of_configuration(config),
        of_files(Path(config.docs_dir).rglob("*")),
        of_files(resources.templates("site").rglob("*")),
        repository,  # a commit changes no file
        get_build_date(),  # which the map of the site for search engines tells
        logging.getLogger("mkdocs").getEffectiveLevel(),  # or what was said was not heard
    )
