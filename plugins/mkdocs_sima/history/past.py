"""What the commits of a repository did to its files: when each changed, where each has gone.

A file that was renamed keeps its past. A mere rename is no change of what a file says, or moving a
folder of entries would make all of them new.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

MOST = 50_000  # commits that are looked at; what is older stays unknown
LOG = ("log", "-z", f"-n{MOST}", "--format=%x01%H %cI", "--name-status", "-M", "--no-ext-diff")
_MOVED_TOGETHER = 0.8  # of the files of a folder, or nobody can say where it has gone


class Commit(NamedTuple):
    """One commit."""

    number: int  # from 0, the newest; a larger one is older
    hash: str
    time: str  # ISO 8601 with the offset of its time zone

    @property
    def date(self) -> str:
        """The day, as it was where the commit was made."""
        return self.time[:10]


class Move(NamedTuple):
    """Where something is now that was renamed."""

    path: str
    is_whole: bool  # False for a folder of which some files went elsewhere


class History:
    """The past of all files, as seen from one commit."""

    def __init__(
        self,
        commits: Sequence[tuple[str, str]] = (),
        changes: Mapping[str, Sequence[int]] | None = None,
        moves: Mapping[str, tuple[str, int]] | None = None,
        ends: Mapping[str, int] | None = None,
    ) -> None:
        """Take what `read_log` has found; see `to_plain`."""
        self._commits, self._changes = commits, changes or {}
        self._moves, self._ends = moves or {}, ends or {}

    @property
    def is_complete(self) -> bool:
        """Whether it goes back to the first commit."""
        return len(self._commits) < MOST

    def last(self, path: str) -> Commit | None:
        """Return the commit that changed a file last, None if none is known."""
        numbers = self._changes.get(path)
        return self._commit(numbers[0]) if numbers else None

    def first(self, path: str) -> Commit | None:
        """Return the commit that made a file, under whatever name; None if that isn't known."""
        numbers = self._changes.get(path)
        return self._commit(numbers[-1]) if numbers and self.is_complete else None

    def changes(self, path: str) -> list[Commit]:
        """Return the commits that changed a file, under whatever name, the newest first."""
        return [self._commit(number) for number in self._changes.get(path, ())]

    def since(self, path: str, commit: Commit) -> list[Commit]:
        """Return the commits that changed a file, or what lies in a folder, after another one."""
        numbers = self._changes.get(path)
        if numbers is None:
            numbers = self._in_folder(path, commit.number)
        return [self._commit(number) for number in numbers[: bisect_left(numbers, commit.number)]]

    def version(self, path: str, commit: Commit) -> tuple[str, str] | None:
        """Return the commit and the name under which a file is found as another commit left it.

        None if there was no such file then.
        """
        numbers = self._changes.get(path, ())
        at = bisect_left(numbers, commit.number)
        if at == len(numbers):
            return None
        then = self._commit(numbers[at])
        older = (name for name in self._names.get(path, ()) if name[0] < then.number)
        return then.hash, max(older, default=(0, path))[1]

    def moved(self, path: str) -> Move | None:
        """Return where a file, or most of a folder, went that was renamed; it may be gone now."""
        if path in self._moves:
            return Move(self._moves[path][0], True)
        inside = f"{path}/"
        places: Counter[str] = Counter()
        count = 0
        for old in self._of_folder(inside):
            count += 1
            new = self._moves.get(old)
            tail = old.removeprefix(path)
            if new and new[0].endswith(tail):
                places[new[0].removesuffix(tail)] += 1
        for place, number in places.most_common(1):
            return Move(place, number == count) if number >= _MOVED_TOGETHER * count else None
        return None

    def ended(self, path: str) -> Commit | None:
        """Return the commit since which nothing is at a path where something was before."""
        if path in self._moves:
            return self._commit(self._moves[path][1])
        if path in self._ends:
            return self._commit(self._ends[path])
        inside = [
            self._moves[old][1] if old in self._moves else self._ends[old]
            for old in self._of_folder(f"{path}/")
        ]
        return self._commit(min(inside)) if inside else None

    @cached_property
    def gone(self) -> frozenset[str]:
        """Every path at which a file was once that was moved or deleted."""
        return frozenset((*self._moves, *self._ends))

    def to_plain(self) -> object:
        """Return it as values that can be kept."""
        return self._commits, self._changes, self._moves, self._ends

    @classmethod
    def from_plain(cls, value: Any) -> History:
        """Return it again."""
        commits, changes, moves, ends = value
        return cls(commits, dict(changes), dict(moves), dict(ends))

    @cached_property
    def _names(self) -> Mapping[str, Sequence[tuple[int, str]]]:
        """Return path → (number of the commit that took it away, former name)."""
        found: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for old, (new, number) in self._moves.items():
            found[new].append((number, old))
        return found

    def _commit(self, number: int) -> Commit:
        return Commit(number, *self._commits[number])

    def _of_folder(self, inside: str) -> Iterator[str]:
        return (path for path in self.gone if path.startswith(inside))

    def _in_folder(self, path: str, before: int) -> list[int]:
        inside = f"{path}/"
        files = (numbers for name, numbers in self._changes.items() if name.startswith(inside))
        return sorted({number for numbers in files for number in numbers if number < before})


NO_HISTORY = History()
"""Nothing is known."""


def read_log(data: bytes) -> History:
    """Return what `git log` says, asked as `LOG` does, the newest commit first."""
    commits: list[tuple[str, str]] = []
    changes: dict[str, list[int]] = {}
    moves: dict[str, tuple[str, int]] = {}
    ends: dict[str, int] = {}
    later: dict[str, str] = {}  # what a file was called → its name in the newest commit
    for text in data.decode("utf-8", "surrogateescape").split("\1")[1:]:
        header, _, rest = text.partition("\0")
        number = len(commits)
        commits.append((header[:40], header[41:].strip()))
        renames = []
        for status, path, new in _rows(rest.lstrip("\n").split("\0")):
            if status == "D":
                if path not in later and path not in changes:
                    ends.setdefault(path, number)
                continue
            name = later.get(new, new)
            if status[0] == "R":
                renames.append((path, name))
                if path not in changes and path not in ends:
                    moves.setdefault(path, (name, number))
            if status != "R100":
                numbers = changes.setdefault(name, [])
                if not numbers or numbers[-1] != number:
                    numbers.append(number)
        later.update(renames)
    # The last name may be gone as well: what a chain of renames ends in was deleted.
    for path in ends:
        changes.pop(path, None)
    return History(commits, changes, moves, ends)


def _rows(items: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Yield status, path, and the new path, which is the same unless it was renamed or copied."""
    rest = iter(items)
    for status in rest:
        if not status:
            continue
        path = next(rest, "")
        yield status, path, (next(rest, "") if status[0] in "RC" else path)
