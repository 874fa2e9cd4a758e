"""gloss-mismatch: the words beside a reference are the title of another entry."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from math import ceil
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.lookup.title_words import words_of
from mkdocs_sima.rules.evidence.fixes import replace_text
from mkdocs_sima.rules.evidence.loops import resolved
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, Finding


MIN_WORDS = 2  # fewer telling words name nothing
ALIKE = 0.75  # shared words of both together, from which on a gloss is a title


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report each REF-ID whose gloss fits another entry and shares no word with its own."""
    titles = {path: words_of(d.title or d.display_title) for path, d in kb.documents.items()}
    bearers: dict[str, set[str]] = defaultdict(set)
    for path, words in titles.items():
        if kb.documents[path].id:
            for word in words:
                bearers[word].add(path)
    for document, mention, cited in resolved(kb, "id"):
        gloss = words_of(mention.gloss) if mention.gloss else frozenset()
        if len(gloss) < MIN_WORDS or gloss & titles[cited.path]:
            continue
        if gloss & words_of(cited.path) or gloss & words_of(cited.summary or ""):
            continue
        meant = _titled(gloss, titles, bearers)
        if meant is None or not _same_type(cited, kb.documents[meant]):
            continue
        right = kb.documents[meant].id or ""
        yield RULE.of(
            document,
            mention,
            f"'{mention.gloss}' is the title of {right}; {mention.text} is '{cited.display_title}'",
            subject=f"{mention.text}: {mention.gloss}",
            suggestion=right,
            fix=replace_text(document, mention, right),
        )


def _titled(
    gloss: frozenset[str], titles: dict[str, frozenset[str]], bearers: dict[str, set[str]]
) -> str | None:
    """Return the one document whose title a gloss is, if there is exactly one."""
    # So alike, they share two words beyond those few that may differ: ask for the rarest alone.
    differ = len(gloss) - ceil(ALIKE * len(gloss))
    rarest = sorted(gloss, key=lambda word: len(bearers[word]))[: differ + 2]
    near = {path for a, b in combinations(rarest, 2) for path in bearers[a] & bearers[b]}
    found = [p for p in near if len(gloss & titles[p]) >= ALIKE * len(gloss | titles[p])]
    return found[0] if len(found) == 1 else None


def _same_type(cited: Document, meant: Document) -> bool:
    """Return whether the author may have taken one ID for the other.

    That happens within a type. Words such as "lazy loading" are the title of something in every
    other type, and say nothing.
    """
    return bool(cited.ref_id and meant.ref_id and cited.ref_id.type == meant.ref_id.type)


RULE = Rule(
    name="gloss-mismatch",
    severity="warning",
    summary="The words beside a REF-ID are the title of a different entry.",
    example="- LESS-05: Cost Monitoring\n\nLESS-05 is about retries; LESS-08 is 'Cost Monitoring'.",
    fix="With --unsafe-fixes: writes the ID of the entry that bears the title.",
    look=look,
)
