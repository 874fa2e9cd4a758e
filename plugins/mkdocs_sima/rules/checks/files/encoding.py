"""encoding: a file that is not UTF-8 text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.rules.evidence.problems import problems
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Hand on what the reader of the file saw."""
    yield from problems(kb, RULE, "Save the file as UTF-8")


RULE = Rule(
    name="encoding",
    severity="error",
    summary="A file is not UTF-8 text, so its letters had to be guessed, or it is no text at all.",
    example="Caf\\xe9 in a file saved as Latin-1.\n\nA binary file must not end in .md.",
    look=look,
    fix="Saves the file as UTF-8; unsafe unless it is UTF-16, as a code page can only be guessed.",
)
