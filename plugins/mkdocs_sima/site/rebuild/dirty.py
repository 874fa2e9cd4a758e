"""`mkdocs serve --dirty`, made right: what a change shows elsewhere is built anew as well.

MkDocs builds a page of a dirty build only if its file is newer than its output, so backlinks,
titles in links and the search would stay as they were. Here the outputs of pages that are not as
they should be are taken away, and MkDocs makes them again; what it skips is what it would have
written. Pages in the navigation are always made: the theme reads more of them than their title.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import InclusionLevel

from mkdocs_sima.site.entry.document_page import DocumentPage

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation

    from mkdocs_sima.site.rebuild.memory import Memory


class DirtyBuilds:
    """What the dirty builds of one `mkdocs serve` know of those before."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._outputs: set[str] = set()  # ours that lie in the site now

    def begin(self, nav: Navigation, files: Files, config: MkDocsConfig) -> None:
        """Take away the outputs that are out of date, those of vanished documents too."""
        shown = {page.file.src_uri for page in nav.pages}
        pages = files.documentation_pages(inclusion=InclusionLevel.is_in_serve)  # drafts, too
        stale = {
            file.abs_dest_path
            for file in pages
            if isinstance(file.page, DocumentPage)
            and (file.src_uri in shown or not self._memory.has(file.page.inputs(files, config)))
        }
        ours = {file.abs_dest_path for file in files if _is_ours(file)}
        for output in stale | (self._outputs - ours):
            Path(output).unlink(missing_ok=True)
        self._outputs = ours


def _is_ours(file: File) -> bool:
    return isinstance(file.page, DocumentPage) or file.generated_by == "sima"
