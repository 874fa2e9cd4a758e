"""Headers of other tools: drafts are held back, other addresses of a page lead to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HUGO = "+++\nurl = '/old/place/'\naliases = ['/older.html', 'A name', '/notes/']\n+++\n# Hugo\n"
JEKYLL = (
    "---\npermalink: /about/me\nredirect_from: [/../../up/, '/:year/x/', /a b/, about-2/x]\n---\n"
    "# Jekyll\n"
)
FILES = {
    "index.md": "# Home\n\n[draft](draft.md) [hugo](hugo.md)\n",
    "hugo.md": HUGO,
    "jekyll.md": JEKYLL,
    "notes.md": "---\nurl: /old/place/\n---\n# Notes\n",
    "draft.md": "---\ndraft: true\n---\n# Draft\n",
}


def test_other_addresses_lead_to_the_page(build_site: Callable[..., Path]) -> None:
    site = build_site(FILES)
    assert target(site / "old/place/index.html") == "../../hugo/"
    assert target(site / "older.html") == "hugo/"
    assert target(site / "about/me/index.html") == "../../jekyll/"
    assert target(site / "about-2/x/index.html") == "../../jekyll/"
    assert "<h1" in (site / "notes/index.html").read_text("utf-8")  # the page that lies there stays
    assert target(site / "notes/index.html") is None
    assert not (site.parent / "up").exists()
    assert not [*site.rglob("*year*"), *site.rglob("A name")]


def test_a_draft_is_not_published(build_site: Callable[..., Path]) -> None:
    site = build_site(FILES, use_directory_urls=False)
    assert (site / "hugo.html").is_file()
    assert not (site / "draft.html").exists()
    assert "Draft" not in (site / "browse/catalogue.html").read_text("utf-8")
    assert target(site / "old/place/index.html") == "../../hugo.html"


def target(page: Path) -> str | None:
    match = re.search(r'http-equiv="refresh" content="0; url=([^"]*)"', page.read_text("utf-8"))
    return match[1] if match else None
