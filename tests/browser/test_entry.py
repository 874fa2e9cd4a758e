"""An entry's page in a real browser: what people see, press and find."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.browser


def entry(name: str, title: str, body: str) -> str:
    head = f"**REF-ID:** {name}  \n**Status:** Active  \n**Keywords:** cold start, {name.lower()}"
    return f"# {name}: {title}\n\n{head}\n\n{body}\n"


FILES = {
    f"lessons/LESS-{n:02}.md": entry(f"LESS-{n:02}", f"Lesson {n}", f"Costs {n} ms. See DEC-01.")
    for n in (2, 19, 20, 21, 22, 23)
} | {
    f"aws/AWS-LESS-{n}.md": entry(f"AWS-LESS-{n}", f"Elsewhere {n}", "- see DEC-01 and LESS-99")
    for n in (22, 23, 24)
}
FILES["DEC-01.md"] = entry(
    "DEC-01",
    "Decide once",
    "Because of LESS-22 and LESS-23.\n\n```python\nx = 1\n```\n\n- [x] done\n\n"
    f"> [!NOTE]\n> Hm.\n\n| a | b |\n|---|---|\n| {'wide ' * 40} | 2 |\n",
)
FEATURES = ["navigation.instant", "search.suggest", "search.highlight", "content.code.copy"]


@pytest.fixture(scope="module")
def address(
    build_site: Callable[..., Path], served: Callable[..., AbstractContextManager[str]]
) -> Iterator[str]:
    site = build_site(FILES, theme={"features": FEATURES}, site_url="http://127.0.0.1/kb/")
    with served(site, "/kb/") as url:
        yield url


def test_the_id_is_copied(page: Page, context: BrowserContext, address: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}lessons/LESS-22/")
    page.get_by_role("button", name="Copy REF-ID").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "LESS-22"


def test_a_reference_shows_what_it_leads_to(page: Page, address: str) -> None:
    page.goto(f"{address}DEC-01/")
    link = page.locator(".sima-body a.sima-ref", has_text="LESS-22")
    link.hover()
    card = page.locator(".sima-preview")
    card.wait_for()
    assert "LESS-22 Lesson 22" in card.inner_text()
    assert "Lesson · active" in card.inner_text()
    assert link.get_attribute("aria-describedby") == card.get_attribute("id")
    page.keyboard.press("Escape")
    card.wait_for(state="detached")
    link.focus()
    page.keyboard.press("Tab")
    card.wait_for()
    assert "LESS-23" in card.inner_text()


@pytest.fixture
def touch(browser: Browser) -> Iterator[Page]:
    profile = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True)
    yield profile.new_page()
    profile.close()


def test_a_tap_on_a_reference_shows_a_card_and_the_next_one_follows(
    touch: Page, address: str
) -> None:
    touch.goto(f"{address}DEC-01/")
    link = touch.locator(".sima-body a.sima-ref", has_text="LESS-22")
    card = touch.locator(".sima-preview")
    link.tap()
    card.wait_for()
    assert touch.url == f"{address}DEC-01/"
    assert card.get_attribute("role") == "group"
    box = card.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    touch.locator("h1").tap()  # elsewhere
    card.wait_for(state="detached")
    link.tap()
    card.get_by_role("link").tap()
    touch.wait_for_url("**/lessons/LESS-22/")
    card.wait_for(state="detached")
    touch.go_back()
    touch.wait_for_url("**/DEC-01/")
    link.tap()
    link.tap()
    touch.wait_for_url("**/lessons/LESS-22/")


def test_a_tap_on_any_other_link_follows_it_at_once(touch: Page, address: str) -> None:
    touch.goto(f"{address}DEC-01/")
    touch.locator(".sima-item a", has_text="LESS-22").first.tap()
    touch.wait_for_url("**/lessons/LESS-22/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_card_stays_in_sight_and_leaves_with_the_pointer(
    page: Page, address: str, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 500, "height": 300})
    page.goto(f"{address}DEC-01/")
    link = page.locator(".sima-body a.sima-ref", has_text="LESS-23")
    card = page.locator(".sima-preview")
    for edge in ("start", "end"):  # of the window: the card goes below it, and above it
        link.evaluate("(a, block) => a.scrollIntoView({ block })", edge)
        page.mouse.move(1, 299)
        link.hover()
        card.wait_for()
        box = card.bounding_box()
        assert box
        assert 0 <= box["x"] <= 500 - box["width"]
        assert 0 <= box["y"] <= 300 - box["height"]
        card.hover()  # the pointer can go there to read or select
        page.wait_for_timeout(300)
        assert card.is_visible()
        page.mouse.move(1, 299)
        card.wait_for(state="detached")
    assert link.get_attribute("title")


def test_links_work_under_instant_navigation_and_so_do_their_pages(
    page: Page, address: str, barriers: Callable[[Page], list[str]]
) -> None:
    page.goto(f"{address}aws/AWS-LESS-22/")
    page.evaluate("window.kept = true")
    page.locator(".sima-body a.sima-ref", has_text="DEC-01").click()
    page.get_by_role("heading", name="Decide once").wait_for()
    assert page.url == f"{address}DEC-01/"
    page.locator(".sima-local a", has_text="LESS-22").first.click()
    page.get_by_role("heading", name="22").first.wait_for()
    page.go_back()
    page.get_by_role("heading", name="Decide once").wait_for()
    page.locator(".sima-body a.sima-ref", has_text="LESS-22").hover()
    page.locator(".sima-preview").wait_for()
    assert page.evaluate("window.kept")
    page.set_viewport_size({"width": 390, "height": 900})
    page.locator(".sima-body a.sima-ref", has_text="LESS-23").click()
    page.wait_for_url("**/LESS-23/")
    page.locator(".sima-item a", has_text="DEC-01").first.click()
    page.get_by_role("heading", name="Decide once").wait_for()
    page.evaluate("Promise.all(document.getAnimations().map(a => a.finished))")
    assert barriers(page) == []


@pytest.mark.parametrize(
    ("typed", "first"),
    [("LESS-22", "LESS-22"), ("less22", "LESS-22"), ("LESS 22", "LESS-22"),
     ("AWS-LESS-22", "AWS-LESS-22"), ("Decide once", "DEC-01")],
)  # fmt: skip
def test_search_finds_an_id_first_typed_letter_by_letter(
    page: Page, address: str, typed: str, first: str
) -> None:
    page.goto(address)
    box = page.locator("input.md-search__input")
    box.click()
    page.locator(".md-search-result__meta", has_text="Type to start").wait_for()
    box.press_sequentially(typed, delay=20)
    result = page.locator(".md-search-result__item h1").first
    page.wait_for_function(
        "([id]) => document.querySelector('.md-search-result__item h1')?.innerText.startsWith(id)",
        arg=[first],
        timeout=15000,
    )
    page.wait_for_timeout(300)  # nothing takes its place later
    assert result.inner_text().startswith(f"{first}:")


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("width", [1280, 390])
def test_entries_bar_nobody_and_fit_their_screen(
    page: Page, address: str, barriers: Callable[[Page], list[str]], scheme: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for path in ("DEC-01/", "aws/AWS-LESS-22/"):
        page.goto(f"{address}{path}")
        page.evaluate(f"document.body.setAttribute('data-md-color-scheme', '{scheme}')")
        page.evaluate("Promise.all(document.getAnimations().map(a => a.finished))")  # of colours
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert barriers(page) == []


def test_the_page_tells_everything_without_scripts(context: BrowserContext, address: str) -> None:
    browser = context.browser
    assert browser
    plain = browser.new_context(java_script_enabled=False)
    tab = plain.new_page()
    tab.goto(f"{address}aws/AWS-LESS-22/")
    assert tab.get_by_text("No entry LESS-99 was found.").count() == 1
    assert tab.locator(".sima-copy:visible").count() == 0
    assert tab.locator(".sima-related").is_visible()
    plain.close()
