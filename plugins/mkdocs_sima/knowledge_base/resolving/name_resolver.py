"""What a file name or a path means: 1 and 2 of the order that `resolver` states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.lookup.answers import MISSING, Resolution, resolved
from mkdocs_sima.knowledge_base.lookup.bearers import fold_title, name_key
from mkdocs_sima.knowledge_base.lookup.paths import distance, folder_of
from mkdocs_sima.knowledge_base.lookup.title_words import words_of
from mkdocs_sima.parsing.identity.file_names import stem_of
from mkdocs_sima.parsing.identity.grammar import Grammar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs_sima.knowledge_base.lookup.bearers import Index
    from mkdocs_sima.knowledge_base.lookup.link_paths import LinkResolver
    from mkdocs_sima.knowledge_base.resolving.citation import Citation
    from mkdocs_sima.knowledge_base.resolving.id_resolver import IdResolver
    from mkdocs_sima.knowledge_base.resolving.nearness import Nearness
    from mkdocs_sima.knowledge_base.scopes.order import ScopeTable
    from mkdocs_sima.model import Document, RefId
    from mkdocs_sima.settings import Settings

_MANY = 50  # a thousand folders may each cite their `README.md`: no need to rank all of them
_FORMER = "a former file name of the entry with this ID"


class NameResolver:
    """Resolves file names, also those that an entry had before."""

    def __init__(
        self,
        documents: Mapping[str, Document],
        index: Index,
        scopes: ScopeTable,
        links: LinkResolver,
        nearness: Nearness,
        ids: IdResolver,
        settings: Settings,
    ) -> None:
        self._documents = documents
        self._index = index
        self._scopes = scopes
        self._links = links
        self._nearness = nearness
        self._ids = ids
        self._grammar = Grammar.of(settings)

    def resolve(self, text: str, cited: Citation) -> Resolution:
        """Say what a file name or path means where it is cited."""
        written = text.partition("#")[0].replace("%20", " ").strip()
        if "/" in written:
            exact = self._links.find_path(cited.path or "", written)
            if exact is not None and exact in self._documents:
                return resolved(exact, "the path leads there")
            if ends := self._links.ending_with(written):
                return self._nearness.choose(ends, cited, "its path ends so")
        named: Sequence[str] = self._index.names.get(name_key(written), ())
        if named:
            beside = f"{folder_of(cited.path or '')}/{written}".lstrip("/")
            if len(named) > _MANY and cited.path is not None and beside in self._documents:
                return resolved(beside, "it bears this file name")
            if "/" in written and len(named) > 1:
                named = _most_alike(named, written)
            if len(named) > 1:  # `A-B.md` and `A_B.md` are two files where both exist
                name = "/" + written.rsplit("/", 1)[-1]
                named = [p for p in named if f"/{p}".endswith(name)] or named
                named = _in_named_folder(named, cited)
            return self._nearness.choose(named, cited, "it bears this file name")
        return self._stale(written, cited)

    def titled(self, text: str, cited: Citation) -> Resolution:
        """Say what a wiki link means: a file name without its extension, a title, an alias."""
        written = text.partition("#")[0].strip()
        if "/" in written and (ends := self._links.ending_with(f"{written}.md")):
            return self._nearness.choose(ends, cited, "its path ends so")
        if named := self._index.names.get(name_key(written)):
            return self._nearness.choose(named, cited, "it bears this file name")
        if titled := self._index.titles.get(fold_title(written)):
            return self._nearness.choose(titled, cited, "it bears this title")
        return MISSING

    def _stale(self, written: str, cited: Citation) -> Resolution:
        """Say which entry once had a file of this name, by the ID in it."""
        ref_id = self._grammar.of_name(written)
        if ref_id is None:
            return MISSING
        slug = words_of(stem_of(written)) - words_of(str(ref_id))
        found = self._ids.resolve(ref_id, cited.beside(slug))
        if not slug or found.verdict == "missing":
            return found
        folder = self._links.folder_in(written) if "/" in written else ""
        fitting = [c for c in found.candidates if self._was_named(c.path, ref_id, slug, cited.path)]
        inside = [c for c in fitting if c.path.startswith(folder + "/")] if folder else []
        if inside:
            return self._nearness.choose(
                [c.path for c in inside], cited.beside(slug, only=True), _FORMER
            )
        if folder:  # another folder than the one that is named: by its whole name only
            fitting = [c for c in fitting if slug <= self._index.words(c.path)]
        if not fitting or (found.target and fitting[0].path != found.target):
            return Resolution(
                "missing", reason=f"no file of this name, and {ref_id} is about something else"
            )
        if found.verdict == "resolved" or len(fitting) == 1:
            return Resolution("resolved", fitting[0].path, tuple(fitting), _FORMER)
        return Resolution(found.verdict, None, tuple(fitting), _FORMER)

    def _was_named(
        self, candidate: str, ref_id: RefId, slug: frozenset[str], path: str | None
    ) -> bool:
        """Whether an entry may once have had a file name of this ID and these words.

        The words must tell it from others of its kind. The file of an entry of another scope would
        bear its prefix.
        """
        if not ref_id.prefix and self._scopes.prefix_of(candidate):
            own = self._scopes.of(path).path if path is not None else ""
            if self._scopes.of(candidate).path != own:
                return False
        telling = self._index.telling(slug, candidate)
        return not telling or bool(telling & self._index.name_words(candidate))


def _most_alike(paths: Sequence[str], written: str) -> tuple[str, ...]:
    """Keep those whose folders share the most names with the written path."""
    folders = {part.casefold() for part in written.split("/")[:-1]}
    shared = {p: len(folders & {part.casefold() for part in p.split("/")[:-1]}) for p in paths}
    most = max(shared.values())
    return tuple(p for p in paths if shared[p] == most)


def _in_named_folder(paths: Sequence[str], cited: Citation) -> Sequence[str]:
    """Keep those whose folders are named: by a gloss, else by the innermost label that names any.

    `Testing-Index.md → entries/decisions/testing/` and "Testing-Index.md" below the heading
    "Decision indexes" mean the same of several. A file of the document's own folder is nearer.
    """
    if cited.path is not None and any(distance(p, cited.path) == 0 for p in paths):
        return paths
    folders = {p: words_of(folder_of(p)) for p in paths}
    shared = frozenset.intersection(*folders.values())
    for words in (cited.gloss, *map(words_of, cited.label.split(" / ") if cited.label else ())):
        hits = {p: len((folders[p] - shared) & words) for p in paths}
        best = [p for p in paths if hits[p] and hits[p] == max(hits.values())]
        if best:
            return best
    return paths
