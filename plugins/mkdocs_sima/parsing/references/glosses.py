"""The words beside a hit that explain it."""

from __future__ import annotations

import re

from mkdocs_sima.parsing.references.groups import ITEM

_MAX_GLOSS = 200
_EMPHASIS = re.compile(r"\*+|`+|(?<!\w)_+|_+(?!\w)")
_AFTER = re.compile(
    r"""[*_`\s]*(?:
        [(（]\s*(?P<paren>[^()（）\n]*(?:\([^()\n]*\)[^()（）\n]*)*)[)）]?
      | \|\s*(?P<cell>[^|\n]+)
      | (?:[:：]|\s[-–—]+\s|[–—]|→|=>|=)[*_`\s]*(?P<rest>[^\n]+)
    )""",
    re.VERBOSE,
)
_OPENERS = ("(", "（", "→", "[", "->", "=>")
_CLAUSE = re.compile(r"[.;!?]\s|[。；！？]|\)\s*[,;]|\||\n")


def gloss_of(before: str, after: str, line_before: str, shared: bool) -> str | None:
    """Return the words that explain a hit: `DEC-04 (no locks)`, `| DEC-04 | No locks |`.

    Args:
        before: what stands between the hit before it, or the begin of the line, and the hit.
        after: what stands between the hit and the next one, or the end of the line.
        line_before: the line up to the hit.
        shared: whether another hit of the line stands before this one.
    """
    match = _AFTER.match(after)
    if match:
        words = match["paren"] or match["cell"] or match["rest"]
        if words and (found := _clean(words)):
            return found
    stripped = before.rstrip(" *_`")
    if stripped.endswith(_OPENERS):
        clause = _CLAUSE.split(stripped)[-1]
        return _clean(ITEM.sub("", clause.rstrip("(（[→-=>")))
    if line_before.lstrip().startswith("|") and not shared:
        cells = [cell.strip() for cell in line_before.split("|") if cell.strip()]
        return _clean(cells[-1]) if cells else None
    return None


def _clean(words: str) -> str | None:
    if "*" in words or "_" in words or "`" in words:
        words = _EMPHASIS.sub(" ", words)
    plain = " ".join(words.split()).strip(" ,;:：，|-–—#")
    return plain[:_MAX_GLOSS] or None
