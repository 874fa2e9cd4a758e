"""Which bearers of an ID there were when a line was written, by git.

Two branches take number 0316, and each cites its own. After the merge all these citations look
alike, but in the commit that wrote a line only one of the two bore the number.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mkdocs_sima.history import open_repository
from mkdocs_sima.history.contents import contents
from mkdocs_sima.history.writers import counted, row, states, writers
from mkdocs_sima.knowledge_base.loading.documents import parse_files
from mkdocs_sima.parsing.identity.grammar import key_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mkdocs_sima.history.writers import State
    from mkdocs_sima.model import RefId
    from mkdocs_sima.settings import Settings

AT_ONCE = 600  # seconds


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
        self._known: dict[str, str | None] = {}
        """Commit → the bearer that it means."""

    def begun(self, path: str) -> State | None:
        """Return the first state in which a bearer bore the ID."""
        found = self._states.get(path)
        return found[-1] if found else None

    def meant(self, path: str, line: int, written: str) -> str | None:
        """Return the one bearer that the writer of a citation can have known, if it was one.

        Args:
            path: the document that cites.
            line: the line of the citation.
            written: its text. Where a line was touched again when there were several, the commits
                count that brought this text into the document.
        """
        if self._root is None:
            return None
        if path not in self._writers:
            self._writers[path] = writers(self._root, path)
        commit = self._writers[path].get(line)
        if commit is None:
            return None
        if found := self._known_in(commit):
            return found
        meant = {self._known_in(commit) for commit in counted(self._root, path, written)}
        return meant.pop() if len(meant) == 1 else None

    def _known_in(self, commit: str) -> str | None:
        """Return the bearer that there was in a commit; of several, the one that it brought.

        So do the commits that lie before it in one row: who brings a number knows of no other.
        """
        if commit not in self._known:
            present = self._bearers(commit)
            if len(present) > 1:
                present = self._brought(present, commit)
            self._known[commit] = present[0] if len(present) == 1 else None
        return self._known[commit]

    def _brought(self, present: Sequence[str], commit: str) -> list[str]:
        """Return those that a commit brought, or else those of a row of commits that it ends.

        Rebased branches lie one after the other. A row is of one author, who brought no other of
        the bearers, and came to lie there at once.
        """
        begun = {path: state for path in present if (state := self.begun(path))}
        if len(begun) < len(present):
            return []
        if here := [path for path, state in begun.items() if state.commit == commit]:
            return here
        authors = Counter(state.author for state in begun.values())
        return [
            path
            for path, state in begun.items()
            if authors[state.author] == 1 and self._is_a_row(state, commit)
        ]

    def _is_a_row(self, state: State, commit: str) -> bool:
        assert self._root is not None
        commits = row(self._root, state.commit, commit)
        times = [time for _, time in commits]
        return {author for author, _ in commits} == {state.author} and (
            max(times) - min(times) <= AT_ONCE
        )

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
