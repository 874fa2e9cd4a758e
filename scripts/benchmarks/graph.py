"""Lay out synthetic graphs and open their map in Chromium.

Prints one line a size: seconds of layout, bytes of data per node and edge (gzipped), and seconds
from navigation to the first painted map. `--no-browser` leaves out the last.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import random
import tempfile
import threading
import time
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from mkdocs_sima import resources
from mkdocs_sima.graph import Edge, Graph, Node, layout, map_data
from mkdocs_sima.graph.similarity import find_alike
from mkdocs_sima.settings import Settings

CHROMIUM = "/usr/bin/chromium"
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


def write_site(folder: Path, graph: Graph, data: str) -> None:
    """Write the map page with its data and script, without a theme around it."""
    environment = Environment(loader=FileSystemLoader(resources.templates("site")), autoescape=True)
    template = environment.get_template("graph/map.html")

    class Site:
        @staticmethod
        def url(_page: str, uri: str) -> str:
            return uri.rpartition("/")[2]

    html = template.render(t=str, site=Site, page="map", data_uri="data.js", graph=graph, words={})
    style = (resources.assets() / "sima-graph.css").read_text("utf-8")
    head = f'<!doctype html><meta charset="utf-8"><style>{style}</style><body class="md-typeset">'
    (folder / "index.html").write_text(head + html, "utf-8")
    (folder / "data.js").write_text(f"window.simaMap={data}", "utf-8")
    script = resources.assets() / "bundled" / "map.js"
    (folder / "map.js").write_bytes(script.read_bytes())


def first_paint(folder: Path) -> float:
    """Return the seconds from navigation to the first painted map."""
    from playwright.sync_api import sync_playwright

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_args: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Handler, directory=str(folder))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        page.wait_for_selector(".sima-map[data-painted]")
        milliseconds = page.evaluate(
            "performance.getEntriesByName('sima-map-painted')[0].startTime"
        )
        browser.close()
    server.shutdown()
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
                write_site(Path(folder), graph, data)
                line += f", first paint {first_paint(Path(folder)):.2f} s"
        print(line)


if __name__ == "__main__":
    main()
