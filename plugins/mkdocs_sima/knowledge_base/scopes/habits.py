"""What the authors of a scope mean by a bare ID: their own entry, or the general one.

Some write `DEC-01` for `AWS-Lambda-DEC-01` next door, others always write the prefix and mean the
general `DEC-01` without it. Where the words beside bare IDs fit one side better, that is a vote.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.lookup.title_words import words_of
from mkdocs_sima.parsing.identity.grammar import fold_id, key_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_sima.knowledge_base.lookup.answers import Scope
    from mkdocs_sima.knowledge_base.lookup.bearers import Index
    from mkdocs_sima.knowledge_base.scopes.order import ScopeTable
    from mkdocs_sima.model import Document, Mention


def with_habits(
    table: ScopeTable, documents: Mapping[str, Document], index: Index
) -> tuple[Scope, ...]:
    """Return the scopes with `bare_is_own` as their authors' writing shows it."""
    votes: dict[str, Counter[str]] = {}
    for path, document in documents.items():
        scope = table.of(path)
        if scope.prefix:
            counts = votes.setdefault(scope.path, Counter())
            for mention in document.mentions:
                if mention.form == "id" and mention.ref_id:
                    counts[_vote(mention, path, scope, table, index)] += 1
    return tuple(_judged(scope, votes.get(scope.path)) for scope in table.scopes)


def _vote(mention: Mention, path: str, scope: Scope, table: ScopeTable, index: Index) -> str:
    ref_id, itself = mention.ref_id, index.ref_id(path)
    if ref_id is None:
        return ""
    if ref_id.prefix:
        is_of_scope = ref_id.prefix == scope.prefix
        is_other = is_of_scope and (itself is None or key_of(ref_id) != key_of(itself))
        return "qualified" if is_other else ""
    if mention.label and table.named(mention.label):
        return ""  # the label says which, so it shows no habit
    bearers = index.bare.get(fold_id(ref_id.bare), ())
    own = [bearer for bearer in bearers if table.of(bearer) is scope]
    others = [b for b in bearers if table.of(b) is not scope and not table.prefix_of(b)]
    if not own or not others or not mention.gloss or (mention.local_heading and path not in own):
        return ""
    gloss = words_of(mention.gloss)
    mine = max(len(gloss & index.words(bearer)) for bearer in own)
    theirs = max(len(gloss & index.words(bearer)) for bearer in others)
    return "" if mine == theirs else "own" if mine > theirs else "others"


def _judged(scope: Scope, counts: Counter[str] | None) -> Scope:
    if not scope.prefix or not counts:
        return scope
    own, others, qualified = counts["own"], counts["others"], counts["qualified"]
    is_own = own > others and 10 * own >= qualified if own or others else not qualified
    return replace(scope, bare_is_own=is_own)
