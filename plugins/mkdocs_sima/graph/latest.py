"""Results that are kept for the latest graph: a server asks about the same one again and again."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_sima.graph.nodes import Graph

_T = TypeVar("_T")


def for_latest(make: Callable[[Graph], _T]) -> Callable[[Graph], _T]:
    """Decorate what takes long to find out: a graph of the same content gets it at once."""
    latest: list[tuple[Graph, _T]] = []

    @wraps(make)
    def get(graph: Graph) -> _T:
        if not latest or (latest[0][0] is not graph and latest[0][0] != graph):
            latest[:] = [(graph, make(graph))]
        return latest[0][1]

    return get
