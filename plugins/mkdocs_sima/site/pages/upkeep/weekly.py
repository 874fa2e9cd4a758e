"""What changed when: each entry once for every week in which it did, the newest first."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_sima.history.old_versions import made_of_old_versions
from mkdocs_sima.knowledge_base.loading.documents import what_parsing_asks
from mkdocs_sima.parsing import parse
from mkdocs_sima.site.pages.upkeep.version_facts import VersionFacts, in_words, version_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.history import Commit
    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document
    from mkdocs_sima.site.theme.context import SiteContext

MOST = 150
_SHOWN = ("entry", "document")  # kinds


class Change(NamedTuple):
    """What happened to an entry in one week."""

    document: Document
    time: str  # ISO, of the last commit of that week
    week: str  # ISO date of its Monday
    is_new: bool
    what: tuple[str, ...]  # in the site's language; empty if nobody can tell


class _Weekly(NamedTuple):
    document: Document
    week: str
    last: Commit  # of that week
    before: Commit | None  # the last one of all weeks before


def changes(site: SiteContext) -> list[Change]:
    """Return what happened, the newest first; as far as git knows, and nothing without it."""
    found = sorted(_weeks(site.kb), key=lambda one: one.last.number)[:MOST]
    facts = _facts(site.kb, found)
    return [_change(site, one, facts) for one in found]


def monday_of(day: str) -> str:
    """Return the Monday of the week of an ISO date."""
    start = date.fromisoformat(day[:10])
    return (start - timedelta(days=start.weekday())).isoformat()


def _weeks(kb: KnowledgeBase) -> Iterator[_Weekly]:
    repository = kb.code.repository
    for path, document in kb.documents.items():
        if document.kind not in _SHOWN:
            continue
        commits = repository.history.changes(repository.in_repository(path))[:MOST]
        weeks = [monday_of(commit.date) for commit in commits]
        for at, commit in enumerate(commits):
            if at and weeks[at] == weeks[at - 1]:
                continue
            older = (old for old, week in zip(commits, weeks, strict=True) if week < weeks[at])
            yield _Weekly(document, weeks[at], commit, next(older, None))


def _facts(kb: KnowledgeBase, found: list[_Weekly]) -> dict[tuple[str, str], VersionFacts]:
    """Return (commit, path of the document) → what the version of that commit says."""
    repository, settings = kb.code.repository, kb.settings
    places: dict[tuple[str, str], tuple[str, str]] = {}  # version → commit, path of today
    for one in found:
        for commit in filter(None, (one.last, one.before)):
            path = one.document.path
            version = repository.history.version(repository.in_repository(path), commit)
            if version:
                places[version] = (commit.hash, path)
    made = made_of_old_versions(
        repository,
        "version-facts",
        places,
        what_parsing_asks(settings),
        lambda version, text: version_facts(parse(places[version][1], text, settings)),
        VersionFacts._make,
    )
    return {places[version]: facts for version, facts in made.items()}


def _change(site: SiteContext, one: _Weekly, facts: dict[tuple[str, str], VersionFacts]) -> Change:
    document, path = one.document, one.document.path
    is_new = one.before is None and site.kb.code.repository.history.is_complete
    new = facts.get((one.last.hash, path))
    old = one.before and facts.get((one.before.hash, path))
    what = tuple(in_words(old, new, site.t)) if old and new else ()
    return Change(document, one.last.time, one.week, is_new, what)
