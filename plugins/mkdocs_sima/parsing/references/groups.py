"""The labels of the group that a line of a list stands in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_sima.parsing.markdown.source import Source

REACH = 2000  # characters of its line on either side that can say anything about a hit
_LABEL = 40  # characters; an item of more is a sentence, not the label of those nested in it
ITEM = re.compile(r"([ \t>]*)(?:[-*+•]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_NO_LIST = re.compile(r"[^\W\d_]|\*\*|#")  # begins a line that is surely in no list, so ends it
_LABEL_ENDS = (":", "：", "**", "__")
# "**Prerequisites:**" or "Gateway:", alone on its line above a list.
_LABEL_LINE = re.compile(
    r"\s*(?:\*\*|__)?([^*:：\n][^*\n]{0,70}?)[:：]?(?:\*\*|__)[:：]?\s*$|\s*([^:：\n]{1,60})[:：]\s*$"
)


class Groups:
    """Answers for the lines of one text, asked in their order. Reads each line at most once."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._text = source.text
        self._next = 1  # the line to read next
        self._lead: str | None = None  # the label above the list
        self._open: list[tuple[int, str | None]] = []  # indent and label of the items around

    def of(self, line: int, section_body: int) -> tuple[str, ...]:
        """Return the labels of the group that a line stands in, innermost first.

        That is a line of its own above the list (`**Lessons:**`) and the items it is nested in.
        Ask for lines in rising order.

        Args:
            line: its number, from 1.
            section_body: the number of the first line below the heading of its section.
        """
        starts = self._source.line_starts
        begin = max(section_body, self._next)
        first = max(begin, line)
        while first > begin and not _NO_LIST.match(self._text, starts[first - 1]):
            first -= 1
        if self._next < first:  # nothing above counts any more
            self._next, self._lead, self._open = first, None, []
        while self._next <= line:
            start, end = self._source.line_span(self._next)
            self._read_line(self._text[start : min(end, start + REACH)])
            self._next += 1
        if not self._open:
            return ()  # no list: the line may be a label itself
        labels = [label for _, label in reversed(self._open[:-1])]
        return tuple(label for label in (*labels, self._lead) if label)

    def _read_line(self, text: str) -> None:
        """Note what a line is to those below it: an item, a label, the end of a list."""
        item = ITEM.match(text)
        if item or text.lstrip().startswith("|"):
            indent = len(item[1].expandtabs(4)) if item else 0
            while self._open and self._open[-1][0] >= indent:
                self._open.pop()
            words = text[item.end() :] if item else ""
            short = words.strip(" *_:")
            label = _label_of(words) or (short if len(short) <= _LABEL else None)
            self._open.append((indent, label))
        elif text.strip() and not (self._open and text[0] in " \t"):
            self._lead = _label_of(text)
            self._open = []


def _label_of(line: str) -> str | None:
    if not line.rstrip().endswith(_LABEL_ENDS):
        return None  # as for most lines; matching takes longer
    match = _LABEL_LINE.match(line)
    return (match[1] or match[2]).strip() if match else None
