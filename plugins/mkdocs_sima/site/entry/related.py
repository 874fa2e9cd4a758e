"""What stands at the end of a page: the surroundings of the entry in the knowledge base."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from mkdocs_sima.graph import local_svg
from mkdocs_sima.site.entry.items import Group, Item, item_for
from mkdocs_sima.site.entry.neighbours import find_neighbours
from mkdocs_sima.site.entry.relation_groups import group_by_relation
from mkdocs_sima.site.pages.map_page import focus_on_map
from mkdocs_sima.site.theme.naming import address_of
from mkdocs_sima.store import fingerprint, pack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from mkdocs_sima.graph import Likeness
    from mkdocs_sima.model import Document
    from mkdocs_sima.mojibake import Change
    from mkdocs_sima.site.theme.context import SiteContext

_SUGGESTED = 5


@dataclass(frozen=True)
class Related:
    """Everything at the end of a page; all empty for a document that stands alone."""

    groups: Sequence[Group]
    suggested: Sequence[Item]
    previous: Item | None
    next: Item | None
    graph: str  # SVG
    wider: str  # address of the map with what is two steps away
    repairs: Sequence[Change]

    def __bool__(self) -> bool:
        return bool(self.groups or self.suggested)


class Around:
    """The surroundings of a document, gathered when they are asked for, and what decides on them.

    Most pages of a build are as they were, and gathering is half of finding that out.
    """

    def __init__(self, decided_by: bytes, gather: Callable[[], Related]) -> None:
        self.decided_by = decided_by
        """Digest of everything that they are made from, but for what all pages share."""
        self._gather = gather

    @cached_property
    def related(self) -> Related:
        """What lies around the document."""
        return self._gather()


class Surroundings:
    """Knows what lies around each document of a site."""

    def __init__(self, site: SiteContext) -> None:
        self._site = site
        self._neighbours = find_neighbours(site.kb)
        self._alike: dict[str, list[Likeness]] = defaultdict(list)
        for alike in site.graph.alike if site.graph else ():
            self._alike[alike.a].append(alike)
            self._alike[alike.b].append(alike)

    def around(self, document: Document) -> Around:
        """Return the surroundings of a document, still to be gathered."""
        site, path = self._site, document.path
        cited = [
            (m.text, m.form, m.ref_id, m.relation, m.gloss, verdict, target)
            for m, verdict, target, *_ in site.kb.references(path)
        ]
        citing = [
            (b.source, b.excerpt, b.relation, b.reference.mention.label)
            for b in site.kb.backlinks(path)
        ]
        ends = {*(row[-1] for row in cited), *(row[0] for row in citing)}
        counts = site.graph.citations if site.graph else {}
        fame = sorted((end, counts[end]) for end in ends if end in counts)  # the drawing's order
        repairs = repr(document.changes) if site.settings.show_repairs else ""
        seen = site.kb.faces, site.addresses, site.graph is None
        decided_by = fingerprint(*seen, path, pack((cited, citing, fame)), repairs)
        return Around(decided_by, lambda: self.of(document))

    def of(self, document: Document) -> Related:
        """Gather the surroundings of a document."""
        site = self._site
        before, after = self._neighbours.get(document.path, (None, None))
        repairs = [change for change in document.changes if change.after != change.before]
        lists = document.kind == "index"  # its text is the list already
        return Related(
            groups=group_by_relation(site, document, lists=lists),
            suggested=_suggested(site, document, self._alike.get(document.path, ())),
            previous=item_for(site, document, before) if before else None,
            next=item_for(site, document, after) if after else None,
            graph="" if lists else _graph(site, document),
            wider=focus_on_map(site, document, steps=2),
            repairs=repairs if site.settings.show_repairs else (),
        )


def _suggested(site: SiteContext, document: Document, likenesses: Iterable[Likeness]) -> list[Item]:
    known = {r.target for r in site.kb.references(document.path)}
    known |= {b.source for b in site.kb.backlinks(document.path)}
    likeness = [
        (alike.score, alike.other(document.path), alike.shared)
        for alike in likenesses
        if alike.other(document.path) not in known
    ]
    likeness.sort(key=lambda row: (-row[0], row[1]))
    return [
        item_for(site, document, path, site.t("Shares: {words}", words=", ".join(shared[:4])))
        for _, path, shared in likeness[:_SUGGESTED]
    ]


def _graph(site: SiteContext, document: Document) -> str:
    if site.graph is None:
        return ""
    return local_svg(
        site.graph,
        document.path,
        lambda key: address_of(site, document.path, key),
        t=site.t,
        more_href=focus_on_map(site, document),
    )
