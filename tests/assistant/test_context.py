"""`sima context` keeps within its budget, says the same twice, and begins with summaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mkdocs_sima.assistant.budget import tokens_of
from mkdocs_sima.cli import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def base(tmp_path: Path) -> Path:
    for n in range(1, 9):
        (tmp_path / f"LESS-0{n}.md").write_text(
            f"# LESS-0{n}: Cold Start {n}\n\n**Summary:** Short {n}.\n\nLESS-02.\n{'word ' * 60}\n"
        )
    return tmp_path


@pytest.mark.parametrize("tokens", [100, 200, 700, 4000])
def test_the_budget_holds_and_summaries_come_first(base: Path, tokens: int) -> None:
    arguments = ["context", "cold", "start", "--path", str(base), "--tokens", str(tokens)]
    first = CliRunner().invoke(main, arguments).output
    assert first == CliRunner().invoke(main, arguments).output
    assert tokens_of(first) <= tokens
    summaries, _, texts = first.partition("\n---\n")
    assert summaries.startswith("- **LESS-0")
    assert ("# LESS-02: Cold Start 2" in texts) == (tokens >= 700)  # the most cited one


def test_it_says_what_it_needs(base: Path) -> None:
    assert CliRunner().invoke(main, ["context", "--path", str(base)]).exit_code == 2
    missing = CliRunner().invoke(main, ["context", "zebra", "--path", str(base)])
    assert (missing.exit_code, "zebra: no entry is about that" in missing.output) == (2, True)
