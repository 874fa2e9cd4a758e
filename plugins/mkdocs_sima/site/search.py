"""What Material's search reads of a page, and how it splits words so that REF-IDs stay whole."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_sima.model import Document
    from mkdocs_sima.site.rendering import Section

PLUGIN = "material/search"
FIELD = "ids"
"""A field of the index that is searched, weighs most and is never shown."""

SEPARATOR = r"[\s\u200b,:;!?=\[\]()\"'`/|]+|-(?=\D)|\.(?!\d)|&[lg]t;"
"""A hyphen separates words unless a digit follows: `LESS-22` is one word, `cold-start` two.

Material tests this twice: with all of a text, and with single characters of a query, where the
look-ahead keeps a lone hyphen from matching. That also keeps `LESS-`, typed on the way to
`LESS-22`, from becoming the search for a bare `*`, which freezes the browser with `search.suggest`.
"""

_LONGEST = 20_000  # characters of one section; nobody finds anything by what follows


def configure_search(config: MkDocsConfig) -> None:
    """Set up Material's search plugin, if it is used, where its owner has not."""
    plugin: Any = config.plugins.get(PLUGIN)
    if plugin is None:
        return
    plugin.config.separator = plugin.config.separator or SEPARATOR
    # A new mapping: the default one is shared by all builds of a process.
    plugin.config.fields = {FIELD: {"boost": 1e6}, **plugin.config.fields}


def search_view(document: Document, sections: Sequence[Section], *, compact: bool) -> str:
    """Return a page as the search should see it: its text alone, the entry's own words first.

    The search plugin parses what it is given with a slow parser; markup that it would throw away
    costs a third of a build.
    """
    title = document.display_title
    heading = f"{document.id}: {title}" if document.id else title
    words = " · ".join((*spellings(document), *document.keywords))
    summary = document.summary or ""
    parts = [f'<h1 id="title">{escape(heading)}</h1>', _paragraph(words), _paragraph(summary)]
    for section in sections:
        if section.level > 1:
            parts.append(f'<h{section.level} id="{escape(section.id)}">{escape(section.title)}')
            parts.append(f"</h{section.level}>")
        if not compact:
            parts.append(_paragraph(section.text[:_LONGEST]))
    return "".join(parts)


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text else ""


def spellings(document: Document) -> list[str]:
    """Return the ways in which people type a REF-ID: `LESS-22`, `LESS 22`, `less22`."""
    if document.ref_id is None:
        return []
    ids = dict.fromkeys((str(document.ref_id), document.ref_id.bare))
    forms: list[str] = []
    for ref in ids:
        forms += [ref, ref.replace("-", " "), ref.replace("-", "").lower()]
        number = re.search(r"-0+(\d+)$", ref)
        if number:  # LESS-02 is also asked for as LESS-2
            short = f"{ref[: number.start()]}-{number[1]}"
            forms += [short, short.replace("-", "").lower()]
    return list(dict.fromkeys(forms))


def add_ids(config: MkDocsConfig, documents: Mapping[str, Document]) -> None:
    """Give the index entries of documents, by address, the field with their REF-IDs."""
    plugin: Any = config.plugins.get(PLUGIN)
    index = getattr(plugin, "search_index", None)
    entries: Iterable[dict[str, Any]] = getattr(index, "entries", ())
    for entry in entries:
        document = documents.get(entry.get("location", ""))
        if document and document.ref_id:
            entry[FIELD] = " ".join(spellings(document))
