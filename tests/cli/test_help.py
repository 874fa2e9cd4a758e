"""`--help` of every command reads as it was written."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from mkdocs_sima.cli import COMMANDS, main


def test_every_command_is_told_in_a_line() -> None:
    shown = CliRunner().invoke(main, ["--help"], terminal_width=80).output
    assert "\\b" not in shown
    commands = shown.partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in commands] == list(COMMANDS)
    assert not any(line.endswith("...") for line in commands)


@pytest.mark.parametrize("name", COMMANDS)
def test_examples_keep_their_lines(name: str) -> None:
    shown = CliRunner().invoke(main, [name, "--help"])
    assert shown.exit_code == 0, shown.output
    assert "\\b" not in shown.output
    for line in shown.output.splitlines():
        assert line.count(" sima ") < 2, "two examples were run together"
