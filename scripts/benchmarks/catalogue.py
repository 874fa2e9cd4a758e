"""Open the catalogue of a synthetic knowledge base in Chromium; type, filter and sort in it.

Prints milliseconds: until the catalogue can be used, counted from the start of navigation, beside
the time that a plain Material page of the same table takes to load; and from each input until the
answer is painted. The best of `--runs`: other work on the machine only ever adds.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from _browser import build_site, launch, serving, site_context
from mkdocs.plugins import BasePlugin

from mkdocs_sima.knowledge_base import KnowledgeBase
from mkdocs_sima.model import Document, RefId
from mkdocs_sima.site.pages import catalogue
from mkdocs_sima.site.pages.entries import Entries
from mkdocs_sima.site.pages.generated import add_generated
from mkdocs_sima.site.theme.assets import link_assets
from mkdocs_sima.site.theme.context import GeneratedPage

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from playwright.sync_api import Page

WORDS = [
    a + b + c for a in ("bar", "con", "del", "fun") for b in "aeiou" for c in ("k", "mp", "st")
]
WORDS += [f"{word}{end}" for word in WORDS for end in ("ing", "er", "ion", "able", "ly", "less")]
TYPES = ("LESS", "DEC", "AP", "BUG", "WISD")
ANSWERS = """async () => {
  const query = document.querySelector("input[name=find]");
  const count = document.querySelector("[data-sima=count]");
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const idle = () => new Promise((done) => setTimeout(done, 60));
  const answers = {};
  async function time(name, act) {
    await idle();
    const start = performance.now();
    act();
    const script = performance.now() - start;
    await painted();
    answers[name] = [script, performance.now() - start];
  }
  const set = (control, value) => () => {
    control.value = value;
    control.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const all = count.textContent;
  const start = performance.now();
  set(query, "barking")();
  while (count.textContent === all) await painted();
  answers["first search, index not built"] = [null, performance.now() - start];
  await new Promise((done) => setTimeout(done, 2000)); // until it is
  for (const typed of ["l", "le", "less", "less-2", "less-22", "barkign", "funk cona", ""]) {
    await time(`search "${typed}"`, set(query, typed));
  }
  await time("filter by type", () => document.querySelector("input[name=type]").click());
  await time("filter by status", set(document.querySelector("select[name=status]"), "active"));
  await time("reset", () => document.querySelector("form.sima-filters").reset());
  await time("sort by title", () => document.querySelectorAll("th button")[1].click());
  return answers;
}"""


def synthetic(size: int) -> list[Document]:
    """Return entries with the texts that a catalogue shows."""
    rng = random.Random(7)
    documents = []
    for number in range(size):
        kind = TYPES[number % len(TYPES)]
        prefix = ("", "AWS", "AWS-Lambda", "Core")[number % 4]
        ref_id = RefId(prefix, kind, f"{number // 20 + 1:02}")
        title = " ".join(rng.sample(WORDS, 5)).capitalize()
        documents.append(
            Document(
                f"{prefix or 'general'}/{kind.lower()}/{ref_id}-{number}.md",
                "",
                kind="entry",
                ref_id=ref_id,
                title=title,
                display_title=title,
                status=rng.choice(("Active", "Deprecated", None)),
                priority=rng.choice(("critical", "high", "medium", "low", None)),
                updated=f"2025-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
                keywords=tuple(rng.sample(WORDS, 6)),
            )
        )
    return documents


class Bench(BasePlugin):  # type: ignore[type-arg]
    """Adds the catalogue and, as the peer, the same page without our script."""

    def __init__(self, size: int) -> None:
        self.documents = synthetic(size)

    def on_config(self, config: MkDocsConfig) -> None:
        """Load our styles."""
        link_assets(config)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Add both pages."""
        site = site_context(KnowledgeBase(self.documents), None, files, config)
        page = catalogue.build(Entries(site))
        table = page.html[page.html.index("<table") : page.html.index("</table>")] + "</table>"
        plain = GeneratedPage("plain.md", "Plain", table, hide=("toc",))
        add_generated([page, plain], files, config, {})


def best(runs: list[float]) -> str:
    """Return the smallest number as text."""
    return f"{min(runs):7.0f} ms"


def usable(page: Page, address: str) -> float:
    """Return the milliseconds from the start of navigation until the catalogue answers."""
    page.goto(address)
    page.wait_for_selector(".sima-catalogue--live")
    return float(page.evaluate("performance.getEntriesByName('sima-catalogue')[0].startTime"))


def loaded(page: Page, address: str) -> float:
    """Return the milliseconds from the start of navigation until the page is laid out."""
    page.goto(address)
    page.evaluate("document.body.offsetHeight")
    return float(page.evaluate("performance.now()"))


def main() -> None:
    """Measure."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=10_000, help="entries")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    ready: list[float] = []
    peer: list[float] = []
    answers: dict[str, list[list[Any]]] = {}
    with (
        tempfile.TemporaryDirectory() as name,
        serving(build_site(Path(name), Bench(options.size))) as address,
        sync_playwright() as playwright,
    ):
        browser = launch(playwright)
        for _ in range(options.runs):
            page = browser.new_page()
            ready.append(usable(page, f"{address}browse/catalogue/"))
            for what, times in page.evaluate(ANSWERS).items():
                answers.setdefault(what, []).append(times)
            peer.append(loaded(page, f"{address}plain/"))
            page.close()
        browser.close()
    print(f"{options.size} entries, best of {options.runs}")
    print(f"{'plain Material page of the table':34}{best(peer)}")
    print(f"{'catalogue usable':34}{best(ready)}")
    print(f"{'':34}   script      painted")
    for what, runs in answers.items():
        script = " " * 10 if runs[0][0] is None else best([run[0] for run in runs])
        print(f"{what:34}{script}{best([run[1] for run in runs])}")


if __name__ == "__main__":
    main()
