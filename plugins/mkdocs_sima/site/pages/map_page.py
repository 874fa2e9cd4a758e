"""The map page: the whole knowledge base as a graph, with its data beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from mkdocs_sima.graph import (
    bridges,
    find_code,
    find_missing,
    layout,
    map_data,
    most_cited,
    orphans,
    prerequisite_cycles,
)
from mkdocs_sima.site.theme.context import GeneratedAsset, GeneratedPage
from mkdocs_sima.site.theme.naming import address_of
from mkdocs_sima.site.theme.page_places import status_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs_sima.graph import Graph, Node, Region
    from mkdocs_sima.model import Document
    from mkdocs_sima.site.languages.translations import Words
    from mkdocs_sima.site.theme.context import SiteContext

DATA = "sima-map-data.js"

_SCRIPT = "window.simaMap={data}"

# What the script says; the key is what frontend/src/map asks for.
WORDS = {
    "entries": "{count} documents",
    "citedBy": "Cited by {count} documents",
    "pathFrom": "Find a path from here",
    "pathTo": "Choose where the path ends",
    "noPath": "No path leads there.",
    "path": "Shortest path",
    "open": "Open",
    "close": "Close",
    "alike": "Similar keywords",
    "more": "Show more",
    "keyword": "Keywords",
    "missing": "Cited but missing",
    "code": "Code",
    "citing": "Referenced by",
    "none": "Nothing fits.",
    "map": "Map of {count} documents. Arrow keys move, Enter opens, plus and minus zoom.",
    "step1": "1 step",
    "step2": "2 steps",
}


def focus_on_map(site: SiteContext, document: Document, steps: int = 1) -> str:
    """Return the address, as seen from a document, of the map with that document in its focus.

    `steps` (1 or 2) is how far around it the map lights up.
    """
    uri = site.places.map
    key = document.id or site.url(uri, document.path)
    wider = "&steps=2" if steps == 2 else ""
    return f"{site.url(document.path, uri)}?focus={quote(key)}{wider}"


def build(site: SiteContext) -> GeneratedPage:
    """Return the map page. The site must have a graph."""
    graph: Graph = site.graph
    uri = site.places.map
    folder = uri.rpartition("/")[0]
    data_uri = f"{folder}/{DATA}"

    def href(key: str) -> str:
        return address_of(site, uri, key)

    def status(node: Node) -> str:
        document = site.kb.documents.get(node.key)
        return status_of(document) if document else ""

    def scope_label(scope: Region) -> str:
        return scope.name if scope.scope else site.t("General")

    data = map_data(
        graph,
        layout(graph),
        href,
        status=status,
        scope_label=scope_label,
        insights=_insights(graph, site.t),
        missing=find_missing(site.kb),
        code=find_code(site.kb),
        t=site.t,
    )
    html = site.render(
        "graph/map.html",
        page=uri,
        data_uri=data_uri,
        graph=graph,
        words=_words(site.t),
    )
    # A script rather than JSON, because a page opened from a disk may not fetch; it may run this.
    return GeneratedPage(
        uri,
        site.t("Map"),
        html,
        nav=(site.t("Browse"),),
        hide=("toc", "navigation"),
        assets=(GeneratedAsset(data_uri, _SCRIPT.format(data=data)),),
    )


def _words(t: Words) -> dict[str, str]:
    """Return what the script says, by key, or by key and form: `entries.one`, `entries.other`."""
    words: dict[str, str] = {}
    for key, text in WORDS.items():
        said = t.forms(text)
        if isinstance(said, str):
            words[key] = said
        else:
            words |= {f"{key}.{form}": one for form, one in said.items()}
    return words


def _insights(graph: Graph, t: Callable[[str], str]) -> Iterator[tuple[str, str, list[str]]]:
    """Yield name, label and members of each group that the map can point out; no empty ones."""
    cycles = prerequisite_cycles(graph)
    groups = (
        ("cited", "Most cited", [cited.key for cited in most_cited(graph)]),
        ("bridges", "Bridges between communities", [bridge.key for bridge in bridges(graph)]),
        ("orphans", "Orphans", list(orphans(graph))),
        ("cycles", "Circles of prerequisites", [key for cycle in cycles for key in cycle]),
    )
    for name, label, keys in groups:
        if keys:
            yield name, t(label), keys
