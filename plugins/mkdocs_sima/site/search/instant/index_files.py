"""The files of the search: a small index of what identifies pages, text in parts, a file a page.

The first is loaded with the site. It holds all IDs, and up to some thousand pages also what a hit
shows and the words of titles, keywords and summaries; of more pages these lie in parts as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from mkdocs_sima.knowledge_base.lookup.title_words import SMALL_WORDS
from mkdocs_sima.site.search.instant.kept_postings import kept_postings
from mkdocs_sima.site.search.instant.page_text import to_json
from mkdocs_sima.site.search.instant.postings import in_parts
from mkdocs_sima.site.search.instant.terms import compact
from mkdocs_sima.store import NO_STORE, fingerprint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_sima.site.search.instant.page_text import PageText
    from mkdocs_sima.store import Store

FOLDERS = ("page", "text", "names")

_WITH_THE_SITE = 250_000  # characters of cards, and of identifying words, that each visitor loads
_COMMON = 0.5  # of all pages: a word on more of them tells none from another
_FEW = 60  # pages, on which a word may stand all the same


@dataclass(frozen=True)
class SearchedPage:
    """One page that can be found."""

    url: str  # below the site's
    title: str
    text: PageText
    id: str = ""
    aliases: Sequence[str] = ()  # other IDs
    type: str = ""  # name of the type
    type_label: str = ""
    type_class: str = ""
    status: str = ""
    scope: str = ""  # as people call it
    priority: str = ""
    superseded_by: str = ""  # the ID, or title, of what replaces it
    weight: float = 1.0


def files_of(
    pages: Sequence[SearchedPage], words: dict[str, str], store: Store = NO_STORE
) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return the index that is loaded with the site, and the other files of the search by name.

    Args:
        pages: in the order of the site.
        words: of the hits, in the site's language.
        store: what is remembered of the build before.
    """
    numbering = fingerprint(*(page.url for page in pages)).hex()[:12]
    files: dict[str, bytes] = {}

    def add(name: str, text: str) -> None:
        files[name] = text.encode("utf-8", "surrogatepass")

    cards = [_card(page) for page in pages]
    for number, page in enumerate(pages):
        add(name := f"page/{number}.json", f'{{"of":"{numbering}","card":{to_json(cards[number])}')
        files[name] += b',"parts":%b}' % page.text.parts
    most = max(_FEW, len(pages) * _COMMON)
    found = kept_postings(store, f"text {numbering}", [page.text.words for page in pages], most)
    common = found.write()
    text = in_parts(found.lines)
    for name, part in text.items():
        add(f"text/{file_name(name)}.txt", f"{numbering}\n{part}")
    named = [page.text.names for page in pages]
    found = kept_postings(store, f"names {numbering}", named, len(pages))
    found.write()
    lines = found.lines
    names = {"": "\n".join(lines[term] for term in sorted(lines))}
    are_few = len(names[""]) <= _WITH_THE_SITE
    if not are_few:
        names = in_parts(lines)
        for name, part in names.items():
            add(f"names/{file_name(name)}.txt", f"{numbering}\n{part}")
    index = {
        "of": numbering,
        "version": fingerprint(*files.values()).hex()[:12],
        "ids": [page.id for page in pages],
        "aliases": [
            (number, alias)
            for number, page in enumerate(pages)
            for alias in map(compact, page.aliases)
            if not compact(page.id).endswith(alias)  # the ID without its prefix
        ],
        "columns": {
            name: _column([str(getattr(page, name)) for page in pages])
            for name in ("type", "status", "scope", "priority")
        },
        "types": {page.type: (page.type_label, page.type_class) for page in pages if page.type},
        "weights": {n: page.weight for n, page in enumerate(pages) if page.weight != 1},
        "superseded": {n: page.superseded_by for n, page in enumerate(pages) if page.superseded_by},
        "cards": cards if sum(map(len, map(str, cards))) <= _WITH_THE_SITE else None,
        "text": [*text],
        "common": common,
        "small": sorted(SMALL_WORDS),
        "names": [*names],
        "with": names if are_few else {},
        "words": words,
    }
    return index, files


def file_name(part: str) -> str:
    """Return the name of the file of a part, in letters that every server takes."""
    return part.encode().hex() or "0"


def _card(page: SearchedPage) -> tuple[str, str, str]:
    return page.title, page.url, page.text.summary


def _column(values: Sequence[str]) -> tuple[list[str], list[int]]:
    """Return the different values, and for each page the place of its own among them."""
    places = {value: place for place, (value, _) in enumerate(groupby(sorted(values)))}
    return [*places], [places[value] for value in values]
