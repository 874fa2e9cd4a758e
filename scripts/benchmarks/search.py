"""Instant search against plain Material's in Chromium, and what it costs a build.

Types a word as a new visitor, and counts the time from the first letter to the first hit and the
gzipped bytes of the search until all hits stand; Material's search on the same files is the peer.
Then builds in turn without any search and with it: first, and after an edit. `--entries 10000`
measures with synthetic entries; `--no-builds` leaves the second part out.
"""

from __future__ import annotations

import gzip
import os
import shutil
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from _browser import launch, serving
from _entries import write_entries
from _peers import arguments_parser, module_cost, write_site
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Request

INSTANT = ("search", "sima: {search: instant}")
_BOX = ".md-search__input"
_FIRST = ".md-search-result__item .md-search-result__article h1"
_CLOCK = """
addEventListener("keydown", () => { globalThis.firstLetter ??= performance.now(); }, true);
new MutationObserver(() => {
  if (document.querySelector(".md-search-result__item h1")) {
    globalThis.firstHit ??= performance.now();
  }
}).observe(document, { childList: true, subtree: true });
"""
_SETTLED = 0.5  # seconds without a request: all hits stand


def main() -> None:
    """Print the table."""
    parser = arguments_parser(__doc__)
    parser.add_argument("--entries", type=int, help="number of synthetic entries to measure with")
    parser.add_argument("--typed", default="stateless", help="what the visitor types")
    parser.add_argument("--no-builds", action="store_true", help="only measure visitors")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        docs = work / "docs"
        if given.entries:
            write_entries(docs, given.entries)
        else:
            shutil.copytree(given.folder, docs)
        os.environ["SIMA_CACHE_DIR"] = str(work / "cache")
        print(f"{sum(1 for _ in docs.rglob('*.md'))} documents")
        _visitors(work, docs, given.typed, given.runs)
        if not given.no_builds:
            _builds(work, docs, given.runs)


def _visitors(work: Path, docs: Path, typed: str, runs: int) -> None:
    seconds: dict[str, float] = {}
    for name, plugins in (("Material", ("search",)), ("instant", INSTANT)):
        config = write_site(work, docs, *plugins, in_nav=name == "instant")
        module_cost("mkdocs", "build", "-q", "-f", str(config))
        with sync_playwright() as playwright, serving(work / "site") as url:
            browser = launch(playwright)
            measured = [_visit(browser, url, work / "site", typed) for _ in range(runs)]
            browser.close()
        seconds[name] = median(time for time, _ in measured)
        size = max(size for _, size in measured)
        print(f"{name:9} first hit {seconds[name]:6.2f} s, {size / 1000:7.0f} kB gzipped in all")
    print(f"instant / Material {seconds['instant'] / seconds['Material']:.3f}")
    files = [path for path in (work / "site/search").rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    pages = len([*(work / "site/search/page").iterdir()])
    print(f"index on disk {size / pages / 1000:.1f} kB a page")


def _visit(browser: Browser, url: str, site: Path, typed: str) -> tuple[float, int]:
    """Return the seconds to the first hit of a new visitor, and the bytes until all hits stand."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(_CLOCK)
    asked: dict[str, float] = {}

    def note(request: Request) -> None:
        asked[request.url] = time.perf_counter()

    context.on("request", note)
    page.goto(url, wait_until="commit")
    page.wait_for_selector(_BOX, state="attached")
    page.locator(_BOX).click()
    page.locator(_BOX).press_sequentially(typed)
    page.wait_for_selector(_FIRST, state="attached", timeout=20_000)
    first = float(page.evaluate("firstHit - firstLetter")) / 1000
    while time.perf_counter() - max(asked.values()) < _SETTLED:
        page.wait_for_timeout(50)
    paths = {url_.removeprefix(url).partition("?")[0] for url_ in asked}
    ours = [path for path in paths if "search" in path]
    context.close()
    return first, sum(len(gzip.compress((site / path).read_bytes())) for path in ours)


def _builds(work: Path, docs: Path, runs: int) -> None:
    edited = sorted(docs.rglob("*.md"))[0]
    seconds: dict[str, list[float]] = {}
    for run in range(runs):
        for name, plugins in (("without", ("sima",)), ("instant", INSTANT)):
            shutil.rmtree(work / "cache", ignore_errors=True)
            shutil.rmtree(work / "site", ignore_errors=True)
            for when in ("first", "after an edit"):
                if when != "first":
                    with edited.open("a", encoding="utf-8") as file:
                        file.write(f"\n\nSentence {run}.\n")
                config = write_site(work, docs, *plugins)
                cost = module_cost("mkdocs", "build", "-q", "-f", str(config))
                seconds.setdefault(f"{name} {when}", []).append(cost.wall)
    for when in ("first", "after an edit"):
        without, instant = (median(seconds[f"{name} {when}"]) for name in ("without", "instant"))
        print(
            f"build {when:13} {without:6.2f} s without, {instant:6.2f} s: {instant / without:.3f}"
        )


if __name__ == "__main__":
    main()
