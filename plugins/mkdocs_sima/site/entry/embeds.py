"""What a page embeds by `![[Note#Heading]]` and `![[picture.png|300]]`: an excerpt, a picture.

A note is shown by how it begins, with a link to the rest: whole notes within notes would be found
twice by the search, bring their anchors with them, and may embed each other.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from mkdocs_sima.parsing.text.plain import cut_at_word, plain_text

if TYPE_CHECKING:
    from mkdocs_sima.model import Document, Heading, Reference
    from mkdocs_sima.site.theme.context import SiteContext

_LONGEST = 400  # characters of an excerpt
_PICTURE = re.compile(r"\.(?:apng|avif|bmp|gif|jpe?g|png|svg|webp)$", re.IGNORECASE)
_SIZE = re.compile(r"(\d{1,4})(?:x(\d{1,4}))?")
# What is no sentence: headings, fields, tables, quotes, fences, lists, HTML.
_NO_PROSE = re.compile(r"\s*(?:[#|>`~<]|[-*+][ \t]|\d+[.)][ \t]|\*\*[^*\n]+:\*\*|!\[)")


def embedded_note(site: SiteContext, document: Document, reference: Reference) -> str:
    """Return the HTML in place of an embed that a resolved reference is."""
    assert reference.target
    note = site.kb.documents[reference.target]
    heading = next((h for h in note.headings if reference.anchor in h.anchors), None)
    title = note.display_title + (f" › {heading.text}" if heading else "")
    excerpt = (None if heading else note.summary) or _begin_of(note, heading)
    address = escape(href(site, document, reference))
    return (
        f'<a class="sima-ref sima-embed" href="{address}"><strong>{escape(title)}</strong>'
        f"<span>{escape(excerpt)}</span></a>"
    )


def embedded_file(site: SiteContext, document: Document, name: str, shown: str) -> str:
    """Return the HTML in place of an embed of a file, "" where none is called so.

    Args:
        site: the site.
        document: that embeds it.
        name: what stands in the brackets.
        shown: what stands behind `|`, if anything, else the name: a picture's size or description.
    """
    path = site.kb.embedded_file(document.path, name)
    if path is None:
        return ""
    address = escape(site.url(document.path, path))
    if not _PICTURE.search(path):
        return f'<a href="{address}">{escape(shown)}</a>'
    if size := _SIZE.fullmatch(shown.strip()):
        height = f' height="{size[2]}"' if size[2] else ""
        return f'<img src="{address}" alt="{escape(name)}" width="{size[1]}"{height}>'
    return f'<img src="{address}" alt="{escape(shown)}">'


def _begin_of(note: Document, heading: Heading | None) -> str:
    """Return the first paragraph of a section, or of a note, as plain text."""
    lines = note.text.split("\n")
    first = heading or next(iter(note.headings), None)
    start = first.line if first else note.text.count("\n", 0, note.body_start)
    later = (h.line for h in note.headings if h.line > start and (heading or h.level > 1))
    end = next(later, len(lines) + 1) - 1
    paragraph: list[str] = []
    for line in lines[start:end]:
        if line.strip() and not _NO_PROSE.match(line):
            paragraph.append(line)
        elif paragraph:
            break
    text = plain_text(" ".join(paragraph))
    return text if len(text) <= _LONGEST else f"{cut_at_word(text, _LONGEST)} …"


def href(site: SiteContext, document: Document, reference: Reference) -> str:
    """Return the address of a resolved reference as seen from the document it stands in."""
    fragment = f"#{reference.anchor}" if reference.anchor else ""
    return site.url(document.path, f"{reference.target}{fragment}")
