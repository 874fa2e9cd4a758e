"""Fragments by which a heading is reached: as GitHub and as Python-Markdown make them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

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


class Fragments(AbstractSet[str]):
    """Every fragment that reaches a place of one document.

    They are made when they are asked for: most documents are linked to as a whole, if at all.

    Args:
        headings: the text of each, and its explicit ID if it has one (`## Limits {#limits}`).
        others: those of raw HTML.
    """

    def __init__(
        self, headings: tuple[tuple[str, str | None], ...], others: frozenset[str]
    ) -> None:
        self.headings = headings
        self.others = others

    @cached_property
    def of_headings(self) -> tuple[tuple[str, ...], ...]:
        """The fragments of each heading, the one to link by first."""
        anchors = _Anchors()
        return tuple(anchors.of(text, explicit) for text, explicit in self.headings)

    @cached_property
    def _all(self) -> frozenset[str]:
        return self.others.union(*self.of_headings)

    def __contains__(self, fragment: object) -> bool:
        return fragment in self._all

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def __hash__(self) -> int:
        return hash(self._all)


class _Anchors:
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
        if not plain.isascii():  # some editors write letters and accents apart
            plain = unicodedata.normalize("NFC", plain)
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
