"""Lay out synthetic graphs and open their map, a page of Material, in Chromium.

Prints one line a size: seconds of layout, bytes of data per node and edge (gzipped), and seconds
from navigation to the first painted map. `--no-browser` leaves out the last.
"""

from __future__ import annotations

import argparse
import gzip
import random
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from _browser import build_site, launch, serving, site_context
from mkdocs.plugins import BasePlugin

from mkdocs_sima.graph import Edge, Graph, Node, layout, map_data
from mkdocs_sima.graph.similarity import find_alike
from mkdocs_sima.knowledge_base import KnowledgeBase
from mkdocs_sima.settings import Settings
from mkdocs_sima.site.pages import map_page
from mkdocs_sima.site.pages.generated import add_generated
from mkdocs_sima.site.theme.assets import link_assets

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

WORDS = [f"{a}{b}{c}" for a in "bdfgk" for b in "aeiou" for c in ("ran", "sel", "tin")]


def synthetic(size: int, seed: int = 7) -> Graph:
    """Return a graph like a real knowledge base: scopes of many sizes, hubs, lists, topics."""
    rng = random.Random(seed)
    settings = Settings()
    types = list(settings.types)
    nodes: dict[str, Node] = {}
    topics: dict[str, list[str]] = {}
    scope, left, topic = 0, 0, ""
    for number in range(size):
        if left == 0:
            scope, left = scope + 1, int(size * rng.uniform(0.01, 0.12)) + 5
        if number % 30 == 0 or not left:
            topic = f"topic-{number // 30}"
        left -= 1
        kind = rng.choice(types)
        key = f"scope-{scope:02}/{kind.lower()}/{kind}-{number:05}.md"
        words = rng.sample(WORDS, 3)
        nodes[key] = Node(
            key,
            "entry",
            " ".join(rng.choices(WORDS, k=5)).capitalize(),
            f"S{scope}-{kind}-{number:05}",
            kind,
            f"scope-{scope:02}",
            f"Scope {scope}",
            "active",
            keywords=(topic, *words),
            summary=" ".join(rng.choices(WORDS, k=18)),
        )
        topics.setdefault(topic, []).append(key)
    keys = list(nodes)
    edges: set[tuple[str, str]] = set()
    for members in topics.values():
        for key in members:
            near = rng.choices(members, [1 / (n + 1) for n in range(len(members))], k=3)
            far = [keys[min(int(rng.paretovariate(0.6)) * 7, size - 1)]]
            edges |= {(key, other) for other in (*near, *far) if other != key}
    return Graph(
        nodes=dict(sorted(nodes.items())),
        edges=tuple(Edge(a, b, "related", 1) for a, b in sorted(edges)),
        alike=find_alike({key: node.keywords for key, node in nodes.items()}),
        types=settings.types,
        relations=settings.relations,
    )


class Bench(BasePlugin):  # type: ignore[type-arg]
    """Adds the map of a graph to a site."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def on_config(self, config: MkDocsConfig) -> None:
        """Load our styles and scripts."""
        link_assets(config)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Add the page."""
        site = site_context(KnowledgeBase([], Settings()), self.graph, files, config)
        add_generated([map_page.build(site)], files, config, {})


def first_paint(folder: Path, path: str) -> float:
    """Return the seconds from navigation to the first painted map of a site."""
    from playwright.sync_api import sync_playwright

    with serving(folder) as address, sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"{address}{path}/")
        page.wait_for_selector(".sima-map[data-painted]")
        milliseconds = page.evaluate(
            "performance.getEntriesByName('sima-map-painted')[0].startTime"
        )
        browser.close()
    return float(milliseconds) / 1000


def main() -> None:
    """Measure each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[5000, 20000])
    parser.add_argument("--no-browser", action="store_true")
    options = parser.parse_args()
    for size in options.sizes:
        graph = synthetic(size)
        start = time.perf_counter()
        positions = layout(graph)
        seconds = time.perf_counter() - start
        data = map_data(graph, positions, lambda key: f"../{key[:-3]}/")
        packed = len(gzip.compress(data.encode(), 6))
        per_item = packed / (len(graph.nodes) + len(graph.edges))
        line = (
            f"{size} nodes, {len(graph.edges)} edges, {len(positions.communities)} communities:"
            f" layout {seconds:.2f} s, {per_item:.1f} bytes per node and edge"
        )
        if not options.no_browser:
            with tempfile.TemporaryDirectory() as folder:
                site = build_site(Path(folder), Bench(graph))
                page = next(site.rglob("map/index.html")).parent
                seconds = first_paint(site, page.relative_to(site).as_posix())
                line += f", first paint {seconds:.2f} s"
        print(line)


if __name__ == "__main__":
    main()
