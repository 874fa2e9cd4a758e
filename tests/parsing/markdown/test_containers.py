"""What stands in admonitions and tabs is read where it stands, whatever is around it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_sima.parsing.markdown.structure import read_structure

LINES = (
    "!!! note", '=== "Tab"', "??? tip", "    text LESS-01", "        deep LESS-02", "", "    ```",
    "    [a](b.md)", "```", "- item", "      - LESS-03", "Plain LESS-04", "\t!!! warning", "  x",
)  # fmt: skip


@given(st.lists(st.sampled_from(LINES), max_size=14))
def test_the_mask_is_as_long_and_links_are_where_they_are_written(lines: list[str]) -> None:
    text = "\n".join(lines)
    source = read_structure(text)
    assert len(source.masked) == len(text)
    assert [at for at, char in enumerate(source.masked) if char == "\n"] == [
        at for at, char in enumerate(text) if char == "\n"
    ]
    assert all(m in (" ", t) for m, t in zip(source.masked, text, strict=True))
    assert {text[link.start : link.end] for link in source.links} <= {"[a](b.md)"}


def test_examples_in_boxes_hold_nothing_and_boxes_in_examples_are_none() -> None:
    text = (
        '!!! note\n    LESS-01\n\n    ```\n    LESS-02\n    ```\n\n    === "A"\n        LESS-03\n\n'
        "```\n!!! note\n    LESS-04\n```\n\n    !!! note\n        LESS-05\n"
    )
    shown = read_structure(text).masked
    assert [n for n in range(1, 6) if f"LESS-0{n}" in shown] == [1, 3]


def test_boxes_within_boxes_within_boxes_are_read_as_far_as_anybody_goes() -> None:
    text = "".join(f"{'    ' * depth}!!! note\n" for depth in range(2000))
    assert read_structure(text).text == text
