"""succession-cycle: entries that supersede each other."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from mkdocs_sima.rules.evidence.successions import successions
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report each circle of entries once, where the first of them names the next."""
    places = successions(kb)
    newer: dict[str, list[str]] = defaultdict(list)
    for old, new in places:
        newer[old].append(new)
    seen: set[str] = set()
    for start in sorted(newer):
        circle = _circle(start, newer) if start not in seen else []
        if not circle:
            continue
        seen.update(circle)
        path, mention = places[circle[0], circle[1]]
        names = [kb.documents[member].id or member for member in circle]
        yield RULE.of(
            kb.documents[path],
            mention,
            f"{_said(names)}, so none holds; take out what is wrong",
            subject=" ".join(sorted(set(names))),
        )


def _said(names: list[str]) -> str:
    if len(names) == 2:
        return f"{names[0]} is superseded by itself"
    return f"{' → '.join(names)}: each is superseded by the next"


def _circle(start: str, newer: Mapping[str, list[str]]) -> list[str]:
    """Return the shortest way from an entry over newer ones back to itself, [] if there is none."""
    came_from: dict[str, str] = {}
    level = [start]
    while level:
        following = []
        for old in level:
            for new in newer.get(old, ()):
                if new == start:
                    way = [start]
                    while old != start:
                        way.append(old)
                        old = came_from[old]
                    return [start, *reversed(way)]
                if new not in came_from:
                    came_from[new] = old
                    following.append(new)
        level = following
    return []


RULE = Rule(
    name="succession-cycle",
    severity="error",
    summary="Entries supersede each other in a circle, or one supersedes itself, so none holds.",
    example="# DEC-02: Queues\n\n**Supersedes:** DEC-01\n\n"
    "And DEC-01 says `**Supersedes:** DEC-02`.",
    look=look,
)
