"""Material's search finds an entry by its ID, however it is typed, and by its title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Page, Route

pytestmark = pytest.mark.browser

TOPICS = ("cold starts", "thread pools", "retries", "caching layers", "idempotent writes")


def lesson(number: int) -> str:
    """Return a lesson that cites others, LESS-22 above all: citing must not outrank bearing."""
    cited = ", ".join(f"LESS-{(number + step) % 150 + 1:02}" for step in (1, 2, 3, 5, 8, 13, 21))
    return (
        f"# LESS-{number:02}: Working with {TOPICS[number % 5]} in case {number}\n\n"
        f"**REF-ID:** LESS-{number:02}  \n**Keywords:** {TOPICS[number % 5]}\n\n"
        f"See {cited}. LESS-22 is cited here, LESS-22 twice.\n\n"
        f"## Related\n\n- LESS-22\n- DEC-04: LESS-22 explained\n"
    )


FILES = {f"less/LESS-{number:02}.md": lesson(number) for number in range(1, 151)} | {
    "dec/DEC-04.md": "# DEC-04: Single-Threaded Execution\n\n**REF-ID:** DEC-04\n\nSee LESS-22.\n",
    "TOOL-04.md": "# TOOL-04: A checklist\n\n**REF-ID:** TOOL-04\n\nWhat to do. See LESS-22.\n",
    "README.md": "# All lessons\n\n- LESS-22\n- Regions fail\n- Retries in case 22\n",
    "aws/AWS-LESS-22.md": "# AWS-LESS-22: Regions fail\n\n**REF-ID:** AWS-LESS-22\n\nLESS-22.\n",
}


@pytest.fixture(scope="module", params=["material", "compact", "instant"])
def site(
    request: pytest.FixtureRequest, build_site: Callable[..., Path], served: Callable[..., Any]
) -> Iterator[str]:
    plugins = ["search", {"sima": {"search": request.param}}]
    theme = {"features": ["search.suggest", "search.highlight"]}
    with served(build_site(FILES, plugins=plugins, theme=theme)) as address:
        yield address


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("LESS-22", "LESS-22"),
        ("less22", "LESS-22"),
        ("LESS 22", "LESS-22"),
        ("AWS-LESS-22", "AWS-LESS-22"),
        ("dec-4", "DEC-04"),
        ("LESS-1", "LESS-01"),
        ("how to know that a region fails", "AWS-LESS-22"),  # not TOOL-04, for all its `to`
        ("single-threaded execution", "DEC-04"),
        ("Working with retries in case 22", "LESS-22"),
    ],
)
def test_what_is_asked_for_comes_first(page: Page, site: str, typed: str, found: str) -> None:
    page.goto(site)
    box = page.locator(".md-search__input")
    box.click()
    box.press_sequentially(typed, delay=20)
    first = page.locator(".md-search-result__item .md-search-result__article h1").first
    expect(first).to_contain_text(re.compile(rf"^{found}:? "), timeout=10_000)
    expect(box).to_have_value(typed)
    box.press("ControlOrMeta+z")
    expect(box).not_to_have_value(typed)  # asking otherwise than was typed leaves undo as it is


def test_what_is_typed_before_the_index_is_there_comes_first_as_well(page: Page, site: str) -> None:
    held: list[Route] = []
    page.route("**/search_index.json", lambda route: held.append(route))
    with page.expect_request("**/search_index.json"):
        page.goto(site)
    box = page.locator(".md-search__input")
    box.click()
    box.press_sequentially("LESS 22", delay=5)
    held[0].continue_()
    first = page.locator(".md-search-result__item .md-search-result__article h1").first
    expect(first).to_contain_text(re.compile("^LESS-22:? Working"), timeout=10_000)
