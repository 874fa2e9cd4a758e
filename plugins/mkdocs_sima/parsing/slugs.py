"""Fragments by which a heading is reached: as GitHub and as Python-Markdown make them."""

from __future__ import annotations

import re
import unicodedata

_IN_ASCII = {n: None for n in range(128) if not (chr(n).isalnum() or chr(n) in "_ -")}
_NOT_PLAIN = re.compile(r"[^a-z0-9_ -]")
_PYTHON_MARKDOWN_DROPPED = re.compile(r"[^\w\s-]")
_SEPARATORS = re.compile(r"[-\s]+")
_NUMBERED = re.compile(r"(.*)_([0-9]{1,9})")
_VARIATION_SELECTOR = "\ufe0f"  # kept by GitHub: "⚠️ Limits" is reached by "#️-limits"


def github_slug(text: str) -> str:
    """Return the slug that GitHub gives a heading, before numbering duplicates."""
    text = text.strip().lower()
    kept = text.translate(_IN_ASCII) if text.isascii() else _NOT_PLAIN.sub(_kept, text)
    return kept.replace(" ", "-")


def _kept(match: re.Match[str]) -> str:
    """Keep what GitHub keeps: letters, marks, digits, connectors."""
    category = unicodedata.category(match[0])
    return match[0] if category[0] in "LM" or category in ("Nd", "Pc") else ""


def python_markdown_slug(text: str) -> str:
    """Return the slug that Python-Markdown's `toc` gives a heading, before numbering duplicates."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _SEPARATORS.sub("-", _PYTHON_MARKDOWN_DROPPED.sub("", text).strip().lower())


class Anchors:
    """Gives the headings of one document their fragments, in order."""

    def __init__(self) -> None:
        self._github: dict[str, int] = {}
        self._python_markdown: dict[str, int] = {}

    def of(self, text: str, explicit: str | None = None) -> tuple[str, ...]:
        """Return every fragment that reaches the next heading, without repetitions.

        Its explicit ID comes first if it has one (`## Limits {#limits}`), then GitHub's form.
        """
        if explicit:
            self._python_markdown.setdefault(explicit, 0)
        github = self._next_github(github_slug(text))
        python_markdown = explicit or self._next_python_markdown(python_markdown_slug(text))
        plain = github.replace(_VARIATION_SELECTOR, "")
        return tuple(dict.fromkeys(a for a in (explicit, github, plain, python_markdown) if a))

    def _next_github(self, slug: str) -> str:
        used, result = self._github, slug
        while result in used:
            used[slug] += 1
            result = f"{slug}-{used[slug]}"
        used[result] = 0
        return result

    def _next_python_markdown(self, slug: str) -> str:
        used = self._python_markdown
        if slug and slug not in used:
            used[slug] = 0
            return slug
        match = _NUMBERED.fullmatch(slug)
        stem, number = (match[1], int(match[2])) if match else (slug, 0)
        number = max(number, used.get(slug, 0))
        result = slug
        while not result or result in used:
            number += 1
            result = f"{stem}_{number}"
        used[slug] = number  # where the search for the next duplicate begins
        used[result] = 0
        return result
