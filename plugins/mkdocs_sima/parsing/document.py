"""Read one file: decode, repair, find the structure, the fields, the references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.model import Document
from mkdocs_sima.parsing.decoding import decode
from mkdocs_sima.parsing.identity import Identity
from mkdocs_sima.parsing.references.grammar import Grammar
from mkdocs_sima.parsing.structure import read_structure

try:
    from mkdocs_sima.parsing.references import find_mentions
except ImportError:  # being written

    def find_mentions(*_: object) -> tuple[()]:  # type: ignore[misc]
        """Find nothing."""
        return ()


if TYPE_CHECKING:
    from mkdocs_sima.settings import Settings


def parse(path: str, data: bytes, settings: Settings) -> Document:
    """Read one Markdown file.

    Args:
        path: relative to the root of the knowledge base, with `/`.
        data: the file's bytes, whatever they are.
        settings: types, fields and relations that count as such.
    """
    decoded = decode(data)
    source = read_structure(decoded.text)
    name = path.rpartition("/")[2]
    identity = Identity(path, Grammar.of(settings).of_name(name), (name,))
    title = source.headings[0].text if source.headings else None
    return Document(
        path=path,
        text=source.text,
        ref_id=identity.ref_id,
        kind="entry" if identity.ref_id else "document",
        title=title,
        display_title=title or name,
        aliases=identity.aliases,
        headings=source.headings,
        links=source.links,
        anchors=source.html_anchors.union(*(h.anchors for h in source.headings)),
        mentions=find_mentions(source, identity, settings),
        problems=(*((decoded.problem,) if decoded.problem else ()), *source.problems),
    )
