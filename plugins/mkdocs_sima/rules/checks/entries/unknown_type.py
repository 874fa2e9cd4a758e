"""unknown-type: an ID whose type is not declared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_sima.parsing.identity.grammar import Grammar
from mkdocs_sima.rules.evidence.positions import field_called, place, value_of
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding


# `OPS-17`, `AWS-OPS-17`: what looks like an ID, of whatever type.
ID = re.compile(r"(?:[A-Z][A-Za-z0-9]*-)*?([A-Z][A-Z0-9]+)-\d{1,5}")
LABELS = ("REF-ID", "ref_id", "ref-id", "ID", "Ref ID", "Reference ID", "Decision ID", "Lesson ID")


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report each document that declares an ID which the settings' types don't know."""
    grammar = Grammar.of(kb.settings)
    for path, document in kb.documents.items():
        field = field_called(document, *LABELS)
        if document.ref_id or field is None:
            continue
        value = value_of(field)
        match = ID.fullmatch(value)
        if match and grammar.parse(value) is None:
            yield RULE.at(
                path,
                *place(document, field.line, value),
                f"{value} is no ID, since no type '{match[1]}' is declared; "
                f"add it under `types:` in the settings",
                subject=value,
            )


RULE = Rule(
    name="unknown-type",
    severity="warning",
    summary="A document declares an ID whose type is not declared, so nothing can cite it.",
    example="**REF-ID:** RFC-12\n\n`types:` of the settings has no RFC.",
    look=look,
    templates=False,
)
