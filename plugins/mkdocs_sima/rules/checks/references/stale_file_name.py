"""stale-file-name: a file name that its document no longer bears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.lookup.bearers import name_key
from mkdocs_sima.knowledge_base.lookup.paths import composed, is_document_name
from mkdocs_sima.model import Edit, Fix
from mkdocs_sima.rules.evidence.announced import is_former
from mkdocs_sima.rules.evidence.loops import resolved
from mkdocs_sima.rules.evidence.positions import names_no_file
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, Finding, Mention


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report each cited file name that is understood by its ID or spelling alone."""
    for document, mention, target in resolved(kb, "file"):
        path = mention.text.partition("#")[0]
        written, name = path.rsplit("/", 1)[-1], target.path.rsplit("/", 1)[-1]
        if not is_document_name(written):
            continue
        if composed(written) == composed(name):
            continue
        if names_no_file(document, mention) or is_former(document, mention):
            continue
        is_spelling = name_key(written) == name_key(name)
        old, right = (written, name) if _is_there(path, target) else (path, _rooted(path, target))
        message = "is called" if is_spelling else "does not exist; its ID is that of"
        yield RULE.of(
            document,
            mention,
            f"{written} {message} {right}",
            suggestion=right,
            fix=_fix(document, mention, old, right, is_spelling and old == written),
        )


def _is_there(path: str, target: Document) -> bool:
    """Return whether a file lies in the folder that is written before its name, if one is."""
    folders, (*_, here, _) = path.split("/")[:-1], ["", *target.path.split("/")]
    return not folders or folders[-1].casefold() in (here.casefold(), ".", "..")


def _rooted(path: str, target: Document) -> str:
    return ("/" if path.startswith("/") else "") + target.path


def _fix(document: Document, mention: Mention, old: str, new: str, safe: bool) -> Fix | None:
    at = document.text[mention.start : mention.end].rfind(old)
    if at < 0 or document.text[mention.start : mention.end] != mention.text:
        return None
    edit = Edit(mention.line, mention.column + at, old, new)
    return Fix(f"Replace {old} by {new}", (edit,), safe)


RULE = Rule(
    name="stale-file-name",
    severity="info",
    summary="A cited file name is not quite the name of the document that is meant.",
    example="See LESS-02-Old-Title.md\n\nThe file is LESS-02-New-Title.md since it was renamed.",
    fix="Writes the name that the file has; with --unsafe-fixes if only the ID is the same.",
    look=look,
)
