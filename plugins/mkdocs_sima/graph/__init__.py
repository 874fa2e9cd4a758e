"""The knowledge base in, the graph of related entries out: built, measured, laid out, drawn."""

from mkdocs_sima.graph.build import build_graph, find_code, find_missing
from mkdocs_sima.graph.communities import Community, find_communities
from mkdocs_sima.graph.drawing.local_svg import local_svg
from mkdocs_sima.graph.exporters import to_dot, to_graphml, to_json
from mkdocs_sima.graph.insight import bridges, most_cited, orphans, prerequisite_cycles
from mkdocs_sima.graph.map.layout import Layout, Region, layout
from mkdocs_sima.graph.map.map_data import map_data
from mkdocs_sima.graph.nodes import Edge, Graph, Likeness, Node

__all__ = [
    "Community",
    "Edge",
    "Graph",
    "Layout",
    "Likeness",
    "Node",
    "Region",
    "bridges",
    "build_graph",
    "find_code",
    "find_communities",
    "find_missing",
    "layout",
    "local_svg",
    "map_data",
    "most_cited",
    "orphans",
    "prerequisite_cycles",
    "to_dot",
    "to_graphml",
    "to_json",
]
