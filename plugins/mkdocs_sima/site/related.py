"""What stands at the end of a page: the surroundings of the entry in the knowledge base."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mkdocs_sima.graph import local_svg
from mkdocs_sima.site import labels
from mkdocs_sima.site.card import says_title
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
_PLAIN = "related"
_UNSPECIFIC = frozenset({_PLAIN, "references", "referenced-by"})  # what every reference is


@dataclass(frozen=True)
class Item:
    """Another document, as a line of a list."""

    href: str
    document: Document
    type: EntryType | None
    note: str = ""  # the sentence it comes from, the words it shares
    cited: bool = False  # whether this document refers to it, so that a preview may be asked for
    mutual: bool = False  # whether both refer to each other


@dataclass(frozen=True)
class Group:
    """Documents that stand in the same relation to this one, each in one group only."""

    label: str
    items: Sequence[Item]


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
            groups=_groups(site, document, lists=lists),
            suggested=_suggested(site, document, self._alike.get(document.path, ())),
            previous=_item(site, document, before) if before else None,
            next=_item(site, document, after) if after else None,
            graph="" if lists else _graph(site, document),
            wider=focus_on_map(site, document, steps=2),
            repairs=repairs if site.settings.show_repairs else (),
        )


def _item(site: SiteContext, document: Document, path: str, note: str = "") -> Item:
    other = site.kb.documents[path]
    return Item(site.url(document.path, path), other, labels.entry_type(site, other), note)


def _groups(site: SiteContext, document: Document, *, lists: bool) -> list[Group]:
    """Return what is related by how, in the order of the settings' relations, plain ones last.

    A document is listed once, under what either side says most precisely, with the sentence in
    which it cites this one. What an index lists is not repeated: its text is that list.
    """
    cited = {} if lists else _cited(site, document)
    citing = _citing(site, document)
    found: dict[str, list[Item]] = defaultdict(list)
    for path in {**cited, **citing}:
        relation, note = cited.get(path, (_PLAIN, ""))
        if path in citing:
            theirs, note = citing[path]
            relation = theirs if relation == _PLAIN else relation
        if relation == _PLAIN:  # then who cites whom is all that is known
            relation = "referenced-by" if path in citing else "references"
        item = _item(site, document, path, note)
        mutual = path in cited and path in citing
        found[relation].append(replace(item, cited=path in cited, mutual=mutual))
    order = {
        name: site.t(relation.label)
        for name, relation in site.settings.relations.items()
        if name not in _UNSPECIFIC
    } | {"references": site.t("Refers to"), "referenced-by": site.t("Referenced by")}
    for items in found.values():  # what says something of itself before what lists others
        items.sort(key=lambda item: item.document.kind != "entry")
    return [Group(label, found[name]) for name, label in order.items() if name in found]


def _known(site: SiteContext, relation: str) -> str:
    """Return a relation, or the plain one for what says no more or is not in the settings."""
    known = relation in site.settings.relations and relation not in _UNSPECIFIC
    return relation if known else _PLAIN


def _cited(site: SiteContext, document: Document) -> dict[str, tuple[str, str]]:
    """Return path → (relation, gloss) of what a document refers to, its most specific relation."""
    chosen: dict[str, tuple[str, str]] = {}
    for reference in site.kb.references(document.path):
        path, mention = reference.target, reference.mention
        if path and chosen.get(path, (_PLAIN, ""))[0] == _PLAIN:
            gloss = mention.gloss or ""
            known = says_title(site.kb.documents[path], gloss)  # then it says nothing new
            before = chosen.get(path, ("", ""))[1]
            chosen[path] = (_known(site, mention.relation), before if known else _shorten(gloss))
    return chosen


def _citing(site: SiteContext, document: Document) -> dict[str, tuple[str, str]]:
    """Return path → (relation as seen from here, sentence) of what refers to a document."""
    chosen: dict[str, tuple[str, str]] = {}
    for backlink in site.kb.backlinks(document.path):
        relation = _known(site, backlink.relation)
        before = chosen.get(backlink.source)
        if before is None or (before[0] == _PLAIN and relation != _PLAIN):
            chosen[backlink.source] = (relation, _shorten(backlink.excerpt))
    return chosen


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
        more_href=focus_on_map(site, document),
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
