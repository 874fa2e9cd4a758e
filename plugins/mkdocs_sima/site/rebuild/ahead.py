"""Pages made ahead on all cores, before MkDocs asks for them one by one."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from mkdocs.structure.files import InclusionLevel

from mkdocs_sima import processes
from mkdocs_sima.site.entry.document_page import DocumentPage

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_sima.site.rebuild.memory import Memory, Packed

# Below this many characters, forking and sending pages back takes longer than making them here.
WORTH_FROM = 1_000_000


def make_ahead(files: Files, config: MkDocsConfig, memory: Memory) -> None:
    """Have the memory know the pages of new documents, if there are many."""
    pages = [
        page
        for file in files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        if isinstance(page := file.page, DocumentPage)
        and not memory.knows(page.document)
        and page.is_ours()
    ]
    number = processes.available()
    if number < 2 or sum(len(page.document.text) for page in pages) < WORTH_FROM:
        return
    pages.sort(key=lambda page: (-len(page.document.text), page.file.src_uri))

    def work(page: DocumentPage) -> Packed:
        return memory.packed(*page.prepared(files, config))

    def begin() -> None:
        memory.leave()
        logging.disable()  # what is wrong with a link is said where MkDocs asks for the page

    for index, made in processes.spread(pages, work, number, begin):
        memory.put(pages[index].document, made)
