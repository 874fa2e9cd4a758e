"""The header lines that a card says as well are put aside; all others stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEAD = (
    "**REF-ID:** {id}  \n**Status:** ✅ Active  \n**Priority:** 🟠 HIGH  \n**Version:** 1.2  \n"
    "**Created:** 2026-11-01  \n**Tags:** a, b\n\n---\n\n"
)
FILES = {
    "DEC-01.md": f"# DEC-01: Ship\n\n{HEAD.format(id='DEC-01')}Text: and more.\n",
    "DEC-02.md": f"# DEC-02: Wait\n\n{HEAD.format(id='DEC-02')}!!! note\n    x\n",
    "DEC-03.md": "# DEC-03: All\n\n**Status:** Active\n\n---\n\nText.\n",
    "DEC-04.md": "# DEC-04: More\n\n**Status:** Active, but see DEC-01\n\n"
    "**Date:** 2026-11-01 (draft)\n\n**Note:** x\nno field\n",
    "DEC-06.md": "# DEC-06.md\n\n**Version:** 1\n**Date:** 2026-11-01\n\n---\n\n"
    "**DEC-06: Two Heads**\n\n**Status:** Superseded\n**Superseded by:** DEC-03\n\n---\n\n"
    "**Text: of it.**\n\n---\n\nMore.\n",
    "DEC-05.md": "# DEC-05: List\n\n- **Status:** Active\n- **Deciders:** Ann\n\nText.\n",
}


@pytest.fixture(scope="module")
def site(build_site: Callable[..., Path]) -> Path:
    return build_site(FILES, markdown_extensions=["admonition"])


def parts(site: Path, name: str) -> tuple[str, str]:
    """Return what is folded on a page and what is below, as text."""
    html = (site / name / "index.html").read_text("utf-8")
    folded = re.search('<details class="sima-written">(.*?)</details>', html, re.DOTALL)
    body = html.partition('<div class="sima-body">')[2].partition("</div>\n<section")[0]
    return (re.sub("<[^>]*>", "", folded[1]) if folded else ""), body


@pytest.mark.parametrize("name", ["DEC-01", "DEC-02"])  # the two dialects
def test_what_the_card_says_is_folded_and_the_rest_stays(site: Path, name: str) -> None:
    folded, body = parts(site, name)
    for line in (f"REF-ID: {name}", "Status: ✅ Active", "Priority: 🟠 HIGH", "Tags: a, b"):
        assert line in folded
        assert line.partition(":")[0] not in body
    assert "<p><strong>Version:</strong> 1.2</p>\n<hr>" in body
    assert "Version" not in folded


def test_a_rule_goes_with_the_last_line(site: Path) -> None:
    folded, body = parts(site, "DEC-03")
    assert folded.split() == ["As", "written", "Status:", "Active"]
    assert body.lstrip().startswith("<p>Text.</p>")


def test_what_says_more_than_the_card_stays(site: Path) -> None:
    folded, body = parts(site, "DEC-04")
    assert not folded
    assert "<strong>Status:</strong> Active, but see" in body


def test_a_list_of_fields_is_parted_too(site: Path) -> None:
    folded, body = parts(site, "DEC-05")
    assert "Status: Active" in folded
    assert "<li><strong>Deciders:</strong> Ann</li>" in body


def test_a_second_header_below_a_rule_is_folded_with_the_first(site: Path) -> None:
    folded, body = parts(site, "DEC-06")
    for line in ("Date: 2026-11-01", "DEC-06: Two Heads", "Superseded", "Superseded by: DEC-03"):
        assert line in folded
    assert re.sub(r"\s+", "", body).startswith(
        "<p><strong>Version:</strong>1</p><hr><p><strong>Text:ofit.</strong></p><hr><p>More.</p>"
    )


def test_a_setting_shows_both(build_site: Callable[..., Path]) -> None:
    site = build_site({"DEC-01.md": FILES["DEC-01.md"]}, plugins=[{"sima": {"fold_header": False}}])
    folded, body = parts(site, "DEC-01")
    assert not folded
    assert "<strong>Status:</strong>" in body
