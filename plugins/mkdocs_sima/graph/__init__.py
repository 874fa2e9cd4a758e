"""The graph of related entries: built, measured, laid out and drawn. Knows no MkDocs."""

from mkdocs_sima.graph.build import build_graph
from mkdocs_sima.graph.local_svg import local_svg
from mkdocs_sima.graph.model import Edge, Graph, Likeness, Node

__all__ = ["Edge", "Graph", "Likeness", "Node", "build_graph", "local_svg"]
