"""The knowledge base: all documents with their look-up tables, scopes and resolved references."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from mkdocs_sima.history import NO_REPOSITORY, open_repository
from mkdocs_sima.knowledge_base.code.cited_code import CodeCitations
from mkdocs_sima.knowledge_base.learning import learn_types
from mkdocs_sima.knowledge_base.learning.folders import one_bearer_a_folder
from mkdocs_sima.knowledge_base.loading.documents import parse_files
from mkdocs_sima.knowledge_base.loading.sources import read_sources
from mkdocs_sima.knowledge_base.lookup.answers import (
    MISSING,
    Backlink,
    LinkTarget,
    Resolution,
    Scope,
)
from mkdocs_sima.knowledge_base.lookup.bearers import Index, fold_title
from mkdocs_sima.knowledge_base.lookup.closest_name import ClosestNames
from mkdocs_sima.knowledge_base.lookup.faces import digest_of_faces
from mkdocs_sima.knowledge_base.lookup.foreign import meant_elsewhere
from mkdocs_sima.knowledge_base.lookup.link_paths import LinkResolver
from mkdocs_sima.knowledge_base.resolving.backlinks import find_backlinks
from mkdocs_sima.knowledge_base.resolving.document_references import resolve_document
from mkdocs_sima.knowledge_base.resolving.kept_references import KeptReferences
from mkdocs_sima.knowledge_base.resolving.resolver import Resolver
from mkdocs_sima.knowledge_base.scopes.habits import with_habits
from mkdocs_sima.knowledge_base.scopes.inference import find_scopes
from mkdocs_sima.knowledge_base.scopes.order import ScopeTable
from mkdocs_sima.model import Mention
from mkdocs_sima.parsing.identity.grammar import Grammar, fold_id
from mkdocs_sima.settings import Settings
from mkdocs_sima.settings.project import find_project
from mkdocs_sima.store import NO_STORE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mkdocs_sima.history import Repository
    from mkdocs_sima.knowledge_base.loading.documents import ParseCache
    from mkdocs_sima.knowledge_base.loading.sources import Sources
    from mkdocs_sima.knowledge_base.lookup.foreign import Elsewhere
    from mkdocs_sima.model import Document, Reference
    from mkdocs_sima.store import Store


class KnowledgeBase:
    """Documents in, answers out. Built once, never changed; everything is computed on demand."""

    def __init__(
        self,
        documents: Iterable[Document],
        settings: Settings | None = None,
        other_files: Iterable[str] = (),
        root: Path | None = None,
        unreadable: Mapping[str, str] | None = None,
        repository: Repository = NO_REPOSITORY,
        store: Store = NO_STORE,
    ) -> None:
        self.root = root
        """The folder that paths are relative to; `None` if it was not read from a disk."""
        self.settings = settings or Settings()
        """Those that the documents were read with, learned types included."""
        documents = one_bearer_a_folder(documents, self.settings)
        self.documents: Mapping[str, Document] = MappingProxyType(
            {d.path: d for d in sorted(documents, key=lambda d: d.path)}
        )
        """Path → document, sorted by path."""
        self.files = frozenset((*self.documents, *other_files))
        """Every file below the root, images and downloads included."""
        self.unreadable: Mapping[str, str] = MappingProxyType(dict(unreadable or {}))
        """Folder that could not be listed → why."""
        self.code = CodeCitations(self.documents, repository)
        """The paths of the repository around it that documents name."""
        self._store = store
        self._names = ClosestNames(self.documents)
        self._index = Index(self.documents, self.settings)
        found = ScopeTable(find_scopes(self.documents, self.settings), self.documents)
        self.scopes: tuple[Scope, ...] = with_habits(found, self.documents, self._index)
        """All scopes, sorted by folder; the first is the general one, the root."""
        self._scopes = ScopeTable(self.scopes, self.documents)
        self._links = LinkResolver(self.documents, self.files)
        self.folders = self._links.folders
        """Every folder that holds a file, the root, "", included."""
        self.embedded_file = self._links.embedded
        self._resolver = Resolver(
            self.documents, self._index, self._scopes, self._links, self.settings
        )

    @classmethod
    def load(
        cls,
        path: str | Path = ".",
        settings: Settings | None = None,
        *,
        progress: Callable[[int, int], None] | None = None,
        cache: ParseCache | None = None,
    ) -> KnowledgeBase:
        """Read the knowledge base that `path` means: a folder of entries or of an `mkdocs.yml`.

        Args:
            path: the folder, or a file or folder inside the knowledge base.
            settings: used instead of those of an `mkdocs.yml`.
            progress: called with the number of files parsed so far and that of all files.
            cache: remembers parsed files between two loads.

        Raises:
            ProjectError: the path does not exist or its settings can't be used. What a document
                holds never raises: look at its `problems`.
        """
        project = find_project(Path(path))
        settings = settings or project.settings
        repository = open_repository(project.root, cache.store if cache else NO_STORE)
        sources = read_sources(project.root, settings.exclude)
        return cls.of(sources, settings, progress, cache, repository)

    @classmethod
    def of(
        cls,
        sources: Sources,
        settings: Settings,
        progress: Callable[[int, int], None] | None = None,
        cache: ParseCache | None = None,
        repository: Repository = NO_REPOSITORY,
    ) -> KnowledgeBase:
        """Build one from files that were read."""
        files, listing = sources.contents, sources.listing
        settings = learn_types(settings, files, sources.root.resolve().name)
        parsed = [*parse_files(files, settings, progress, cache), *sources.stubs]
        others, closed = listing.others, listing.unreadable
        store = cache.store if cache else NO_STORE
        return cls(parsed, settings, others, sources.root, closed, repository, store)

    @classmethod
    def from_files(
        cls,
        files: Iterable[tuple[str, bytes]],
        settings: Settings | None = None,
        other_files: Iterable[str] = (),
    ) -> KnowledgeBase:
        """Build one from (path, content) pairs, without a disk."""
        files = list(files)
        settings = learn_types(settings or Settings(), files)
        return cls(parse_files(files, settings), settings, other_files)

    def scope_of(self, path: str) -> Scope:
        """Return the scope that a document lies in."""
        return self._scopes.of(path)

    def references(self, path: str) -> tuple[Reference, ...]:
        """Return the references of a document in the order of its text, none to itself."""
        return self._references[path]

    def backlinks(self, path: str) -> tuple[Backlink, ...]:
        """Return the references that point at a document, sorted by their source."""
        return self._backlinks.get(path, ())

    def by_id(self, ref: str) -> tuple[Document, ...]:
        """Return the documents whose REF-ID this is, in any case and with or without zeros."""
        return tuple(self.documents[p] for p in self._index.ids.get(fold_id(ref), ()))

    def find(self, ref: str, from_path: str | None = None) -> Resolution:
        """Say what a REF-ID, file name, path or title means, read in the document `from_path`."""
        ref = ref.strip()
        if ref in self.documents:
            ref = "/" + ref
        ref_id = Grammar.of(self.settings).parse(ref)
        if ref_id:
            mention = Mention(ref, "id", 1, 1, 0, len(ref), "prose", ref_id)
        else:
            mention = Mention(ref, "file", 1, 1, 0, len(ref), "prose")
        found = self._resolver.resolve(mention, from_path)
        if found.verdict == "missing" and not ref_id:
            return self._find_title(ref)
        return found

    def _find_title(self, title: str) -> Resolution:
        found = self._index.titles.get(fold_title(title))
        if not found:
            return MISSING
        return self._resolver.nearest(found, "it bears this title")

    def resolve(self, document: Document) -> tuple[Reference, ...]:
        """Resolve a document that is not (or not in this state) part of the knowledge base."""
        return resolve_document(document, self._resolver, self._index, self._scopes)

    def explain(self, path: str, mention: Mention) -> Resolution:
        """Say what a mention of a document means, with all candidates and the rules behind."""
        return self._resolver.resolve(mention, path)

    def resolve_link(self, path: str, destination: str) -> LinkTarget:
        """Say where the destination of a link in the document `path` leads."""
        return self._links.resolve(path, destination)

    def elsewhere(self, reference: Reference) -> Elsewhere | None:
        """Return the entry of another knowledge base that a reference means, if it does."""
        return meant_elsewhere(reference, self.settings)

    def suggest(self, text: str) -> str | None:
        """Return the REF-ID or file name that is closest to one that nobody bears, if any is."""
        return self._names.find(text)

    @cached_property
    def faces(self) -> bytes:
        """Digest of all that a document may see of the others, of scopes, files and settings."""
        return digest_of_faces(self._index, self.scopes, self.files, self.settings)

    @cached_property
    def _references(self) -> dict[str, tuple[Reference, ...]]:
        kept = KeptReferences(self._store, self.faces, self._index, self.resolve)
        return {path: kept.of(document) for path, document in self.documents.items()}

    @cached_property
    def _backlinks(self) -> dict[str, tuple[Backlink, ...]]:
        return find_backlinks(self.documents, self._references, self.settings.relations)
