"""What the map page's script needs, in as few bytes as a plain JSON file can have.

Everything is a column, because columns of like values compress well. Strings that repeat are
numbers into a list. Edges are sorted by source, so a source is just a count of edges, and a
target is the distance from the one before. `frontend/src/map/data.ts` reads this.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mkdocs_sima.parsing.text.plain import cut_at_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mkdocs_sima.graph.map.layout import Layout, Region
    from mkdocs_sima.graph.nodes import Graph, Node

SUMMARY = 160  # characters


def map_data(
    graph: Graph,
    layout: Layout,
    href: Callable[[str], str],
    *,
    status: Callable[[Node], str] = lambda node: node.status,
    scope_label: Callable[[Region], str] = lambda scope: scope.name,
    insights: Iterable[tuple[str, str, Iterable[str]]] = (),
    missing: Mapping[str, Iterable[str]] | None = None,
    code: Mapping[str, Iterable[str]] | None = None,
    t: Callable[[str], str] = str,
) -> str:
    """Return the JSON text.

    Args:
        graph: the graph.
        layout: its layout.
        href: node → address as seen from the map page, "" for none.
        status: node → status in the form in which statuses are filtered.
        scope_label: scope → what people call it.
        insights: (name, label, nodes) of each group of nodes that can be made to stand out.
        missing: what is cited but does not exist → nodes that cite it.
        code: what is cited of the repository → nodes that cite it.
        t: translates statuses, and labels of types and relations.
    """
    nodes = list(graph.nodes.values())
    number = {node.key: n for n, node in enumerate(nodes)}
    types, type_of = _numbered(node.type for node in nodes)
    statuses, status_of = _numbered(status(node) for node in nodes)
    relations, relation_of = _numbered(edge.relation for edge in graph.edges)
    words, word_of = _numbered(word for node in nodes for word in node.keywords)
    scopes = {region.scope: n for n, region in enumerate(layout.scopes)}
    out, steps = _targets(graph, number)
    content = {
        "types": [_type_row(graph, name, t) for name in types],
        "statuses": [[name, t(name)] for name in statuses],
        "relations": [_relation_row(graph, name, t) for name in relations],
        "words": words,
        "scopes": [[scope_label(scope), *_circle(scope)] for scope in layout.scopes],
        "communities": [
            [region.name, *_circle(region), scopes[region.scope]] for region in layout.communities
        ],
        "id": [node.id for node in nodes],
        "title": [node.title if node.title != node.id else "" for node in nodes],
        "summary": [_shortened(node.summary) for node in nodes],
        "url": [href(node.key) for node in nodes],
        "type": type_of,
        "status": status_of,
        "community": [layout.community_of[node.key] for node in nodes],
        "x": [layout.places[node.key][0] for node in nodes],
        "y": [layout.places[node.key][1] for node in nodes],
        "wordCount": [len(node.keywords) for node in nodes],
        "word": word_of,
        "out": out,
        "step": steps,
        "relation": relation_of,
        "count": [edge.count for edge in graph.edges],
        "alike": [[number[a.a], number[a.b], round(a.score * 100)] for a in graph.alike],
        "insights": [
            [name, label, [number[key] for key in keys]] for name, label, keys in insights
        ],
        "missing": _citing(missing, number),
        "code": _citing(code, number),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _citing(
    cited: Mapping[str, Iterable[str]] | None, number: Mapping[str, int]
) -> list[list[str | int]]:
    """Return rows of a text and the numbers of the nodes that cite it."""
    return [[text, *(number[key] for key in keys)] for text, keys in (cited or {}).items()]


def _numbered(values: Iterable[str]) -> tuple[list[str], list[int]]:
    """Return the different values, the first seen first, and the number of each value."""
    index: dict[str, int] = {}
    numbers = [index.setdefault(value, len(index)) for value in values]
    return list(index), numbers


def _targets(graph: Graph, number: dict[str, int]) -> tuple[list[int], list[int]]:
    """Return the number of edges of each node, and each target as a step from the one before."""
    out = [len(graph.outgoing.get(key, ())) for key in graph.nodes]
    steps: list[int] = []
    source = before = -1
    for edge in graph.edges:
        if number[edge.source] != source:
            source, before = number[edge.source], 0
        steps.append(number[edge.target] - before)
        before = number[edge.target]
    return out, steps


def _type_row(graph: Graph, name: str, t: Callable[[str], str]) -> list[str]:
    kind = graph.types.get(name)
    if kind:
        return [name, t(kind.plural), t(kind.label)]
    return [name, name or t("Documents"), name or t("Document")]


def _relation_row(graph: Graph, name: str, t: Callable[[str], str]) -> list[str]:
    relation = graph.relations.get(name)
    inverse = "Referenced by"
    if relation and relation.inverse != name:
        inverse = graph.relation_label(relation.inverse)
    return [name, t(graph.relation_label(name)), t(inverse)]


def _circle(region: Region) -> tuple[int, int, int]:
    return region.x, region.y, region.r


def _shortened(text: str) -> str:
    if len(text) <= SUMMARY:
        return text
    return cut_at_word(text, SUMMARY).rstrip(" ,;.–-，；。") + "…"
