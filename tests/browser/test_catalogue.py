"""The catalogue and the other ways in, as a reader uses them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser

TYPES = {"LESS": "Lesson", "DEC": "Decision", "AP": "Anti-pattern"}
SUBJECTS = ("cold starts", "thread pools", "retries", "caching", "idempotency", "timeouts")
VERBS = ("Avoid", "Measure", "Budget", "Document", "Isolate", "Automate", "Question")


def entry(type_: str, number: int) -> str:
    subject, verb = SUBJECTS[number % 6], VERBS[number % 7]
    status = "Deprecated" if number % 9 == 0 else "Active"
    return (
        f"# {type_}-{number:02}: {verb} {subject} in case {number * 7}\n\n"
        f"**REF-ID:** {type_}-{number:02}  \n**Status:** {status}  \n"
        f"**Priority:** {('High', 'Low')[number % 2]}  \n"
        f"**Updated:** 2025-{number % 12 + 1:02}-10  \n"
        f"**Keywords:** {subject}, serverless\n\n"
        f"See {type_}-{number % 60 + 1:02}{' and LESS-999' if number % 20 == 0 else ''}.\n"
    )


FILES = {
    f"{type_.lower()}/{type_}-{number:02}.md": entry(type_, number)
    for type_ in TYPES
    for number in range(1, 61)
} | {
    "cloud/AWS-LESS-22.md": "# AWS-LESS-22: Regions fail\n\n**REF-ID:** AWS-LESS-22\n",
    "x/DEC-70.md": "# DEC-70: One <b>bold</b> way\n\n**REF-ID:** DEC-70\n",
    "y/DEC-70.md": "# DEC-70: Another way\n\n**REF-ID:** DEC-70\n",
}
FEATURES = ["instant", "instant.progress", "tabs", "indexes"]
INSTANT = {"features": [f"navigation.{feature}" for feature in FEATURES]}


@pytest.fixture(scope="module")
def site(build_site: Callable[..., Path], served: Callable[..., Any]) -> Iterator[str]:
    folder = build_site(FILES, site_url="http://127.0.0.1/kb/", theme=INSTANT)
    with served(folder, "/kb/") as address:
        yield address


@pytest.fixture
def catalogue(page: Page, site: str) -> Page:
    page.goto(f"{site}browse/catalogue/")
    return page


def titles(page: Page) -> list[str]:
    return page.locator(".sima-table--catalogue tbody td:nth-child(2)").all_inner_texts()


def ids(page: Page) -> list[str]:
    return page.locator(".sima-table--catalogue tbody td:first-child").all_inner_texts()


def test_shows_the_first_entries_and_more_while_scrolling(catalogue: Page) -> None:
    expect(catalogue.get_by_role("status")).to_have_text("183 of 183")
    assert 30 <= len(titles(catalogue)) < 183
    rows = catalogue.locator(".sima-table--catalogue tbody tr")
    while (before := rows.count()) < 183:
        catalogue.mouse.wheel(0, 20_000)
        expect(rows).not_to_have_count(before)
    expect(rows).to_have_count(183)


def test_all_that_was_found_is_printed(catalogue: Page) -> None:
    catalogue.get_by_role("checkbox", name="Decision").check()
    catalogue.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(catalogue.locator(".sima-table--catalogue tbody tr")).to_have_count(62)


@pytest.mark.parametrize("typed", ["LESS-22", "less22", "LESS 22", "less-22", "Less_22"])
def test_every_spelling_of_an_id_finds_its_entry_first(catalogue: Page, typed: str) -> None:
    catalogue.get_by_label("Search by ID, title or keyword").press_sequentially(typed)
    expect(catalogue.get_by_role("status")).to_have_text("2 of 183")
    assert ids(catalogue) == ["LESS-22", "AWS-LESS-22"]


def test_typing_errors_are_forgiven_in_words(catalogue: Page) -> None:
    catalogue.get_by_label("Search by ID, title or keyword").fill("idempotancy autmate")
    expect(catalogue.get_by_role("status")).not_to_have_text("183 of 183")
    assert titles(catalogue)
    assert all("Automate idempotency" in title for title in titles(catalogue))


def test_filters_narrow_together_and_stay_in_the_address(catalogue: Page, page: Page) -> None:
    catalogue.get_by_role("checkbox", name="Decision").check()
    catalogue.get_by_label("Status").select_option("deprecated")
    catalogue.get_by_label("Priority").select_option("high")
    catalogue.get_by_label("Keyword", exact=True).fill("retries")
    catalogue.get_by_label("Keyword", exact=True).press("Enter")
    expected = [f"DEC-{n:02}" for n in range(1, 61) if n % 9 == 0 and n % 2 == 0 and n % 6 == 2]
    assert ids(catalogue) == expected
    assert "type=DEC&status=deprecated&priority=high&keyword=retries" in catalogue.url

    catalogue.reload()
    assert ids(catalogue) == expected
    expect(catalogue.get_by_role("checkbox", name="Decision")).to_be_checked()

    catalogue.get_by_role("button", name="Remove retries").click()
    assert len(ids(catalogue)) == 3
    catalogue.get_by_role("button", name="Reset").click()
    expect(catalogue.get_by_role("status")).to_have_text("183 of 183")
    assert "?" not in catalogue.url


def test_counts_say_what_a_choice_would_leave(catalogue: Page) -> None:
    catalogue.get_by_label("Status").select_option("deprecated")
    expect(catalogue.locator("label", has_text="Lesson").locator(".sima-count")).to_have_text("6")


def test_sorts_by_a_column_both_ways_with_the_keyboard(catalogue: Page) -> None:
    header = catalogue.get_by_role("columnheader", name="Updated")
    header.get_by_role("button").focus()
    catalogue.keyboard.press("Enter")
    expect(header).to_have_attribute("aria-sort", "ascending")
    dates = catalogue.locator(".sima-table--catalogue tbody td:nth-child(7)")
    assert dates.first.inner_text() == "Jan 10, 2025"
    catalogue.keyboard.press("Enter")
    expect(header).to_have_attribute("aria-sort", "descending")
    assert dates.first.inner_text() == "Dec 10, 2025"
    assert "sort=date&order=desc" in catalogue.url


def test_a_whole_question_finds_what_bears_most_of_its_words(catalogue: Page) -> None:
    catalogue.get_by_label("Search by ID, title or keyword").fill("should I automate caching")
    expect(catalogue.get_by_role("status")).not_to_have_text("183 of 183")
    expect(catalogue.locator(".sima-table--catalogue tbody tr").first).to_contain_text(
        "Automate caching"
    )


def test_nothing_found_says_so(catalogue: Page) -> None:
    catalogue.get_by_label("Search by ID, title or keyword").fill("zzzzzz")
    expect(catalogue.get_by_text("Nothing fits.")).to_be_visible()


def test_is_a_plain_table_without_javascript(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}browse/catalogue/")
    assert len(titles(page)) == 183
    assert page.locator("form.sima-filters").is_hidden()
    page.get_by_role("link", name="Regions fail").click()
    assert page.url == f"{site}cloud/AWS-LESS-22/"
    expect(page.locator(".md-search")).to_be_hidden()
    page.get_by_role("banner").get_by_role("link", name="Catalogue").click()
    assert page.url == f"{site}browse/catalogue/"
    context.close()


def test_the_list_stays_in_its_place_when_the_script_comes(page: Page, site: str) -> None:
    held: list[Route] = []
    page.route("**/catalogue.js", lambda route: held.append(route))
    page.goto(f"{site}browse/catalogue/", wait_until="commit")
    line = page.get_by_role("status")
    expect(line).to_have_text("183 documents")
    before = line.bounding_box()
    for route in held:
        route.continue_()
    expect(line).to_have_text("183 of 183")
    assert before
    assert (line.bounding_box() or before)["y"] == before["y"]


def test_lives_through_instant_navigation(catalogue: Page, site: str) -> None:
    catalogue.evaluate("window.kept = true")
    for _ in range(3):
        catalogue.get_by_label("Search by ID, title or keyword").fill("timeouts")
        catalogue.locator(".sima-table--catalogue tbody a").first.click()
        catalogue.wait_for_url("**/ap/**")
        catalogue.go_back()
        catalogue.wait_for_url("**/catalogue/**")
        expect(catalogue.get_by_label("Search by ID, title or keyword")).to_have_value("timeouts")
        expect(catalogue.locator("form.sima-filters:visible")).to_have_count(1)
        rows = catalogue.locator(".sima-table--catalogue tbody tr:visible")
        expect(rows.filter(has_not_text="timeouts")).to_have_count(0)
        expect(rows).not_to_have_count(0)
    assert catalogue.evaluate("window.kept")


def test_the_home_page_asks_the_catalogue(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_label("Search by ID, title or keyword").fill("less 22")
    page.keyboard.press("Enter")
    page.wait_for_url("**/catalogue/?find=less+22")
    assert ids(page)[0] == "LESS-22"


def test_a_permanent_link_leads_to_the_entry_and_its_section(page: Page, site: str) -> None:
    page.goto(f"{site}id/AWS-LESS-22/#here")
    page.wait_for_url(f"{site}cloud/AWS-LESS-22/#here")


def test_a_permanent_link_of_two_offers_both(page: Page, site: str) -> None:
    page.goto(f"{site}id/DEC-70/")
    assert page.locator("li > a").all_inner_texts() == [
        "DEC-70: One bold way",
        "DEC-70: Another way",
    ]


@pytest.mark.parametrize(
    ("path", "first"),
    [
        ("lessons/old/LESS-22-Some-Old-Title/", "LESS-22"),
        ("id/less-22/", "LESS-22"),
        ("LESS-2.html", "LESS-02"),
        ("id/LES-22/", "LESS-22"),
    ],
)
def test_the_404_page_suggests_by_id(page: Page, site: str, path: str, first: str) -> None:
    page.goto(site + path)
    suggestion = page.locator("[data-sima=not-found] a").first
    expect(suggestion).to_contain_text(f"{first}:")
    suggestion.click()
    expect(page.locator(".sima-refid > code")).to_have_text(first)
    expect(page.get_by_text("Page not found")).to_have_count(0)


PAGES = ("", "browse/catalogue/", "browse/health/", "browse/types/", "browse/keywords/c/")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barriers(browser: Browser, site: str, barriers: Any, scheme: Any, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    for path in PAGES:
        page.goto(site + path)
        page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
        assert barriers(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    context.close()
