"""broken-link: a relative link or image whose file does not exist."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.lookup.bearers import name_key
from mkdocs_sima.knowledge_base.lookup.paths import folder_of, is_document_name, join
from mkdocs_sima.parsing.identity.grammar import PLACEHOLDER
from mkdocs_sima.parsing.references.wiki_links import embedded_names
from mkdocs_sima.rules.evidence.fixes import replace_in_link
from mkdocs_sima.rules.evidence.link_suggestions import LinkSuggestions, name_of, path_of
from mkdocs_sima.rules.rule import Rule
from mkdocs_sima.writing.destination import relative

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase, LinkTarget
    from mkdocs_sima.model import Document, Finding, Fix, Link

_PLACEHOLDER = re.compile(rf"[\[\]{{}}<>*]|##|(?:^|[-_/]){PLACEHOLDER}(?:[-_./]|$)|YYYY")

# Beside the files of a repository, as seen from its first page.
_OF_GITHUB = re.compile(
    r"(?:\.\./){2,}(?:actions|commits?|compare|discussions|graphs|issues|labels|milestones|projects"
    r"|pulls?|releases|security|tags|wiki)(?:/|$)"
)
_ADVICE = {
    "outside": "; link to its address on the web",
    "folder": "; add one, or link to a file in it",
}


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report every Markdown link, image and raw HTML `href`/`src` that leads nowhere."""
    suggestions = LinkSuggestions(kb)
    for path, document in kb.documents.items():
        yield from _embeds(kb, document)
        for link in document.links:
            target = kb.resolve_link(path, link.destination)
            message = _wrong(kb, path, link.destination, target)
            if message is None or suggestions.is_served(link.destination):
                continue
            meant = suggestions.find(path, link.destination, target)
            if meant is None and target.path is None and _is_address(link.destination):
                continue
            right = relative(path, meant) if meant else None
            yield RULE.at(
                path,
                link.line,
                link.column,
                message + (f"; did you mean {right}?" if right else _ADVICE.get(target.kind, "")),
                subject=link.destination,
                suggestion=right,
                fix=_fix(document, link, meant, right) if meant and right else None,
                # MkDocs lets it pass, and GitHub lists the folder.
                severity="warning" if target.kind == "folder" else None,
            )


def _embeds(kb: KnowledgeBase, document: Document) -> Iterator[Finding]:
    """Report each `![[picture.png]]` that shows nothing; `![[Words]]` may be anything."""
    references = {reference.mention.start for reference in kb.references(document.path)}
    for mention, _ in embedded_names(document, references):
        if "." in mention.text and not kb.embedded_file(document.path, mention.text):
            message = f"no file is called {mention.text}"
            yield RULE.of(document, mention, message, subject=mention.text)


def _wrong(kb: KnowledgeBase, path: str, destination: str, target: LinkTarget) -> str | None:
    """Return what is wrong with a destination, if anything is."""
    if target.kind == "outside":
        known = kb.code.of(path) if kb.code.repository.web else ()
        if any(one.cited.text == path_of(destination) for one in known):
            return None  # code of the repository, which another rule is about
        return f"{destination} leads out of the knowledge base"
    if target.kind == "folder":
        if kb.settings.index_pages and any(scope.path == target.path for scope in kb.scopes):
            return None  # a site has a page that lists the scope
        return f"{target.path} is a folder without an index page"
    if target.kind == "missing":
        # `[text](url)` and `[ARCH-##]: [how]` explain Markdown; a path has a dot or a slash.
        is_path = re.search(r"[./]", destination) and not _PLACEHOLDER.search(destination)
        if not is_path or _is_hidden(kb, path, destination):
            return None
        return f"no file is at {destination}"
    if target.path is not None and not target.exact:
        return f"no file is at {destination}"
    return None


def _is_address(destination: str) -> bool:
    """Return whether a link names a page of a site, `/pricing`, or of GitHub, not a file."""
    path = path_of(destination)
    return (path.startswith("/") and "." not in name_of(path)) or _OF_GITHUB.match(path) is not None


def _is_hidden(kb: KnowledgeBase, path: str, destination: str) -> bool:
    """Return whether a link leads to a hidden file, which is there but is no content."""
    place = join(folder_of(path), path_of(destination))
    if kb.root is None or not place or not re.search(r"(?:^|/)\.", place):
        return False
    try:
        return (kb.root / place).exists()
    except OSError:  # a name that is too long for a file
        return False


def _fix(document: Document, link: Link, meant: str, right: str) -> Fix | None:
    """Return the fix that writes the right path and keeps the fragment.

    It is safe if the file has the very name and only lies elsewhere.
    """
    wrong = link.destination.partition("#")[0].partition("?")[0]
    name = name_of(link.destination)
    moved = name_key(name) == name_key(meant) and is_document_name(name)
    return replace_in_link(document, link, wrong, right, safe=moved)


RULE = Rule(
    name="broken-link",
    severity="error",
    summary="A relative link or an image points at a file that does not exist.",
    example="[the lesson](../lessons/LESS-7.md)\n\nThe file is called LESS-07-Retries.md. "
    "A link to a folder without an index page is a warning.",
    fix="Writes the path of the file that bears the name; by its ID only with --unsafe-fixes.",
    look=look,
    templates=False,
)
