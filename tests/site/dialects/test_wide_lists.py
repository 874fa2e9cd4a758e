"""Lists written for GitHub, in a page that Python-Markdown renders."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown
from pyromark import Markdown, Options

from mkdocs_sima.site.dialects.wide_lists import widen_lists

EXTENSIONS = ["pymdownx.superfences", "admonition", "sane_lists"]
GITHUB = Markdown(options=Options.ENABLE_GFM)


@pytest.mark.parametrize(
    ("written", "wide"),
    [
        ("It is:\n- a\n  - b\n    - c\n- d", "It is:\n\n- a\n    - b\n        - c\n- d"),
        ("1. a\n   ```\n   - x\n   ```\n2. b", "1. a\n    ```\n    - x\n    ```\n2. b"),
        ("!!! note\n    x\n    - a\n      - b", "!!! note\n    x\n\n    - a\n        - b"),
        ("- a\n\n  more\n  - b", "- a\n\n    more\n\n    - b"),
        ("1) a\n2) b", "1. a\n2. b"),
    ],
)
def test_what_github_reads_is_written_so_that_both_do(written: str, wide: str) -> None:
    assert widen_lists(written) == wide


@pytest.mark.parametrize(
    "text",
    [
        "- a\n    - b\n        - c\n\n    more\n\n        code",
        "- a\nlazy\n- b",
        "```\nx\n- y\n  - z\n```",
        "$$\na\n- b\n$$",
        "<pre>\na\n- b\n  - c\n</pre>",
        "::: module\n    options:\n      members:\n      - a\n\nText",
        "In\n1999. Not a list\n* * *",
        "    x = 1\n    - y",
    ],
)
def test_what_python_markdown_reads_as_it_stands_is_left(text: str) -> None:
    assert widen_lists(text) == text


lines = st.tuples(st.sampled_from([0, 1]), st.sampled_from(["- x", "1. x"]))


@given(st.lists(lines, min_size=1, max_size=8), st.booleans())
def test_no_item_is_lost_or_moved(items: list[tuple[int, str]], below: bool) -> None:
    depth, written = -1, ["Text:"] if below else []
    columns: list[int] = []
    for deeper, item in items:
        depth = min(depth + 1, depth + deeper) if depth >= 0 else 0
        columns = [*columns[:depth], (columns[depth - 1] if depth else 0) + item.index("x")]
        written.append(" " * (columns[depth - 1] if depth else 0) + item)
    text = "\n".join(written)
    github = GITHUB.html(text)
    ours = markdown(widen_lists(text), extensions=EXTENSIONS)
    assert ours.count("<li>") == github.count("<li>") == len(items)
    assert widen_lists(widen_lists(text)) == widen_lists(text)
