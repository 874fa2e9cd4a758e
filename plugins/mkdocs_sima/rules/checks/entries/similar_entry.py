"""similar-entry: two entries that say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.parsing.identity.file_names import speaking_name
from mkdocs_sima.rules.evidence.positions import id_line
from mkdocs_sima.rules.evidence.successions import NEWER, OLDER
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.graph.lookalikes import Lookalikes
    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, Finding

LIKE = 0.34
"""Score from which on two entries may say the same, if each says what the other is called."""

NEARLY_EQUAL = 0.75
"""Score from which on they do, whatever they are called and even if one cites the other."""

_SAID = 0.6  # share of a title that the other entry must say
_FRAME = 2  # words that the titles of a series have in common


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report the later one of each two entries of different IDs that say the same."""
    from mkdocs_sima.graph.lookalikes import Lookalikes  # the graph: this rule is off by default

    lookalikes = Lookalikes(kb)
    for path, found in lookalikes.pairs(LIKE):
        older, newer = sorted((kb.documents[path], kb.documents[found.path]), key=_age)
        if (
            (older.id or "").casefold() == (newer.id or "").casefold()
            or _is_succession(kb, older, newer)
            or not (found.score >= NEARLY_EQUAL or _is_likely(kb, lookalikes, older, newer))
        ):
            continue
        name = " ".join(filter(None, (older.id, f"'{older.display_title}'")))
        message = f"says much the same as {name}: both speak of {', '.join(found.shared)}"
        yield RULE.at(newer.path, *id_line(newer), message, subject=older.id or older.path)


def _age(document: Document) -> tuple[str, str]:
    return document.created or "", document.path


def _is_likely(kb: KnowledgeBase, lookalikes: Lookalikes, one: Document, two: Document) -> bool:
    """Whether two that are somewhat alike are no series, and not known to each other."""
    return (
        _say_each_other(lookalikes, one, two)
        and not _are_a_series(one, two)
        and not _relations(kb, one, two)
        and not (_names(one, two) or _names(two, one))
    )


def _say_each_other(lookalikes: Lookalikes, one: Document, two: Document) -> bool:
    """Whether each says what the other is called, and one of them in its title or keywords."""
    here, at_head = lookalikes.covered(one.path, two.path)
    there, at_other_head = lookalikes.covered(two.path, one.path)
    return min(here, there) >= _SAID <= max(at_head, at_other_head)


def _are_a_series(one: Document, two: Document) -> bool:
    """Whether two of one kind are told apart by their titles: "Sign In With X", "… With Y"."""
    from mkdocs_sima.graph.lookalikes import title_of

    kinds = {(d.ref_id.prefix, d.ref_id.type) for d in (one, two) if d.ref_id}
    here, there = title_of(one), title_of(two)
    return len(kinds) == 1 and len(here & there) >= _FRAME and bool(here - there and there - here)


def _names(one: Document, two: Document) -> bool:
    """Whether a text names the file of another, as in an address: `…/tree/main/12-slug`."""
    name = speaking_name(two.path)
    return not name.isalnum() and name in one.text


def _is_succession(kb: KnowledgeBase, one: Document, two: Document) -> bool:
    return not {OLDER, NEWER}.isdisjoint(_relations(kb, one, two))


def _relations(kb: KnowledgeBase, one: Document, two: Document) -> set[str]:
    """Return by which relations one of them cites the other."""
    return {
        reference.mention.relation
        for source, target in ((one, two), (two, one))
        for reference in kb.references(source.path)
        if reference.target == target.path
    }


RULE = Rule(
    name="similar-entry",
    severity="info",
    summary="Two entries of different IDs say the same, so each of them is half of the truth.",
    example="# LESS-31: Bound Your Retries\n\nLESS-05 'Retry With a Limit' says so already.",
    look=look,
    default=False,
    templates=False,
)
