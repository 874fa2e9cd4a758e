"""The generated part of an index: what stands between `<!-- sima: index … -->` and its end.

    <!-- sima: index type=LESS,DEC scope=AWS -->
    - [AWS-LESS-01](lessons/AWS-LESS-01.md): Retries need a budget
    <!-- sima: end -->

Options, all of them optional: `type` (names, separated by commas), `scope` (prefix or folder),
`folder` (relative to the index; its own folder if neither it nor `scope` is given), `keyword`,
`status`.
"""

from __future__ import annotations

import posixpath
import re
from itertools import groupby
from typing import TYPE_CHECKING

from mkdocs_sima.writing.destination import relative
from mkdocs_sima.writing.index_markers import MarkerError, parts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document
    from mkdocs_sima.writing.index_markers import Part


def updated(kb: KnowledgeBase, path: str, text: str) -> str:
    """Return the text of the document `path` with its generated parts as they should be.

    Raises:
        MarkerError: markers that can't be understood, or name what does not exist.
    """
    end_of_line = "\r\n" if "\r\n" in text else "\n"
    pieces: list[str] = []
    position = 0
    for part in parts(text):
        _check(kb, path, part)
        body = "\n".join(_lines(kb, path, part.options))
        new = f"\n{body}\n" if body else "\n"
        pieces += text[position : part.start], new.replace("\n", end_of_line)
        position = part.end
    return "".join([*pieces, text[position:]])


def _check(kb: KnowledgeBase, path: str, part: Part) -> None:
    """Refuse to list nothing for a type, scope or folder that is misspelt."""
    known = {name.casefold() for name in kb.settings.types}
    for name in _types(part.options):
        if name not in known:
            raise MarkerError(part.line, f"no type is called '{name.upper()}'")
    scope = part.options.get("scope")
    if scope and not any(one.is_called(scope) for one in kb.scopes):
        raise MarkerError(part.line, f"no scope is called '{scope}'")
    if (folder := _folder(path, part.options)) not in kb.folders:
        raise MarkerError(part.line, f"no folder '{folder}' in the knowledge base")


def _types(options: Mapping[str, str]) -> set[str]:
    names = options.get("type", "").split(",")
    return {name.strip().casefold() for name in names if name.strip()}


def _folder(path: str, options: Mapping[str, str]) -> str:
    """Return the folder to list, as seen from the root: "" for this."""
    folder = posixpath.join(posixpath.dirname(path), options.get("folder", "."))
    normal = posixpath.normpath(folder)
    return "" if normal == "." else normal


def _lines(kb: KnowledgeBase, path: str, options: Mapping[str, str]) -> list[str]:
    """Return a list item for each entry that the options choose, by type and number."""
    chosen = [d for d in kb.documents.values() if d.path != path and _chosen(kb, path, d, options)]
    order = {name: position for position, name in enumerate(kb.settings.types)}

    def rank(document: Document) -> tuple[int, str, int, str, str]:
        ref_id = document.ref_id
        assert ref_id is not None  # `_chosen` sees to it
        number = int(ref_id.number) if ref_id.number.isdecimal() else 0
        kind = order.get(ref_id.type, len(order))
        return kind, ref_id.prefix.casefold(), number, ref_id.number, document.path

    chosen.sort(key=rank)
    groups = [
        (name, list(group))
        for name, group in groupby(chosen, key=lambda d: d.ref_id.type if d.ref_id else "")
    ]
    lines: list[str] = []
    for name, group in groups:
        if len(groups) > 1:
            kind = kb.settings.types.get(name)
            lines += [*([""] if lines else []), f"**{kind.plural if kind else name}**", ""]
        lines += [_item(path, document) for document in group]
    return lines


def _chosen(kb: KnowledgeBase, path: str, document: Document, options: Mapping[str, str]) -> bool:
    if document.kind != "entry" or document.ref_id is None:
        return False
    types = _types(options)
    if types and document.ref_id.type.casefold() not in types:
        return False
    if (keyword := options.get("keyword")) and keyword.casefold() not in document.keywords:
        return False
    if (status := options.get("status")) and status.casefold() != (
        document.status or ""
    ).casefold():
        return False
    if scope := options.get("scope"):
        if not kb.scope_of(document.path).is_called(scope):
            return False
        if "folder" not in options:
            return True
    folder = _folder(path, options)
    return not folder or document.path.startswith(folder + "/")


def _item(path: str, document: Document) -> str:
    title = re.sub(r"([\\`*_\[\]<>])", r"\\\1", document.display_title)
    return f"- [{document.id}]({relative(path, document.path)}): {title}"
