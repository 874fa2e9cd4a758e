"""A file is old or new, whatever happens to the writer."""

from __future__ import annotations

import os
import random
import signal
import stat
import time
from typing import TYPE_CHECKING

import pytest

from mkdocs_sima.writing import atomic

if TYPE_CHECKING:
    from pathlib import Path

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked writer")


@needs_fork
def test_a_killed_writer_leaves_whole_files_and_nothing_else(tmp_path: Path) -> None:
    contents = [b"old " * 50_000, b"new! " * 60_000]
    files = [tmp_path / f"{n}.md" for n in range(3)]
    for file in files:
        file.write_bytes(contents[0])
    chance = random.Random(7)
    strays = 0
    for _ in range(40):
        child = os.fork()
        if child == 0:
            while True:
                for file in files:
                    for content in contents:
                        atomic.write(file, content)
        time.sleep(chance.uniform(0.0005, 0.02))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert all(file.read_bytes() in contents for file in files)
        strays += atomic.clean(tmp_path)
        assert sorted(tmp_path.iterdir()) == files
    assert strays, "no kill hit a writer at work: the test shows nothing"


@needs_fork
def test_a_writer_at_work_keeps_its_temporary_file(tmp_path: Path) -> None:
    ready, done = os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:

        def wait(*_: object) -> None:
            os.write(ready[1], b"x")
            os.read(done[0], 1)

        os.fsync = wait  # type: ignore[assignment]
        atomic.write(tmp_path / "a.md", b"new")
        os._exit(0)
    os.read(ready[0], 1)
    assert atomic.clean(tmp_path) == 0
    os.write(done[1], b"xx")
    os.waitpid(child, 0)
    assert (tmp_path / "a.md").read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [tmp_path / "a.md"]


def test_mode_and_symbolic_link_stay(tmp_path: Path) -> None:
    file, link = tmp_path / "a.md", tmp_path / "b.md"
    file.write_bytes(b"old")
    file.chmod(0o640)
    link.symlink_to(file)
    atomic.write(link, b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_new_file_takes_no_others_place(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    atomic.write(file, b"first", new=True)
    with pytest.raises(FileExistsError):
        atomic.write(file, b"second", new=True)
    assert file.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [file]


def test_a_failed_write_leaves_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        atomic.write(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]
