"""What stands around one document: who cites it, what it cites, in groups by relation."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_sima.graph.nodes import Edge, Graph, Node


@dataclass(frozen=True, slots=True)
class Neighbour:
    """One document beside the one in focus."""

    node: Node
    relation: str  # the strongest relation between the two, as its author named it
    mutual: bool = False  # cites and is cited


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbours of one relation; `heading` says what they are, seen from the focus."""

    heading: str
    neighbours: tuple[Neighbour, ...]


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """The groups on both sides of a document, and how many were left out."""

    focus: Node
    citing: tuple[Group, ...]
    cited: tuple[Group, ...]
    more_citing: int = 0
    more_cited: int = 0


def neighbourhood(graph: Graph, key: str, *, most: int = 8) -> Neighbourhood:
    """Return the surroundings of a node, at most `most` neighbours a side.

    A neighbour that cites and is cited stands once, on the side of the cited. Relations that say
    something (prerequisite, supersedes …) come first, then who is cited most.

    Raises:
        KeyError: no such node.
    """
    focus = graph.nodes[key]
    outgoing = _by_neighbour(graph, ((e.target, e) for e in graph.outgoing.get(key, ())))
    incoming = _by_neighbour(graph, ((e.source, e) for e in graph.incoming.get(key, ())))
    cited = [
        Neighbour(graph.nodes[other], edge.relation, mutual=other in incoming)
        for other, edge in outgoing.items()
        if other != key
    ]
    citing = [
        Neighbour(graph.nodes[other], edge.relation)
        for other, edge in incoming.items()
        if other != key and other not in outgoing
    ]
    cited = _ranked(graph, cited)
    citing = _ranked(graph, citing)
    return Neighbourhood(
        focus,
        citing=_groups(graph, citing[:most], inverse=True),
        cited=_groups(graph, cited[:most], inverse=False),
        more_citing=max(0, len(citing) - most),
        more_cited=max(0, len(cited) - most),
    )


def _by_neighbour(graph: Graph, edges: Iterable[tuple[str, Edge]]) -> dict[str, Edge]:
    """Keep the most telling edge to each neighbour."""
    best: dict[str, Edge] = {}
    for other, edge in edges:
        if other not in best or _rank(graph, edge.relation) < _rank(graph, best[other].relation):
            best[other] = edge
    return best


def _rank(graph: Graph, relation: str) -> int:
    """Return the rank of a relation; one that the settings don't know is a plain one."""
    return graph.ranks.get(relation, len(graph.relations))


def _ranked(graph: Graph, neighbours: list[Neighbour]) -> list[Neighbour]:
    """Sort by relation; documents that merely list everything come last."""
    return sorted(
        neighbours,
        key=lambda n: (
            n.node.kind not in ("entry", "external"),
            _rank(graph, n.relation),
            -graph.citations[n.node.key],
            n.node.key,
        ),
    )


def _groups(graph: Graph, neighbours: list[Neighbour], *, inverse: bool) -> tuple[Group, ...]:
    groups: dict[str, list[Neighbour]] = defaultdict(list)
    for neighbour in neighbours:
        groups[_heading(graph, neighbour.relation, inverse=inverse)].append(neighbour)
    return tuple(Group(heading, tuple(group)) for heading, group in groups.items())


def _heading(graph: Graph, relation: str, *, inverse: bool) -> str:
    if not inverse:
        return graph.relation_label(relation)
    known = graph.relations.get(relation)
    if known is None or known.inverse == relation:
        return "Referenced by"
    return graph.relation_label(known.inverse)
