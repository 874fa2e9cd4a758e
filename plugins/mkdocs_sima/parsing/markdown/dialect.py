"""Which Markdown a page is written in: GitHub's, or that of a site's Python-Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from mkdocs_sima.parsing.markdown.events import MARKDOWN
from mkdocs_sima.parsing.text.offsets import byte_to_character

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mkdocs_sima.parsing.markdown.dialect_signs import Sign

COMMONMARK, PYTHON_MARKDOWN, AUTO = "commonmark", "python-markdown", "auto"
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
# `## Limits {#limits}`: an anchor that is read in both.
_OWN_ANCHOR = re.compile(r"^ {0,3}#{1,6}[ \t][^\n]*?(\{#[\w:.-]+\})[ \t]*$", re.MULTILINE)


class Reading(NamedTuple):
    """How a page is read, and why."""

    dialect: str  # COMMONMARK or PYTHON_MARKDOWN
    extension: str = ""  # the one that the page uses
    offset: int = 0  # of its first sign in the text
    sign: str = ""  # "" if the extension changes every page

    @property
    def is_python_markdown(self) -> bool:
        """Whether Python-Markdown renders the page."""
        return self.dialect == PYTHON_MARKDOWN


def dialect_of(text: str, signs: Iterable[Sign]) -> Reading:
    """Return how the body of a page is read: by the first sign outside of code.

    `!!! note` at the start of a line is one where `admonition` is configured. In a block of code,
    it is an example.
    """
    code: Sequence[tuple[int, int]] | None = None
    first: Reading | None = None
    for sign in signs:
        if sign.pattern is None:
            return Reading(PYTHON_MARKDOWN, sign.extension)
        for match in sign.pattern.finditer(text):
            group = "at" if match["at"] is not None else "or"
            offset = match.start(group)
            if first and first.offset <= offset:
                break
            if sign.where != "anywhere":
                code = _code(text) if code is None else code
                if _is_within(offset, code, at_start=sign.where == "code"):
                    continue
            found = text[offset : match.end()].partition("\n")[0]
            first = Reading(PYTHON_MARKDOWN, sign.extension, offset, found)
            break
    return first or Reading(COMMONMARK)


def _is_within(offset: int, spans: Iterable[tuple[int, int]], *, at_start: bool) -> bool:
    """Tell whether an offset lies in code; what begins it is no part of it if `at_start`."""
    return any(start + at_start <= offset < end for start, end in spans)


def _code(text: str) -> list[tuple[int, int]]:
    """Return what is no sign: code, comments, the anchors of headings."""
    convert = byte_to_character(text)
    spans = [match.span() for match in _COMMENT.finditer(text)]
    spans += [match.span(1) for match in _OWN_ANCHOR.finditer(text)]
    open_at = 0
    event: Any
    for event, span in MARKDOWN.events_with_range(text):
        if type(event) is str:
            continue
        ((kind, value),) = event.items()
        block = next(iter(value)) if type(value) is dict else value
        if kind == "Code":
            spans.append((convert(span["start"]), convert(span["end"])))
        elif kind == "Start" and block == "CodeBlock":
            open_at = convert(span["start"])
        elif kind == "End" and block == "CodeBlock":
            spans.append((open_at, convert(span["end"])))
    return spans
