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
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from mkdocs_sima.rules.comments import html_spans
from mkdocs_sima.writing.destination import relative

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document

BEGIN = re.compile(r"<!--[ \t]*sima:[ \t]*index\b(?P<options>[^>\n]*?)-->[ \t]*")
END = re.compile(r"^[ \t]*<!--[ \t]*sima:[ \t]*end[ \t]*-->", re.MULTILINE)
OPTION = re.compile(r"""([\w-]+)=(?:"([^"]*)"|(\S+))""")
KNOWN = ("type", "scope", "folder", "keyword", "status")


class MarkerError(ValueError):
    """Markers that can't be understood; the message says where and why."""


@dataclass(frozen=True)
class Part:
    """One generated part of a text."""

    start: int  # offset after the first marker
    end: int  # offset of the last marker's line
    options: Mapping[str, str]
    line: int


def parts(text: str) -> list[Part]:
    """Return the generated parts of a text; markers quoted as code don't count.

    Raises:
        MarkerError: a part without an end, or with an unknown option.
    """
    if "sima:" not in text:
        return []
    html = html_spans(text)
    result = []
    for match in BEGIN.finditer(text):
        if not any(start <= match.start() < end for start, end in html):
            continue
        line = text.count("\n", 0, match.start()) + 1
        end = END.search(text, match.end())
        if end is None:
            raise MarkerError(f"line {line}: no <!-- sima: end --> follows this index")
        options = {m[1]: m[2] or m[3] or "" for m in OPTION.finditer(match["options"])}
        if unknown := next((name for name in options if name not in KNOWN), None):
            raise MarkerError(f"line {line}: no option '{unknown}'; known are {', '.join(KNOWN)}")
        result.append(Part(match.end(), end.start(), options, line))
    return result


def updated(kb: KnowledgeBase, path: str, text: str) -> str:
    """Return the text of the document `path` with its generated parts as they should be.

    Raises:
        MarkerError: markers that can't be understood.
    """
    end_of_line = "\r\n" if "\r\n" in text else "\n"
    pieces: list[str] = []
    position = 0
    for part in parts(text):
        body = "\n".join(_lines(kb, path, part.options))
        new = f"\n{body}\n" if body else "\n"
        pieces += text[position : part.start], new.replace("\n", end_of_line)
        position = part.end
    return "".join([*pieces, text[position:]])


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
    types = {name.strip().casefold() for name in options.get("type", "").split(",") if name.strip()}
    if types and document.ref_id.type.casefold() not in types:
        return False
    if (keyword := options.get("keyword")) and keyword.casefold() not in document.keywords:
        return False
    if (status := options.get("status")) and status.casefold() != (
        document.status or ""
    ).casefold():
        return False
    if scope := options.get("scope", "").strip("/").casefold():
        own = kb.scope_of(document.path)
        if scope not in (own.prefix.casefold(), own.path.casefold()):
            return False
        if "folder" not in options:
            return True
    folder = posixpath.normpath(posixpath.join(posixpath.dirname(path), options.get("folder", ".")))
    return folder == "." or document.path.startswith(folder + "/")


def _item(path: str, document: Document) -> str:
    title = re.sub(r"([\\`*_\[\]<>])", r"\\\1", document.display_title)
    return f"- [{document.id}]({relative(path, document.path)}): {title}"
