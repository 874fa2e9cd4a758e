"""The paths of code on a page: links to the repository's web view, or why there is none."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from mkdocs_sima.rules.evidence.upkeep.changed_since import changed_code
from mkdocs_sima.site.rendering import LinkTarget, Mark, Marks

if TYPE_CHECKING:
    from mkdocs_sima.knowledge_base.code.cited_code import CodeReference
    from mkdocs_sima.model import CodePath, Document
    from mkdocs_sima.site.theme.context import SiteContext


def mark_code(site: SiteContext, document: Document, marks: Marks) -> Marks:
    """Return the marks of a document with those of the code that it cites."""
    references = site.kb.code.of(document.path)
    if not references:
        return marks
    since = {change.reference.target: change for change in changed_code(site.kb, document.path)}
    starts = {link.end: link.start for link in document.links}
    spans, links = [], dict(marks.links)
    for reference in references:
        cited = reference.cited
        change = since.get(reference.target)
        words = [reference.target or ""]
        if change:
            day = site.t.date(change.last.date)
            words.append(site.t("changed since, the last time on {date}", date=day))
        title = escape(" · ".join(words))
        if cited.where == "link":
            start = next((starts[end] for end in sorted(starts) if end >= cited.end), None)
            if start is not None and (url := _url(site, reference)):
                links[start] = LinkTarget(url, f' class="sima-code" title="{title}"')
        elif cited.where != "fence":
            start, end = _with_ticks(document.text, cited)
            if url := _url(site, reference):
                before = f'<a class="sima-code" href="{escape(url)}" title="{title}">'
                spans.append(Mark(start, end, before, "</a>"))
            elif reference.target is None and not site.kb.code.are_elsewhere:
                spans.append(_gone(site, reference, start, end))
    taken = [
        mark
        for mark in spans
        if not any(one.start < mark.end and mark.start < one.end for one in marks.spans)
    ]
    return Marks(sorted([*marks.spans, *taken]), links)


def _url(site: SiteContext, reference: CodeReference) -> str | None:
    if reference.target is None:
        return None
    is_folder = reference.target in site.kb.code.repository.folders
    return site.code_url(reference.target, is_folder, reference.cited.lines)


def _with_ticks(text: str, cited: CodePath) -> tuple[int, int]:
    """Return the span of all that is shown: Python-Markdown reads no tags within backticks."""
    if cited.where != "code":
        return cited.start, cited.end
    before = len(text[: cited.start].rstrip())
    start = len(text[:before].rstrip("`"))
    return start, text.index("`" * (before - start), cited.end) + before - start


def _gone(site: SiteContext, reference: CodeReference, start: int, end: int) -> Mark:
    if reference.moved_to:
        why = site.t("It is now {path}.", path=reference.moved_to)
    else:
        why = site.t("Nothing is there in the repository.")
    why = escape(why)
    return Mark(
        start,
        end,
        f'<span class="sima-ref sima-ref--missing" title="{why}">',
        f'<span class="sima-ref__why"> ({why})</span></span>',
    )
