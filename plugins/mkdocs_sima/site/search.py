"""What Material's search reads of a page, and how it splits words so that REF-IDs stay whole."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_sima.model import Document, RefId
    from mkdocs_sima.site.rendering import Section

PLUGIN = "material/search"
FIELDS = {"ids": {"boost": 1e15}, "spellings": {"boost": 1e5}}
"""Fields of the index that are searched, weigh most and are never shown.

Two, because `less 22` also searches for all that begins with `less`: in one field, the rare word
`less02` would weigh more than the two words that were meant. And far apart, because a word weighs
next to nothing where every document cites `LESS-22`: the boost must outdo its rarity.
"""

SEPARATOR = r"[\s\u200b\u3000\-,:;!?=\[\]()\"'`/|、。，．？！；]+|\.(?!\d)|&[lg]t;"
"""Hyphens separate words: Material splits a query there in any case, so the index must as well.

That `LESS-22` is found first all the same is the work of the fields of REF-IDs.
"""

_LONGEST = 20_000  # characters of one section; nobody finds anything by what follows


def configure_search(config: MkDocsConfig) -> None:
    """Set up Material's search plugin, if it is used, where its owner has not."""
    plugin: Any = config.plugins.get(PLUGIN)
    if plugin is None:
        return
    plugin.config.separator = plugin.config.separator or SEPARATOR
    # A new mapping: the default one is shared by all builds of a process.
    plugin.config.fields = {**FIELDS, **plugin.config.fields}


def search_view(document: Document, sections: Sequence[Section], *, compact: bool) -> str:
    """Return a page as the search should see it: its text alone, the entry's own words first.

    The search plugin parses what it is given with a slow parser; markup that it would throw away
    costs a third of a build.
    """
    title = document.display_title
    heading = f"{document.id}: {title}" if document.id else title
    words = " · ".join(document.keywords)
    summary = (document.summary or "") if compact else ""  # else it is a part of the text
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


def id_fields(ref_id: RefId) -> dict[str, str]:
    """Return the hidden fields of an entry: the ways in which people type its REF-ID.

    `LESS-22`, split into two words, also serves `LESS 22`; `less22` is a word of its own. What a
    bare ID is found by stands twice, so that for `LESS-22` it comes before `AWS-LESS-22`.
    """
    plain = ref_id.number.lstrip("0") or ref_id.number  # LESS-02 is also asked for as LESS-2
    # Everyone gets two: `less 22` looks for all that begins with `less`, and each find counts.
    numbers = (ref_id.number, plain if plain != ref_id.number else f"0{plain}")
    stems = dict.fromkeys((f"{ref_id.prefix}{ref_id.type}", ref_id.type))
    spellings = [f"{stem}{number}".replace("-", "") for stem in stems for number in numbers]
    ids = [str(ref_id), numbers[1]]
    times = 1 if ref_id.prefix else 2
    return {"ids": " ".join(ids * times), "spellings": " ".join(spellings * times)}


def add_ids(config: MkDocsConfig, documents: Mapping[str, Document]) -> None:
    """Give the index entries of documents, by address, the fields of their REF-IDs."""
    plugin: Any = config.plugins.get(PLUGIN)
    index = getattr(plugin, "search_index", None)
    entries: Iterable[dict[str, Any]] = getattr(index, "entries", ())
    for entry in entries:
        document = documents.get(entry.get("location", ""))
        if document and document.ref_id:
            entry.update(id_fields(document.ref_id))
