"""What a newcomer meets first: the scripts, in a clone without `.venv`."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

SCRIPTS = ("serve", "test", "check", "benchmark")
TOOLS = ("sh", "cat", "cksum", "dirname", "find", "git", "id", "rm", "sort", "xargs")


@pytest.fixture
def clone(repository: Path, tmp_path: Path) -> Path:
    """Copy what the set-up reads, and nothing that a set-up has made."""
    for name in ("scripts", "frontend"):
        ignored = shutil.ignore_patterns("node_modules")
        shutil.copytree(repository / name, tmp_path / "clone" / name, ignore=ignored)
    for name in ("pyproject.toml", "hatch_build.py"):
        shutil.copy(repository / name, tmp_path / "clone" / name)
    return tmp_path / "clone"


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """Return a folder for PATH that has common tools but no Python."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in TOOLS:
        (folder / tool).symlink_to(shutil.which(tool) or pytest.skip(f"no {tool} here"))
    return folder


def said(script: Path, path: Path) -> str:
    done = subprocess.run([script], env={"PATH": str(path)}, capture_output=True, text=True)
    assert done.returncode == 2, done
    assert done.stdout == ""
    return done.stderr


@pytest.mark.parametrize("name", SCRIPTS)
def test_without_python_one_line_says_so(name: str, clone: Path, tools: Path) -> None:
    message = said(clone / "scripts" / name, tools)
    assert message == "error: Python 3.11 or later is needed, and none is on the PATH\n"


def test_a_python_that_can_not_make_environments_is_told_apart(clone: Path, tools: Path) -> None:
    (tools / "id").unlink()
    (tools / "id").write_text("#!/bin/sh\necho 1000\n")  # root would install the missing part
    (tools / "python3.11").write_text('#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\n')
    for tool in ("id", "python3.11"):
        (tools / tool).chmod(0o755)
    message = said(clone / "scripts" / "check", tools)
    assert message.startswith("error: python3.11 can't make virtual environments")
    assert message.count("\n") == 1
