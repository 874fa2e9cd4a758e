"""What the graph tells owners: pillars, bridges, groups, and prerequisites that go in circles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_sima.graph import bridges, find_communities, most_cited, prerequisite_cycles

if TYPE_CHECKING:
    from mkdocs_sima.graph import Graph
    from mkdocs_sima.site.pages.entries import Entries, Row

_LISTED = 10
_PILLARS = 3  # most cited members that are shown of a group
_GROUP = 3  # documents; two that cite each other are no group


@dataclass(frozen=True, slots=True)
class Group:
    """Documents of a scope that cite each other more than the rest."""

    name: str
    scope: str
    count: int
    first: list[Row]


@dataclass(frozen=True, slots=True)
class Insight:
    """Lists for the health page; all empty without a graph."""

    cycles: list[list[Row]]
    cited: list[tuple[Row, int]]
    bridges: list[tuple[Row, tuple[str, ...]]]
    groups: list[Group]


def build(entries: Entries, page: str) -> Insight:
    """Return what the graph tells, with links as seen from the page of that URI."""
    graph: Graph | None = entries.site.graph
    if graph is None:
        return Insight([], [], [], [])

    def row(path: str) -> Row:
        return entries.row(page, entries.kb.documents[path])

    own = [c for c in find_communities(graph) if c.members[0] in entries.kb.documents]
    groups = [c for c in own if len(c.members) >= _GROUP]
    groups.sort(key=lambda community: -len(community.members))
    return Insight(
        cycles=[[row(path) for path in cycle] for cycle in prerequisite_cycles(graph)[:_LISTED]],
        cited=[(row(path), times) for path, times in most_cited(graph, _LISTED)],
        bridges=[(row(path), joins) for path, joins in bridges(graph, _LISTED)],
        groups=[
            Group(
                group.name,
                entries.scope_label(group.scope),
                len(group.members),
                [row(path) for path in group.members[:_PILLARS]],
            )
            for group in groups[: 2 * _LISTED]
        ],
    )
