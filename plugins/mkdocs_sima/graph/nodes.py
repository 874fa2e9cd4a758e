"""The graph of a knowledge base: documents, what they cite, and which share rare keywords."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mkdocs_sima.settings import EntryType, Relation

NodeKind = Literal[
    "entry", "index", "template", "document", "keyword", "missing", "external", "code"
]


@dataclass(frozen=True, slots=True)
class Node:
    """A document, an entry of another base; on request a keyword, a missing ID, code."""

    key: str  # the document's path; "keyword:cold start", "external:AWS-LESS-03", "code:src/a.py"
    kind: NodeKind
    title: str
    id: str = ""
    type: str = ""  # as declared in the settings; "" without a REF-ID
    scope: str = ""  # key of its scope
    scope_name: str = ""  # what people call it
    status: str = ""
    priority: str = ""
    keywords: tuple[str, ...] = ()
    summary: str = ""
    url: str = ""  # of an entry of another knowledge base

    @property
    def label(self) -> str:
        """The shortest text that names it: its REF-ID, else its title."""
        return self.id or self.title


@dataclass(frozen=True, slots=True)
class Edge:
    """All references of one relation from one document to another."""

    source: str
    target: str
    relation: str
    count: int


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two documents that share keywords; the rarer the keywords, the nearer to 1 is the score."""

    a: str  # before b in the order of keys
    b: str
    score: float  # above 0, at most 1
    shared: tuple[str, ...]  # rarest first

    def other(self, key: str) -> str:
        """Return the end that is not `key`."""
        return self.b if key == self.a else self.a


@dataclass(frozen=True)
class Graph:
    """Nodes sorted by key, edges by source, target and relation: equal input, equal graph."""

    nodes: Mapping[str, Node]
    edges: tuple[Edge, ...]
    alike: tuple[Likeness, ...] = ()
    types: Mapping[str, EntryType] = field(default_factory=dict)
    relations: Mapping[str, Relation] = field(default_factory=dict)

    @cached_property
    def outgoing(self) -> Mapping[str, tuple[Edge, ...]]:
        """Edges by their source; sources without edges are absent."""
        return _grouped(self.edges, lambda edge: edge.source)

    @cached_property
    def incoming(self) -> Mapping[str, tuple[Edge, ...]]:
        """Edges by their target; targets without edges are absent."""
        return _grouped(self.edges, lambda edge: edge.target)

    @cached_property
    def citations(self) -> Mapping[str, int]:
        """How many other documents cite each node."""
        return {
            key: len({e.source for e in self.incoming.get(key, ()) if e.source != key})
            for key in self.nodes
        }

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """Relation → its rank: those with a direction first, each in the order of the settings."""
        last = len(self.relations)
        return {
            name: place + (last if relation.inverse == name or name == "references" else 0)
            for place, (name, relation) in enumerate(self.relations.items())
        }

    def relation_label(self, name: str) -> str:
        """Return what people call a relation."""
        relation = self.relations.get(name)
        return relation.label if relation else name.replace("-", " ").capitalize()


def _grouped(edges: tuple[Edge, ...], by: Callable[[Edge], str]) -> dict[str, tuple[Edge, ...]]:
    groups: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        groups[by(edge)].append(edge)
    return {key: tuple(group) for key, group in groups.items()}
