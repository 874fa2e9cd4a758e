"""Comments that silence a rule: `<!-- sima: ignore[rule] -->` on a line or above one.

`<!-- sima: ignore-file[rule] -->` anywhere silences it in the whole file. A comment beside text
counts for its own line, one that stands alone counts for the next line with text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs_sima.parsing.markdown.comments import html_spans
from mkdocs_sima.parsing.text.offsets import Positions
from mkdocs_sima.rules.registry import NAMES, unknown
from mkdocs_sima.rules.selection import ALL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_sima.model import Document, Finding

COMMENT = re.compile(
    r"<!--[ \t]*sima:[ \t]*(ignore(?:-file)?)[ \t]*\[([^\]<\n]*)\](?:[^<\n]|<(?!!--))*?-->"
)
# `<!-- sima: disable broken-link -->`: meant for us, and misspelt.
_MEANT = re.compile(r"<!--[ \t]*sima:[ \t]*((?:ignore|disable)[^<>\n]{0,60}?)[ \t]*-->")


@dataclass
class Ignore:
    """One comment of one file."""

    line: int
    column: int
    names: tuple[str, ...]
    applies: int | None  # the line it silences; None: the whole file
    used: set[str] = field(default_factory=set)

    def hides(self, finding: Finding) -> bool:
        """Return whether the comment silences a finding of its file, and remember that it did."""
        if self.applies not in (None, finding.line):
            return False
        for name in (finding.rule, ALL):
            if name in self.names:
                self.used.add(name)
                return True
        return False

    def unused(self, ran: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield each name that silenced nothing, with the reason; rules that did not run apart."""
        for name in self.names:
            if name != ALL and name not in NAMES:
                yield name, unknown(name)
            elif name not in self.used and (name == ALL or name in ran):
                yield name, f"nothing to ignore here: '{name}' finds nothing; take it out"
        if not self.names:
            yield "", "this comment ignores nothing; write <!-- sima: ignore[name-of-a-rule] -->"


class Ignores:
    """The comments of one document, in the order of its text."""

    def __init__(self, comments: list[Ignore]) -> None:
        self.comments = comments
        # Of equal comments for one place, the first answers for all: there may be thousands.
        self._by_line: dict[int | None, dict[tuple[str, ...], Ignore]] = defaultdict(dict)
        for comment in comments:
            first = self._by_line[comment.applies].setdefault(comment.names, comment)
            comment.used = first.used

    def hide(self, finding: Finding) -> bool:
        """Return whether a comment silences a finding of this document."""
        # Every comment is asked, so that each one that covers the finding counts as used.
        places = [self._by_line[line] for line in (None, finding.line) if line in self._by_line]
        hiding = [ignore for asked in places for ignore in asked.values() if ignore.hides(finding)]
        return bool(hiding)


def ignores(document: Document) -> Ignores | None:
    """Return the comments of a document that silence rules; those quoted as code don't count."""
    text = document.text
    if "sima:" not in text:
        return None
    read = {match.start(): match for match in COMMENT.finditer(text)}
    found = [*read.values(), *(m for m in _MEANT.finditer(text) if m.start() not in read)]
    if not found:
        return None
    spans = html_spans(text, document.body_start)
    starts = [start for start, _ in spans]
    positions = Positions(text)
    after = _lines_with_text(text)
    result = []
    for match in found:
        span = bisect_right(starts, match.start()) - 1
        if span < 0 or match.start() >= spans[span][1]:
            continue
        line, column = positions.locate(match.start())
        listed = match[2] if match.start() in read else ""
        names = tuple(name.strip() for name in listed.split(",") if name.strip())
        applies = None if match[1] == "ignore-file" else after[line - 1]
        result.append(Ignore(line, column, names, applies))
    return Ignores(result) if result else None


def _lines_with_text(text: str) -> list[int]:
    """Return for each line itself if it has text beside comments, else the next that has."""
    lines = text.split("\n")
    found = [0] * len(lines)
    following = len(lines)
    for number in range(len(lines), 0, -1):
        line = lines[number - 1]
        if (COMMENT.sub("", line) if "<!--" in line else line).strip():
            following = number
        found[number - 1] = following
    return found
