"""The pages in a real build: every link leads somewhere, wherever the site is served."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

FILES = {
    "index.md": "# Our own home\n",
    "aws/AWS-LESS-01.md": (
        "# AWS-LESS-01: Cold starts\n\n**REF-ID:** AWS-LESS-01  \n**Status:** Active  \n"
        "**Keywords:** cold start, cost & price  \n**Priority:** 🔴 Critical\n\n"
        "See DEC-01, DEC-9.\n"
    ),
    "DEC-01.md": "# DEC-01: Keep state out\n\n**REF-ID:** DEC-01\n\n**Keywords:** état\n",
    "eine Notiz.md": "# A note\n",
}


class Links(HTMLParser):
    """Collects where a page leads, and the places within it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.to: list[str] = []
        self.ids: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids.add(given.get("id") or "")
        for name in ("href", "src", "action"):
            if given.get(name) and given.get("rel") != "canonical":
                self.to.append(given[name] or "")


def dead_links(site: Path) -> Iterator[str]:
    """Yield each link of the site that leads to no file, or to no place in it."""
    pages = {path: Links(path.read_text("utf-8")) for path in site.rglob("*.html")}
    for path, links in pages.items():
        if path.name == "404.html":
            continue  # it is served at any depth
        for link in links.to:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            target = target / "index.html" if target.is_dir() else target
            fragment = unquote(parts.fragment)
            known = pages.get(target)
            missing = known is not None and fragment and fragment not in known.ids
            if not target.exists() or (missing and not fragment.startswith("__")):
                yield f"{path.relative_to(site)} → {link}"


@pytest.fixture(scope="module", params=[True, False], ids=["directories", "files"])
def site(request: pytest.FixtureRequest, build_site: Callable[..., Path]) -> Path:
    return build_site(
        FILES, use_directory_urls=request.param, site_url="https://example.org/kb/sima/"
    )


def test_every_link_leads_somewhere(site: Path) -> None:
    assert list(dead_links(site)) == []


def test_permanent_links_and_the_table_of_ids(site: Path) -> None:
    page = Links((site / "id/AWS-LESS-01/index.html").read_text("utf-8"))
    target = (site / "id/AWS-LESS-01" / page.to[0]).resolve()
    target = target / "index.html" if target.is_dir() else target
    assert "Cold starts" in target.read_text("utf-8")
    table = json.loads((site / "id/ids.json").read_text("utf-8"))
    assert table["DEC-01"][0][1] == "Keep state out"
    assert (site / table["DEC-01"][0][0]).exists()


def test_the_404_page_knows_where_the_site_lies(site: Path) -> None:
    page = (site / "404.html").read_text("utf-8")
    assert 'data-base="/kb/sima/"' in page
    assert 'src="/kb/sima/assets/sima/bundled/not-found.js"' in page
    assert (site / "assets/sima/bundled/not-found.js").is_file()


@pytest.mark.material
def test_generated_pages_stay_out_of_the_search(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    addresses = [address for _title, address, _summary in index["docs"][0]["cards"]]
    assert not [address for address in addresses if address.startswith("browse")]
    assert [address for address in addresses if address.startswith("aws")]
