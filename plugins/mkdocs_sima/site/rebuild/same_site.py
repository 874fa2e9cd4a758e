"""A site that would be built as it lies is left where it lies.

MkDocs takes each page through a dozen steps and writes every file, whatever its plugins know. Where
nothing has changed that any page depends on, and the site's folder holds what the last build wrote,
to the byte, that folder is put aside, MkDocs is given no files, and the folder is put back. What
the last build said is said again, so that `--strict` stops where it would have stopped.

This needs to be certain of all that has a say in the site. Other plugins, hooks, and extensions
of Markdown that may read files of their own are not known well enough: with one of them, all is
built.
"""

from __future__ import annotations

import logging
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mkdocs.structure.files
from mkdocs.structure.files import Files
from mkdocs.utils import get_build_date

from mkdocs_sima import resources
from mkdocs_sima.site.rebuild.shared import of_configuration, of_files
from mkdocs_sima.store import BadDataError, fingerprint, pack, software, unpack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_sima.store import Store

_NAMESPACE = "sites"
_PLUGINS = {"search", "material/search", "sima"}
_READERS = {"pymdownx.snippets", "pymdownx.b64"}  # of files that may lie anywhere
_PURE = ("pymdownx.", "markdown.extensions.")
_BUILT_IN = {
    *("abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html"),
    *("meta", "nl2br", "sane_lists", "smarty", "tables", "toc", "wikilinks"),
}
_KNOWN_CODE = {"material", "pymdownx", "markdown"}


class SameSite:
    """Whether the site of one `mkdocs build` lies there already."""

    def __init__(self, store: Store, config: MkDocsConfig) -> None:
        """Compare what a site is made from, and what lies in its folder, with the last build."""
        self.is_as_it_was = False
        self._store, self._folder = store, Path(config.site_dir)
        self._aside = self._folder.with_name(f".{self._folder.name}.as-it-was")
        self._key = fingerprint(_made_from(config), str(self._folder))
        self._said = _Said()
        shutil.rmtree(self._aside, ignore_errors=True)  # of a run that was killed
        with suppress(BadDataError, TypeError, ValueError, OSError):
            if data := store.get(_NAMESPACE, self._key):
                written, said = unpack(data)
                if written == _written(self._folder):
                    self._folder.rename(self._aside)
                    self._said.lines = [(str(n), int(level), str(text)) for n, level, text in said]
                    self.is_as_it_was = True

    def nothing(self, config: MkDocsConfig) -> Files:
        """Return what MkDocs has to build: no files, no menu, no page of the theme."""
        config.nav, config.extra_templates = None, []
        config.theme.static_templates.clear()
        return Files([])

    def listen(self) -> None:
        """Note what is said from here on."""
        logging.getLogger("mkdocs").addHandler(self._said)

    def end(self) -> None:
        """Put the site back, or remember what was written and said; MkDocs is done with it."""
        if not self.is_as_it_was:
            logging.getLogger("mkdocs").removeHandler(self._said)
            self._store.put(_NAMESPACE, self._key, pack((_written(self._folder), self._said.lines)))
            return
        self.put_back()
        for name, level, text in self._said.lines:
            logging.getLogger(name).log(level, "%s", text)

    def put_back(self) -> None:
        """Put the site back where it was."""
        if self._aside.is_dir():
            shutil.rmtree(self._folder, ignore_errors=True)
            self._aside.rename(self._folder)


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


def _made_from(config: MkDocsConfig) -> bytes:
    """Return a digest of everything that a site is made from."""
    return fingerprint(
        software(),
        str(mkdocs.structure.files.__file__),  # MkDocs or ProperDocs
        of_configuration(config),
        of_files(Path(config.docs_dir).rglob("*")),
        of_files(resources.templates("site").rglob("*")),
        get_build_date(),  # which the map of the site for search engines tells
        logging.getLogger("mkdocs").getEffectiveLevel(),  # or what was said was not heard
    )


def _written(folder: Path) -> bytes | None:
    """Return a digest of all that lies in a folder, None if it isn't there."""
    if not folder.is_dir() or folder.is_symlink():
        return None
    parts: list[str | bytes] = []
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(place, name)
            parts += (str(path.relative_to(folder)), path.read_bytes())
    return fingerprint(*parts)
