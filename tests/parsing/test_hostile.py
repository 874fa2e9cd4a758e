"""Text made to be slow is read to its end; were anything quadratic, this would take minutes."""

from __future__ import annotations

import pytest

from mkdocs_sima.parsing import parse
from mkdocs_sima.settings import Settings

LENGTH = 120_000


@pytest.mark.parametrize(
    "piece",
    ["[", "<", "<!-- ", "<a href=", "<code>", "**a ", "**A:** b ", "# x\n", "```\n", "- ", "> ",
     "_a ", "a", "`a``", "a.md ", "[a](b) ", "A-", "http://", "**Keywords:**\n- a\n", "|a", "(",
     "a: b\n", " ", "\\", "![", "é", "â"],
)  # fmt: skip
def test_it_is_read(piece: str) -> None:
    text = "x\n" + piece * (LENGTH // len(piece))
    document = parse("x.md", text.encode(), Settings())
    assert document.text == text
    assert document.kind == "document"


@pytest.mark.parametrize(
    ("before", "piece", "after"),
    [
        ("**Status:** a", " ", "x **b"),
        ("**Status:** a", "http://", "x **b"),  # blank, where references are looked for
        ("**Status:** a", "-", "x"),
        ("**Keywords:** (", "a,", ""),
    ],
)
def test_a_field_is_read(before: str, piece: str, after: str) -> None:
    text = f"# LESS-01: T\n\n{before}{piece * (LENGTH // len(piece))}{after}\n"
    label = parse("LESS-01.md", text.encode(), Settings()).fields[0].label
    assert before.startswith(f"**{label}:**")


def test_a_header_that_repeats_itself_is_read() -> None:
    text = "---\n" + "key: value\n" * 10_000 + "---\n# Title\n"
    assert parse("x.md", text.encode(), Settings()).title == "Title"
