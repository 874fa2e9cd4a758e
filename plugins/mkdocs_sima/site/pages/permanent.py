"""Permanent links: `/id/LESS-22/` leads to the entry, wherever its file moves.

They are small files of their own, not pages of the theme: there may be tens of thousands.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_sima.parsing.identity.file_names import stem_of
from mkdocs_sima.site.theme.context import GeneratedAsset

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_sima.model import Document
    from mkdocs_sima.site.pages.entries import Entries
    from mkdocs_sima.site.theme.context import SiteContext

LOOKUP = "id/ids.json"
"""What the page for missing addresses looks IDs up in: ID → [[address, title], …]."""

_SAFE = re.compile(r"[\w][\w.-]*")  # an ID that can be a folder's name everywhere


@dataclass(frozen=True, slots=True)
class Choice:
    """One document that an ID may mean."""

    id: str
    title: str
    url: str
    scope: str


def build(entries: Entries) -> tuple[GeneratedAsset, ...]:
    """Return a page for each ID and the table for the page of missing addresses."""
    lookup: dict[str, list[list[str]]] = {}
    pages = []
    for ref_id, documents in bearers(entries).items():
        uri = entries.places.permanent(ref_id)
        choices = [_choice(entries, uri, document) for document in documents]
        pages.append(GeneratedAsset(uri, _render(entries, uri, ref_id, choices)))
        lookup[ref_id] = [[choice.url.removeprefix("../../"), choice.title] for choice in choices]
    table = json.dumps(lookup, ensure_ascii=False, separators=(",", ":"))
    start = GeneratedAsset("id/index.html", _redirect(entries, entries.places.catalogue))
    return (*pages, start, GeneratedAsset(LOOKUP, table))


def bearers(entries: Entries) -> dict[str, list[Document]]:
    """Return ID → the documents it leads to, one ID for all that differ in case alone.

    A document's own ID wins over another's alias of the same spelling. Old IDs of the settings
    lead where the knowledge base resolves them to.
    """
    own: dict[str, list[Document]] = defaultdict(list)
    alias: dict[str, list[Document]] = defaultdict(list)
    spelling: dict[str, str] = {}
    for document in entries.documents:
        for table, names in ((own, [document.id]), (alias, _aliases(document))):
            for name in names:
                if name and _SAFE.fullmatch(name):
                    spelling.setdefault(name.casefold(), name)
                    table[name.casefold()].append(document)
    for old in entries.site.settings.aliases:
        found = entries.kb.find(old)
        if _SAFE.fullmatch(old) and found.target and old.casefold() not in own:
            spelling.setdefault(old.casefold(), old)
            alias[old.casefold()] = [entries.kb.documents[found.target]]
    return {spelling[key]: _once(own.get(key) or alias[key]) for key in sorted(spelling)}


def _once(documents: Iterable[Document]) -> list[Document]:
    return list({document.path: document for document in documents}.values())


def _aliases(document: Document) -> Iterable[str]:
    """Return the aliases that are IDs: a file's name is none, it changes when the file moves."""
    stem = stem_of(document.path)
    if document.ref_id is None:
        return ()
    return (
        name for name in (*document.aliases, document.ref_id.bare) if stem_of(name) == name != stem
    )


def _choice(entries: Entries, uri: str, document: Document) -> Choice:
    return Choice(
        document.id or "",
        document.display_title,
        entries.site.url(uri, document.path),
        entries.scope_label(entries.kb.scope_of(document.path).path),
    )


def _render(entries: Entries, uri: str, ref_id: str, choices: list[Choice]) -> str:
    if len(choices) == 1:
        only = choices[0]
        return page_of_choices(entries.site, uri, f"{ref_id}: {only.title}", only.url, choices)
    title = entries.site.t("{id} is borne by several", id=ref_id)
    return page_of_choices(entries.site, uri, title, None, choices)


def _redirect(entries: Entries, to: str) -> str:
    uri = "id/index.html"
    url = entries.site.url(uri, to)
    title = entries.site.t("Catalogue")
    return page_of_choices(entries.site, uri, title, url, [Choice("", title, url, "")])


def page_of_choices(
    site: SiteContext, uri: str, title: str, target: str | None, choices: list[Choice]
) -> str:
    """Return a page that leads to `target`, or offers several where that is `None`."""
    return site.render(
        "pages/permanent.html", page=uri, title=title, target=target, choices=choices
    )
