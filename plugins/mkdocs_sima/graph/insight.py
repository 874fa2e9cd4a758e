"""What the graph tells about the knowledge base: pillars, bridges, orphans, circles."""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_sima.graph.communities import find_communities

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_sima.graph.nodes import Graph

NEEDS = "prerequisite"


class Cited(NamedTuple):
    """An entry and how many documents cite it."""

    key: str
    times: int


class Bridge(NamedTuple):
    """An entry and the names of the communities, other than its own, that it joins."""

    key: str
    joins: tuple[str, ...]


def most_cited(graph: Graph, most: int = 20) -> tuple[Cited, ...]:
    """Return the entries that most documents cite."""
    ranked = sorted(graph.citations.items(), key=lambda item: (-item[1], item[0]))
    return tuple(
        Cited(key, count) for key, count in ranked if count and graph.nodes[key].kind == "entry"
    )[:most]


def orphans(graph: Graph) -> tuple[str, ...]:
    """Return the entries that no other document cites."""
    cited = graph.citations
    return tuple(k for k, node in graph.nodes.items() if node.kind == "entry" and not cited[k])


def bridges(graph: Graph, most: int = 20) -> tuple[Bridge, ...]:
    """Return the entries whose citations join the most communities."""
    communities = find_communities(graph)
    home = {key: n for n, community in enumerate(communities) for key in community.members}
    joins: dict[str, set[int]] = defaultdict(set)
    for edge in graph.edges:
        if graph.nodes[edge.source].kind == graph.nodes[edge.target].kind == "entry":
            joins[edge.source].add(home[edge.target])
            joins[edge.target].add(home[edge.source])
    found = [
        Bridge(key, tuple(communities[n].name for n in sorted(numbers - {home[key]})))
        for key, numbers in joins.items()
    ]
    found.sort(key=lambda bridge: (-len(bridge.joins), bridge.key))
    return tuple(bridge for bridge in found if len(bridge.joins) > 1)[:most]


def prerequisite_cycles(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """Return circles of prerequisites, each a shortest one that starts at its first node.

    "A enables B" is read as "A is a prerequisite of B".
    """
    relation = graph.relations.get(NEEDS)
    inverse = relation.inverse if relation else ""
    needs: dict[str, set[str]] = defaultdict(set)
    for edge in graph.edges:
        if edge.relation == NEEDS:
            needs[edge.source].add(edge.target)
        elif edge.relation == inverse:
            needs[edge.target].add(edge.source)
    cycles: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for key in sorted(needs):
        if key not in seen and (cycle := _way_back(key, needs)):
            cycles.append(cycle)
            seen.update(cycle)
    return tuple(cycles)


def _way_back(start: str, needs: Mapping[str, set[str]]) -> tuple[str, ...]:
    """Return the shortest way from a node back to itself, () if there is none."""
    came_from: dict[str, str] = {}
    queue = deque([start])
    while queue:
        here = queue.popleft()
        for there in sorted(needs.get(here, ())):
            if there == start:
                way = [here]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return tuple(reversed(way))
            if there not in came_from:
                came_from[there] = here
                queue.append(there)
    return ()
