"""A knowledge base in, findings out.

`sima check` and the MkDocs plugin both call `check` and `fails`, so that they agree on what fails.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from mkdocs_sima.rules.registry import NAMES, UnknownRuleError, get
from mkdocs_sima.rules.selection import PathIgnores, Selection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding, Severity
    from mkdocs_sima.rules.rule import Rule
    from mkdocs_sima.rules.suppression import Ignores

__all__ = ["NAMES", "Selection", "UnknownRuleError", "check", "fails", "get"]

GRAVITY: dict[Severity, int] = {"info": 0, "warning": 1, "error": 2}


def check(
    kb: KnowledgeBase, selection: Selection | None = None, extra: Iterable[Finding] = ()
) -> list[Finding]:
    """Run the rules over a knowledge base.

    Args:
        kb: what to check.
        selection: which rules, where; the settings alone decide if it is left out.
        extra: findings from elsewhere (external links) that settings and comments may silence too.

    Returns:
        The findings that nothing silences, by path, line and column.

    Raises:
        UnknownRuleError: the selection or the settings name a rule that does not exist.
    """
    # It parses Markdown; a check that finds all as it was knows what the rules said without.
    from mkdocs_sima.rules.suppression import ignores

    selection = selection or Selection()
    rules = selection.rules(kb.settings)
    comments = {path: found for path, doc in kb.documents.items() if (found := ignores(doc))}
    silenced = PathIgnores(kb.settings)
    templates = {path for path, document in kb.documents.items() if document.kind == "template"}
    more: dict[str, list[Finding]] = defaultdict(list)
    for finding in extra:
        more[finding.rule].append(finding)

    findings: list[Finding] = []
    for rule, severity in sorted(rules, key=lambda pair: pair[0].name == "unused-ignore"):
        if rule.name == "unused-ignore":  # the last one: the others have used what they need
            looked: Iterable[Finding] = _unused(rule, comments, {r.name for r, _ in rules})
        else:
            looked = (*rule.look(kb), *more[rule.name])
        set_here = kb.settings.rules.get(rule.name, "off") != "off"
        kept = [
            finding
            for finding in looked
            if selection.covers(finding.path)
            and (rule.templates or finding.path not in templates)
            and not silenced.hide(finding.path, finding.rule)
            and not (finding.path in comments and comments[finding.path].hide(finding))
        ]
        for finding in _merged(rule, kept):
            if set_here:
                finding = finding._replace(severity=severity)
            findings.append(finding)
    findings.sort(key=lambda f: (f.path, f.line, f.column, f.rule, f.subject))
    return findings


def fails(findings: Iterable[Finding], threshold: Severity = "error") -> bool:
    """Return whether a finding is at or above the threshold: what `--fail-on` and a build ask."""
    return any(GRAVITY[finding.severity] >= GRAVITY[threshold] for finding in findings)


def _merged(rule: Rule, findings: list[Finding]) -> Iterator[Finding]:
    if rule.merge is None:
        yield from findings
        return
    by_path: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_path[finding.path].append(finding)
    for group in by_path.values():
        yield rule.merge(group)


def _unused(rule: Rule, comments: dict[str, Ignores], ran: set[str]) -> Iterator[Finding]:
    for path, found in comments.items():
        for comment in found.comments:
            for name, reason in comment.unused(ran):
                yield rule.at(path, comment.line, comment.column, reason, subject=name)
