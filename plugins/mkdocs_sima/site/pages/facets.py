"""The indexes by type, scope and status: an overview with counts, and a page for each value."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_sima.site.theme.colors import type_class
from mkdocs_sima.site.theme.context import GeneratedPage
from mkdocs_sima.site.theme.page_places import status_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_sima.model import Document
    from mkdocs_sima.site.pages.entries import Entries


@dataclass(frozen=True, slots=True)
class Group:
    """One value of a facet with the documents that have it."""

    value: str
    label: str
    uri: str
    documents: list[Document]
    css: str = ""  # class that sets the colour of a type
    note: str = ""  # what a reader knows it by, beside its label: `LESS`, `entries/lambda`


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to divide the documents."""

    name: str  # as the catalogue's address has it: `type`
    title: str
    uri: str
    groups: list[Group]


def build(entries: Entries) -> list[GeneratedPage]:
    """Return the overview and the pages of each facet that divides anything."""
    found = (types(entries), scopes(entries), statuses(entries))
    return [page for facet in found if facet.groups for page in _pages(entries, facet)]


def types(entries: Entries) -> Facet:
    """Divide the entries by their type, in the order of the settings."""
    settings, t, places = entries.site.settings, entries.site.t, entries.places
    by_type = _divide(entries, lambda doc: doc.ref_id.type if doc.ref_id else "")
    known = [name for name in settings.types if name in by_type]
    groups = []
    for name in [*known, *sorted(set(by_type) - set(known))]:
        type_ = settings.types.get(name)
        label = t(type_.plural) if type_ else name
        css = type_class(name)
        groups.append(Group(name, label, places.type(name), by_type[name], css, name))
    return Facet("type", t("Types"), places.types, groups)


def scopes(entries: Entries) -> Facet:
    """Divide all documents by their scope."""
    places = entries.places
    by_scope: dict[str, list[Document]] = {s.path: [] for s in entries.kb.scopes if s.path}
    for document in entries.documents:
        by_scope.setdefault(entries.kb.scope_of(document.path).path, []).append(document)
    groups = [
        Group(path, entries.scope_label(path), places.scope(path), documents, note=path)
        for path, documents in sorted(by_scope.items())
    ]
    return Facet("scope", entries.site.t("Scopes"), places.scopes, groups)


def statuses(entries: Entries) -> Facet:
    """Divide the documents that have a status by it, the most frequent first."""
    places = entries.places
    by_status = _divide(entries, status_of)
    groups = [
        Group(status, _capitalized(entries.site.t(status)), places.status(status), documents)
        for status, documents in sorted(by_status.items(), key=lambda item: -len(item[1]))
    ]
    return Facet("status", entries.site.t("Status"), places.statuses, groups)


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]


def _divide(entries: Entries, key: Callable[[Document], str]) -> dict[str, list[Document]]:
    groups: dict[str, list[Document]] = defaultdict(list)
    for document in entries.documents:
        if value := key(document):
            groups[value].append(document)
    return groups


def _pages(entries: Entries, facet: Facet) -> list[GeneratedPage]:
    site = entries.site
    pages = [
        GeneratedPage(
            uri=facet.uri,
            title=facet.title,
            html=site.render("pages/facet.html", facet=facet, page=facet.uri),
            nav=(site.t("Browse"),),
            hide=("toc",),
        )
    ]
    for group in facet.groups:
        html = site.render(
            "pages/group.html",
            facet=facet,
            group=group,
            page=group.uri,
            rows=entries.rows(group.uri, group.documents),
            catalogue=entries.places.catalogue,
        )
        pages.append(GeneratedPage(group.uri, group.label, html, hide=("toc",)))
    return pages
