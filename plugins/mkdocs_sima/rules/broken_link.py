"""broken-link: a relative link or image whose file does not exist."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import unquote

from mkdocs_sima.knowledge_base.index import name_key
from mkdocs_sima.knowledge_base.paths import folder_of, join
from mkdocs_sima.model import Edit, Finding, Fix
from mkdocs_sima.parsing.references.grammar import PLACEHOLDER
from mkdocs_sima.rules.places import locate
from mkdocs_sima.rules.rule import Rule
from mkdocs_sima.writing.destination import relative

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase, LinkTarget
    from mkdocs_sima.model import Document, Link

_PLACEHOLDER = re.compile(rf"[\[\]{{}}<>*]|##|(?:^|[-_/]){PLACEHOLDER}(?:[-_./]|$)|YYYY")


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report every Markdown link, image and raw HTML `href`/`src` that leads nowhere."""
    by_case: dict[str, list[str]] = {}
    for path, document in kb.documents.items():
        for link in document.links:
            target = kb.resolve_link(path, link.destination)
            message = _wrong(kb, link.destination, target)
            if message is None:
                continue
            meant = target.path if target.kind == "document" else None
            meant = meant or _by_name(kb, path, link.destination)
            if meant is None and target.kind == "missing":
                by_case = by_case or _by_case(kb)
                meant = _in_other_case(by_case, path, link.destination)
            right = relative(path, meant) if meant else None
            yield RULE.at(
                path,
                link.line,
                link.column,
                f"{message}; did you mean {right}?" if right else message,
                subject=link.destination,
                suggestion=right,
                fix=_fix(document, link, meant, right) if meant and right else None,
            )


def _wrong(kb: KnowledgeBase, destination: str, target: LinkTarget) -> str | None:
    """Return what is wrong with a destination, if anything is."""
    if target.kind == "outside":
        return f"{destination} leads out of the knowledge base"
    if target.kind == "folder":
        if kb.settings.index_pages and any(scope.path == target.path for scope in kb.scopes):
            return None  # a site has a page that lists the scope
        return f"{target.path} is a folder without an index page; add one, or link to a file in it"
    if target.kind == "missing":
        # `[text](url)` and `[ARCH-##]: [how]` explain Markdown; a path has a dot or a slash.
        is_path = re.search(r"[./]", destination) and not _PLACEHOLDER.search(destination)
        return f"no file is at {destination}" if is_path else None
    if target.path is not None and not target.exact:
        return f"no file is at {destination}"
    return None


def _by_name(kb: KnowledgeBase, path: str, destination: str) -> str | None:
    """Return the one document that bears the name, or the ID in the name, of a missing file."""
    name = _file_name(destination)
    if not name.lower().endswith((".md", ".markdown")):
        return None
    found = kb.find(name, path)
    return found.target if found.verdict == "resolved" else None


def _by_case(kb: KnowledgeBase) -> dict[str, list[str]]:
    """Return the names of all files and folders by what is left of them without case."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted((*kb.files, *kb.folders)):
        found[name.casefold()].append(name)
    return found


def _in_other_case(by_case: dict[str, list[str]], path: str, destination: str) -> str | None:
    """Return the file or folder that is written in the wrong case: `img/Logo.PNG`, `/kb/Guides/`.

    As in all absolute paths, the first names may be those by which the root is known elsewhere.
    """
    written = unquote(destination.partition("#")[0].partition("?")[0])
    if written.startswith("/"):
        parts = written.strip("/").split("/")
        places = ["/".join(parts[dropped:]) for dropped in range(min(len(parts), 3))]
    else:
        places = [join(folder_of(path), written) or ""]
    wanted = dict.fromkeys(place.casefold() for place in places if place)
    found = [name for place in wanted for name in by_case.get(place, ())]
    return max(found, key=len, default=None)


def _file_name(destination: str) -> str:
    return unquote(destination.partition("#")[0].partition("?")[0].rsplit("/", 1)[-1])


def _fix(document: Document, link: Link, meant: str, right: str) -> Fix | None:
    """Return the fix that writes the right path and keeps the fragment.

    It is safe if the file has the very name and only lies elsewhere.
    """
    wrong = link.destination.partition("#")[0].partition("?")[0]
    at = document.text.rfind(wrong, link.start, link.end)
    if at < 0:
        return None  # a reference-style link, or one written with entities
    edit = Edit(*locate(document, at), wrong, right)
    moved = name_key(_file_name(link.destination)) == name_key(meant)
    return Fix(f"Replace {wrong} by {right}", (edit,), safe=moved)


RULE = Rule(
    name="broken-link",
    severity="error",
    summary="A relative link or an image points at a file that does not exist.",
    example="[the lesson](../lessons/LESS-7.md)\n\nThe file is called LESS-07-Retries.md.",
    fix="Writes the path of the file that bears the name; by its ID only with --unsafe-fixes.",
    look=look,
    templates=False,
)
