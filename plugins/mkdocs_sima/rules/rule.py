"""What every rule is: a name, a severity, words that explain it, and a function that looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_sima.model import Finding, Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, Mention
    from mkdocs_sima.settings import Level


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue.

    A rule is a pure function of the knowledge base: it reads what the stages before it found and
    says what is wrong, but never opens a file.
    """

    name: str
    severity: Severity
    summary: str  # one sentence
    example: str  # Markdown that the rule reports, and why
    look: Callable[[KnowledgeBase], Iterator[Finding]]
    fix: str = ""  # what `--fix` does about it; "" if only a person can mend it
    default: bool = True  # False: silent until the settings or --select ask for it
    templates: bool = True  # False: silent about templates, whose gaps somebody is to fill in
    merge: Callable[[list[Finding]], Finding] | None = None
    """Makes one finding of all those of a file, after the ignored ones are out."""

    @property
    def level(self) -> Level:
        """What the settings would say for this rule if they said it."""
        return self.severity if self.default else "off"

    def at(
        self,
        path: str,
        line: int,
        column: int,
        message: str,
        *,
        subject: str = "",
        suggestion: str | None = None,
        fix: Fix | None = None,
        severity: Severity | None = None,
    ) -> Finding:
        """Return a finding of this rule at one place (line and column from 1, as on disk).

        Its severity is that of the rule, unless it is less grave than the others of its rule.
        """
        severity = severity or self.severity
        return Finding(self.name, severity, path, line, column, message, subject, suggestion, fix)

    def of(
        self,
        document: Document,
        mention: Mention,
        message: str,
        *,
        subject: str | None = None,
        suggestion: str | None = None,
        fix: Fix | None = None,
    ) -> Finding:
        """Return a finding about a mention of a document; its subject is what is written there."""
        return self.at(
            document.path,
            mention.line,
            mention.column,
            message,
            subject=mention.text if subject is None else subject,
            suggestion=suggestion,
            fix=fix,
        )
