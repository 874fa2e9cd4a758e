"""The health page for owners: what is broken, what is missing, what nobody has looked at."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_sima.rules import registry
from mkdocs_sima.rules.evidence import loops
from mkdocs_sima.rules.evidence.claims import claim
from mkdocs_sima.site.pages import graph_facts
from mkdocs_sima.site.pages.entries import order_of
from mkdocs_sima.site.pages.upkeep import due_list
from mkdocs_sima.site.theme.context import GeneratedPage, TocEntry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_sima.model import Document, Finding, Severity
    from mkdocs_sima.site.pages.entries import Entries

_SHOWN = 100  # findings of a rule; `sima check` lists them all
_LISTED = 12  # of every other list
_SEVERITIES: dict[Severity, str] = {"error": "Errors", "warning": "Warnings", "info": "Notes"}


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file: what to call it, its page on the site, its line in the repository."""

    label: str  # `entries/LESS-22.md:14`
    url: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """All findings of one rule, the first of them to be shown."""

    rule: str
    summary: str  # English, as the rule says it
    severity: Severity
    count: int
    shown: list[tuple[Place, Finding]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A REF-ID that is cited and that nothing bears: what to write next."""

    id: str
    count: int  # documents that cite it
    places: list[Place]


def build(entries: Entries) -> GeneratedPage:
    """Return the page."""
    site, uri = entries.site, entries.places.health
    t = site.t
    title = t("Health")
    sections = (
        ("findings", t("Findings")), ("folders", t("Findings by folder")),
        ("wanted", t("Cited but missing")), ("duplicates", t("Duplicate IDs")),
        ("due", t("Due for a look")), ("orphans", t("Orphans")), ("oldest", t("Longest untouched")),
        ("cycles", t("Prerequisites in a circle")), ("cited", t("Most cited")),
        ("bridges", t("Bridges")), ("groups", t("Groups")),
    )  # fmt: skip
    told = graph_facts.build(entries, uri)
    shown: dict[str, object] = {"cycles": told.cycles, "cited": told.cited, "bridges": told.bridges}
    looks = due_list.build(entries, uri)
    shown |= {"groups": told.groups, "folders": site.findings, "due": looks}
    orphaned = orphans(entries)
    html = site.render(
        "pages/health.html",
        page=uri,
        title=title,
        sections=dict(sections),
        totals=[
            (name, t(label), sum(f.severity == name for f in site.findings))
            for name, label in _SEVERITIES.items()
        ],
        rules=by_rule(entries),
        folders=by_folder(site.findings),
        wanted=wanted(entries)[:_LISTED],
        duplicates=[(name, entries.rows(uri, found)) for name, found in duplicates(entries)],
        due=looks,
        orphans=entries.rows(uri, orphaned[: _LISTED * 8]),
        orphan_count=len(orphaned),
        oldest=entries.rows(uri, oldest(entries)[:_LISTED]),
        insight=told,
    )
    toc = tuple(TocEntry(label, name) for name, label in sections if shown.get(name, True))
    return GeneratedPage(uri, title, html, nav=(t("Browse"),), toc=toc)


def by_rule(entries: Entries) -> list[RuleGroup]:
    """Return the findings rule by rule, the gravest and most frequent first."""
    groups: dict[tuple[Severity, str], list[Finding]] = defaultdict(list)
    for finding in entries.site.findings:
        groups[finding.severity, finding.rule].append(finding)
    order = sorted(
        groups, key=lambda key: (list(_SEVERITIES).index(key[0]), -len(groups[key]), key[1])
    )
    return [
        RuleGroup(
            rule,
            registry.get(rule).summary,
            severity,
            len(groups[severity, rule]),
            [(place(entries, f.path, f.line), f) for f in groups[severity, rule][:_SHOWN]],
        )
        for severity, rule in order
    ]


def by_folder(findings: Sequence[Finding]) -> list[tuple[str, dict[str, int], int]]:
    """Return (folder, severity → count, total) of each folder, the worst first."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for finding in findings:
        counts[finding.path.rpartition("/")[0]][finding.severity] += 1
    rows = [(folder, dict(count), count.total()) for folder, count in counts.items()]
    return sorted(rows, key=lambda row: (-row[1].get("error", 0), -row[2], row[0]))


def wanted(entries: Entries) -> list[Wanted]:
    """Return the IDs that are cited and that nothing bears, the most cited first."""
    kb = entries.kb
    lines: dict[str, dict[str, int]] = defaultdict(dict)
    for path in kb.documents:
        for reference in kb.references(path):
            ref_id = reference.mention.ref_id
            if reference.verdict == "missing" and ref_id and reference.mention.form != "link":
                lines[str(ref_id)].setdefault(path, reference.mention.line)
    found = [
        Wanted(ref_id, len(at), [place(entries, *item) for item in sorted(at.items())[:3]])
        for ref_id, at in lines.items()
    ]
    return sorted(found, key=lambda item: (-item.count, item.id))


def duplicates(entries: Entries) -> list[tuple[str, list[Document]]]:
    """Return each ID that several documents claim where only one may, with them."""
    groups = [sorted(bearers, key=order_of) for bearers in loops.duplicates(entries.kb, claim)]
    groups.sort(key=lambda bearers: order_of(bearers[0]))
    return [(bearers[0].id or "", bearers) for bearers in groups]


def orphans(entries: Entries) -> list[Document]:
    """Return the entries that no other document refers to."""
    kb = entries.kb
    return [
        document
        for document in entries.documents
        if document.kind == "entry" and not kb.backlinks(document.path)
    ]


def oldest(entries: Entries) -> list[Document]:
    """Return the entries whose last change is known, the longest ago first."""
    dated = [d for d in entries.documents if d.kind == "entry" and d.path in entries.dates]
    return sorted(dated, key=lambda document: entries.dates[document.path])


def place(entries: Entries, path: str, line: int) -> Place:
    """Return a line of a document as the health page shows it."""
    site = entries.site
    url = site.url(entries.places.health, path) if path in entries.kb.documents else None
    return Place(f"{path}:{line}", url, site.source_url(path, line))
