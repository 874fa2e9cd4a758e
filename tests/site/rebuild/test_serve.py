"""`mkdocs serve`: a changed entry is shown, and so is what it changes elsewhere."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

THEME = os.environ.get("SIMA_TEST_THEME", "material")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str, text: str) -> str:
    html = ""
    for _ in range(300):
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                html = str(answer.read(), "utf-8")
            if text in html:
                return html
        except OSError:
            pass
        time.sleep(0.1)
    raise AssertionError(f"{text!r} did not appear at {url}: {html[-2000:]}")


def test_a_changed_entry_is_shown_and_so_is_what_it_changes_elsewhere(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "DEC-01.md").write_text("# DEC-01: First\n")
    (docs / "DEC-02.md").write_text("# DEC-02: Second\n\nSee DEC-01 and DEC-03.\n")
    (tmp_path / "mkdocs.yml").write_text(
        f"site_name: X\ntheme: {{name: {THEME}, font: false}}\nplugins: [sima]\n"
    )
    port = free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "-a", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL) as server:
        try:
            page = f"http://127.0.0.1:{port}/DEC-02/"
            assert "No entry DEC-03 was found" in wait_for(page, "DEC-01: First")
            (docs / "DEC-01.md").write_text("# DEC-01: Changed\n")
            wait_for(page, "DEC-01: Changed")
            (docs / "DEC-03.md").write_text("# DEC-03: Added\n")
            assert "No entry DEC-03" not in wait_for(page, "DEC-03: Added")
            (docs / "DEC-03.md").unlink()
            wait_for(page, "No entry DEC-03 was found")
        finally:
            server.terminate()
