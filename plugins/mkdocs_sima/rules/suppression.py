"""Comments that silence a rule: `<!-- sima: ignore[rule] -->` on a line or above one.

`<!-- sima: ignore-file[rule] -->` anywhere silences it in the whole file. A comment beside text
counts for its own line, one that stands alone counts for the next line with text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs_sima.rules.catalogue import NAMES, unknown
from mkdocs_sima.rules.comments import html_spans
from mkdocs_sima.rules.selection import ALL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_sima.model import Document, Finding

COMMENT = re.compile(r"<!--[ \t]*sima:[ \t]*(ignore(?:-file)?)[ \t]*\[([^\]\n]*)\][^\n]*?-->")


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


def ignores(document: Document) -> list[Ignore]:
    """Return the comments of a document that silence rules; those quoted as code don't count."""
    text = document.text
    if "sima:" not in text or not (found := list(COMMENT.finditer(text))):
        return []
    spans = html_spans(text, document.body_start)
    lines = text.split("\n")
    result = []
    for match in found:
        if not any(start <= match.start() < end for start, end in spans):
            continue
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - (text.rfind("\n", 0, match.start()) + 1) + 1
        names = tuple(name.strip() for name in match[2].split(",") if name.strip())
        applies: int | None = line
        if match[1] == "ignore-file":
            applies = None
        elif not COMMENT.sub("", lines[line - 1]).strip():
            following = (n for n in range(line, len(lines)) if COMMENT.sub("", lines[n]).strip())
            applies = next(following, line - 1) + 1
        result.append(Ignore(line, column, names, applies))
    return result
