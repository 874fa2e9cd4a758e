"""Files that other branches have added and this one does not know yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_sima.history.command import Question
from mkdocs_sima.history.contents import contents

if TYPE_CHECKING:
    from pathlib import Path

MOST = 2000  # files; the newest come first

_LOG = (
    "log",
    "--branches",
    "--remotes",
    "--not",
    "HEAD",
    "--full-history",  # a merge would hide what lies on one of its sides
    "--diff-filter=A",
    "--no-renames",
    "--no-ext-diff",
    "--name-only",
    "--relative",
    "--format=%x01%H %S",
    "--",
    "*.md",
    "*.markdown",
)
_REFS = ("refs/heads/", "refs/remotes/")


class OtherFile(NamedTuple):
    """A file that a branch has added."""

    path: str  # relative to the folder that was asked about
    branch: str  # `feature/x`, `origin/feature/x`
    data: bytes  # as it was added


def added_elsewhere(folder: Path) -> list[OtherFile]:
    """Return the Markdown files below a folder that branches add which are not merged into HEAD.

    Only branches that this clone knows can be asked; nothing is fetched.
    """
    out = Question(folder, *_LOG).answer()
    found: dict[str, tuple[str, str]] = {}
    commit = branch = ""
    for line in (out or b"").decode("utf-8", "replace").splitlines():
        if line.startswith("\x01"):
            commit, _, branch = line[1:].partition(" ")
            for start in _REFS:
                branch = branch.removeprefix(start)
        elif line and not line.startswith('"') and len(found) < MOST:
            found.setdefault(line, (commit, branch))
    texts = contents(folder, [(commit, path) for path, (commit, _) in found.items()])
    return [
        OtherFile(path, branch, data)
        for (path, (_, branch)), data in zip(found.items(), texts, strict=True)
        if data is not None
    ]
