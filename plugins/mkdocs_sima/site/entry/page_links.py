"""Links in documents, rewritten to where their targets lie in the site, with MkDocs's warnings."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit, urlunsplit

# Private, but the one place that holds MkDocs's messages, guesses and `validation:` levels. Links
# must be judged alike on every page of a site, and MkDocs 1.6 is the last of its line.
from mkdocs.structure.pages import _RelativePathTreeprocessor

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from mkdocs_sima.knowledge_base import KnowledgeBase


class PageLinks:
    """Rewrites the links of one page."""

    def __init__(
        self,
        file: File,
        files: Files,
        config: MkDocsConfig,
        kb: KnowledgeBase,
        folder_page: Callable[[str], str | None] = lambda _folder: None,
        reported: Collection[str] = (),
    ) -> None:
        """Prepare to rewrite the links of `file`.

        Args:
            file: the one that the links stand in.
            files: all files of the site.
            config: MkDocs's configuration.
            kb: the knowledge base.
            folder_page: folder → the address of the page that lists it, as seen from `file`.
            reported: destinations that a finding names as broken, with their lines; MkDocs need
                not say so again.
        """
        self._path, self._files, self._kb = file.src_uri, files, kb
        self._folder_page, self._reported = folder_page, reported
        self._mkdocs = _RelativePathTreeprocessor(file, files, config)

    @property
    def to_anchors(self) -> dict[File, dict[str, str]]:
        """The fragments that the page links to, for MkDocs's validation of anchors."""
        return self._mkdocs.links_to_anchors

    def markdown(self, url: str) -> str:
        """Return the address for a link of Markdown; MkDocs warns of one that leads nowhere."""
        try:
            found = self._found(url)
            if found is None and (page := self._page_of_folder(url)):
                return page  # GitHub lists the folder
            if found is None and url in self._reported:
                return url
            if found and found != self._literal(url):
                # Meant from a parent folder or the root: hand MkDocs the path that it looks for.
                url = self._respell(url, found)
            return self._mkdocs.path_to_url(url)
        except ValueError:  # "http://[": no address at all
            return url

    def raw(self, url: str) -> str:
        """Return the address for a link of raw HTML.

        MkDocs leaves those alone, so authors write them as seen from the page. But most, and
        GitHub, write them as seen from the file: these are rewritten, where the file exists.
        """
        try:
            if not urlsplit(url).path or self._found(url) != self._literal(url):
                return url
            return self._mkdocs.path_to_url(url)
        except ValueError:
            return url

    def _found(self, url: str) -> str | None:
        """Return the path of the file that a link means, if there is one."""
        if not urlsplit(url).path:
            return None
        target = self._kb.resolve_link(self._path, url)
        if target.path is None or self._files.get_file_from_path(target.path) is None:
            return None
        return target.path

    def _page_of_folder(self, url: str) -> str | None:
        """Return the address of the index page of the folder that a link means."""
        parts = urlsplit(url)
        if parts.scheme or parts.netloc or not parts.path:
            return None
        target = self._kb.resolve_link(self._path, url)
        return self._folder_page(target.path) if target.kind == "folder" and target.path else None

    def _literal(self, url: str) -> str:
        """Return the path that a link spells out."""
        path = unquote(urlsplit(url).path)
        return posixpath.normpath(posixpath.join(posixpath.dirname(self._path), path))

    def _respell(self, url: str, path: str) -> str:
        parts = urlsplit(url)
        relative = posixpath.relpath(path, posixpath.dirname(self._path) or ".")
        return urlunsplit(("", "", quote(relative), parts.query, parts.fragment))
