"""What each path that a document names means in the repository around the knowledge base."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from mkdocs_sima.knowledge_base.code.places import Places, is_file_name
from mkdocs_sima.knowledge_base.code.plainness import (
    is_generated,
    is_meant_today,
    is_plain,
    looks_like_file,
)
from mkdocs_sima.knowledge_base.lookup.paths import is_document_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_sima.history import Commit, Move, Repository
    from mkdocs_sima.model import CodePath, Document, Mention

CodeVerdict = Literal["found", "gone", "missing"]


class CodeReference(NamedTuple):
    """A path, and what it was found to mean."""

    cited: CodePath
    verdict: CodeVerdict  # "gone": something was there, and isn't any more; "missing": never was
    target: str | None = None  # path in the repository of the file or folder, if it was found
    move: Move | None = None  # where git saw it go, and it is there now
    ended: Commit | None = None  # since which it isn't there

    @property
    def moved_to(self) -> str | None:
        """Path in the repository at which it is now."""
        return self.move and self.move.path

    @property
    def name(self) -> str:
        """The path and what follows it, as written."""
        return self.cited.text + self.cited.lines


class CodeCitations:
    """The paths of all documents. A path that means nothing here, `and/or`, is left out."""

    def __init__(self, documents: Mapping[str, Document], repository: Repository) -> None:
        self._documents, self.repository = documents, repository
        self._known: dict[str, tuple[CodeReference, ...]] = {}
        self._strange = 0  # paths of files to which nothing leads

    def of(self, path: str) -> tuple[CodeReference, ...]:
        """Return what a document cites, in the order of its text."""
        if not self.repository:
            return ()
        if path not in self._known:
            document = self._documents[path]
            found = (self._resolve(document, cited) for cited in document.code_paths)
            self._known[path] = tuple(one for one in found if one)
        return self._known[path]

    def beside(self, path: str, mention: Mention) -> str | None:
        """Return the file that a document names and that lies beside the knowledge base.

        A `notes/plan.md` that no document bears may be one of the repository around it.
        """
        if mention.form != "file" or not self.repository:
            return None
        here = self.repository.in_repository(path)
        target = self._places.find(mention.text.partition("#")[0], here, exactly=False)
        return target if target in self.repository.files else None

    @cached_property
    def are_elsewhere(self) -> bool:
        """Whether paths are cited, and none is one of this repository, nor ever was."""
        found = [one for path in self._documents for one in self.of(path)]
        return self._strange > 0 and all(one.verdict == "missing" for one in found)

    @cached_property
    def _places(self) -> Places:
        return Places(self.repository)

    def _resolve(self, document: Document, cited: CodePath) -> CodeReference | None:
        repository, places = self.repository, self._places
        here = repository.in_repository(document.path)
        exactly = cited.where == "link"
        target = places.find(cited.text, here, exactly=exactly)
        if target is not None:
            return None if self._is_ours(target) else CodeReference(cited, "found", target)
        name = cited.text.strip("/").removeprefix("./")
        if "/" not in name or is_generated(name, repository) or name.startswith("@"):
            return None
        if cited.where == "code" and cited.text.startswith("/") and not is_file_name(name):
            return None  # `/api/v1/` is rather an address
        was = places.formerly(cited.text, here, exactly=exactly)
        if was and exactly and was.startswith(repository.prefix):
            return None  # a link within the knowledge base, which another rule is about
        if was and not self._is_ours(was) and is_meant_today(document, cited):
            if not exactly and places.may_be(cited.text):
                return None  # one of several is still there
            moved = self._moved(was)
            ended = repository.history.ended(was)
            return CodeReference(cited, "gone", None, moved, ended)
        if was or exactly or places.may_be(cited.text) or is_document_name(name):
            return None
        self._strange += looks_like_file(name)
        if is_meant_today(document, cited) and is_plain(document, cited, repository):
            return CodeReference(cited, "missing")
        return None

    def _moved(self, was: str) -> Move | None:
        """Return where something is now that was there, if git saw it go."""
        repository = self.repository
        move = repository.history.moved(was)
        known = move and (move.path in repository.files or move.path in repository.folders)
        return move if known else None

    def _is_ours(self, path: str) -> bool:
        """Return whether a path is that of a document, which other rules are about."""
        prefix = self.repository.prefix
        if not path.startswith(prefix):
            return False
        inside = path[len(prefix) :]
        return (
            inside in self._documents or is_document_name(inside) or (bool(prefix) and not inside)
        )
