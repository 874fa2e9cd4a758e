"""What is written as a path of a repository, and where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_sima.parsing import parse
from mkdocs_sima.settings import Settings

PIECES = (
    *("`", "``", "```", "src/a.py", "/", "x/**", "**Scope:** ", "\n", " ", "[x](", ")", "# ", "ü"),
    ":12",
)


def found(text: str) -> list[tuple[str, str, str]]:
    document = parse("LESS-01.md", text.encode(), Settings())
    return [(path.text, path.lines, path.where) for path in document.code_paths]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("`src/a.py:12-14`", [("src/a.py", ":12-14", "code")]),
        ("`tests/a.py::test_x[1]`", [("tests/a.py", "::test_x[1]", "code")]),
        ("``src/[slug]/a.tsx#L3-L9``", [("src/[slug]/a.tsx", "#L3-L9", "code")]),
        ("`src/store/**`", [("src/store/", "", "code")]),
        ("`scripts/x/`, `pg.py`", [("scripts/x/", "", "code"), ("pg.py", "", "code")]),
        ("`cat src/a.py`, `a = b/c`, `//x/y.py`, `DEC-01.md`, `--a/b`", [("--a/b", "", "code")]),
        ("[a](../src/a.py#L3), [b](b.md), [c](https://x.org/c.py), ![d](d.png)",
         [("../src/a.py", "#L3", "link"), ("b.md", "", "link")]),
        ("**Scope:** src/a, (src/b/c.py:3), src/d/**; https://x.org/y/z.py",
         [("src/a", "", "field"), ("src/b/c.py", ":3", "field"), ("src/d/", "", "field")]),
        ("---\nfiles:\n  - src/a.py\n  - 'src/b.py'\n---\n",
         [("src/a.py", "", "field"), ("src/b.py", "", "field")]),
        ("```py\n# src/a.py\nx\n```", [("src/a.py", "", "fence")]),
        ('~~~js title="src/a.js"\nx\n~~~', [("src/a.js", "", "fence")]),
        ("```ts\n// File: src/a.ts\n```\n\n    `src/b.ts`\n", [("src/a.ts", "", "fence")]),
        ("```\nx\n# src/a.py\n```\n\n```py\n# no path\n```", []),
    ],
)  # fmt: skip
def test_what_is_written_as_a_path(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_each_stands_where_it_says(text: str) -> None:
    document = parse("LESS-01.md", text.encode(), Settings())
    last = -1
    for path in document.code_paths:
        assert last < path.start
        last = path.start
        if path.where != "link":
            assert document.text[path.start : path.end] == path.text
            line = document.text.split("\n")[path.line - 1]
            assert line[path.column - 1 :].startswith(path.text)
