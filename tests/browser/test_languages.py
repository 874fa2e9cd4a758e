"""What scripts say and find on a page in German."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, served: Callable[..., Any]
) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("deutsch")
    source = repository / "tests/recipes/languages/de/mkdocs.yml"
    build(load_config(str(source), site_dir=str(folder)))
    with served(folder) as address:
        yield address


def test_the_map_counts_in_the_plural_of_the_language(page: Page, site: str) -> None:
    count, panel = page.locator("[data-map=count]"), page.locator("[data-map=panel]")
    page.goto(f"{site}browse/map/")
    expect(count).to_have_text("4 Dokumente")
    page.locator("[data-map=filters] summary").click()
    page.locator("[data-map=status]").select_option("beschlossen")
    expect(count).to_have_text("1 Dokument")
    page.locator("[data-map=list] button").click()
    expect(panel).to_contain_text("Von 1 Dokument zitiert")


@pytest.mark.parametrize("typed", ["Größen", "grossen", "schatzen", "lehre 1"])
def test_words_are_found_with_accents_and_without(page: Page, site: str, typed: str) -> None:
    page.goto(f"{site}browse/catalogue/?find={typed}")
    expect(page.locator("tbody tr")).to_have_count(1)
    expect(page.locator("tbody tr")).to_contain_text("LEHRE-01")
    page.goto(site)
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially(typed, delay=20)
    first = page.locator(".md-search-result__item .md-search-result__article h1").first
    expect(first).to_contain_text("LEHRE-01:", timeout=10_000)
