"""The graph for other programs: JSON, GraphML (Gephi, yEd, Cytoscape) and DOT (Graphviz)."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_sima.graph.nodes import Edge, Graph, Node

_NODE_FIELDS = ("kind", "id", "title", "type", "scope", "status", "priority", "keywords")
_EDGE_FIELDS = ("relation", "count")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_json(graph: Graph) -> str:
    """Return one JSON object: `nodes`, `edges`, and `alike` for those that share keywords."""
    nodes = [
        {"key": node.key, **{name: getattr(node, name) for name in _NODE_FIELDS}}
        for node in graph.nodes.values()
    ]
    edges = [
        {"source": e.source, "target": e.target, "relation": e.relation, "count": e.count}
        for e in graph.edges
    ]
    alike = [
        {"source": a.a, "target": a.b, "score": a.score, "keywords": a.shared} for a in graph.alike
    ]
    content = {"nodes": nodes, "edges": edges, "alike": alike}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def to_graphml(graph: Graph) -> str:
    """Return a GraphML document; keywords are one text, joined by ", "."""
    keys = [_key("node", name, "string") for name in _NODE_FIELDS]
    keys += [_key("edge", "relation", "string"), _key("edge", "count", "int")]
    nodes = (
        f"<node id={_attribute(node.key)}>{_data('n', _texts(node))}</node>"
        for node in graph.nodes.values()
    )
    edges = (
        f"<edge source={_attribute(edge.source)} target={_attribute(edge.target)}>"
        f"{_data('e', ((name, str(getattr(edge, name))) for name in _EDGE_FIELDS))}</edge>"
        for edge in graph.edges
    )
    lines = ['<graph id="sima" edgedefault="directed">', *nodes, *edges, "</graph>"]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
        + "\n".join([*keys, *lines])
        + "\n</graphml>\n"
    )


def to_dot(graph: Graph) -> str:
    """Return a `digraph` for Graphviz, scopes as clusters."""
    scopes: dict[str, list[Node]] = {}
    for node in graph.nodes.values():
        scopes.setdefault(node.scope, []).append(node)
    lines = ["digraph sima {", "  rankdir=LR;", "  node [shape=box, style=rounded];"]
    for number, (_, nodes) in enumerate(sorted(scopes.items())):
        lines.append(f"  subgraph cluster_{number} {{")
        lines.append(f"    label={_quoted(nodes[0].scope_name)};")
        lines += [
            f"    {_quoted(n.key)} [label={_quoted(n.label)}, tooltip={_quoted(n.title)}];"
            for n in nodes
        ]
        lines.append("  }")
    lines += [_dot_edge(edge) for edge in graph.edges]
    return "\n".join([*lines, "}"]) + "\n"


def _dot_edge(edge: Edge) -> str:
    label = f" [label={_quoted(edge.relation)}, weight={edge.count}]"
    return f"  {_quoted(edge.source)} -> {_quoted(edge.target)}{label};"


def _texts(node: Node) -> Iterable[tuple[str, str]]:
    for name in _NODE_FIELDS:
        value = getattr(node, name)
        yield name, value if isinstance(value, str) else ", ".join(value)


def _key(of: str, name: str, kind: str) -> str:
    return f'<key id="{of[0]}_{name}" for="{of}" attr.name="{name}" attr.type="{kind}"/>'


def _data(of: str, fields: Iterable[tuple[str, str]]) -> str:
    from xml.sax.saxutils import escape  # it loads half of the network: only who exports needs it

    return "".join(
        f'<data key="{of}_{name}">{escape(_NOT_XML.sub("", value))}</data>'
        for name, value in fields
        if value
    )


def _attribute(text: str) -> str:
    from xml.sax.saxutils import quoteattr

    return quoteattr(_NOT_XML.sub("", text))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'
