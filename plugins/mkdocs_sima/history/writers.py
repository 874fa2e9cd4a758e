"""How files and lines came to be: the states that a file has had, the commit that wrote a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_sima.history.command import Question
from mkdocs_sima.history.contents import contents

if TYPE_CHECKING:
    from pathlib import Path

MOST = 200  # states of one file

_LINE = re.compile(rb"^([0-9a-f]{40,64}) \d+ (\d+)", re.MULTILINE)


class State(NamedTuple):
    """A file as one commit left it."""

    commit: str
    date: str  # ISO with time and zone, when its author wrote it
    author: str  # mail address
    path: str  # what it was called, relative to the folder that was asked about
    data: bytes


def states(folder: Path, path: str) -> list[State]:
    """Return the states that a file has had, the newest first, through its renames."""
    options = ("--follow", "--no-ext-diff", "--name-only", "--relative", "--format=%x01%H %aI %ae")
    asked = Question(folder, "log", *options, f"--max-count={MOST}", "--", path)
    out = asked.answer()
    found: list[tuple[str, str, str, str]] = []
    commit = date = author = ""
    for line in (out or b"").decode("utf-8", "replace").splitlines():
        if line.startswith("\x01"):
            commit, date, author = line[1:].split(" ", 2)
        elif line and not line.startswith('"'):
            found.append((commit, date, author, line))
    texts = contents(folder, [(place[0], place[-1]) for place in found])
    return [
        State(*place, data) for place, data in zip(found, texts, strict=True) if data is not None
    ]


def writers(folder: Path, path: str) -> dict[int, str]:
    """Return line → the commit that wrote it; lines that nobody committed yet are left out.

    A change of blanks alone doesn't write a line.
    """
    out = Question(folder, "blame", "-w", "--porcelain", "--root", "--", path).answer()
    return {
        int(match[2]): match[1].decode()
        for match in _LINE.finditer(out or b"")
        if match[1].strip(b"0")
    }


def row(folder: Path, before: str, after: str) -> list[tuple[str, int]]:
    """Return what leads from one commit to another, both included: (author's mail, seconds).

    The time is that at which a commit came to lie where it lies: a rebase sets it anew.
    """
    asked = [
        Question(folder, "log", "--format=%ct %ae", f"{before}..{after}", "--"),
        Question(folder, "log", "--format=%ct %ae", "--max-count=1", before, "--"),
    ]
    lines = b"".join(question.answer() or b"" for question in asked).decode("utf-8", "replace")
    pairs = (line.split(" ", 1) for line in lines.splitlines())
    return [(author, int(time)) for time, author in pairs]


def counted(folder: Path, path: str, text: str) -> list[str]:
    """Return the commits in which a file got or lost a text, as often as it stands there."""
    out = Question(folder, "log", "--format=%H", f"-S{text}", "--", path).answer()
    return (out or b"").decode().split()
