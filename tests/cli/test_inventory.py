"""`sima inventory`: the only place that asks the network, here one of this machine."""

from __future__ import annotations

import threading
from functools import partial
from http.server import HTTPServer, SimpleHTTPRequestHandler
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mkdocs_sima.cli import main
from mkdocs_sima.inventories import ForeignEntry, copies, sphinx_format

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """Serve a folder; yield it and its address."""
    folder = tmp_path / "served"
    folder.mkdir()

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    with HTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield folder, f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def run(*args: object) -> tuple[int, str]:
    result = CliRunner().invoke(main, [str(arg) for arg in args])
    return result.exit_code, result.output


def test_copies_are_fetched_when_asked_for_and_stay_when_nobody_answers(
    tmp_path: Path, served: tuple[Path, str]
) -> None:
    folder, address = served
    source = f"{address}/objects.inv"
    base = tmp_path / "base"
    (base / "docs").mkdir(parents=True)
    (base / "docs" / "LESS-01.md").write_text("# LESS-01: A\n\nLESS-03.\n", "utf-8")
    (base / "mkdocs.yml").write_text(f"plugins: [{{sima: {{inventories: ['{source}']}}}}]", "utf-8")

    code, said = run("check", base, "--cache-dir", "off")
    assert code == 1
    assert "`sima inventory update`" in said
    code, said = run("inventory", "update", base)
    assert code == 1
    assert source in said
    assert not (base / copies.FILE).exists()

    entry = ForeignEntry("LESS-03", "LESS", "id/LESS-03/", "Theirs")
    (folder / "objects.inv").write_bytes(sphinx_format.write("Platform", [entry]))
    code, said = run("inventory", "update", base)
    assert code == 0
    assert "1 entry of Platform" in said
    code, said = run("check", base, "--cache-dir", "off", "--fail-on", "warning")
    assert code == 0
    assert "1 of Platform (copy of 20" in said

    (folder / "objects.inv").unlink()
    code, said = run("inventory", "update", base)
    assert code == 1
    assert "the old copy stays" in said
    assert copies.read_copies(base)[source].entries == (entry,)
    assert "1 entry of Platform, copy of" in run("inventory", "list", base)[1]
    assert f"LESS-03 Theirs\n{address}/id/LESS-03/" in run("show", "LESS-03", base)[1]


def test_without_inventories_there_is_nothing_to_do(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n", "utf-8")
    code, said = run("inventory", "list", tmp_path)
    assert code == 2
    assert "'inventories'" in said
