"""What git tells of files: dates, renames, what is there, and that it may tell nothing."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_sima.history import History, open_repository
from mkdocs_sima.history.past import read_log
from mkdocs_sima.store import pack, temporary_store, unpack

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Git

COMMIT = b"\x01" + b"f" * 40 + b" 2026-01-01T00:00:00Z\0\n"
LOG_PIECES = (COMMIT, b"\x01", b"\0", b"M\0", b"R100\0", b"D\0", b"a\0", b"b/c\0")
LONG = "".join(f"line {n}\n" for n in range(40))


def dates(history: History, path: str) -> list[str]:
    return [commit.date[-2:] for commit in history.changes(path)]


def test_a_file_keeps_its_past_under_a_new_name(git: Git) -> None:
    git.commit({"src/a.py": LONG, "docs/LESS-01.md": "x"})
    git.commit({"src/a.py": LONG + "more\n"})
    git.commit({}, "mv", "src", "lib")
    git.commit({"lib/a.py": LONG})
    git.commit({}, "mv", "lib/a.py", "lib/ü b.py")
    history = open_repository(git.top).history
    assert dates(history, "lib/ü b.py") == ["04", "02", "01"]  # a mere rename is no change
    assert history.moved("src/a.py") == history.moved("lib/a.py") == ("lib/ü b.py", True)
    entry = history.last("docs/LESS-01.md")
    assert entry is not None
    assert len(history.since("lib/ü b.py", entry)) == 2
    assert len(history.since("lib", entry)) == 2


def test_where_a_folder_has_gone(git: Git) -> None:
    git.commit({"src/store/a.py": "a" + LONG, "src/store/b.py": "b" + LONG, "src/old/c.py": "c"})
    git.commit({}, "mv", "src/store", "lib")
    git.commit({}, "rm", "-q", "src/old/c.py")
    history = open_repository(git.top).history
    assert history.moved("src/store") == ("lib", True)
    assert history.moved("src/old") is None
    ended = history.ended("src/old")
    assert ended is not None
    assert ended.date == "2026-01-03"


def test_a_new_file_at_an_old_place_has_its_own_past(git: Git) -> None:
    git.commit({"a.py": LONG})
    git.commit({}, "mv", "a.py", "b.py")
    git.commit({"a.py": "something else\n"})
    git.commit({"c.py": "x"})
    git.commit({}, "rm", "-q", "c.py")
    git.commit({"c.py": "again"})
    history = open_repository(git.top).history
    assert dates(history, "a.py") == ["03"]
    assert dates(history, "b.py") == ["01"]
    assert "c.py" not in history.gone
    assert "a.py" not in history.gone


def test_what_is_there_now(git: Git) -> None:
    git.commit({"docs/a.md": "x", "src/b.py": "x", ".gitignore": "/dist/\n*.log\n[\n"})
    git.write({"docs/a.md": "y", "new.py": "", "dist/x.js": ""})
    repository = open_repository(git.top / "docs")
    assert repository.in_repository("a.md") == "docs/a.md"
    assert repository.files == {"docs/a.md", "src/b.py", ".gitignore", "new.py"}
    assert repository.folders == {"docs", "src"}
    assert repository.unsaved == {"docs/a.md", "new.py"}
    assert repository.ignores("dist/y.js")
    assert repository.ignores("src/x.log")
    assert not repository.ignores("src/dist.py")


def test_the_past_is_kept_by_the_commit_and_comes_back_the_same(git: Git) -> None:
    git.commit({"a.py": LONG})
    git.commit({}, "mv", "a.py", "b.py")
    store = temporary_store()
    first = open_repository(git.top, store)
    assert first.history.moved("a.py") == ("b.py", True)
    again = open_repository(git.top, store)
    again._read = lambda: pytest.fail("it was to be remembered")  # type: ignore[method-assign]
    assert pack(again.history.to_plain()) == pack(first.history.to_plain())
    assert again.digest() == first.digest()
    git.write({"b.py": "y"})
    assert open_repository(git.top, store).digest() != first.digest()


def test_a_shallow_clone_is_told_from_a_whole_one(git: Git, tmp_path: Path) -> None:
    git.commit({"a.py": "1"})
    git.commit({"a.py": "2"})
    git("clone", "-q", "--depth=1", f"file://{git.top}", str(tmp_path / "clone"))
    clone = open_repository(tmp_path / "clone")
    assert clone.is_shallow
    git("-C", str(clone.top), "worktree", "add", "-q", str(tmp_path / "beside"))
    assert open_repository(tmp_path / "beside").is_shallow
    assert not open_repository(git.top).is_shallow
    assert clone.files == {"a.py"}
    assert clone.history.last("a.py") is None


@pytest.mark.parametrize("kind", ["none", "empty", "broken", "no git"])
def test_git_may_say_nothing(
    kind: str, tmp_path: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = git.top
    if kind == "none":
        folder = tmp_path.parent
    elif kind == "broken":
        (git.top / ".git" / "HEAD").write_text("nonsense")
    elif kind == "no git":
        git.commit({"a.py": ""})
        monkeypatch.setenv("PATH", os.devnull)
    repository = open_repository(folder).begin()
    assert not repository
    assert repository.files == frozenset()
    assert not repository.is_shallow
    assert repository.history.last("a.py") is None
    assert repository.digest() == b""


@given(st.binary() | st.lists(st.sampled_from(LOG_PIECES)).map(b"".join))
def test_whatever_a_log_says_is_read(data: bytes) -> None:
    history = read_log(data)
    for path in history.gone:
        assert history.ended(path) is not None
        history.moved(path)
    assert pack(History.from_plain(unpack(pack(history.to_plain()))).to_plain())


def test_a_log_that_was_cut_off_is_read_as_far_as_it_goes() -> None:
    history = read_log(b"\x01" + b"f" * 40 + b" 2026-01-01T00:00:00Z\0\nM\0a.py\0R100\0b.py")
    assert dates(history, "a.py") == ["01"]
