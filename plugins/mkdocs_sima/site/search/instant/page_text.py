"""What of one page is searched and shown as a hit: made with the page, and kept with it."""

from __future__ import annotations

import json
import zlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_sima.parsing.text.plain import cut_at_word
from mkdocs_sima.site.search.instant.terms import compact, terms_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mkdocs_sima.model import Document

TITLE, KEYWORD, SUMMARY = 4, 2, 1
"""Where a word of what identifies a page stands; the sum if in several places."""
HEADING = 7
"""The weight of a word in a heading; in a text it weighs 1 to 6."""

_LONGEST = 20_000  # characters of one section; nobody finds anything by what follows
_USUAL = 800  # words; in a longer text a word says less
_SUMMARY = 160  # characters


class Part(NamedTuple):
    """A section: its anchor, its heading, its text."""

    anchor: str  # "" before the first heading
    heading: str
    text: str


@dataclass(frozen=True)
class PageText:
    """The sections of a page, and the terms that it is found by with their weights."""

    summary: str
    # JSON as UTF-8: in a string with one emoji each character takes four bytes.
    parts: bytes  # nobody but a browser looks into them again
    names: bytes  # what identifies the page: term → TITLE | KEYWORD | SUMMARY
    words: bytes  # of its text: term → 1 to HEADING

    def lines(self) -> str:
        """Return it as four lines of JSON."""
        lines = self.parts, _encoded(self.summary), self.names, self.words
        return b"\n".join(lines).decode("utf-8", "surrogatepass")


def unpacked(data: bytes) -> PageText:
    """Return the text whose lines were compressed."""
    parts, summary, names, words = zlib.decompress(data).split(b"\n")
    return PageText(json.loads(summary.decode("utf-8", "surrogatepass")), parts, names, words)


def to_json(data: object) -> str:
    """Return data as JSON without blanks and line ends."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _encoded(data: object) -> bytes:
    return to_json(data).encode("utf-8", "surrogatepass")


def text_of_document(document: Document, parts: Sequence[Part]) -> PageText:
    """Return what is searched of a document; `parts` are its sections as they are rendered."""
    own = [document.id or "", *(a for a in document.aliases if not a.endswith(".md"))]
    return text_of_page(
        document.display_title,
        parts,
        ids=[compact(name) for name in own if name],
        keywords=document.keywords,
        summary=document.summary or "",
    )


def text_of_page(
    title: str,
    parts: Sequence[Part],
    *,
    ids: Iterable[str] = (),
    keywords: Iterable[str] = (),
    summary: str = "",
) -> PageText:
    """Return what is searched of a page."""
    names: Counter[str] = Counter()
    for weight, terms in (
        (TITLE, {*terms_of(title), *ids}),
        (KEYWORD, set(terms_of(" , ".join(keywords)))),
        (SUMMARY, set(terms_of(summary))),
    ):
        for term in terms:
            names[term] += weight
    parts = [Part(anchor, heading, text[:_LONGEST]) for anchor, heading, text in parts]
    counts: Counter[str] = Counter()
    for part in parts:
        counts.update(terms_of(part.text))
    length = 0.5 + counts.total() / _USUAL
    words = {term: max(1, round(6 * count / (count + length))) for term, count in counts.items()}
    words |= dict.fromkeys((t for part in parts for t in terms_of(part.heading)), HEADING)
    first = summary or next((part.text for part in parts if part.text), "")
    return PageText(_cut(first), _encoded(parts), _encoded(names), _encoded(words))


def _cut(text: str) -> str:
    return text if len(text) <= _SUMMARY else cut_at_word(text, _SUMMARY) + " …"
