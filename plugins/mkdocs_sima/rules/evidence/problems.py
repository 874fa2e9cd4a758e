"""Rules that hand on what the reading of a file noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.model import Edit, Fix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding
    from mkdocs_sima.rules.rule import Rule


def problems(kb: KnowledgeBase, rule: Rule, fix: str = "") -> Iterator[Finding]:
    """Yield the problems of every document that belong to one rule.

    What can be mended gets a fix of that title. It changes no character: writing the file mends it.
    """
    for path, document in kb.documents.items():
        for problem in document.problems:
            if problem.rule == rule.name:
                place = problem.line, problem.column
                edit = Edit(*place, "", "")
                mend = Fix(fix, (edit,), problem.mends == "safe") if fix and problem.mends else None
                yield rule.at(path, *place, problem.message, fix=mend)
