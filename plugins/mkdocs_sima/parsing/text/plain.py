"""Markdown of one line to plain text, and what in it is no more than a gap to fill in."""

from __future__ import annotations

import re
from html import unescape

_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()\s]*(?:\s+\"[^\"]*\")?\)|\[[^\[\]]*\])")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_MARKS = re.compile(r"\*{1,3}|`+|~~")
_UNDERSCORES = re.compile(r"(?<!\w)(_{1,3})([^_\s][^_]*)\1(?!\w)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_BLANKS = re.compile(r"\s+")
_PLACEHOLDER = re.compile(
    r"\[[^\[\]\n]{1,200}\]|\{[^{}\n]{1,60}\}|<[A-Za-z][\w -]*>|\bYYYY\b|##|\bX{2,}\b|_{3,}|\bTBD\b"
)


def plain_text(markdown: str) -> str:
    """Return the words of one piece of inline Markdown, on one line."""
    text = markdown
    if "[" in text:
        text = _LINK.sub(r"\1", text)
    if "<" in text:
        text = _TAG.sub("", text)
    text = _UNDERSCORES.sub(r"\2", _MARKS.sub("", text))
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    return _BLANKS.sub(" ", unescape(text) if "&" in text else text).strip()


def cut_at_word(text: str, most: int) -> str:
    """Return the begin of a text, of at most so many characters, to the end of a word.

    Chinese has no blanks between words, and one near the begin is no place to cut at.
    """
    end = text.rfind(" ", 0, most)
    return text[: end if end > most // 2 else most]


def is_placeholder(text: str) -> bool:
    """Tell whether a value waits to be filled in: `[Title]`, `YYYY-MM-DD`, `{name}`, `LESS-##`."""
    return bool(_PLACEHOLDER.search(text))
