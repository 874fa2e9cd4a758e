"""Where the store lies: in the user's cache folder, unless somebody says otherwise."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

VARIABLE = "SIMA_CACHE_DIR"
OFF = "off"
USERS = "user"
_FOLDER = "mkdocs-sima"
_FILE = "store-1.sqlite3"  # the number is that of the form of the tables


class StorePlaceError(ValueError):
    """The store can't lie where somebody wants it; the message says why and what to do."""


@dataclass(frozen=True)
class Place:
    """The folder of the store; it need not exist yet."""

    folder: Path

    @property
    def file(self) -> Path:
        """The database in it."""
        return self.folder / _FILE if self.folder.name != ":memory:" else self.folder

    def size(self) -> int:
        """Return how many bytes lie there."""
        files = (self.folder / f"{_FILE}{end}" for end in ("", "-wal", "-shm"))
        return sum(file.stat().st_size for file in files if file.is_file())

    def prepare(self) -> None:
        """Make the folder, for its owner alone.

        Raises:
            StorePlaceError: others can write there, and so decide what a build publishes.
            OSError: it can't be made.
        """
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not hasattr(os, "geteuid"):  # Windows gives each user a folder of his own
            return
        for path in (self.folder, self.file):
            try:
                status = path.lstat()
            except FileNotFoundError:
                continue
            if status.st_uid != os.geteuid() or status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
                raise StorePlaceError(
                    f"{path}: others can write there, so nothing is kept; "
                    f"`chmod -R go-w`, or another folder by {VARIABLE}, mends that"
                )
        # Some CI systems let jobs make files that anybody may write to.
        os.close(os.open(self.file, os.O_CREAT | os.O_RDWR, 0o600))


TEMPORARY = Place(Path(":memory:"))
"""No folder at all: what is kept there is gone when the run ends."""


def find_place(
    option: str | None = None,
    setting: str = "",
    *,
    beside: Path | None = None,
    outside: Path | None = None,
) -> Place | None:
    """Return where the store lies; None if it is turned off.

    Args:
        option: what the command line says (`--cache-dir`); it comes before the variable
            `SIMA_CACHE_DIR`, and that before the setting. Each is a folder, or `off`.
        setting: what the settings say (`cache`); `user` is the user's cache folder.
        beside: the folder that the setting is seen from, that of its file.
        outside: the root of the knowledge base.

    Raises:
        StorePlaceError: the folder lies in the knowledge base, and would be published.
    """
    said = option or os.environ.get(VARIABLE)
    chosen = Path(said).expanduser() if said else None
    if not said and setting not in ("", USERS):
        said, chosen = setting, (beside or Path()) / Path(setting).expanduser()
    if said == OFF:
        return None
    folder = chosen.resolve() if chosen else _users_own()
    if outside and _is_part(folder, outside.resolve()):
        raise StorePlaceError(f"{folder}: the cache must not lie in the knowledge base {outside}")
    return Place(folder)


def _is_part(folder: Path, root: Path) -> bool:
    """Tell whether a folder lies among the documents; what is hidden is none of them."""
    inside = folder.relative_to(root).parts if folder.is_relative_to(root) else (".",)
    return not any(part.startswith(".") for part in inside)


def _users_own() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path(_FOLDER, appauthor=False)
