"""`sima check --fix` saves as UTF-8 what another program saved with a code page."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mkdocs_sima.cli import main

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {
    "cp1251": "# LESS-01: Очередь\r\n\r\nКаждое сообщение читается не более одного раза.\r\n",
    "cp1252": "# LESS-01: Café\n\nLa mémoire d’une fonction est vidée à la fin, sans façon.\n",
    "koi8-r": "# LESS-01: Очередь\n\nКаждое сообщение читается не более одного раза.\n",
    "utf-16-le": "# LESS-01: Queue\n\nEach message is read once.\n",
}


def run(*args: object) -> tuple[int, str]:
    result = CliRunner().invoke(main, [str(arg) for arg in args])
    return result.exit_code, result.output


@pytest.mark.parametrize("codec", TEXTS)
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF16_LE])
def test_what_can_be_read_becomes_utf8(tmp_path: Path, codec: str, mark: bytes) -> None:
    if mark and codec != "utf-16-le":
        return
    file = tmp_path / "LESS-01.md"
    file.write_bytes(data := mark + TEXTS[codec].encode(codec))
    only = ("check", tmp_path, "--select", "encoding", "--cache-dir", "off")
    assert run(*only)[0] == 1
    allowed = () if codec == "utf-16-le" else ("--unsafe-fixes",)  # a code page is a guess
    if allowed:
        assert run(*only, "--fix")[0] == 1
    shown = run(*only, "--diff", *allowed)[1]
    assert "LESS-01.md would be saved as UTF-8." in shown
    wanted = [f"+{line}" for line in TEXTS[codec].splitlines() if not line.isascii()]
    assert [x for x in shown.splitlines() if x[0] == "+" and not x.isascii()] == (
        [] if codec == "utf-16-le" else wanted  # whose lines are no lines of bytes
    )
    assert file.read_bytes() == data
    assert run(*only, "--fix", *allowed)[0] == 0
    assert file.read_bytes() == TEXTS[codec].encode("utf-8")
    assert run(*only, "--fix")[0] == 0
    assert file.read_bytes() == TEXTS[codec].encode("utf-8")


@pytest.mark.parametrize(
    "data",
    [
        "é à la".encode() + b" \xe9t\xe9",
        b"caf\xe9, " + "café “noir”".encode(),  # by two programs
        bytes(range(256)),
        b"\xff\xfe\x00",
    ],
)
def test_what_nobody_can_read_stays_as_it_is(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(data)
    said = run("check", tmp_path, "--select", "encoding", "--fix", "--unsafe-fixes")
    assert said[0] == 1
    assert file.read_bytes() == data
