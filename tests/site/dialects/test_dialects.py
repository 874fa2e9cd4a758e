"""A site in which pages of both dialects stand side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FILES = {
    "DEC-01.md": "# DEC-01: Ship\n\n"
    "As on GitHub:\n- a\n  - b\n\n`!!! note`\n\n## A/B\n\nSee DEC-02.\n",
    "DEC-02.md": "# DEC-02: Wait\n\n!!! note\n    As DEC-01 says.\n\nIt has:\n- a\n  - b\n\n"
    "## A/B & C\n\nSee DEC-01.\n\n[there]: DEC-01.md\n\nGo [there].\n\n[up](#ab--c)\n",
    "boxes.md": "# Boxes :rocket:\n\n!!! note\n    DEC-01 and `DEC-01`\n\n    - DEC-01\n\n"
    "    ```\n    DEC-01\n    ```\n\n    ??? tip\n        [one](DEC-01.md) and DEC-02\n",
    "stated.md": "---\nmarkdown: commonmark\n---\n# Stated\n\n!!! note\n    Shown as it is.\n",
}


@pytest.fixture(scope="module")
def site(build_site: Callable[..., Path]) -> Path:
    return build_site(
        FILES, markdown_extensions=["admonition", "pymdownx.details", "pymdownx.superfences"]
    )


def test_each_page_is_read_as_it_is_written(site: Path) -> None:
    one, two = ((site / name / "index.html").read_text("utf-8") for name in ("DEC-01", "DEC-02"))
    assert "<code>!!! note</code>" in one
    assert '<div class="admonition note">' in two
    stated = (site / "stated" / "index.html").read_text("utf-8")
    assert "!!! note" in stated


def test_lists_links_and_anchors_are_the_same_in_both(site: Path) -> None:
    one, two = ((site / name / "index.html").read_text("utf-8") for name in ("DEC-01", "DEC-02"))
    for html in (one, two):
        body = html.partition('<div class="sima-body">')[2].partition("sima-related")[0]
        assert body.count("<ul>") == 2
        assert 'class="sima-ref"' in body
        assert "sima-head" in html
        assert "Referenced by" in html
    assert 'id="ab"' in one
    assert '<span class="sima-anchor" id="ab--c"></span>' in two
    assert 'id="ab-c"' in two
    assert '<a href="../DEC-01/">there</a>' in two


def test_boxes_hold_references_and_links(site: Path) -> None:
    html = (site / "boxes/index.html").read_text("utf-8")
    body = html.partition('<div class="sima-body">')[2].partition("sima-related")[0]
    assert body.count('<a class="sima-ref" href="../DEC-01/"') == 3
    assert '<li><a class="sima-ref" href="../DEC-01/"' in body
    assert "<code>DEC-01</code></a>" in body  # the link is around the code, not in it
    assert 'href="../DEC-02/"' in body  # in a box within the box
    assert "&lt;a" not in body
    assert "<title>Boxes 🚀 - Library</title>" in html
