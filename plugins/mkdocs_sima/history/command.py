"""Ask git by its command: it changes nothing, runs nothing of the repository, and may fail."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 60  # seconds
_CAREFULLY = (
    "core.quotePath=false",
    "core.fsmonitor=false",  # a program that the repository may name
    "log.showSignature=false",
    "diff.renames=true",
)
# A hook of git sets these for its own repository, which may be another one.
_OF_HOOKS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR")


class Question:
    """One command of git that is running; ask for several first, and then for their answers."""

    def __init__(self, folder: Path, *arguments: str, told: bytes = b"") -> None:
        """Start `git ARGUMENTS` in a folder; `told` is what it reads."""
        self._told = told
        self._answer: bytes | None = None
        self._process: subprocess.Popen[bytes] | None = None
        options = [word for option in _CAREFULLY for word in ("-c", option)]
        environment = {key: text for key, text in os.environ.items() if key not in _OF_HOOKS}
        environment |= {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
        environment["GIT_NO_LAZY_FETCH"] = "1"  # a partial clone would download what it lacks
        try:
            self._process = subprocess.Popen(
                ["git", "-C", str(folder), *options, *arguments],
                stdin=subprocess.PIPE if told else subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment,
            )
        except OSError:
            return  # no git here

    def answer(self) -> bytes | None:
        """Return what git says; None if it fails or is too slow."""
        if self._process is not None:
            process, self._process = self._process, None
            try:
                said, _ = process.communicate(self._told or None, timeout=PATIENCE)
                self._answer = said if process.returncode == 0 else None
            except (subprocess.SubprocessError, OSError):
                _end(process)
        return self._answer

    def __del__(self) -> None:
        if self._process is not None:  # nobody wanted to know
            _end(self._process)


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(OSError):
        process.kill()
        process.communicate()


def names(data: bytes | None) -> list[str]:
    """Return what git lists with `-z`; a name that is no UTF-8 is kept by surrogates."""
    return [name for name in (data or b"").decode("utf-8", "surrogateescape").split("\0") if name]
