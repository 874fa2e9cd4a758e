"""Lists as GitHub reads them, written so that Python-Markdown reads the same.

It wants four blanks for what belongs to an item and a blank line before a list; GitHub wants two or
three, and no blank line. Who wrote `- a` and, below it, `  - b` meant a list in a list. What
Python-Markdown reads as it stands is left as it is.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_STEP = 4  # blanks
_MARKER = re.compile(r"(?P<mark>[*+-]|\d{1,9}[.)])(?P<gap>[ \t]+)(?=\S)")
_RULE = re.compile(r"([*_-])[ \t]*(?:\1[ \t]*){2,}$")
# What holds indented blocks as an item does: `!!! note`, `??? tip`, `=== "Tab"`, `[^1]: note`.
_HOLDER = re.compile(r"(?:!!!|\?\?\?\+?|===[+!]*) ?[\w\"']|\[\^[^\]\n]+\]:|:[ ]{1,3}\S")
_NO_PARAGRAPH = re.compile(r"#{1,6}[ \t]|[><]|`{3,}|~{3,}|\[[^\]\n]+\]:|///|\*\[|\{:?[ #.]")
# What is left as it is up to its end.
_OPAQUE = re.compile(
    r"(?P<fence>`{3,}(?=[^`]*$)|~{3,})|(?P<math>\$\$)(?!.*\$\$)"
    r"|<(?P<tag>pre|script|style|textarea)\b(?!.*</(?P=tag))|(?P<comment><!--)(?!.*-->)"
    r"|(?P<options>:::|/{3,}[ \t]*\w)",  # YAML may stand right below, up to a blank line
    re.IGNORECASE,
)


class _Holder(NamedTuple):
    """An open item, or another block that holds what is indented below it."""

    column: int  # at which its content stands, as written
    kind: str  # "ul", "ol"; "" for no item


def widen_lists(text: str) -> str:
    """Return Markdown whose lists and what they hold stand where Python-Markdown looks for them."""
    return "\n".join(_Widener().lines(text))


class _Widener:
    """Goes through the lines of one text once."""

    def __init__(self) -> None:
        self._holders: list[_Holder] = []
        self._end: re.Pattern[str] | None = None  # of what is left as it is
        self._moved = 0  # by how much that was moved
        self._before = ""  # the line before, without indentation; "" if blank
        self._paragraph = False  # it is one of a paragraph
        self._begins_item = False  # of the one that stands beside an item's marker
        self._depth_before = 0

    def lines(self, text: str) -> list[str]:
        """Return the lines of a text, wider."""
        lines: list[str] = []
        for line in text.split("\n"):
            content = line.lstrip(" \t")
            if self._end:
                lines.append(" " * self._moved + line if content else line)
                if self._end.match(content):
                    self._end, self._before = None, "```"
            elif not content:
                lines.append(line)
                self._before, self._paragraph, self._begins_item = "", False, False
            else:
                lead = line[: len(line) - len(content)].expandtabs(_STEP)
                lines += self._line(len(lead), content)
        return lines

    def _line(self, indent: int, content: str) -> list[str]:
        marker = None if _RULE.match(content) else _MARKER.match(content)
        opaque = _OPAQUE.match(content)
        own = marker or opaque or _HOLDER.match(content) or _NO_PARAGRAPH.match(content)
        holders = self._holders
        is_lazy = self._paragraph and not own
        closed = ""
        while holders and indent < holders[-1].column and not is_lazy:
            closed = holders.pop().kind
        depth = len(holders)
        if not (depth or self._before) and indent >= _STEP:  # code, or an item's by its own rules
            return [" " * indent + content]
        new = indent if is_lazy else max(indent, _STEP * depth)
        kind = "" if not marker else "ul" if marker["mark"] in "*+-" else "ol"
        needs_blank = marker and (
            self._interrupts(marker["mark"]) or (self._before and closed not in ("", kind))
        )
        self._paragraph = not own or bool(marker)
        self._begins_item = bool(marker) or (self._begins_item and is_lazy)
        if opaque:
            self._end, self._moved = _end_of(opaque), new - indent
        elif marker:
            gap = len(marker["gap"].expandtabs(_STEP))
            width = len(marker["mark"]) + (gap if gap <= _STEP else 1)
            holders.append(_Holder(indent + width, kind))
            if marker["mark"].endswith(")"):
                content = f"{marker['mark'][:-1]}.{content[len(marker['mark']) :]}"
        elif _HOLDER.match(content):
            holders.append(_Holder(indent + _STEP, ""))
        self._before, self._depth_before = content, len(holders)
        return [*([""] if needs_blank else []), " " * new + content]

    def _interrupts(self, mark: str) -> bool:
        """Tell whether a list begins right below a paragraph: then it needs a blank line."""
        return (
            self._paragraph
            and not self._begins_item
            and self._depth_before == len(self._holders)
            and (mark in "*+-" or mark[:-1] == "1")
        )


def _end_of(opaque: re.Match[str]) -> re.Pattern[str]:
    """Return what the last line of something that is left as it is looks like."""
    if opaque["fence"]:
        return re.compile(rf"{re.escape(opaque['fence'])}{opaque['fence'][0]}*[ \t]*$")
    if opaque["options"]:
        return re.compile(r"$")
    end = re.escape("$$" if opaque["math"] else f"</{opaque['tag']}" if opaque["tag"] else "-->")
    return re.compile(rf".*{end}", re.IGNORECASE)
