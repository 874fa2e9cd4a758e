"""What is written as a path of the repository: `src/store/pg.py:120`, `scripts/release/`.

Read are inline code that is nothing else, links, fields that say where something is (*Scope*,
*Files*), and fences whose first line names the file that they show. Whether a file is there, and
whether it is meant to be, is asked later: `and/or` in a field comes out of here as well.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from mkdocs_sima.model import CodePath
from mkdocs_sima.parsing.fields.labels import fold_label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs_sima.model import CodeWhere, Link
    from mkdocs_sima.parsing.markdown.source import Source

_SEGMENT = r"[\w.@+~\-\[\]()]+"
_PATH = rf"(?P<path>/?(?:{_SEGMENT}/)*(?:{_SEGMENT}/?))"
_GLOB = r"(?:(?<=/)\*{1,2}(?:/\*)?(?:\.\w+)?)?"  # `src/store/**` means the folder
_LINES = r"(?P<lines>:\d+(?:[-–:,]\d+)*|#L\d+(?:-L?\d+)?|::[\w.:\[\]-]+)?"
_CODE = re.compile(rf"(?P<ticks>`+)\s*{_PATH}{_LINES}{_GLOB}\s*(?P=ticks)")
# In running text, signs that end a sentence or a list are no part of a path.
_IN_FIELD = re.compile(
    r"(?<![\w./:@`~$<{\[*-])(?P<path>/?(?:[\w.@+-]+/)+(?:[\w.@+-]*\w)?)"
    rf"(?P<lines>:\d+(?:-\d+)?)?{_GLOB}(?![\w/*<{{$`])"
)
# "# src/app.py", "// File: src/app.ts", "<!-- web/index.html -->"
_FIRST_LINE = re.compile(
    rf"[ \t>]*(?:#|//|--|;|%|/\*+|<!--)[ \t]*(?:file(?:name)?:[ \t]*)?{_PATH}{_LINES}"
    r"[ \t]*(?:\*/|-->)?[ \t]*",
    re.IGNORECASE,
)
_INFO = re.compile(rf"[`~]{{3,}}[^\n]*?(?:\b(?:title|file(?:name)?)=[\"']?|[ \t:]){_PATH}[\"']?\s*")
_WHERE = frozenset({
    "affected files", "code", "component", "components", "file", "files", "implementation",
    "key files", "location", "module", "modules", "path", "paths", "related files", "scope",
    "source", "source files", "sources", "where",
})  # fmt: skip
_ELSEWHERE = re.compile(r"[a-z][\w+.-]*:|//|#|www\.|mailto:", re.IGNORECASE)
_FILE_NAME = re.compile(r"\w[\w-]*(?:\.[\w-]+)*\.[A-Za-z]\w{0,9}")
_DOCUMENT = (".md", ".markdown")


def find_code_paths(source: Source) -> tuple[CodePath, ...]:
    """Return what is written as a path, in the order of the text."""
    found = [*_in_code(source), *_in_fields(source), *map(_of_link(source), _own(source.links))]
    unique = {path.start: path for path in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda path: path.start))


def _in_code(source: Source) -> Iterator[CodePath]:
    text = source.text
    for start, end in source.code:
        if text.startswith(("```", "~~~"), start):
            yield from _of_fence(source, start, end)
        elif (match := _CODE.fullmatch(text, start, end)) and _is_path(match["path"]):
            yield _made(source, match, "code")


def _of_fence(source: Source, start: int, end: int) -> Iterator[CodePath]:
    first = source.text.find("\n", start, end)
    second = source.text.find("\n", first + 1, end)
    if first < 0:
        return
    for pattern, span in ((_INFO, (start, first)), (_FIRST_LINE, (first + 1, max(second, first)))):
        match = pattern.fullmatch(source.text, *span)
        if match and "/" in match["path"] and _FILE_NAME.search(match["path"]):
            yield _made(source, match, "fence")
            return


def _in_fields(source: Source) -> Iterator[CodePath]:
    for field in source.fields:
        if fold_label(field.label) in _WHERE:
            for match in _IN_FIELD.finditer(source.text, field.start, field.end):
                if _is_path(match["path"]):
                    yield _made(source, match, "field")


def _of_link(source: Source) -> Callable[[Link], CodePath]:
    def made(link: Link) -> CodePath:
        path, mark, lines = link.destination.partition("#")
        at = max(source.text.find(path, link.start, link.end), link.start)
        line, column = source.locate(at)
        return CodePath(unquote(path), line, column, at, at + len(path), "link", mark + lines)

    return made


def _own(links: tuple[Link, ...]) -> Iterator[Link]:
    for link in links:
        path = link.destination.partition("#")[0]
        if path and not link.image and "?" not in path and not _ELSEWHERE.match(path):
            yield link


def _made(source: Source, match: re.Match[str], where: CodeWhere) -> CodePath:
    start, end = match.span("path")
    line, column = source.locate(start)
    lines = match.groupdict().get("lines") or ""
    return CodePath(match["path"], line, column, start, end, where, lines)


def _is_path(text: str) -> bool:
    """Tell paths and names of files from other code; an entry is cited in another way."""
    if text.lower().endswith(_DOCUMENT) and "/" not in text:
        return False
    if "/" in text.strip("/"):
        return re.search(r"[A-Za-z]", text) is not None and "//" not in text
    return text.endswith("/") or _FILE_NAME.fullmatch(text) is not None
