"""The search of our own: names at once, text below, filters, phrases, mistakes forgiven."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from mkdocs_sima.site.search.instant import index_files, postings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Locator, Page, Route

pytestmark = pytest.mark.browser

FILLER = "\n".join(f"Words about matter number {number}." for number in range(30))
FILES = {
    f"notes/NOTE-{number:02}.md": f"# NOTE-{number:02}: Filler\n\n{FILLER}\n" for number in range(8)
} | {
    "LESS-01.md": "# LESS-01: Stateless Functions\n\n**REF-ID:** LESS-01\n**Keywords:** lambda\n",
    "LESS-02.md": (
        "# LESS-02: Waiting <img src=x onerror=alert(1)>\n\n**REF-ID:** LESS-02\n\n"
        "Some wait.\n\n## The third reason\n\n"
        "First comes this. A <b onmouseover=alert(1)>zebra</b> crosses "
        "the wide river & eats `<script>alert(1)</script>`. It is late.\n"
    ),
    "dec/DEC-01.md": (
        "# DEC-01: Cache Everything\n\n**REF-ID:** DEC-01\n**Status:** Superseded\n"
        "**Superseded by:** DEC-02\n\nA river runs wide here.\n"
    ),
    "dec/DEC-02.md": "# DEC-02: What to Cache\n\n**REF-ID:** DEC-02\n**Status:** Active\n",
    "python.md": "---\nmarkdown: python-markdown\n---\n# Engines\n\n## Turning\n\nA *turbine*.\n",
    "hidden.md": "---\nsearch: {exclude: true}\n---\n# Turbines that nobody finds\n\nTurbine.\n",
    "words.md": "# Die Straße \ufb01nden\n\nÅngström, naïveté, हिन्दी, Привет, 서울특별시.\n",
    "zh.md": "# 無伺服器架構\n\n## 冷啟動\n\n這裡說明函式的冷啟動時間。\n",
}


@pytest.fixture(scope="module", params=["small", "large"])
def site(
    request: pytest.FixtureRequest, build_site: Callable[..., Path], served: Callable[..., Any]
) -> Iterator[str]:
    """Serve a site; as a large one, it loads next to nothing with the first page."""
    features = ["navigation.instant", "search.highlight", "search.share", "search.suggest"]
    settings = {"site_url": "http://127.0.0.1/kb/", "theme": {"features": features}}
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "large":
            patch.setattr(index_files, "_WITH_THE_SITE", 10)
            patch.setattr(postings, "_LARGEST", 60)
        folder = build_site(FILES, plugins=["search", {"sima": {"search": "instant"}}], **settings)
    with served(folder, "/kb/") as address:
        yield address


def ask(page: Page, site: str, typed: str) -> Locator:
    """Type a query into the page; return its hits."""
    page.goto(site)
    page.keyboard.press("/")
    page.locator(".md-search__input").press_sequentially(typed)
    page.keyboard.press("Shift")  # of what no key writes, such as Chinese, Material hears nothing
    return page.locator(".md-search-result__item")


def title_of(hit: Locator) -> Locator:
    return hit.locator("h1")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("less1", "LESS-01"),
        ("note-0", "NOTE-00"),
        ("dec-0", "DEC-01"),
        ("statless", "LESS-01"),
        ("zebra", "LESS-02"),
        ("zebras river", "LESS-02"),
        ('"wide river"', "LESS-02"),
        ('"river runs"', "DEC-01"),
        ("cache", "DEC-02"),  # the other was superseded by it
        ("type:dec status:superseded cache", "DEC-01"),
        ("type:less", "LESS-01"),
        ("turbine", "Engines"),
        ("冷啟動", "無伺服器架構"),
        *((word, "Die Straße") for word in ("strasse", "finden", "Angstrom", "हिन्दी", "привет")),
        ("서울", "Die Straße"),
    ],
)
def test_what_is_meant_comes_first(page: Page, site: str, typed: str, first: str) -> None:
    expect(title_of(ask(page, site, typed).first)).to_contain_text(first)


def test_a_hit_in_the_text_leads_to_its_section(page: Page, site: str) -> None:
    hit = ask(page, site, "zebra").first
    expect(hit.locator("h2")).to_have_text("The third reason")
    expect(hit.locator("mark")).to_have_text("zebra")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/kb/LESS-02/\?h=zebra#the-third-reason$"))
    expect(page.locator("article mark[data-md-highlight]")).to_have_text("zebra")


def test_what_pages_hold_is_shown_as_text(page: Page, site: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    hit = ask(page, site, "waiting zebra script").first
    expect(hit).to_contain_text("<script>alert(1)</script>")
    assert hit.locator("img, script, b").count() == 0


def test_excluded_pages_are_found_by_nothing(page: Page, site: str) -> None:
    hits = ask(page, site, "turbine")
    expect(hits).to_have_count(1)


def test_a_superseded_entry_says_by_what(page: Page, site: str) -> None:
    expect(ask(page, site, "DEC-01").first).to_contain_text("Superseded by DEC-02")


def test_the_word_that_is_typed_is_completed(page: Page, site: str) -> None:
    ask(page, site, "statel")
    expect(page.locator(".md-search__suggest")).to_have_text("stateless")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".md-search__input")).to_have_value("stateless")


def test_a_site_that_was_built_anew_meanwhile_is_asked_again(page: Page, site: str) -> None:
    index: list[str] = []

    def as_before(route: Route) -> None:
        """Answer with the index of another build, as long as nobody asks for a fresh one."""
        text = route.fetch().text()
        stale = re.sub(r'"of": ?"\w+"', '"of": "another"', text, count=1)
        route.fulfill(body=text if index else stale, content_type="application/json")
        index.append(text)

    page.route("**/search_index.json*", as_before)
    expect(title_of(ask(page, site, "zebra").first)).to_contain_text("LESS-02")
    assert len(index) == 2


def test_chips_narrow_hits_down_without_a_mouse(page: Page, site: str) -> None:
    hits = ask(page, site, "cache")
    chips = page.get_by_role("toolbar", name="Filters").get_by_role("button")
    expect(chips).to_have_text(["active 1", "superseded 1"])
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect(hits).to_have_count(1)
    expect(title_of(hits)).to_contain_text("DEC-02")
    expect(page.locator(".md-search__input")).to_have_value("status:active cache")
    expect(page.get_by_role("button", name="active 1", pressed=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(hits).to_have_count(2)
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()


def test_a_word_that_no_page_has_is_struck_out(page: Page, site: str) -> None:
    hit = ask(page, site, "zebra <b>xylophone</b>").first
    expect(title_of(hit)).to_contain_text("LESS-02")
    expect(hit.locator("del")).to_have_text("<b>xylophone</b>")


def test_nothing_found_is_said(page: Page, site: str) -> None:
    hits = ask(page, site, "xylophone")
    expect(page.locator(".md-search-result__meta")).to_have_text("No matching documents")
    expect(hits).to_have_count(0)


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_hits_are_for_everyone(
    page: Page, site: str, scheme: str, barriers: Callable[[Page], list[str]]
) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(site)
    page.evaluate(f"document.body.dataset.mdColorScheme = '{scheme}'")
    page.locator(".md-header [for=__search]").first.click()
    page.locator(".md-search__input").press_sequentially("cache")
    expect(title_of(page.locator(".md-search-result__item").first)).to_contain_text("DEC-02")
    page.wait_for_timeout(400)  # until the dialog has slid in
    assert [b for b in barriers(page) if "md-search" in b or "sima-hit" in b] == []
