"""Markdown text in, its structure out. CommonMark with GitHub's additions, by pulldown-cmark."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from mkdocs_sima.model import Heading, Link, Problem
from mkdocs_sima.parsing.markdown.containers import reveal
from mkdocs_sima.parsing.markdown.events import MARKDOWN, Walk
from mkdocs_sima.parsing.markdown.fences import nested_fences
from mkdocs_sima.parsing.markdown.slugs import Fragments
from mkdocs_sima.parsing.markdown.source import Section, Source
from mkdocs_sima.parsing.text.blanks import blank
from mkdocs_sima.parsing.text.offsets import Positions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_sima.mojibake import Change
    from mkdocs_sima.parsing.markdown.containers import LinkRow
    from mkdocs_sima.parsing.markdown.fences import NestedFence
    from mkdocs_sima.parsing.markdown.source import Span

__all__ = ["MARKDOWN", "read_structure"]

_DEEPEST = 20  # boxes within boxes
_EXPLICIT_ID = re.compile(r"[ \t]*\{:?[ \t]*#([A-Za-z][^\s{}]*)[^{}\n]*\}$")
_BARE_URL = re.compile(r"(?:\b[a-z]{2,6}://|\bwww\.)[^\s<>\"'`|]*", re.IGNORECASE)


def read_structure(text: str, body_start: int = 0, changes: Iterable[Change] = ()) -> Source:
    """Read the structure of `text`, whose body begins at `body_start` after any front matter."""
    walk = meant = _walk(text, body_start)
    nested = nested_fences(text, body_start) if walk.may_nest else []
    if nested:  # all is where the page shows it, but examples hold no references
        inner = [span for fence in nested for span in fence.inner]
        meant = _walk(blank(text, inner), body_start)  # each outer fence is one block then
    masked, links = reveal(
        text, _masked(text, meant, body_start), _link_rows(walk), meant.blanks, _visible
    )
    positions = Positions(text, changes)
    titles = tuple(_explicit_id(title) for _, title, _, _ in walk.headings)
    fragments = Fragments(titles, frozenset(walk.html.anchors))
    return Source(
        text=text,
        masked=masked,
        positions=positions,
        anchors=fragments,
        body_start=body_start,
        paragraphs=tuple(walk.paragraphs),
        rows=tuple(walk.rows),
        code=tuple(span for span in meant.blanks if text.startswith(("`", "~~~"), span[0])),
        sections=tuple(_sections(walk.headings, fragments, positions, len(text))),
        links=_links(links, positions),
        problems=(
            *(_unclosed_fence(start, positions) for start in meant.unclosed_fences),
            *(_nested_fence(fence, positions) for fence in nested),
        ),
    )


def _visible(text: str, depth: int = 1) -> tuple[str, list[LinkRow]]:
    """Return what of a text can hold references, and its links."""
    walk = _walk(text, 0)
    masked = _masked(text, walk, 0)
    if depth == _DEEPEST:
        return masked, _link_rows(walk)
    inner = partial(_visible, depth=depth + 1)
    return reveal(text, masked, _link_rows(walk), walk.blanks, inner)


def _masked(text: str, walk: Walk, body_start: int) -> str:
    return blank(text, [(0, body_start), *walk.blanks, *walk.html.blanks, *_bare_urls(text)])


def _walk(text: str, body_start: int) -> Walk:
    walk = Walk(text, body_start)
    walk.run()
    walk.blank_definitions()
    return walk


def _unclosed_fence(start: int, positions: Positions) -> Problem:
    line, column = positions.locate(start)
    return Problem(
        "unclosed-fence",
        line,
        column,
        "this code fence is never closed, so all that follows shows as code; "
        "add a closing fence where the code ends",
    )


def _nested_fence(fence: NestedFence, positions: Positions) -> Problem:
    first = positions.line_of(fence.inner[0][0])
    last = positions.line_of(fence.end)
    return Problem(
        "nested-fence",
        *positions.locate(fence.start),
        f"another fence begins within this one, on line {first}, so the code ends too early and "
        f"text and code change places; write {fence.longer} here and on line {last}",
    )


def _explicit_id(title: str) -> tuple[str, str | None]:
    """Part a heading from the ID that its author gave it: `Limits {#limits}`."""
    match = _EXPLICIT_ID.search(title) if title.endswith("}") else None
    return (title[: match.start()], match[1]) if match else (title, None)


def _sections(
    headings: list[tuple[int, str, int, int]],
    fragments: Fragments,
    positions: Positions,
    length: int,
) -> Iterator[Section]:
    ends = [length] * len(headings)
    parents = [-1] * len(headings)
    open_sections: list[int] = []
    for index, (level, _text, start, _end) in enumerate(headings):
        while open_sections and headings[open_sections[-1]][0] >= level:
            ends[open_sections.pop()] = start
        if open_sections:
            parents[index] = open_sections[-1]
        open_sections.append(index)
    for number, (level, _title, start, body) in enumerate(headings):
        line = positions.line_of(start)
        heading = Heading(level, fragments.headings[number][0], line, number, fragments)
        yield Section(heading, start, body, ends[number], parents[number])


def _link_rows(walk: Walk) -> list[LinkRow]:
    return walk.links + [
        (link.destination, "", link.start, link.end, link.image) for link in walk.html.links
    ]


def _links(rows: list[LinkRow], positions: Positions) -> tuple[Link, ...]:
    return tuple(
        Link(destination, text, *positions.locate(start), start, end, image)
        for destination, text, start, end, image in sorted(rows, key=lambda row: row[2])
    )


def _bare_urls(text: str) -> Iterator[Span]:
    """Yield the spans of addresses in plain text; only their lines are searched."""
    for sign in ("://", "www."):
        found = text.find(sign)
        while found >= 0:
            start = text.rfind("\n", 0, found) + 1
            end = text.find("\n", found)
            end = len(text) if end < 0 else end
            for match in _BARE_URL.finditer(text, start, end):
                yield match.span()
            found = text.find(sign, end)
