"""Graphs made of a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mkdocs_sima import KnowledgeBase
from mkdocs_sima.graph import Edge, Graph, Node
from mkdocs_sima.graph.similarity import find_alike
from mkdocs_sima.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path


@pytest.fixture(scope="session")
def make_graph() -> Callable[..., Graph]:
    """Return the function that makes a graph of `{"scope/ID": title}` and `"a -> b relation"`."""

    def make(
        nodes: Mapping[str, str] | Iterable[str],
        edges: Iterable[str] = (),
        keywords: Mapping[str, tuple[str, ...]] | None = None,
    ) -> Graph:
        titles = nodes if isinstance(nodes, dict) else {key: key.upper() for key in nodes}
        words = keywords or {}
        settings = Settings()
        made = {}
        for key, title in sorted(titles.items()):
            scope, _, name = key.rpartition("/")
            type_ = name.split("-")[0]
            made[key] = Node(
                key, "entry", title, name, type_, scope, scope or "general",
                keywords=words.get(key, ()),
            )  # fmt: skip
        found = []
        for edge in edges:
            source, _, rest = edge.partition(" -> ")
            target, _, relation = rest.partition(" ")
            found.append(Edge(source, target, relation or "related", 1))
        return Graph(
            nodes=made,
            edges=tuple(sorted(found, key=lambda e: (e.source, e.target, e.relation))),
            alike=find_alike({key: words.get(key, ()) for key in made}),
            types=settings.types,
            relations=settings.relations,
        )

    return make


@pytest.fixture(scope="session")
def corpus(shared: Path) -> KnowledgeBase:
    """Return a real knowledge base; skip where it is missing."""
    return KnowledgeBase.load(shared / "corpus")
