"""The graph of a knowledge base, or of a part of it, as text for other programs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_sima.graph import build_graph, to_dot, to_graphml, to_json

if TYPE_CHECKING:
    from mkdocs_sima.graph import Graph
    from mkdocs_sima.knowledge_base import KnowledgeBase


def export_graph_json(kb: KnowledgeBase, focus: str = "", *, code: bool = False) -> str:
    """Return the graph as JSON: what the documents at `focus` cite, "" for all."""
    return to_json(_part(kb, focus, code))


def export_graphml(kb: KnowledgeBase, focus: str = "", *, code: bool = False) -> str:
    """Return the graph as GraphML: what the documents at `focus` cite, "" for all."""
    return to_graphml(_part(kb, focus, code))


def export_dot(kb: KnowledgeBase, focus: str = "", *, code: bool = False) -> str:
    """Return the graph for Graphviz: what the documents at `focus` cite, "" for all."""
    return to_dot(_part(kb, focus, code))


def _part(kb: KnowledgeBase, focus: str, code: bool) -> Graph:
    graph = build_graph(kb, code=code)
    if not focus:
        return graph
    inside = {key for key in graph.nodes if key == focus or key.startswith(f"{focus}/")}
    edges = tuple(edge for edge in graph.edges if edge.source in inside)
    kept = inside | {edge.target for edge in edges}
    return replace(
        graph,
        nodes={key: node for key, node in graph.nodes.items() if key in kept},
        edges=edges,
        alike=tuple(a for a in graph.alike if a.a in inside and a.b in inside),
    )
