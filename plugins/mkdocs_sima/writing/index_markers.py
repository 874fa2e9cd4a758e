"""The comments that say where a list of entries is generated, and of which ones.

<!-- sima: index type=LESS,DEC folder=lessons -->
<!-- sima: end -->
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_sima.parsing.markdown.comments import html_spans

if TYPE_CHECKING:
    from collections.abc import Mapping

BEGIN = re.compile(r"<!--[ \t]*sima:[ \t]*index\b(?P<options>[^>\n]*?)-->[ \t]*")
END = re.compile(r"^[ \t]*<!--[ \t]*sima:[ \t]*end[ \t]*-->", re.MULTILINE)
OPTION = re.compile(r"""\s*([\w-]+)=(?:"([^"]*)"|([^\s"]+))(?!\S)\s*""")
KNOWN = ("type", "scope", "folder", "keyword", "status")


class MarkerError(ValueError):
    """A marker that can't be understood; the message says why."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


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
        MarkerError: a part without an end, or with options that mean nothing.
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
            raise MarkerError(line, "no <!-- sima: end --> follows this index")
        result.append(Part(match.end(), end.start(), _options(match["options"], line), line))
    return result


def _options(text: str, line: int) -> dict[str, str]:
    options: dict[str, str] = {}
    at = 0
    while text[at:].strip():
        match = OPTION.match(text, at)
        if match is None:
            raise MarkerError(line, f"'{text[at:].strip()}' is no option; write them as type=LESS")
        if match[1] not in KNOWN:
            raise MarkerError(line, f"no option '{match[1]}'; known are {', '.join(KNOWN)}")
        options[match[1]] = match[2] or match[3] or ""
        at = match.end()
    return options
