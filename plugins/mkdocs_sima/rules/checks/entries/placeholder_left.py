"""placeholder-left: a field of an entry that still holds the words of its template."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_sima.rules.evidence.positions import place, value_of
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding


PLACEHOLDER = re.compile(
    r"\[[^\]\[]*[A-Za-z][^\]\[]*\]|\{\{.*\}\}|<[a-z][a-z -]*>|Y{4}-M{2}-D{2}"
    r"|(?:TODO|TBD|FIXME|XXX)\b.{0,40}"
    r"|(?:[A-Za-z0-9]+-)+(?:#+|X{2,}|N{2,})"
)
HEADER = re.compile(
    r"(?:ref[ _-]?id|title|name|status|priority|severity|category|type|version|purpose|keywords"
    r"|(?:last[ _-]*)?(?:date|created|updated))",
    re.I,
)


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report header fields of entries whose whole value is a placeholder."""
    for path, document in kb.documents.items():
        if document.kind != "entry":
            continue
        end = next((h.line for h in document.headings if h.level > 1), None)
        for field in document.fields:
            value = value_of(field)
            if end is not None and field.line > end:
                break
            if HEADER.fullmatch(field.label) and PLACEHOLDER.fullmatch(value):
                yield RULE.at(
                    path,
                    *place(document, field.line, value),
                    f"{field.label} still says {value}",
                    subject=value,
                )


RULE = Rule(
    name="placeholder-left",
    severity="warning",
    summary="A header field of an entry still holds the placeholder of its template.",
    example="**Created:** YYYY-MM-DD",
    look=look,
)
