"""What assistants read of a site: `llms.txt`, and the Markdown of each page beside it.

The form is that of https://llmstxt.org: a title, a summary, lists of links with a line each. The
Markdown is the repaired text, with the IDs in it as links to the Markdown of what they mean.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from mkdocs_sima.parsing.text.plain import cut_at_word
from mkdocs_sima.site.pages.entries import order_of
from mkdocs_sima.site.theme.context import GeneratedAsset

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_sima.model import Document
    from mkdocs_sima.site.theme.context import SiteContext

LIST = "llms.txt"
_SUMMARY = 90  # characters, so that the list of a thousand entries can be read at once
_ROOT = "index.md"


def build(
    site: SiteContext, documents: Iterable[Document], description: str
) -> list[GeneratedAsset]:
    """Return the list, and the text of each document.

    Args:
        site: what pages are made from.
        documents: those that have a page.
        description: of the site, in a sentence; "" if it has none.
    """
    shown = sorted(documents, key=order_of)
    texts = [GeneratedAsset(_address(site, d.path), linked_text(site, d)) for d in shown]
    return [GeneratedAsset(LIST, "\n".join(_list(site, shown, description)) + "\n"), *texts]


def linked_text(site: SiteContext, document: Document) -> str:
    """Return the text of a document with each ID as a link, relative to the text itself."""
    parts: list[str] = []
    at = 0
    for reference in site.kb.references(document.path):
        mention = reference.mention
        start, end = mention.start, mention.end
        if mention.form != "id" or not reference.target or start < max(at, document.body_start):
            continue
        # Of "LESS-01, 02" the number alone is written; and code holds no links.
        if document.text[start:end] != mention.text or document.text[start - 1 : start] == "`":
            continue
        link = f"[{mention.text}]({_link(site, document, reference.target)})"
        parts += document.text[at:start], link
        at = end
    return "".join([*parts, document.text[at:]])


def _list(site: SiteContext, documents: list[Document], description: str) -> Iterator[str]:
    yield f"# {site.site_name}"
    if description:
        yield f"\n> {description}"
    groups: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        kind = site.settings.types.get(document.ref_id.type) if document.ref_id else None
        groups[kind.plural if kind else ""].append(document)
    others = groups.pop("", [])
    for title, group in groups.items():
        yield f"\n## {title}\n"
        yield from (_line(site, document) for document in group)
    if others:
        yield "\n## Optional\n"
        yield from (_line(site, document) for document in others)


def _line(site: SiteContext, document: Document) -> str:
    name = ": ".join(filter(None, (document.id, document.display_title)))
    escaped = name.replace("[", "(").replace("]", ")")
    summary = " ".join((document.summary or "").split()) if document.id else ""
    said = f": {cut_at_word(summary, _SUMMARY)}" if summary else ""
    return f"- [{escaped}]({urljoin(site.site_url or '', _address(site, document.path))}){said}"


def _address(site: SiteContext, path: str) -> str:
    """Return where the Markdown of a document lies, below the site's own address."""
    url = site.url(_ROOT, path).removeprefix("./")
    return f"{url}index.md" if url.endswith("/") or not url else f"{url.removesuffix('.html')}.md"


def _link(site: SiteContext, document: Document, target: str) -> str:
    url, _, _ = site.url(document.path, target).partition("#")
    if url.endswith("/") or url in (".", ""):
        return f"{url.rstrip('/')}/index.md".lstrip("/")
    return f"{url.removesuffix('.html')}.md"
