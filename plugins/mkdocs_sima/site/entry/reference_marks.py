"""The references of a document as marks for the renderer: links, or an explanation why not."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from mkdocs_sima.parsing.references.wiki_links import brackets_around, embedded_names
from mkdocs_sima.site.entry.embeds import embedded_file, embedded_note, href
from mkdocs_sima.site.rendering import LinkTarget, Mark, Marks
from mkdocs_sima.site.theme.naming import describe

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from mkdocs_sima.model import Document, Reference
    from mkdocs_sima.site.theme.context import SiteContext


def mark_references(
    site: SiteContext, document: Document, references: Collection[Reference]
) -> Marks:
    """Return what the renderer puts around the references of a document."""
    spans: list[Mark] = []
    links: dict[int, LinkTarget] = {}
    for reference in sorted(references, key=lambda r: (r.mention.start, -r.mention.end)):
        mention = reference.mention
        if mention.form == "link":
            if reference.target:
                links[mention.start] = _link_target(site, document, reference)
        elif mention.form != "range" and (not spans or spans[-1].end <= mention.start):
            spans += _marks(site, document, reference)
    known = {reference.mention.start for reference in references}
    return Marks(sorted([*spans, *_files(site, document, known)]), links)


def _files(site: SiteContext, document: Document, known: Collection[int]) -> Iterator[Mark]:
    """Yield marks for `![[picture.png]]`: it names no document, so it is no reference."""
    for mention, brackets in embedded_names(document, known):
        shown = document.text[slice(*brackets.shown)]
        if html := embedded_file(site, document, mention.text, shown):
            yield Mark(brackets.start, brackets.end, html, "", hidden=True)


def _marks(site: SiteContext, document: Document, reference: Reference) -> list[Mark]:
    """Return the mark of a mention; the double brackets of a wiki link go where it leads."""
    mention = reference.mention
    brackets = brackets_around(document.text, mention.start, mention.end)
    if brackets and brackets.embeds and reference.target:
        html = embedded_note(site, document, reference)
        return [Mark(brackets.start, brackets.end, html, "", hidden=True)]
    before, after = _around(site, document, reference)
    if not before:
        return []
    if not (brackets and reference.target):
        return [Mark(mention.start, mention.end, before, after)]
    start, end = brackets.shown
    return [
        Mark(brackets.start, start, "", "", hidden=True),
        Mark(start, end, before, after),
        Mark(end, brackets.end, "", "", hidden=True),
    ]


def _link_target(site: SiteContext, document: Document, reference: Reference) -> LinkTarget:
    assert reference.target
    title = escape(describe(site, site.kb.documents[reference.target]))
    attributes = f' class="sima-ref" title="{title}"'
    return LinkTarget(href(site, document, reference), attributes)


def _around(site: SiteContext, document: Document, reference: Reference) -> tuple[str, str]:
    """Return the HTML before and after the text of a mention; empty to leave it alone."""
    if reference.target:
        title = escape(describe(site, site.kb.documents[reference.target]))
        url = escape(href(site, document, reference))
        return f'<a class="sima-ref" href="{url}" title="{title}">', "</a>"
    if found := site.kb.elsewhere(reference):
        title = escape(f"{found.entry.id}: {found.entry.title} ({found.base.label})")
        attributes = f'href="{escape(found.url)}" title="{title}"'
        return f'<a class="sima-ref sima-ref--external" {attributes}>', "</a>"
    if reference.verdict not in ("missing", "ambiguous"):
        return "", ""
    if beside := site.kb.code.beside(document.path, reference.mention):
        address = site.code_url(beside, False, "")
        return (f'<a class="sima-code" href="{escape(address)}">', "</a>") if address else ("", "")
    why = escape(explain(site, reference))
    # The explanation is text as well: a title alone is out of reach without a mouse.
    return (
        f'<span class="sima-ref sima-ref--{reference.verdict}" title="{why}">',
        f'<span class="sima-ref__why"> ({why})</span></span>',
    )


def explain(site: SiteContext, reference: Reference) -> str:
    """Say why a reference leads nowhere, in the site's language."""
    text = reference.mention.text
    if reference.verdict == "ambiguous":
        names = (site.kb.documents[path] for path in reference.candidates[:4])
        candidates = ", ".join(d.id or d.display_title for d in names)
        return site.t("{text} is ambiguous: {candidates}", text=text, candidates=candidates)
    return site.t("No entry {text} was found.", text=text)
