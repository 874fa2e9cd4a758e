"""Damage that is meant: a text about encodings that shows what mojibake looks like.

``If you see `â€œ` in your page, your encoding is wrong.`` must stay as it is. Two things give an
example away: it stands between quotes or backticks, and either the line talks about encodings, or
the text as it should be stands between quotes right beside it.
"""

from __future__ import annotations

import re
from typing import Final

from mkdocs_sima.mojibake.text_edits import Edit, applied

_ENCLOSED: Final = re.compile(
    r"`([^`]+)`|\"([^\"]+)\"|'([^']+)'|“([^”]+)”|„([^“”]+)[“”]|«([^»]+)»|‘([^’]+)’|\|([^|]+)(?=\|)"
)
OPENERS: Final = re.compile("[`\"'“„«‘|]")
_ENCODINGS: Final = re.compile(
    r"mojibake|garbled|gibberish|charset|code ?page|replacement char|byte order|\bBOM\b|\bNBSP\b"
    r"|\b(?:en|de)cod|latin-?1|iso[- ]?8859|cp125\d|windows[- ‑]125\d|utf-?8|U\+[0-9A-F]{4}"
    r"|\b[C-F][0-9A-F](?:[ ,]+(?:0x)?[89AB][0-9A-F])+\b|\\x[c-f][0-9a-f]",
    re.IGNORECASE,
)
_PLAIN: Final = re.compile(r"[^\W\d_]")


def _masked(line: str, edits: list[Edit]) -> str:
    """Return `line` with what `edits` replace blacked out, so that it counts as no quote."""
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += line[at : edit.start], "\0" * (edit.end - edit.start)
        at = edit.end
    return "".join([*parts, line[at:]])


def _stands_quoted(clean: str, rest: str) -> bool:
    quoted = rf"[`\"'“„«‘|]\s*{re.escape(clean)}\s*[`\"'”“»’|]"
    return re.search(quoted, rest) is not None


def is_about_encodings(line: str) -> bool:
    """Tell whether a line talks about encodings, and may show what goes wrong with them."""
    return _ENCODINGS.search(line) is not None


def examples(line: str, edits: list[Edit]) -> set[Edit]:
    """Return those of `edits`, which count in `line`, that would repair a quoted example."""
    found: set[Edit] = set()
    masked = _masked(line, edits)
    for match in _ENCLOSED.finditer(masked):
        start, end = match.span(match.lastindex or 0)
        inner = [edit for edit in edits if start <= edit.start and edit.end <= end]
        if not inner:
            continue
        moved = [edit._replace(start=edit.start - start, end=edit.end - start) for edit in inner]
        clean = applied(line[start:end], moved).strip()
        rest = f"{line[: start - 1]}\n{line[end + 1 :]}"
        explained = is_about_encodings(line) and not _PLAIN.search(masked, start, end)
        if explained or (clean in rest and _stands_quoted(clean, rest)):
            found.update(inner)
    return found
