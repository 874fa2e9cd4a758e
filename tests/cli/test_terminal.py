"""People at a terminal get colours and the lines that are meant; programs get one line each."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

pty = pytest.importorskip("pty", reason="needs a terminal of its own")

if TYPE_CHECKING:
    from pathlib import Path


def on_terminal(folder: Path, *arguments: str, **environment: str) -> str:
    """Return what a command prints on a terminal."""
    ours, its = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "mkdocs_sima", *arguments],
        cwd=folder,
        stdout=its,
        stderr=its,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), **environment},
    ):
        os.close(its)
        shown = b""
        try:
            while part := os.read(ours, 4096):
                shown += part
        except OSError:  # Linux's way to say that the other end was closed
            pass
    os.close(ours)
    return shown.decode()


@pytest.mark.parametrize("arguments", [["check"], ["show", "LESS-01"]])
def test_colours_are_for_those_who_want_them(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "a.md").write_text("# LESS-01: A\n\nLESS-99\n")
    assert "\x1b[" in on_terminal(tmp_path, *arguments, NO_COLOR="")
    shown = on_terminal(tmp_path, *arguments, NO_COLOR="1")
    assert "LESS-99" in shown
    assert "\x1b[" not in shown
