"""What has changed, by git, since an entry did: the code that it cites."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.history import Commit
    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.knowledge_base.code.cited_code import CodeReference


class ChangedCode(NamedTuple):
    """A file, or what lies in a folder, that changed after the entry that cites it."""

    reference: CodeReference
    since: Commit  # that changed the entry last
    number: int  # of commits after it
    last: Commit


def changed_code(kb: KnowledgeBase, path: str) -> Iterator[ChangedCode]:
    """Yield what a document cites that changed since it did, each place once.

    A folder counts in a field (*Scope*), which says that all of it is meant; a mere name,
    `mkdocs.yml`, is a kind of file more often than the one that has it.
    """
    repository = kb.code.repository
    here = repository.in_repository(path)
    if here in repository.unsaved:  # it is being written right now
        return
    since = repository.history.last(here)
    seen = set()
    for reference in kb.code.of(path) if since else ():
        target = reference.target
        if target is None or target in seen or since is None or "/" not in reference.cited.text:
            continue
        if target in repository.folders and reference.cited.where != "field":
            continue
        seen.add(target)
        if commits := repository.history.since(target, since):
            yield ChangedCode(reference, since, len(commits), commits[0])
