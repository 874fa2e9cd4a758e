"""The menu of an entry's page lists what stands beside it in its scope; no other page does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FILES = {f"LESS-{n:02}.md": f"# LESS-{n:02}: Lesson <{n}>\n\nText.\n" for n in range(1, 31)} | {
    "guide/one.md": "# First steps\n",
    "guide/two.md": "# Second steps\n",
    "alone/note.md": "# A note\n",
}


@pytest.fixture(scope="module")
def site(build_site: Callable[..., Path]) -> Path:
    return build_site(FILES)


def menu(site: Path, page: str) -> list[str]:
    """Return the names in the menu on the left of a page, without its table of contents."""
    html = (site / page / "index.html").read_text("utf-8")
    left = html.split('data-md-type="navigation"')[1].split('data-md-type="toc"')[0]
    left = re.sub(r'<nav class="md-nav md-nav--secondary".*?</nav>', "", left, flags=re.DOTALL)
    names = re.findall(r'<span class="md-ellipsis">\s*([^<]*?)\s*</span>', left)
    return list(dict.fromkeys(names))


@pytest.mark.parametrize(
    ("entry", "first", "last"),
    [("LESS-15", 10, 20), ("LESS-01", 1, 11), ("LESS-30", 20, 30), ("LESS-27", 20, 30)],
)
def test_an_entry_lists_the_nearest_on_either_side(
    site: Path, entry: str, first: int, last: int
) -> None:
    names = menu(site, entry)
    expected = [f"LESS-{n:02}: Lesson &lt;{n}&gt;" for n in range(first, last + 1)]
    assert [name for name in names if name.startswith("LESS")] == expected
    assert names[-1] == "Show all"
    html = (site / entry / "index.html").read_text("utf-8")
    assert re.search(r'href="\.\./browse/scopes/general/" class="md-nav__link"', html)


def test_a_document_lists_those_of_its_folder(site: Path) -> None:
    assert menu(site, "guide/one")[-3:] == ["guide", "First steps", "Second steps"]
    assert "A note" not in menu(site, "alone/note")


def test_other_pages_pay_nothing(site: Path) -> None:
    assert not any("LESS" in name for name in menu(site, "browse/catalogue"))


@pytest.mark.parametrize(
    ("nav", "ours"), [({}, "Browse"), ({"nav": ["guide/one.md"]}, "Knowledge base")]
)
def test_with_tabs_they_stand_below_ours(
    build_site: Callable[..., Path], nav: dict[str, object], ours: str
) -> None:
    site = build_site(FILES, theme={"features": ["navigation.tabs"]}, **nav)
    html = (site / "LESS-15/index.html").read_text("utf-8")
    tabs = html.split('class="md-tabs"')[1].split("</nav>")[0]
    assert "General" not in tabs
    active = re.search(r'md-tabs__item--active">\s*<a[^>]*>\s*([\w ]+\w)', tabs)
    assert active
    assert active[1] == ours
    assert "LESS-14: Lesson &lt;14&gt;" in menu(site, "LESS-15")


def test_the_page_of_a_type_stands_where_the_overview_of_types_does(
    build_site: Callable[..., Path],
) -> None:
    site = build_site(FILES, theme={"features": ["navigation.tabs"]}, nav=["guide/one.md"])
    html = (site / "browse/types/less/index.html").read_text("utf-8")
    assert re.search(r'md-tabs__item--active">\s*<a[^>]*>\s*Knowledge base', html)
    assert menu(site, "browse/types/less") == menu(site, "browse/types")


def test_what_the_owner_lists_has_its_place(build_site: Callable[..., Path]) -> None:
    site = build_site(FILES, nav=[{"Start": "LESS-15.md"}, {"More": ["LESS-16.md"]}])
    for page in ("LESS-15", "LESS-16"):
        assert not any("Lesson &lt;14" in name for name in menu(site, page))
