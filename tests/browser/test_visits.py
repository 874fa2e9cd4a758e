"""What changed since the reader was here is marked, by this browser alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

ENTRY = "# LESS-0{n}: A\n\n**REF-ID:** LESS-0{n}  \n**Updated:** 2026-01-0{n}\n\nText.\n"
SEEN = "Date.parse('2026-01-02T12:00:00Z')"


def test_changes_since_the_visit_before_are_marked(
    build_site: Callable[..., Path],
    served: Callable[..., AbstractContextManager[str]],
    page: Page,
) -> None:
    site = build_site({f"LESS-0{n}.md": ENTRY.format(n=n) for n in (1, 2, 3, 4)})
    with served(site) as address:
        page.goto(address)
        expect(page.locator("[data-sima-time]")).to_have_count(4)
        expect(page.locator(".sima-new")).to_have_count(0)  # the first visit
        page.evaluate(f"localStorage['sima-visits'] = JSON.stringify({{seen: {SEEN}, before: 0}})")
        page.reload()
        marked = page.locator("li:has(.sima-new)")
        expect(marked).to_have_count(2)
        expect(marked.first).to_contain_text("Changed since you were here: LESS-04")
        page.reload()  # still the same visit
        expect(marked).to_have_count(2)
        page.evaluate("localStorage['sima-visits'] = 'nonsense'")
        page.reload()
        expect(page.locator(".sima-new")).to_have_count(0)
