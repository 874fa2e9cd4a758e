"""The knowledge base of a site: read from MkDocs's files, so that `exclude_docs` counts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import InclusionLevel
from pathspec import PathSpec

from mkdocs_sima.knowledge_base import KnowledgeBase
from mkdocs_sima.knowledge_base.learning import learn_types
from mkdocs_sima.knowledge_base.loading.documents import parse_files
from mkdocs_sima.knowledge_base.loading.source_files import list_files
from mkdocs_sima.knowledge_base.loading.sources import unreadable_document
from mkdocs_sima.site.rendering.spans.emoji import with_characters

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from mkdocs_sima.history import Repository
    from mkdocs_sima.knowledge_base import ParseCache
    from mkdocs_sima.model import Document
    from mkdocs_sima.settings import Settings


_log = get_plugin_logger("sima")


def load_knowledge_base(
    files: Files,
    config: MkDocsConfig,
    settings: Settings,
    cache: ParseCache,
    repository: Repository,
    *,
    drafts: bool,
) -> KnowledgeBase:
    """Read every Markdown file of the site that is built, in a preview its drafts too."""
    excluded = PathSpec.from_lines("gitwildmatch", settings.exclude)
    contents: list[tuple[str, bytes]] = []
    unreadable: list[Document] = []
    others: list[str] = []
    for file in files:
        if not _belongs(file, config, drafts=drafts) or excluded.match_file(file.src_uri):
            continue
        if not file.is_documentation_page():
            others.append(file.src_uri)
            continue
        try:
            contents.append((file.src_uri, file.content_bytes))
        except OSError as error:
            unreadable.append(unreadable_document(file.src_uri, error))
    root = Path(config.docs_dir)
    settings = learn_types(settings, contents, root.name)
    documents = parse_files(contents, settings, cache=cache)
    held_back = {d.path for d in documents if _is_draft(d) and files.src_uris[d.path].page is None}
    for path in held_back:
        files.src_uris[path].inclusion = InclusionLevel.DRAFT
    if held_back and not drafts:
        _log.info("not published, as 'draft: true' wants: %s", ", ".join(sorted(held_back)))
        documents = [document for document in documents if document.path not in held_back]
    # MkDocs passes over folders that it may not read; a check says so, and so must a build.
    closed = list_files(root, settings.exclude).unreadable
    documents = [_with_emoji(document) for document in documents]
    documents += unreadable
    return KnowledgeBase(documents, settings, others, root, closed, repository, cache.store)


def _with_emoji(document: Document) -> Document:
    """Return a document whose title shows `:rocket:` wherever a page names it."""
    title = with_characters(document.display_title)
    return document if title == document.display_title else replace(document, display_title=title)


def _is_draft(document: Document) -> bool:
    """Tell whether a header says so, as Hugo, Jekyll and Material's blog mean it: `draft: true`."""
    return str(document.front_matter.get("draft")).lower() == "true"


def _belongs(file: File, config: MkDocsConfig, *, drafts: bool) -> bool:
    """Tell the owner's files, also those that another plugin generates, from the theme's."""
    if not (file.inclusion.is_in_serve() if drafts else file.inclusion.is_included()):
        return False
    return file.generated_by is not None or file.src_dir == config.docs_dir
