"""Write a file so that it is always whole: the old one or the new one, never a mixture.

The new content goes to a temporary file in the same folder, is forced to disk, and takes the
old file's place by a rename. A writer that is killed leaves at most such a temporary file; it held
a lock on it, so the next run sees that nobody is writing and removes it.
"""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

try:
    import fcntl
except ImportError:  # Windows refuses to remove a file that is open: that is lock enough
    fcntl = None  # type: ignore[assignment]

PREFIX, SUFFIX = ".sima-", ".tmp~"


def write(path: Path, data: bytes, *, new: bool = False) -> None:
    """Replace the content of a file, or create it, in one step.

    Mode and (where allowed) owner of an old file stay. A symbolic link stays one: the file that it
    points at is replaced.

    Args:
        path: the file; its folder must exist.
        data: the whole content.
        new: refuse to replace a file that exists.

    Raises:
        FileExistsError: `new`, and there is such a file.
        OSError: the folder is read-only, the disk full …; the old file is untouched.
    """
    target = Path(os.path.realpath(path))
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=PREFIX, suffix=SUFFIX)
    except OSError as error:
        error.filename = str(path)  # nobody has asked for the temporary one
        raise
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            if fcntl:
                fcntl.flock(file, fcntl.LOCK_EX)
            file.write(data)
            file.flush()
            _like(target, temporary, file.fileno())
            os.fsync(file.fileno())
            if fcntl:
                _place(temporary, target, new)
        if not fcntl:
            _place(temporary, target, new)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _place(temporary: Path, target: Path, new: bool) -> None:
    if not new:
        temporary.replace(target)
        return
    try:
        os.link(temporary, target)  # unlike a rename, this fails if the name is taken
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if target.exists():
            raise FileExistsError(f"{target} exists") from None
        temporary.replace(target)
    temporary.unlink(missing_ok=True)


def _like(old: Path, temporary: Path, handle: int) -> None:
    """Give the temporary file the mode and owner of the file that it replaces."""
    try:
        status = old.stat()
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)
        return
    if hasattr(os, "fchown"):
        with contextlib.suppress(OSError):
            os.fchown(handle, status.st_uid, status.st_gid)
    temporary.chmod(stat.S_IMODE(status.st_mode))


def _sync_folder(folder: Path) -> None:
    """Make the rename itself survive a power cut, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def clean(root: Path) -> int:
    """Remove the temporary files below a folder that nobody is writing; return how many."""
    removed = 0
    for path in _leftovers(root):
        with contextlib.suppress(OSError), path.open("rb") as file:
            if fcntl:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                path.unlink()
                removed += 1
                continue
        if not fcntl:
            with contextlib.suppress(OSError):
                path.unlink()
                removed += 1
    return removed


def _leftovers(root: Path) -> Iterator[Path]:
    for folder, _, names in os.walk(root):
        for name in names:
            if is_temporary(name):
                yield Path(folder, name)


def is_temporary(name: str) -> bool:
    """Return whether a file name is one of those that `write` makes."""
    return name.startswith(PREFIX) and name.endswith(SUFFIX)
