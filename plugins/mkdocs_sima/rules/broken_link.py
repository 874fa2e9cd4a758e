"""broken-link: a relative link or image whose file does not exist."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import quote

from mkdocs_sima.model import Edit, Finding, Fix
from mkdocs_sima.rules.places import locate
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, Link


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report every Markdown link, image and raw HTML `href`/`src` that leads nowhere."""
    for path, document in kb.documents.items():
        for link in document.links:
            target = kb.resolve_link(path, link.destination)
            if target.kind == "missing":
                meant = _by_name(kb, path, link.destination)
            elif target.kind == "outside":
                meant = None
            elif target.path is not None and not target.exact:
                meant = target.path
            else:
                continue
            right = relative(path, meant) if meant else None
            if target.kind == "outside":
                message = f"{link.destination} leads out of the knowledge base"
            else:
                message = f"no file is at {link.destination}"
            yield RULE.at(
                path,
                link.line,
                link.column,
                f"{message}; did you mean {right}?" if right else message,
                subject=link.destination,
                suggestion=right,
                fix=_fix(document, link, right) if right else None,
            )


def _by_name(kb: KnowledgeBase, path: str, destination: str) -> str | None:
    """Return the one document that bears the name, or the ID in the name, of a missing file."""
    name = destination.partition("#")[0].partition("?")[0].rsplit("/", 1)[-1]
    if not name.lower().endswith((".md", ".markdown")):
        return None
    found = kb.find(name, path)
    return found.target if found.verdict == "resolved" else None


def relative(source: str, target: str) -> str:
    """Return the destination that leads from one document to another, ready for Markdown."""
    return quote(posixpath.relpath(target, posixpath.dirname(source) or "."), safe="/~@:!$&*+,;=")


def _fix(document: Document, link: Link, right: str) -> Fix | None:
    """Return the fix that writes the right path and keeps the fragment."""
    wrong = link.destination.partition("#")[0].partition("?")[0]
    at = document.text.rfind(wrong, link.start, link.end)
    if at < 0:
        return None  # a reference-style link, or one written with entities
    edit = Edit(*locate(document, at), wrong, right)
    return Fix(f"Replace {wrong} by {right}", (edit,))


RULE = Rule(
    name="broken-link",
    severity="error",
    summary="A relative link or an image points at a file that does not exist.",
    example="[the lesson](../lessons/LESS-7.md)\n\nThe file is called LESS-07-Retries.md.",
    fix="Writes the path of the document that bears this name or ID, if there is exactly one.",
    look=look,
)
