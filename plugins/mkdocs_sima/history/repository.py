"""The repository around a folder: what is in it now, and its past."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from mkdocs_sima.history.command import Question, names
from mkdocs_sima.history.past import LOG, NO_HISTORY, History, read_log
from mkdocs_sima.store import NO_STORE, fingerprint, remembered

if TYPE_CHECKING:
    from pathlib import Path

    from pathspec import GitIgnoreSpec

    from mkdocs_sima.store import Store

_NAMESPACE = "history"
_STATUS = (
    *("status", "--porcelain=v2", "--branch", "--no-ahead-behind", "-z"),
    *("--untracked-files=all", "--no-renames"),
)
_LIST = ("ls-files", "-z")
_FIELDS = {"1": 8, "u": 10}  # of a line of the status, before the path


class Repository:
    """What git knows; asked as late as possible, and once."""

    def __init__(
        self, top: Path | None, prefix: str = "", store: Store = NO_STORE, *, web: bool = True
    ) -> None:
        """Prepare to ask; `open_repository` makes one.

        Args:
            top: the top folder; None if there is no repository.
            prefix: of the folder that it was opened for, "" or "docs/".
            store: keeps what is known of the past.
            web: whether links to its files lead somewhere: on its host, or by a site's `repo_url`.
        """
        self.top, self.prefix, self.store, self.web = top, prefix, store, web

    def begin(self) -> Repository:
        """Have git look, while something else is done, at what is sure to be asked for."""
        if self.top is not None:
            self._questions  # noqa: B018
        return self

    def begin_past(self) -> None:
        """Have git tell the past, while documents are read, unless it is kept."""
        if self and not self.is_shallow and self.store.get(_NAMESPACE, self._past_key) is None:
            self._log  # noqa: B018

    def __bool__(self) -> bool:
        """Whether git answers, and there is a commit."""
        return bool(self.head)

    @property
    def head(self) -> str:
        """The hash of the commit that is checked out."""
        return self._now[0]

    @property
    def unsaved(self) -> frozenset[str]:
        """The files that differ from that commit, new ones included."""
        return self._now[1]

    @cached_property
    def files(self) -> frozenset[str]:
        """Every file that git tracks, or would if it were told of it."""
        tracked = names(self._questions[1].answer()) if self.head else ()
        return frozenset((*tracked, *self._now[2]))

    @cached_property
    def folders(self) -> frozenset[str]:
        """Every folder that holds one of the files."""
        found: set[str] = set()
        for path in self.files:
            folder = path.rpartition("/")[0]
            while folder and folder not in found:
                found.add(folder)
                folder = folder.rpartition("/")[0]
        return frozenset(found)

    @cached_property
    def is_shallow(self) -> bool:
        """Whether the past was cut off, as CI does: then no date can be trusted."""
        if self.top is None:
            return False
        folder = self.top / ".git"
        with suppress(OSError, ValueError):
            if folder.is_file():  # a work tree beside another: `gitdir: PATH`
                folder = self.top / folder.read_text("utf-8").partition(":")[2].strip()
                folder /= (folder / "commondir").read_text("utf-8").strip()
        return (folder / "shallow").is_file()

    @cached_property
    def history(self) -> History:
        """The past; empty in a shallow clone."""
        if not self or self.is_shallow:
            return NO_HISTORY
        return remembered(
            self.store,
            _NAMESPACE,
            self._past_key,
            self._read,
            History.to_plain,
            History.from_plain,
        )

    def digest(self) -> bytes:
        """Return a digest of all that it can say."""
        if not self:
            return b""
        return fingerprint(
            str(self.top),
            self.prefix,
            self.web,
            self.head,
            self.is_shallow,
            self._questions[0].answer(),
            self._questions[1].answer(),
            repr(sorted(self._ignoring.items())),
        )

    def ignores(self, path: str) -> bool:
        """Whether a `.gitignore` says that this is made by a program, and not kept."""
        return any(
            path.startswith(folder) and spec.match_file(path[len(folder) :])
            for folder, spec in self._specs
        )

    def in_repository(self, path: str) -> str:
        """Return the path of a file of the folder that it was opened for."""
        return self.prefix + path

    def _read(self) -> History:
        said = self._log.answer()
        return read_log(said) if said else NO_HISTORY

    @property
    def _past_key(self) -> bytes:
        return fingerprint(str(self.top), self.head)

    @cached_property
    def _log(self) -> Question:
        assert self.top is not None
        return Question(self.top, *LOG)

    @cached_property
    def _questions(self) -> tuple[Question, Question]:
        assert self.top is not None
        return Question(self.top, *_STATUS), Question(self.top, *_LIST)

    @cached_property
    def _now(self) -> tuple[str, frozenset[str], list[str]]:
        """Return the commit, the files that differ from it, and the new ones of them."""
        if self.top is None:
            return "", frozenset(), []
        head, changed, new = "", [], []
        for line in names(self._questions[0].answer()):
            kind, _, rest = line.partition(" ")
            if kind == "#" and rest.startswith("branch.oid "):
                head = rest.removeprefix("branch.oid ").replace("(initial)", "")
            elif kind == "?":
                new.append(rest)
            elif kind in _FIELDS:
                changed.append(line.split(" ", _FIELDS[kind])[-1])
        return head, frozenset((*changed, *new)), new

    @cached_property
    def _ignoring(self) -> dict[str, str]:
        """Return folder, "" or "docs/" → what its `.gitignore` says."""
        assert self.top is not None
        found = {}
        for path in self.files:
            folder, slash, name = path.rpartition("/")
            if name == ".gitignore":
                try:
                    found[folder + slash] = (self.top / path).read_text("utf-8", "replace")
                except OSError:
                    continue
        return found

    @cached_property
    def _specs(self) -> list[tuple[str, GitIgnoreSpec]]:
        from pathspec import GitIgnoreSpec  # slow to import

        found = []
        for folder, text in self._ignoring.items() if self else ():
            lines = []
            for line in text.splitlines():
                try:
                    GitIgnoreSpec.from_lines([line])
                except ValueError:
                    continue  # git passes over what means nothing, too
                lines.append(line)
            found.append((folder, GitIgnoreSpec.from_lines(lines)))
        return found


NO_REPOSITORY = Repository(None)
"""No git, or no repository."""


def open_repository(
    folder: Path | None, store: Store = NO_STORE, *, web: bool = True
) -> Repository:
    """Return the repository around a folder; an empty one if there is none, or git says nothing."""
    if folder is None:
        return NO_REPOSITORY
    folder = folder.resolve()
    for top in (folder, *folder.parents):
        if (top / ".git").exists():  # a file in a work tree beside another
            prefix = "" if top == folder else f"{folder.relative_to(top).as_posix()}/"
            return Repository(top, prefix, store, web=web)
    return NO_REPOSITORY
