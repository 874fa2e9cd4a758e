"""Addresses: of documents, generated pages and assets, and of lines in the repository."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import quote

from mkdocs.structure.files import File
from mkdocs.utils import get_relative_url

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

ASSETS = "assets/sima"
"""Where the files of the package's `assets` folder lie in the site."""


class Urls:
    """The `url` function of a `SiteContext`."""

    def __init__(self, files: Files, config: MkDocsConfig) -> None:
        self._files, self._config = files, config
        self._known: dict[str, str] = {}

    def __call__(self, from_uri: str, to: str) -> str:
        """Return the address of `to`, with or without a `#fragment`, as seen from a page."""
        uri, mark, fragment = to.partition("#")
        url = get_relative_url(self.of(uri), self.of(from_uri)) if uri else ""
        return f"{url}{mark}{quote(fragment)}" if mark else url

    def of(self, uri: str) -> str:
        """Return the address of a document, page or asset below the site's own."""
        url = self._known.get(uri)
        if url is None:
            # What is still to be generated lies where MkDocs would put such a file.
            file = self._files.get_file_from_path(uri) or File(
                uri, None, self._config.site_dir, self._config.use_directory_urls
            )
            url = self._known[uri] = file.url
        return url


def source_url(config: MkDocsConfig) -> Callable[[str, int], str | None]:
    """Return the function from a document and a line to its place in the repository's web view."""
    base = _blob(config)
    # GitHub and GitLab show Markdown rendered, without lines, unless asked for its text.
    plain = "?plain=1" if base and "/blob/" in base else ""

    def url(path: str, line: int) -> str | None:
        return f"{base}{quote(path)}{plain}#L{line}" if base else None

    return url


def _blob(config: MkDocsConfig) -> str | None:
    repo, edit = config.repo_url, config.edit_uri
    if not repo or not edit or edit.startswith(("?", "#")):
        return None
    for editing, viewing in (("edit/", "blob/"), ("src/", "src/")):  # GitHub and GitLab; Bitbucket
        if edit.startswith(editing) or f"/{editing}" in edit:
            edit = edit.replace(editing, viewing, 1)
            break
    if "://" in edit:
        return edit
    return posixpath.join(repo.rstrip("/") + "/", edit)
