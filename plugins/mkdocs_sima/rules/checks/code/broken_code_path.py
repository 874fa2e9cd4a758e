"""broken-code-path: a path of the repository at which nothing is, or nothing is any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.model import Edit, Fix
from mkdocs_sima.rules.rule import Rule
from mkdocs_sima.writing.destination import relative

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.knowledge_base.code.cited_code import CodeReference
    from mkdocs_sima.model import Document, Finding


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report the paths that lead nowhere; none where all of them are another repository's."""
    for path, document in kb.documents.items():
        for reference in kb.code.of(path):
            if reference.verdict == "found" or kb.code.are_elsewhere:
                continue
            cited = reference.cited
            new = _new(kb, document, reference)
            yield RULE.at(
                path,
                cited.line,
                cited.column,
                _message(reference, new),
                subject=cited.text,
                suggestion=new,
                fix=_fix(document, reference, new) if new else None,
            )


def _message(reference: CodeReference, new: str | None) -> str:
    name, ended = reference.cited.text, reference.ended
    if new:
        since = f" on {ended.date}" if ended else ""
        return f"nothing is at {name} any more; it was renamed to {new}{since}"
    if reference.verdict == "gone":
        since = f"; it was there until {ended.date}" if ended else ""
        return f"nothing is at {name} any more{since}"
    return f"nothing is at {name} in this repository"


def _new(kb: KnowledgeBase, document: Document, reference: CodeReference) -> str | None:
    """Return the new place as its author would write it."""
    moved, written = reference.moved_to, reference.cited.text
    if moved is None:
        return None
    if reference.cited.where == "link" and not written.startswith("/"):
        new = relative(kb.code.repository.in_repository(document.path), moved)
    else:
        new = ("/" if written.startswith("/") else "") + moved
    return new + ("/" if written.endswith("/") else "")


def _fix(document: Document, reference: CodeReference, new: str) -> Fix | None:
    cited = reference.cited
    if document.text[cited.start : cited.end] != cited.text:
        return None  # a link that is written with escapes, or elsewhere
    edit = Edit(cited.line, cited.column, cited.text, new)
    is_whole = reference.move is not None and reference.move.is_whole
    return Fix(f"Replace {cited.text} by {new}", (edit,), safe=is_whole)


RULE = Rule(
    name="broken-code-path",
    severity="warning",
    summary="A file or folder of the repository that an entry cites is not there.",
    example="**Scope:** `src/store/`\n\nThe folder was moved to `lib/store`. Needs git. Only what "
    "is plainly a path counts: no example, nothing that a program makes, nothing of which the text "
    "says that it was taken away or is to come.",
    look=look,
    fix="Writes the new place that git saw it go to; unsafe where a folder was taken apart.",
    templates=False,
)
