"""Addresses: of documents, generated pages and assets, and of lines in the repository."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from mkdocs.structure.files import File
from mkdocs.utils import get_relative_url

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_VIEWS = {"github": "blob", "gitlab": "-/blob", "bitbucket": "src"}
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


def code_url(config: MkDocsConfig, prefix: str) -> Callable[[str, bool, str], str | None]:
    """Return the function from a path of the repository and lines to its place in the web view.

    Args:
        config: MkDocs's configuration.
        prefix: of `docs_dir` in the repository: "docs/".
    """
    base = _blob(config)
    if base and base.endswith(f"/{prefix}"):
        base = base.removesuffix(prefix)
    else:  # the addresses of documents tell nothing: what hosts have in common must do
        repo = (config.repo_url or "").rstrip("/")
        host = urlsplit(repo).netloc
        view = next((view for name, view in _VIEWS.items() if name in host), None)
        base = f"{repo}/{view}/HEAD/" if repo and view else None

    def url(path: str, is_folder: bool, lines: str) -> str | None:
        if base is None:
            return None
        found = re.fullmatch(r"(?::|#L)(\d+)(?:[-:].*)?", lines)
        view = base.replace("/blob/", "/tree/", 1) if is_folder else base
        return view + quote(path) + (f"#L{found[1]}" if found and not is_folder else "")

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
