"""A knowledge base whose every name is an attack: nothing runs, nothing breaks out of its place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from playwright.sync_api import Dialog, Page

pytestmark = pytest.mark.browser

SCRIPT = "\"'><img src=x onerror=pwned()><script>pwned()</script>"
TEMPLATE = "{{ pwned() }}{% raw %}${pwned()}`"
LONG = "W" * 300
BIDI = "\u202eoverride\u202d 🧨👩‍👩‍👧 \u001b[31m"
NAMES = (SCRIPT, TEMPLATE, LONG, BIDI)
FOLDER = "<img src=x onerror=pwned()> {{ 7 * 7 }} \u202e'\""


def entry(number: int, name: str, other: str) -> str:
    """Return an entry with a name in every field that has one."""
    front = {
        "id": f"EVIL-{number:02}",
        "title": name,
        "status": other,
        "category": other,
        "keywords": list(NAMES),
        "summary": name,
        "description": other,
        "created": other,
    }
    cited = " ".join(f"EVIL-{n:02}: {other}" for n in (1, 2, 3, 4, 99))
    yaml = "\n".join(
        f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()
    )
    return f"---\n{yaml}\n---\n\nSee {cited} and EVIL-XX.\n\n**Superseded by:** {name}\n"


FILES = {
    f"{FOLDER}/{folder}/EVIL-{number:02}.md": entry(number, name, NAMES[-number])
    for number, name in enumerate(NAMES, 1)
    for folder in ("a", "W" * 200)
} | {f"EVIL-{number:02}.md": entry(number, SCRIPT, LONG) for number in (5, 6)}
SETTINGS = {
    "types": {"EVIL": {"label": SCRIPT, "plural": TEMPLATE}},  # a colour like that is refused
    "relations": {"evil": {"label": SCRIPT, "words": ["See"], "inverse": "good"}},
    "show_repairs": True,
    "sanitize": True,  # or else the text of an entry may hold scripts, as it may in Markdown
}


@pytest.fixture(scope="module")
def site(
    build_site: Callable[..., Path], served: Callable[..., AbstractContextManager[str]]
) -> Iterator[tuple[Path, str]]:
    theme = {"features": ["navigation.instant", "navigation.indexes", "search.suggest"]}
    folder = build_site(
        FILES, plugins=["search", {"sima": SETTINGS}], theme=theme, site_name="Library"
    )
    with served(folder) as url:
        yield folder, url


# An image is harmless, and the text of an entry may hold one; but no field may become markup.
INJECTED = ":is(img, script)[src=x]:not(.sima-body *)"


def watch(page: Page) -> list[str]:
    """Return the list to which whatever runs will be added."""
    told: list[str] = []
    page.expose_function("pwned", lambda: told.append("a script ran"))

    def refuse(dialog: Dialog) -> None:
        told.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", refuse)
    return told


def test_nothing_runs_and_nothing_overflows(page: Page, site: tuple[Path, str]) -> None:
    folder, url = site
    told = watch(page)
    page.set_viewport_size({"width": 390, "height": 800})
    paths = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("index.html"))
    pages = [p for p in paths if not p.startswith("id/") and LONG[:200] not in p]
    pages.append("id/EVIL-01/index.html")
    assert len(pages) > 15
    wide = []
    for path in [*pages, f"id/{quote(SCRIPT)}/", f"gone/{quote(FOLDER + LONG)}/?{quote(SCRIPT)}"]:
        page.goto(url + quote(path) if path in pages else url + path)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 390:
            wide.append((path, width))
        assert page.locator(INJECTED).count() == 0, path
    assert told == []
    assert wide == []


def test_scripts_take_names_for_text(page: Page, site: tuple[Path, str]) -> None:
    _, url = site
    told = watch(page)
    page.goto(f"{url}browse/catalogue/?find={quote(SCRIPT)}&keyword={quote(SCRIPT)}&type={SCRIPT}")
    page.locator(".sima-catalogue--live").wait_for()
    page.locator("#sima-query").fill(SCRIPT)
    page.goto(f"{url}browse/map/?focus={quote(SCRIPT)}")
    page.locator("[data-map=query]").fill("EVIL")
    page.locator("[data-map=suggestions] li").first.wait_for()
    page.keyboard.press("Enter")
    page.goto(f"{url}EVIL-05/")
    page.locator(".sima-body a.sima-ref").first.hover()
    page.locator(".sima-preview").wait_for()
    box = page.locator(".md-search__input")
    box.click()
    box.press_sequentially("EVIL-01 <img src=x onerror=pwned()>")
    page.locator(".md-search-result__item").first.wait_for()
    page.wait_for_timeout(300)
    assert page.locator(INJECTED).count() == 0
    assert told == []
