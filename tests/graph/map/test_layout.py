from __future__ import annotations

import json
import math
import statistics
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_sima.graph import Edge, Graph, Node, build_graph, find_communities, layout, map_data
from mkdocs_sima.graph.communities import louvain
from mkdocs_sima.graph.map.layout import SPACING
from mkdocs_sima.graph.map.packing import enclose, pack

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_sima import KnowledgeBase

GRAPHS = st.builds(
    lambda scopes, pairs: (
        {f"s{scope}/LESS-{n}": f"Lesson {n}" for n, scope in enumerate(scopes)},
        [
            f"s{scopes[a]}/LESS-{a} -> s{scopes[b]}/LESS-{b}"
            for a, b in pairs
            if a < len(scopes) and b < len(scopes)
        ],
    ),
    st.lists(st.integers(0, 4), max_size=70),
    st.sets(st.tuples(st.integers(0, 69), st.integers(0, 69)), max_size=90),
)


@settings(max_examples=40)
@given(GRAPHS)
def test_nothing_overlaps_and_everything_lies_in_its_regions(
    make_graph: Callable[..., Graph], given_graph: tuple[dict[str, str], list[str]]
) -> None:
    graph = make_graph(*given_graph)
    positions = layout(graph)
    assert list(positions.places) == list(graph.nodes)
    places = list(positions.places.values())
    for n, place in enumerate(places):
        assert all(math.dist(place, other) > 1.4 * SPACING for other in places[:n])
    for key, place in positions.places.items():
        community = positions.communities[positions.community_of[key]]
        assert community.scope == graph.nodes[key].scope
        assert math.dist(place, (community.x, community.y)) < community.r
    for regions in (positions.scopes, positions.communities):
        for n, a in enumerate(regions):
            for b in regions[:n]:
                assert math.dist((a.x, a.y), (b.x, b.y)) > a.r + b.r - 3


def test_two_circles_of_friends_are_two_communities(make_graph: Callable[..., Graph]) -> None:
    names = [f"LESS-{n:02}" for n in range(30)]
    edges = [
        f"{a} -> {b}" for a in names for b in names if a != b and (a < "LESS-15") == (b < "LESS-15")
    ]
    keywords = {name: ("cold start" if name < "LESS-15" else "retry", "cloud") for name in names}
    found = find_communities(make_graph(names, edges, keywords))
    assert [sorted(community.members) for community in found] == [names[:15], names[15:]]
    assert [community.name.split(", ")[0] for community in found] == ["cold start", "retry"]


def test_louvain_separates_two_triangles() -> None:
    edges = [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3)]
    weights: dict[int, dict[int, float]] = {n: {} for n in range(6)}
    for a, b in edges:
        weights[a][b] = weights[b][a] = 1.0
    labels = louvain(weights)
    assert labels[0] == labels[1] == labels[2] != labels[3]
    assert labels[3] == labels[4] == labels[5]


@settings(max_examples=40)
@given(st.lists(st.floats(1, 50), min_size=1, max_size=40))
def test_packed_circles_do_not_overlap_and_are_enclosed(radii: list[float]) -> None:
    circles = pack(sorted(radii, reverse=True), {})
    around = enclose(circles)
    for n, a in enumerate(circles):
        assert math.hypot(a.x - around.x, a.y - around.y) + a.r <= around.r + 1e-6
        assert all(math.hypot(a.x - b.x, a.y - b.y) >= (a.r + b.r) * 0.999 for b in circles[:n])


def test_data_of_the_map_says_the_graph(make_graph: Callable[..., Graph]) -> None:
    graph = make_graph(
        {"a/LESS-1": "One", "a/DEC-2": "Two", "b/LESS-3": "Three"},
        ["a/LESS-1 -> b/LESS-3", "a/LESS-1 -> a/DEC-2 prerequisite", "b/LESS-3 -> a/DEC-2"],
    )
    data = json.loads(
        map_data(
            graph,
            layout(graph),
            lambda key: f"{key}/",
            insights=[("some", "Some", ["b/LESS-3"])],
            missing={"AP-9": ["a/LESS-1", "b/LESS-3"]},
            code={"src/a.py": ["b/LESS-3"]},
        )
    )
    assert data["insights"] == [["some", "Some", [2]]]
    assert data["missing"] == [["AP-9", 1, 2]]
    assert data["code"] == [["src/a.py", 2]]
    edges, at = [], 0
    for source, count in enumerate(data["out"]):
        target = 0
        for _ in range(count):
            target += data["step"][at]
            relation = data["relations"][data["relation"][at]][0]
            edges.append((data["url"][source], data["url"][target], relation))
            at += 1
    assert edges == [(f"{e.source}/", f"{e.target}/", e.relation) for e in graph.edges]
    assert [data["types"][n] for n in data["type"]] == [
        ["DEC", "Decisions", "Decision"],
        ["LESS", "Lessons", "Lesson"],
        ["LESS", "Lessons", "Lesson"],
    ]


def test_a_real_map_is_the_same_twice_and_calm_when_an_entry_is_added(
    corpus: KnowledgeBase,
) -> None:
    graph = build_graph(corpus)
    before = layout(graph)
    assert layout(build_graph(corpus)) is before
    layout(Graph({}, ()))  # the latest is kept
    again = layout(build_graph(corpus))
    assert again is not before
    assert map_data(graph, before, str) == map_data(build_graph(corpus), again, str)

    xs = [x for x, _ in before.places.values()]
    width = max(xs) - min(xs)
    entries = [node for node in graph.nodes.values() if node.kind == "entry"]
    moves = []
    for beside in entries[:: len(entries) // 9]:
        after = layout(_with_one_more(graph, beside))
        moves.append(
            statistics.median(
                math.dist(place, after.places[key]) for key, place in before.places.items()
            )
        )
    assert statistics.median(moves) < 0.01 * width
    assert sum(move < 0.05 * width for move in moves) >= 0.8 * len(moves)


def _with_one_more(graph: Graph, beside: Node) -> Graph:
    """Add an entry that cites one and what that one cites."""
    new = replace(beside, key=f"{beside.key[:-3]}-new.md", title="New", id=f"{beside.id}9")
    cites = [beside.key, *(edge.target for edge in graph.outgoing.get(beside.key, ())[:4])]
    edges = {Edge(new.key, target, "related", 1) for target in cites}
    return replace(
        graph,
        nodes=dict(sorted({**graph.nodes, new.key: new}.items())),
        edges=tuple(sorted({*graph.edges, *edges}, key=lambda e: (e.source, e.target, e.relation))),
    )
