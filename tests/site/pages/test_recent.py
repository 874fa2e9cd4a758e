"""What changed, week by week, in words and as feeds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import feedparser
import pytest

from mkdocs_sima.knowledge_base import KnowledgeBase
from mkdocs_sima.site.pages import build_pages
from mkdocs_sima.site.theme.dates import dates_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Git

    from mkdocs_sima.site.theme.context import GeneratedPage, SiteContext

    SiteOf = Callable[..., SiteContext]

HOSTILE = 'A < B & "C" \x07D'


def entry(number: int, head: str = "", body: str = "", title: str = "Title") -> str:
    return f"# DEC-0{number}: {title}\n\n**Status:** Accepted\n{head}\n\n{body}\n"


@pytest.fixture
def kb(git: Git) -> KnowledgeBase:
    git.commit({"a/DEC-01.md": entry(1), "a/DEC-02.md": entry(2)})  # Thursday, 1 January 2026
    git.commit({"a/DEC-01.md": entry(1, body="See DEC-02, and say more.")})
    for _ in range(3):
        git.commit({"code.py": f"{_}"})
    git.commit({}, "mv", "a/DEC-02.md", "DEC-02.md")  # Tuesday; no change of what it says
    git.commit({"a/DEC-03.md": entry(3, title=HOSTILE, body="New here.")})
    last = entry(1, head="**Priority:** High\n**Keywords:** x", title="Other")
    git.commit({"a/DEC-01.md": last.replace("Accepted", "Superseded by DEC-03")})
    return KnowledgeBase.load(git.top)


def page_of(site: SiteContext) -> GeneratedPage | None:
    return next((page for page in build_pages(site) if page.uri.endswith("recent.md")), None)


def test_changes_by_week_in_words(kb: KnowledgeBase, site_of: SiteOf) -> None:
    page = page_of(site_of(kb))
    assert page is not None
    text = re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", page.html))
    first, second = re.split(r"Week of ", text)[1:]
    assert first.startswith("Jan 5, 2026 DEC-01 Other Superseded by DEC-03 · The title was “Title”")
    assert "Priority: – → high · Refers to DEC-03 · No longer refers to DEC-02 · " in first
    assert "New keywords: x · " in first
    assert "DEC-03 A &lt; B &amp; &#34;C&#34; \x07D New · Jan 7, 2026" in first
    assert first.count("DEC-02") == 1  # it was only moved
    assert re.fullmatch(
        r"Dec 29, 2025 DEC-01 Title New · Jan 2, 2026 DEC-02 Title New · Jan 1, 2026 ",
        second.replace("Other", "Title"),
    )
    assert not page.assets  # nobody knows the address of the site


def test_feeds_are_valid(kb: KnowledgeBase, site_of: SiteOf) -> None:
    page = page_of(site_of(kb, site_url="https://example.org/kb/"))
    assert page is not None
    assert [asset.uri for asset in page.assets] == ["browse/feed.xml", "browse/types/dec.xml"]
    for asset in page.assets:
        read = feedparser.parse(asset.content)
        assert not read.bozo
        assert read.version == "atom10"
        assert read.feed.id == f"https://example.org/kb/{asset.uri}"
        assert read.feed.updated == read.entries[0].updated == "2026-01-08T12:00:00+00:00"
        assert len({entry.id for entry in read.entries}) == len(read.entries) == 4
        assert all(entry.link.startswith("https://example.org/") for entry in read.entries)
        hostile = ElementTree.fromstring(asset.content).findall(".//{*}entry/{*}title")[1]
        assert hostile.text == "DEC-03: " + HOSTILE.replace("\x07", "")
        assert all(entry.summary for entry in read.entries)


def test_another_plugin_that_writes_feeds_is_left_to_it(kb: KnowledgeBase, site_of: SiteOf) -> None:
    page = page_of(site_of(kb, site_url="https://example.org/", has_feed=True))
    assert page is not None
    assert not page.assets


def test_without_git_there_is_no_such_page(make_site: SiteOf) -> None:
    assert page_of(make_site({"DEC-01.md": entry(1)})) is None


def test_dates_that_an_entry_does_not_say(git: Git) -> None:
    git.commit({"DEC-01.md": entry(1), "DEC-02.md": entry(2, head="**Created:** 2020-02-03")})
    git.commit({}, "mv", "DEC-01.md", "DEC-04.md")
    git.commit({"DEC-04.md": entry(1, body="More.")})
    kb = KnowledgeBase.load(git.top)
    dates = {path: dates_of(kb, document) for path, document in kb.documents.items()}
    assert dates == {
        "DEC-02.md": ("2020-02-03", "2026-01-01"),
        "DEC-04.md": ("2026-01-01", "2026-01-03"),
    }
