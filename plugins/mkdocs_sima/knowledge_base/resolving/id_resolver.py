"""What a REF-ID means: 3 to 5 of the order that `resolver` states."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.lookup.answers import MISSING, Candidate, Resolution
from mkdocs_sima.knowledge_base.lookup.foreign import foreign_entries
from mkdocs_sima.knowledge_base.lookup.paths import folder_of
from mkdocs_sima.knowledge_base.resolving.gloss import preferred
from mkdocs_sima.knowledge_base.resolving.recent_answers import MANY, Recent
from mkdocs_sima.parsing.identity.grammar import Grammar, fold_id, key_of
from mkdocs_sima.settings.derived import of_settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_sima.knowledge_base.lookup.bearers import Index
    from mkdocs_sima.knowledge_base.resolving.citation import Citation
    from mkdocs_sima.knowledge_base.resolving.nearness import Nearness
    from mkdocs_sima.knowledge_base.scopes.order import ScopeTable
    from mkdocs_sima.model import Document, RefId
    from mkdocs_sima.settings import Settings


@of_settings
def folded_aliases(settings: Settings) -> dict[str, str]:
    """Return folded prefix or ID → the one that it stands for by the settings."""
    return {fold_id(old): new for old, new in settings.aliases.items()}


class IdResolver:
    """Resolves REF-IDs, qualified and bare ones."""

    def __init__(
        self,
        documents: Mapping[str, Document],
        index: Index,
        scopes: ScopeTable,
        nearness: Nearness,
        settings: Settings,
    ) -> None:
        self._documents = documents
        self._index = index
        self._scopes = scopes
        self._nearness = nearness
        self._recent = Recent()
        self._grammar = Grammar.of(settings)
        self._aliases = folded_aliases(settings)
        self._elsewhere = foreign_entries(settings)

    def resolve(self, ref_id: RefId, cited: Citation) -> Resolution:
        """Say what an ID means where it is cited."""
        renamed = self._aliases.get(key_of(ref_id))
        if renamed and not self._index.ids.get(key_of(ref_id)):
            new = self._grammar.parse(renamed)
            if new and key_of(new) != key_of(ref_id):
                ref_id = new
        found = self._qualified(ref_id, cited) if ref_id.prefix else self._bare(ref_id, cited)
        if found.verdict == "missing" and (elsewhere := self._elsewhere.get(key_of(ref_id))):
            return Resolution("external", reason=f"it is an entry of {elsewhere.base.label}")
        return found

    def _qualified(self, ref_id: RefId, cited: Citation) -> Resolution:
        key, bare = key_of(ref_id), fold_id(ref_id.bare)
        if found := self._index.ids.get(key):
            return self._nearness.choose(found, cited, "it bears this ID")
        if (alias := self._aliases.get(ref_id.prefix.casefold())) is not None:
            other = fold_id(f"{alias}-{bare}" if alias else bare)
            if found := self._index.ids.get(other):
                return self._nearness.choose(
                    found, cited, f"{ref_id.prefix} is an alias of {alias or 'no prefix'}"
                )
        if found := self._index.alias_ids.get(key):
            return self._nearness.choose(found, cited, "its file name states this ID")
        variant = re.sub(r"(?<=[A-Za-z])\d+\b", "", ref_id.prefix)
        if variant != ref_id.prefix and (
            found := self._index.ids.get(fold_id(f"{variant}-{bare}"))
        ):
            return self._nearness.choose(found, cited, f"{ref_id.prefix} is a variant of {variant}")
        named = self._scopes.named(ref_id.prefix)
        found = tuple(p for p in self._index.bare.get(bare, ()) if self._scopes.of(p).path in named)
        if found:
            return self._nearness.choose(found, cited, f"{ref_id.prefix} names its scope")
        return MISSING

    def _bare(self, ref_id: RefId, cited: Citation) -> Resolution:
        key = fold_id(ref_id.bare)
        bearers, others = self._index.bare.get(key, ()), self._index.alias_ids.get(key, ())
        if not bearers and not others:
            short = self._index.tails.get(key, ())
            if short:  # `PY-03` for `LANG-PY-03`
                return self._nearness.choose(short, cited, f"it is {self._documents[short[0]].id}")
            return MISSING
        named = self._scopes.named(cited.label) if cited.label else frozenset[str]()
        paths = (*bearers, *others)
        if len(paths) < MANY or cited.path is None or cited.path in paths:
            return self._among(paths, cited, named)
        own = self._scopes.of(cited.path).path
        question = (key, folder_of(cited.path), own, named, cited.gloss)
        return self._recent.get(question, lambda: self._among(paths, cited, named))

    def _among(
        self, bearers: tuple[str, ...], cited: Citation, named: frozenset[str]
    ) -> Resolution:
        """Choose among the bearers of a bare ID; `named` are the scopes that its label names."""
        paths = dict.fromkeys(bearers)
        if named and cited.path in paths and self._scopes.of(cited.path).path not in named:
            paths.pop(cited.path)  # "generic DEC-07" inside AWS-Lambda-DEC-07 is another DEC-07
            if not paths:
                return MISSING
        ranked = self._scopes.ranked(tuple(paths), cited.path, named)
        groups = [(reason, self._nearness.ordered(group, cited)) for _, reason, group in ranked]
        ordered = tuple(Candidate(c, reason) for reason, group in groups for c in group)
        first = ordered[0]
        if len(ordered) > 1 and cited.gloss:
            place = ranked[0][0]
            best = preferred(ordered, cited, self._index, labelled=place == 0, at_home=place == 1)
            if best is not None:
                rest = tuple(c for c in ordered if c is not best)
                reason = f"the words beside it fit this entry, not {first.path}"
                return Resolution("resolved", best.path, (best, *rest), reason)
        if self._nearness.is_tie(groups[0][1], cited):
            return Resolution("ambiguous", None, ordered, first.reason)
        return Resolution("resolved", first.path, ordered, first.reason)
