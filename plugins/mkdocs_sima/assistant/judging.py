"""What is wrong with entries, and with a draft before it is saved."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    NotRequired,  # pydantic wants these before 3.12
)

from typing_extensions import TypedDict

from mkdocs_sima import rules
from mkdocs_sima.assistant.briefs import AskError
from mkdocs_sima.knowledge_base import KnowledgeBase
from mkdocs_sima.parsing import parse
from mkdocs_sima.rules import Selection, UnknownRuleError

if TYPE_CHECKING:
    from mkdocs_sima.model import Finding

_DRAFT = "draft.md"
_MOST_DRAFT = 2_000_000  # characters


class Verdict(TypedDict):
    """One finding."""

    rule: str
    severity: str
    path: str
    line: int
    column: int
    message: str
    suggestion: NotRequired[str]
    fix: NotRequired[str]


class Verdicts(TypedDict):
    """The findings that were asked for, and how many there are in all."""

    count: int
    findings: list[Verdict]
    note: NotRequired[str]


def check_entries(
    kb: KnowledgeBase, path: str | None = None, rule: str | None = None, limit: int = 50
) -> Verdicts:
    """Return what `sima check` finds, in one file or folder or in all.

    Raises:
        AskError: there is no such file, folder or rule.
    """
    focus = (path or "").strip().strip("/")
    if focus and focus not in kb.documents and focus not in kb.folders:
        raise AskError(f"There is no file or folder '{path}' in this knowledge base.")
    return _verdicts(kb, Selection(_rules(rule), (), focus), limit)


def check_draft(kb: KnowledgeBase, text: str, path: str | None = None, limit: int = 50) -> Verdicts:
    """Return what would be found if a text stood at a path; nothing is written.

    Raises:
        AskError: the path leads out of the knowledge base, or is no Markdown file's.
    """
    if len(text) > _MOST_DRAFT:
        raise AskError(f"The draft has {len(text):,} characters; {_MOST_DRAFT:,} are the most.")
    place = _inside(path or _free_path(kb))
    draft = parse(place, text.encode("utf-8", "replace"), kb.settings)
    others = [document for at, document in kb.documents.items() if at != place]
    files = kb.files - kb.documents.keys()
    repository = kb.code.repository
    judged = KnowledgeBase([*others, draft], kb.settings, files, kb.root, repository=repository)
    ignored = () if path else ("orphan",)  # a draft without a place can't be cited yet
    return _verdicts(judged, Selection((), ignored, place), limit)


def _verdicts(kb: KnowledgeBase, selection: Selection, limit: int) -> Verdicts:
    try:
        found = rules.check(kb, selection)
    except UnknownRuleError as error:
        raise AskError(str(error)) from error
    grave = sorted(found, key=lambda finding: -rules.GRAVITY[finding.severity])
    most = max(1, min(limit, 500))
    verdicts = Verdicts(count=len(found), findings=[_verdict(f) for f in grave[:most]])
    if len(found) > most:
        verdicts["note"] = f"The {most} gravest of {len(found)}: narrow it down by path or rule."
    return verdicts


def _verdict(finding: Finding) -> Verdict:
    verdict = Verdict(
        rule=finding.rule,
        severity=finding.severity,
        path=finding.path,
        line=finding.line,
        column=finding.column,
        message=finding.message,
    )
    if finding.suggestion:
        verdict["suggestion"] = finding.suggestion
    if finding.fix:
        verdict["fix"] = finding.fix.title
    return verdict


def _rules(name: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in name.split(",") if part.strip()) if name else ()


def _inside(path: str) -> str:
    parts = path.replace("\\", "/").split("/")
    if path.startswith("/") or ".." in parts or "\0" in path or ":" in parts[0]:
        raise AskError(f"'{path}' leads out of the knowledge base: give a path below its root.")
    place = "/".join(part for part in parts if part not in ("", "."))
    if not place.lower().endswith((".md", ".markdown")):
        raise AskError(f"'{path}' is no Markdown file: its name has to end in .md.")
    return place


def _free_path(kb: KnowledgeBase) -> str:
    number, place = 1, _DRAFT
    while place in kb.documents:
        number += 1
        place = f"draft-{number}.md"
    return place
