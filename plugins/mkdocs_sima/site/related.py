"""What stands at the end of a page: the surroundings of the entry in the knowledge base."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_sima.graph import local_svg
from mkdocs_sima.site import labels
from mkdocs_sima.site.graph_page import focus_on_map

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mkdocs_sima.graph import Likeness
    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document
    from mkdocs_sima.mojibake import Change
    from mkdocs_sima.settings import EntryType
    from mkdocs_sima.site.context import SiteContext

_SUGGESTED = 5
_EXCERPT = 220  # characters


@dataclass(frozen=True)
class Item:
    """Another document, as a line of a list."""

    href: str
    document: Document
    type: EntryType | None
    note: str = ""  # the sentence it comes from, the words it shares


@dataclass(frozen=True)
class Group:
    """Documents that stand in the same relation to this one."""

    label: str
    items: Sequence[Item]


@dataclass(frozen=True)
class Related:
    """Everything at the end of a page; all empty for a document that stands alone."""

    outgoing: Sequence[Group]
    incoming: Sequence[Group]
    suggested: Sequence[Item]
    previous: Item | None
    next: Item | None
    graph: str  # SVG
    repairs: Sequence[Change]

    def __bool__(self) -> bool:
        return bool(self.outgoing or self.incoming or self.suggested)


class Surroundings:
    """Knows what lies around each document of a site."""

    def __init__(self, site: SiteContext) -> None:
        self._site = site
        self._neighbours = find_neighbours(site.kb)
        self._alike: dict[str, list[Likeness]] = defaultdict(list)
        for alike in site.graph.alike if site.graph else ():
            self._alike[alike.a].append(alike)
            self._alike[alike.b].append(alike)

    def of(self, document: Document) -> Related:
        """Gather the surroundings of a document."""
        site = self._site
        before, after = self._neighbours.get(document.path, (None, None))
        repairs = [change for change in document.changes if change.after != change.before]
        lists = document.kind == "index"  # its text is the list already
        return Related(
            outgoing=() if lists else _outgoing(site, document),
            incoming=_incoming(site, document),
            suggested=_suggested(site, document, self._alike.get(document.path, ())),
            previous=_item(site, document, before) if before else None,
            next=_item(site, document, after) if after else None,
            graph="" if lists else _graph(site, document),
            repairs=repairs if site.settings.show_repairs else (),
        )


def _item(site: SiteContext, document: Document, path: str, note: str = "") -> Item:
    other = site.kb.documents[path]
    return Item(site.url(document.path, path), other, labels.entry_type(site, other), note)


def _groups(
    site: SiteContext, found: dict[str, dict[str, Item]], plain: tuple[str, str]
) -> list[Group]:
    """Return one group per relation in the order of the settings, the unspecific one last.

    Args:
        site: the site.
        found: relation → path → item.
        plain: the name of the relation that says no more than "related", and what to call both.
    """
    relations = site.settings.relations
    unspecific, label = plain
    rest = found.pop("related", {}) | found.pop(unspecific, {})
    groups = [
        Group(site.t(relation.label), list(found[name].values()))
        for name, relation in relations.items()
        if name in found
    ]
    if rest:
        groups.append(Group(label, list(rest.values())))
    return groups


def _outgoing(site: SiteContext, document: Document) -> list[Group]:
    found: dict[str, dict[str, Item]] = defaultdict(dict)
    for target, relation in _relations_to(site, document).items():
        found[relation][target] = _item(site, document, target)
    return _groups(site, found, ("references", site.t("Refers to")))


def _relations_to(site: SiteContext, document: Document) -> dict[str, str]:
    """Return what a document refers to: each target once, with its most specific relation."""
    relations = site.settings.relations
    chosen: dict[str, str] = {}
    for reference in site.kb.references(document.path):
        relation = reference.mention.relation
        if reference.target and chosen.get(reference.target, "related") == "related":
            # One that the settings don't know is shown as what every reference is.
            chosen[reference.target] = relation if relation in relations else "related"
    return chosen


def _incoming(site: SiteContext, document: Document) -> list[Group]:
    relations = site.settings.relations
    chosen: dict[str, tuple[str, str]] = {}
    for backlink in site.kb.backlinks(document.path):
        relation = backlink.relation if backlink.relation in relations else "related"
        known = chosen.get(backlink.source)
        if known is None or (known[0] == "related" and relation != "related"):
            chosen[backlink.source] = (relation, _shorten(backlink.excerpt))
    found: dict[str, dict[str, Item]] = defaultdict(dict)
    said = _relations_to(site, document)
    for source, (relation, excerpt) in chosen.items():
        if relation != "related" and said.get(source) == relation:
            continue  # both say so: "superseded by" here, "supersedes" there
        found[relation][source] = _item(site, document, source, excerpt)
    return _groups(site, found, ("referenced-by", site.t("Referenced by")))


def _shorten(text: str) -> str:
    if len(text) <= _EXCERPT:
        return text
    return text[:_EXCERPT].rsplit(" ", 1)[0] + " …"


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
        _item(site, document, path, f"{site.t('shares')}: {', '.join(shared[:4])}")
        for _, path, shared in likeness[:_SUGGESTED]
    ]


def _graph(site: SiteContext, document: Document) -> str:
    if site.graph is None:
        return ""
    return local_svg(
        site.graph,
        document.path,
        lambda path: site.url(document.path, path),
        t=site.t,
        more_href=focus_on_map(site, document) if site.settings.index_pages else None,
    )


def find_neighbours(kb: KnowledgeBase) -> dict[str, tuple[str | None, str | None]]:
    """Return for each entry the ones before and after it: same scope, same type, by number."""
    rows: dict[tuple[str, str], list[Document]] = defaultdict(list)
    for document in kb.documents.values():
        if document.ref_id and document.kind == "entry":
            rows[kb.scope_of(document.path).path, document.ref_id.type].append(document)
    found: dict[str, tuple[str | None, str | None]] = {}
    for row in rows.values():
        row.sort(key=_number)
        paths: list[str | None] = [None, *(document.path for document in row), None]
        for index, document in enumerate(row, 1):
            found[document.path] = (paths[index - 1], paths[index + 1])
    return found


def _number(document: Document) -> tuple[int, str, str]:
    number = document.ref_id.number if document.ref_id else ""
    digits = "".join(c for c in number if c.isdigit() and c.isascii())
    return (int(digits) if digits else 0, number, document.path)
