"""Which bearers of an ID there were when a line was written, by git.

Two branches take number 0316, and each cites its own. After the merge all these citations look
alike, but in the commit that wrote a line only one of the two bore the number.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mkdocs_sima.history import open_repository
from mkdocs_sima.history.contents import contents
from mkdocs_sima.history.writers import authors_since, states, writers
from mkdocs_sima.knowledge_base.loading.documents import parse_files
from mkdocs_sima.parsing.identity.grammar import key_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mkdocs_sima.history.writers import State
    from mkdocs_sima.model import RefId
    from mkdocs_sima.settings import Settings


class Earlier:
    """What git remembers of the bearers of one ID; knows nothing where it is not asked."""

    def __init__(
        self, root: Path | None, settings: Settings, ref_id: RefId, paths: Sequence[str]
    ) -> None:
        repository = open_repository(root) if root else None
        self._root = root if repository and not repository.is_shallow else None
        self._settings = settings
        self._key = key_of(ref_id)
        self._states = {path: self._borne(path, paths) for path in paths} if self._root else {}
        self._writers: dict[str, dict[int, str]] = {}
        self._present: dict[str, list[str]] = {}
        """Commit → those of the bearers that it may mean."""

    def begun(self, path: str) -> State | None:
        """Return the first state in which a bearer bore the ID."""
        found = self._states.get(path)
        return found[-1] if found else None

    def meant(self, path: str, line: int) -> str | None:
        """Return the one bearer that the writer of a line can have known, if it was one.

        That is the one that there was in his commit; of several, the one that his commit brought,
        or his commits just before it: who brings a number knows of no other that has it.
        """
        if self._root is None:
            return None
        if path not in self._writers:
            self._writers[path] = writers(self._root, path)
        commit = self._writers[path].get(line)
        if commit is None:
            return None
        if commit not in self._present:
            present = self._bearers(commit)
            self._present[commit] = self._brought(present, commit) if present[1:] else present
        present = self._present[commit]
        return present[0] if len(present) == 1 else None

    def _brought(self, present: Sequence[str], commit: str) -> list[str]:
        """Return those that a commit brought, or else those of a row of commits that it ends.

        Rebased branches lie one after the other: the row is of one author, who did not bring the
        others.
        """
        begun = {path: state for path in present if (state := self.begun(path))}
        if here := [path for path, state in begun.items() if state.commit == commit]:
            return here
        assert self._root is not None
        authors = Counter(state.author for state in begun.values())
        return [
            path
            for path, state in begun.items()
            if len(begun) == len(present)
            and authors[state.author] == 1
            and authors_since(self._root, state.commit, commit) == {state.author}
        ]

    def _borne(self, path: str, bearers: Sequence[str]) -> list[State]:
        """Return the states of a file, from the newest back to that in which it got the ID."""
        assert self._root is not None
        found: list[State] = []
        for state in states(self._root, path):
            is_copy = state.path != path and state.path in bearers
            if is_copy or not self._bears(state.path, state.data):
                break
            found.append(state)
        return found

    def _bearers(self, commit: str) -> list[str]:
        """Return those of the bearers, by their present paths, that bore the ID in a commit."""
        assert self._root is not None
        named = [
            (path, name)
            for path, found in self._states.items()
            for name in dict.fromkeys((path, *(state.path for state in found)))
        ]
        texts = contents(self._root, [(commit, name) for _, name in named])
        present = (
            path
            for (path, name), data in zip(named, texts, strict=True)
            if data is not None and self._bears(name, data)
        )
        return list(dict.fromkeys(present))

    def _bears(self, path: str, data: bytes) -> bool:
        (document,) = parse_files([(path, data)], self._settings)
        return document.ref_id is not None and key_of(document.ref_id) == self._key
