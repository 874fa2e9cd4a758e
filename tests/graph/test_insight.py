from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.graph import bridges, most_cited, orphans, prerequisite_cycles

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_sima.graph import Graph


def test_pillars_and_orphans(make_graph: Callable[..., Graph]) -> None:
    graph = make_graph("abcd", ["a -> b", "c -> b", "a -> b prerequisite", "b -> c", "d -> d"])
    assert most_cited(graph) == (("b", 2), ("c", 1))
    assert orphans(graph) == ("a", "d")


def test_a_bridge_joins_communities(make_graph: Callable[..., Graph]) -> None:
    names = ["x/a", "y/b", "z/c", "z/d"]
    graph = make_graph(names, ["x/a -> y/b", "x/a -> z/c", "z/d -> z/c"])
    (bridge,) = bridges(graph)
    assert bridge.key == "x/a"
    assert len(bridge.joins) == 2


def test_circles_of_prerequisites_in_both_ways_of_saying_it(
    make_graph: Callable[..., Graph],
) -> None:
    graph = make_graph(
        "abcdef",
        [
            "a -> b prerequisite", "c -> b enables", "c -> d prerequisite", "d -> a prerequisite",
            "b -> c prerequisite", "e -> a prerequisite", "e -> f related", "f -> e related",
        ],
    )  # fmt: skip
    assert prerequisite_cycles(graph) == (("a", "b", "c", "d"),)
