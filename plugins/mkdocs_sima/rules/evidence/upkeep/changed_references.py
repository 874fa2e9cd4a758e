"""Which of the entries that an entry cites say something else now than when it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from mkdocs_sima.history.old_versions import made_of_old_versions
from mkdocs_sima.knowledge_base.loading.documents import what_parsing_asks
from mkdocs_sima.parsing import parse
from mkdocs_sima.rules.evidence.upkeep.entry_facts import Facts, differences, facts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs_sima.history import Commit
    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Reference


class ChangedReference(NamedTuple):
    """A citation of an entry that has changed since, and by more than a trifle."""

    reference: Reference
    target: str  # path of the document
    since: Commit  # that changed the citing entry last
    last: Commit  # that changed the cited one last
    what: tuple[str, ...]  # in words


_found: WeakKeyDictionary[KnowledgeBase, Mapping[str, tuple[ChangedReference, ...]]] = (
    WeakKeyDictionary()
)


def changed_references(kb: KnowledgeBase) -> Mapping[str, tuple[ChangedReference, ...]]:
    """Return path → what it cites that changed since it did, each entry once."""
    if kb not in _found:
        _found[kb] = {path: tuple(found) for path, found in _compared(kb).items()}
    return _found[kb]


class _Asked(NamedTuple):
    path: str
    reference: Reference
    target: str
    since: Commit
    last: Commit
    then: tuple[str, str]  # commit and path of the version that the citing author could read


def _compared(kb: KnowledgeBase) -> dict[str, list[ChangedReference]]:
    asked = [one for path in kb.documents for one in _candidates(kb, path)]
    old = _old_facts(kb, {one.then: one.target for one in asked})
    new: dict[str, Facts] = {}
    found: dict[str, list[ChangedReference]] = {}
    for one in asked:
        if (before := old.get(one.then)) is None:
            continue
        if one.target not in new:
            new[one.target] = facts_of(kb.documents[one.target])
        if what := differences(before, new[one.target]):
            change = ChangedReference(one.reference, one.target, one.since, one.last, tuple(what))
            found.setdefault(one.path, []).append(change)
    return found


def _candidates(kb: KnowledgeBase, path: str) -> Iterator[_Asked]:
    """Yield the entries that a document cites whose files changed since it did.

    Guides and indexes change with what they tell of; nobody relies on their words.
    """
    if kb.documents[path].kind == "index":
        return
    repository = kb.code.repository
    history, here = repository.history, repository.in_repository(path)
    since = None if here in repository.unsaved else history.last(here)
    seen = set()
    for reference in kb.references(path) if since else ():
        target = reference.target
        if target is None or target in seen or reference.mention.form == "range":
            continue
        seen.add(target)
        if kb.documents[target].kind != "entry":
            continue
        there = repository.in_repository(target)
        last = history.last(there)
        if since is None or last is None or last.number >= since.number:
            continue
        if then := history.version(there, since):
            yield _Asked(path, reference, target, since, last, then)


def _old_facts(
    kb: KnowledgeBase, versions: Mapping[tuple[str, str], str]
) -> Mapping[tuple[str, str], Facts]:
    """Return the facts of old versions, (commit, path then) → path now."""
    settings, repository = kb.settings, kb.code.repository
    return made_of_old_versions(
        repository,
        "old-facts",
        versions,
        what_parsing_asks(settings),
        lambda place, text: facts_of(parse(versions[place], text, settings)),
        Facts._make,
    )
