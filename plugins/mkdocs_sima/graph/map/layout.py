"""Give every node a place on the map: scopes apart, in them communities, in them nodes.

Near-linear and calm: a community is a sunflower with its most cited entry in the middle, so its
nodes never overlap and one more is added outside; communities are packed into scopes and scopes
into the map. Nothing is simulated, so there is nothing to settle: equal graphs, equal maps.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from mkdocs_sima.graph.communities import find_communities
from mkdocs_sima.graph.latest import for_latest
from mkdocs_sima.graph.map.packing import Circle, enclose, in_steps, pack

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs_sima.graph.communities import Community
    from mkdocs_sima.graph.nodes import Graph

_K = TypeVar("_K", int, str)

SPACING = 12.0  # map units; two nodes are about 1.7 times as far from each other
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
ASPECT = 1.4  # screens are wider than high


@dataclass(frozen=True, slots=True)
class Region:
    """A circle of the map, with a name."""

    name: str
    x: int
    y: int
    r: int
    scope: str  # key of the scope that it is, or lies in


@dataclass(frozen=True)
class Layout:
    """Places in whole units of the map, x to the right and y down; the origin is the middle."""

    places: Mapping[str, tuple[int, int]]  # node → (x, y)
    scopes: tuple[Region, ...]
    communities: tuple[Region, ...]
    community_of: Mapping[str, int]  # node → index in `communities`


@for_latest
def layout(graph: Graph) -> Layout:
    """Place all nodes. Equal graphs get equal layouts, to the last byte."""
    communities = find_communities(graph)
    home = {key: n for n, community in enumerate(communities) for key in community.members}
    of_scope: dict[str, list[int]] = defaultdict(list)
    for number, community in enumerate(communities):
        of_scope[community.scope].append(number)
    between_communities, between_scopes = _ties(graph, communities, home)

    inside: dict[int, Circle] = {}  # relative to the middle of the scope
    radii: dict[str, float] = {}
    for scope, numbers in of_scope.items():
        circles = _packed({n: _radius(communities[n]) for n in numbers}, between_communities)
        around = enclose(list(circles.values()))
        radii[scope] = in_steps(around.r + SPACING)
        for number, circle in circles.items():
            inside[number] = Circle(circle.x - around.x, circle.y - around.y, circle.r)
    scopes = _packed(radii, between_scopes, aspect=ASPECT)

    places: dict[str, tuple[int, int]] = {}
    regions: list[Region] = []
    for number, community in enumerate(communities):
        outer, circle = scopes[community.scope], inside[number]
        x, y = outer.x + circle.x, outer.y + circle.y
        regions.append(_region(community.name, community.scope, x, y, circle.r))
        places.update(_sunflower(community.members, x, y))
    names = {node.scope: node.scope_name for node in graph.nodes.values()}
    return Layout(
        places={key: places[key] for key in graph.nodes},
        scopes=tuple(
            _region(names[key], key, c.x, c.y, c.r - SPACING / 2)
            for key, c in sorted(scopes.items())
        ),
        communities=tuple(regions),
        community_of=home,
    )


def _radius(community: Community) -> float:
    return in_steps(SPACING * (math.sqrt(len(community.members)) + 1.2))


def _region(name: str, scope: str, x: float, y: float, r: float) -> Region:
    return Region(name, round(x), round(y), round(r), scope)


def _sunflower(members: Sequence[str], x: float, y: float) -> dict[str, tuple[int, int]]:
    places = {}
    for number, key in enumerate(members):
        distance = SPACING * math.sqrt(number + 0.5)
        angle = number * GOLDEN_ANGLE
        places[key] = (
            round(x + distance * math.cos(angle)),
            round(y + distance * math.sin(angle)),
        )
    return places


def _ties(
    graph: Graph, communities: Sequence[Community], home: Mapping[str, int]
) -> tuple[Counter[tuple[int, int]], Counter[tuple[str, str]]]:
    """Count the edges between communities, and between scopes."""
    of_communities: Counter[tuple[int, int]] = Counter()
    of_scopes: Counter[tuple[str, str]] = Counter()
    for edge in graph.edges:
        a, b = sorted((home[edge.source], home[edge.target]))
        if a == b:
            continue
        one, other = sorted((communities[a].scope, communities[b].scope))
        if one == other:
            of_communities[a, b] += 1
        else:
            of_scopes[one, other] += 1
    return of_communities, of_scopes


def _packed(
    radii: Mapping[_K, float], ties: Mapping[tuple[_K, _K], int], *, aspect: float = 1.0
) -> dict[_K, Circle]:
    """Pack named circles, the largest first; ties are rounded so that one more changes little."""
    order = sorted(radii, key=lambda key: -radii[key])
    number = {key: n for n, key in enumerate(order)}
    strength: dict[tuple[int, int], float] = {}
    for (a, b), count in ties.items():
        if a in number and b in number:
            i, j = sorted((number[a], number[b]))
            strength[i, j] = round(math.log2(1 + count)) / 4
    circles = pack([radii[key] for key in order], strength, aspect=aspect)
    return dict(zip(order, circles, strict=True))
