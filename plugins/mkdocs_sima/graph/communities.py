"""Communities: groups of documents in one scope that cite each other more than the rest.

Found by Louvain's method on weighted edges. A citation counts less the more its author cites, so
that a page that lists everything pulls nothing together; shared rare keywords and a common folder
pull a little. Only edges inside a scope count: a change in one scope regroups no other.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_sima.graph.latest import for_latest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs_sima.graph.nodes import Graph

SMALL_SCOPE = 24  # nodes; a scope up to this size is one community
SMALL_COMMUNITY = 4  # smaller ones join their best neighbour
ALIKE_PULL, FOLDER_PULL = 0.5, 0.1  # against 1 for the only citation of a document

Weights = dict[int, dict[int, float]]


@dataclass(frozen=True, slots=True)
class Community:
    """Documents of one scope that belong together, the most cited first."""

    scope: str
    name: str  # of its rarest shared keywords; never empty
    members: tuple[str, ...]


@for_latest
def find_communities(graph: Graph) -> tuple[Community, ...]:
    """Return the communities of all scopes; every node is in exactly one of them.

    Sorted by scope, then by their most cited member.
    """
    scopes: dict[str, list[str]] = defaultdict(list)
    for key, node in graph.nodes.items():
        scopes[node.scope].append(key)
    uses = Counter(word for node in graph.nodes.values() for word in set(node.keywords))
    pulls = _pulls(graph)
    found: list[Community] = []
    for scope, members in sorted(scopes.items()):
        groups = [members] if len(members) <= SMALL_SCOPE else _split(members, pulls)
        for group in groups:
            group.sort(key=lambda key: (-graph.citations[key], key))
            found.append(Community(scope, _name(graph, group, uses), tuple(group)))
    return tuple(sorted(found, key=lambda c: (c.scope, c.members[0])))


def _pulls(graph: Graph) -> dict[str, dict[str, float]]:
    """Return how strongly each node is drawn to others of its scope, in both directions."""
    pulls: dict[str, dict[str, float]] = {key: {} for key in graph.nodes}

    def pull(a: str, b: str, weight: float) -> None:
        if a != b and graph.nodes[a].scope == graph.nodes[b].scope:
            pulls[a][b] = pulls[a].get(b, 0.0) + weight
            pulls[b][a] = pulls[b].get(a, 0.0) + weight

    for source, edges in graph.outgoing.items():
        for edge in edges:
            pull(source, edge.target, 1 / math.sqrt(len(edges)))
    for alike in graph.alike:
        pull(alike.a, alike.b, ALIKE_PULL * alike.score)
    return pulls


def _split(members: Sequence[str], pulls: Mapping[str, Mapping[str, float]]) -> list[list[str]]:
    """Group the nodes of one scope. Each folder is a vertex too, tied to the nodes in it."""
    number = {key: n for n, key in enumerate(members)}
    folders = sorted({_folder(key) for key in members})
    weights: Weights = {n: {} for n in range(len(members) + len(folders))}
    for key, n in number.items():
        weights[n] = {number[other]: w for other, w in pulls[key].items()}
        folder = len(members) + folders.index(_folder(key))
        weights[n][folder] = weights[folder][n] = FOLDER_PULL
    labels = _merge_small(louvain(weights), weights, len(members))
    groups: dict[int, list[str]] = defaultdict(list)
    for key, n in number.items():
        groups[labels[n]].append(key)
    return [groups[label] for label in sorted(groups)]


def _folder(key: str) -> str:
    return key.rpartition("/")[0]


def louvain(weights: Weights) -> list[int]:
    """Return a community number for each vertex 0 … n-1 of an undirected weighted graph.

    Vertices are visited in order, so equal input gives equal output.
    """
    labels = list(range(len(weights)))
    while True:
        moved = _move(weights)
        renumber = {label: n for n, label in enumerate(dict.fromkeys(moved.values()))}
        if len(renumber) == len(weights):
            return labels
        labels = [renumber[moved[label]] for label in labels]
        merged: Weights = {n: {} for n in range(len(renumber))}
        for a, row in weights.items():
            into = merged[renumber[moved[a]]]
            for b, weight in row.items():
                other = renumber[moved[b]]
                into[other] = into.get(other, 0.0) + weight
        weights = merged


def _move(weights: Weights) -> dict[int, int]:
    """Move each vertex to the neighbouring community that gains most, until none gains."""
    degree = {v: sum(row.values()) for v, row in weights.items()}
    total = sum(degree.values()) or 1.0
    label = {v: v for v in weights}
    volume = dict(degree)  # of each community
    for _ in range(12):
        moves = 0
        for v, row in weights.items():
            home = label[v]
            volume[home] -= degree[v]
            links: dict[int, float] = {home: 0.0}
            for other, weight in row.items():
                if other != v:
                    links[label[other]] = links.get(label[other], 0.0) + weight
            share = degree[v] / total
            best = max(links, key=lambda c: (links[c] - volume[c] * share, c == home, -c))
            volume[best] += degree[v]
            label[v] = best
            moves += best != home
        if moves == 0:
            break
    return label


def _merge_small(labels: list[int], weights: Weights, members: int) -> list[int]:
    """Let communities of too few nodes join the one that they have most ties with."""
    size = Counter(labels[:members])
    for label in sorted(size, key=lambda n: (size[n], n)):
        if size[label] >= SMALL_COMMUNITY:
            continue
        ties: Counter[int] = Counter()
        for v, own in enumerate(labels):
            if own == label:
                for other, weight in weights[v].items():
                    ties[labels[other]] += weight  # type: ignore[assignment]
        del ties[label]
        ties = Counter({n: tie for n, tie in ties.items() if size[n]})
        rest = ties or Counter({n: count for n, count in size.items() if n != label and count})
        if not rest:
            continue
        home = max(rest, key=lambda n: (rest[n], -n))
        labels = [home if own == label else own for own in labels]
        size[home] += size.pop(label)
    return labels


def _name(graph: Graph, members: Sequence[str], uses: Mapping[str, int]) -> str:
    """Name it after the two keywords that set it apart, else after its most cited member."""
    counts = Counter(word for key in members for word in set(graph.nodes[key].keywords))
    scores = {
        word: count * math.log(1 + len(graph.nodes) / uses[word])
        for word, count in counts.items()
        if count > 1 and count * 6 >= len(members) and len(word) > 2
    }
    words = sorted(scores, key=lambda word: (-scores[word], word))[:2]
    return ", ".join(words) or graph.nodes[members[0]].title
