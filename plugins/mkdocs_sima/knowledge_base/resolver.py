"""Decide what a mention means. Pure: the same documents always give the same answer.

The order, first rule that finds something wins:

1.  A link or path: from the document's folder, its parents, the root (an absolute `/name/…` may
    be the root), then documents whose path ends with it, then its file name alone.
2.  A file name: by name (`_`, `-` and blank are one); among several the same folder, then one
    whose folder the words beside it or the headings above it name, then the one that they fit,
    then the nearest. A name that no file bears means the ID in
    it only if its slug shares a word with that entry which tells it from its kind ("Interface" is
    no evidence where all are called so), and all words if the path names another folder.
3.  A qualified ID: exactly; an alias of the settings; an ID that a file name states against its
    text; a prefix variant (`AWS06-` for `AWS-`); a bare entry of the scope that the prefix names.
    It never falls back to a bare ID.
4.  A bare ID: the scope that the words beside it name ("(generic)", "Billing: …"), the own scope
    (unless its authors always write the prefix), the scopes that the settings look in next, the
    scopes of outer folders, the general scope, any other bare entry, any entry with a prefix.
    Several in one rank: the same folder, then what the gloss fits, then the nearest.
5.  The gloss overrides 4 where it clearly names another candidate: see `gloss`.

Two that are equally good: ambiguous. What stays without a candidate: missing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.gloss import preferred
from mkdocs_sima.knowledge_base.index import name_key, stem_of
from mkdocs_sima.knowledge_base.model import Candidate, Resolution
from mkdocs_sima.knowledge_base.paths import distance, folder_of
from mkdocs_sima.knowledge_base.words import words_of
from mkdocs_sima.parsing.references.grammar import Grammar, fold_id, key_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs_sima.knowledge_base.index import Index
    from mkdocs_sima.knowledge_base.links import LinkResolver
    from mkdocs_sima.knowledge_base.scopes import ScopeTable
    from mkdocs_sima.model import Document, Mention, RefId
    from mkdocs_sima.settings import Settings

MISSING = Resolution("missing", reason="no document bears this name or ID")
_FORMER = "a former file name of the entry with this ID"
EXTERNAL = Resolution("external", reason="an address outside the knowledge base")


class Resolver:
    """Resolves mentions against one index, its scopes and its files."""

    def __init__(
        self,
        documents: Mapping[str, Document],
        index: Index,
        scopes: ScopeTable,
        links: LinkResolver,
        settings: Settings,
    ) -> None:
        self._documents = documents
        self._index = index
        self._scopes = scopes
        self._links = links
        self._grammar = Grammar.of(settings)
        self._aliases = {fold_id(old): new for old, new in settings.aliases.items()}

    def resolve(self, mention: Mention, path: str | None) -> Resolution:
        """Say what a mention in the document `path` means; without a path, what it means at all."""
        gloss = words_of(mention.gloss) if mention.gloss else frozenset()
        if mention.form == "link":
            return self._link(mention, path, gloss)
        if mention.form == "file":
            return self._file(mention.text, path, gloss, mention.label)
        if mention.ref_id is None:
            return MISSING
        return self._id(mention.ref_id, path, gloss, mention.label)

    def _link(self, mention: Mention, path: str | None, gloss: frozenset[str]) -> Resolution:
        target = self._links.resolve(path or "", mention.text)
        if target.kind == "external":
            return EXTERNAL
        if target.kind == "document" and target.path:
            return _one(target.path, "the link leads there")
        if target.kind in ("file", "folder"):
            return Resolution("external", reason=f"a {target.kind}, not a document")
        written = mention.text.partition("#")[0]
        found = self._file(written, path, gloss, mention.label) if written else MISSING
        if found.verdict == "missing" and mention.ref_id:
            found = self._id(mention.ref_id, path, gloss, mention.label)
        return found

    def _file(
        self, text: str, path: str | None, gloss: frozenset[str], label: str | None
    ) -> Resolution:
        written = text.partition("#")[0].replace("%20", " ").strip()
        if "/" in written:
            exact = self._links.find_path(path or "", written)
            if exact is not None and exact in self._documents:
                return _one(exact, "the path leads there")
            if ends := self._links.ending_with(written):
                return self.nearest(ends, path, gloss, "its path ends so")
        named: Sequence[str] = self._index.names.get(name_key(written), ())
        if named:
            if "/" in written and len(named) > 1:
                named = _most_alike(named, written)
            if len(named) > 1:  # `A-B.md` and `A_B.md` are two files where both exist
                name = "/" + written.rsplit("/", 1)[-1]
                named = [p for p in named if f"/{p}".endswith(name)] or named
                named = _in_named_folder(named, path, gloss, label)
            return self.nearest(named, path, gloss, "it bears this file name")
        return self._stale(written, path, gloss, label)

    def _stale(
        self, written: str, path: str | None, gloss: frozenset[str], label: str | None
    ) -> Resolution:
        ref_id = self._grammar.of_name(written)
        if ref_id is None:
            return MISSING
        slug = words_of(stem_of(written)) - words_of(str(ref_id))
        found = self._id(ref_id, path, slug | gloss, label)
        if not slug or found.verdict == "missing":
            return found
        folder = self._links.folder_in(written) if "/" in written else ""
        fitting = [c for c in found.candidates if self._was_named(c.path, ref_id, slug, path)]
        inside = [c for c in fitting if c.path.startswith(folder + "/")] if folder else []
        if inside:
            return self.nearest([c.path for c in inside], path, slug, _FORMER)
        if folder:  # another folder than the one that is named: by its whole name only
            fitting = [c for c in fitting if slug <= self._index.words(c.path)]
        if not fitting or (found.target and fitting[0].path != found.target):
            return Resolution(
                "missing", reason=f"no file of this name, and {ref_id} is about something else"
            )
        if found.verdict == "resolved" or len(fitting) == 1:
            return Resolution("resolved", fitting[0].path, tuple(fitting), _FORMER)
        return Resolution(found.verdict, None, tuple(fitting), _FORMER)

    def _was_named(
        self, candidate: str, ref_id: RefId, slug: frozenset[str], path: str | None
    ) -> bool:
        """Whether an entry may once have had a file name of this ID and these words.

        The words must tell it from others of its kind. The file of an entry of another scope would
        bear its prefix.
        """
        if not ref_id.prefix and self._scopes.prefix_of(candidate):
            own = self._scopes.of(path).path if path is not None else ""
            if self._scopes.of(candidate).path != own:
                return False
        telling = self._index.telling(slug, candidate)
        return not telling or bool(telling & self._index.name_words(candidate))

    def _id(
        self, ref_id: RefId, path: str | None, gloss: frozenset[str], label: str | None
    ) -> Resolution:
        renamed = self._aliases.get(key_of(ref_id))
        if renamed and not self._index.ids.get(key_of(ref_id)):
            new = self._grammar.parse(renamed)
            if new and key_of(new) != key_of(ref_id):
                ref_id = new
        if ref_id.prefix:
            return self._qualified(ref_id, path, gloss)
        return self._bare(ref_id, path, gloss, label)

    def _qualified(self, ref_id: RefId, path: str | None, gloss: frozenset[str]) -> Resolution:
        key, bare = key_of(ref_id), fold_id(ref_id.bare)
        if found := self._index.ids.get(key):
            return self.nearest(found, path, gloss, "it bears this ID")
        if alias := self._aliases.get(ref_id.prefix.casefold()):
            other = fold_id(f"{alias}-{bare}" if alias else bare)
            if found := self._index.ids.get(other):
                return self.nearest(found, path, gloss, f"{ref_id.prefix} is an alias of {alias}")
        if found := self._index.alias_ids.get(key):
            return self.nearest(found, path, gloss, "its file name states this ID")
        variant = re.sub(r"(?<=[A-Za-z])\d+\b", "", ref_id.prefix)
        if variant != ref_id.prefix and (
            found := self._index.ids.get(fold_id(f"{variant}-{bare}"))
        ):
            return self.nearest(found, path, gloss, f"{ref_id.prefix} is a variant of {variant}")
        named = self._scopes.named(ref_id.prefix)
        found = tuple(p for p in self._index.bare.get(bare, ()) if self._scopes.of(p).path in named)
        if found:
            return self.nearest(found, path, gloss, f"{ref_id.prefix} names its scope")
        return MISSING

    def _bare(
        self, ref_id: RefId, path: str | None, gloss: frozenset[str], label: str | None
    ) -> Resolution:
        key = fold_id(ref_id.bare)
        paths = dict.fromkeys((*self._index.bare.get(key, ()), *self._index.alias_ids.get(key, ())))
        if not paths:
            short = self._index.tails.get(key, ())
            if short:  # `PY-03` for `LANG-PY-03`
                return self.nearest(short, path, gloss, f"it is {self._documents[short[0]].id}")
            return MISSING
        named = self._scopes.named(label) if label else frozenset()
        if named and path in paths and self._scopes.of(path).path not in named:
            paths.pop(path)  # "generic DEC-07" inside AWS-Lambda-DEC-07 is another DEC-07
            if not paths:
                return MISSING
        ranked = self._scopes.ranked(tuple(paths), path, named)
        groups = [(reason, self._by_nearness(group, path, gloss)) for _, reason, group in ranked]
        ordered = tuple(Candidate(c, reason) for reason, group in groups for c in group)
        first = ordered[0]
        if gloss and len(ordered) > 1:
            place = ranked[0][0]
            best = preferred(
                ordered, gloss, path, self._index, labelled=place == 0, at_home=place == 1
            )
            if best is not None:
                rest = tuple(c for c in ordered if c is not best)
                reason = f"the words beside it fit this entry, not {first.path}"
                return Resolution("resolved", best.path, (best, *rest), reason)
        if self._equal(groups[0][1], path, gloss):
            return Resolution("ambiguous", None, ordered, first.reason)
        return Resolution("resolved", first.path, ordered, first.reason)

    def nearest(
        self, paths: Sequence[str], path: str | None, gloss: frozenset[str], reason: str
    ) -> Resolution:
        """Choose among documents that bear the same name: by folder, gloss, distance."""
        ordered = self._by_nearness(paths, path, gloss)
        candidates = tuple(Candidate(p, reason) for p in ordered)
        if self._equal(ordered, path, gloss):
            return Resolution("ambiguous", None, candidates, reason)
        return Resolution("resolved", ordered[0], candidates, reason)

    def _by_nearness(
        self, paths: Sequence[str], path: str | None, gloss: frozenset[str]
    ) -> Sequence[str]:
        if len(paths) == 1:
            return paths
        return sorted(paths, key=lambda p: (self._nearness(p, path, gloss), p))

    def _nearness(self, candidate: str, path: str | None, gloss: frozenset[str]) -> tuple[int, ...]:
        steps = distance(candidate, path) if path is not None else 0
        shared = len(gloss & self._index.words(candidate)) if gloss else 0
        return (min(steps, 1), -shared, self._is_stray_copy(candidate), steps)

    def _is_stray_copy(self, path: str) -> bool:
        """Whether the same text is an entry of another scope, which is more at home there."""
        copies = self._index.copies.get(path, ())
        return (
            len(copies) > 1
            and self._scopes.of(path).path == ""
            and any(self._scopes.of(copy).path != "" for copy in copies)
        )

    def _equal(self, ordered: Sequence[str], path: str | None, gloss: frozenset[str]) -> bool:
        """Whether the two best of a rank, nearest first, are equally good."""
        if len(ordered) < 2:
            return False
        first, second = ordered[:2]
        if second in self._index.copies.get(first, ()):
            return False  # the same text twice: whichever
        return self._nearness(first, path, gloss) == self._nearness(second, path, gloss)


def _one(path: str, reason: str) -> Resolution:
    return Resolution("resolved", path, (Candidate(path, reason),), reason)


def _most_alike(paths: Sequence[str], written: str) -> tuple[str, ...]:
    """Keep those whose folders share the most names with the written path."""
    folders = {part.casefold() for part in written.split("/")[:-1]}
    shared = {p: len(folders & {part.casefold() for part in p.split("/")[:-1]}) for p in paths}
    most = max(shared.values())
    return tuple(p for p in paths if shared[p] == most)


def _in_named_folder(
    paths: Sequence[str], path: str | None, gloss: frozenset[str], label: str | None
) -> Sequence[str]:
    """Keep those whose folders are named: by a gloss, else by the innermost label that names any.

    `Testing-Index.md → entries/decisions/testing/` and "Testing-Index.md" below the heading
    "Decision indexes" mean the same of several. A file of the document's own folder is nearer.
    """
    if path is not None and any(distance(p, path) == 0 for p in paths):
        return paths
    folders = {p: words_of(folder_of(p)) for p in paths}
    shared = frozenset.intersection(*folders.values())
    for words in (gloss, *map(words_of, label.split(" / ") if label else ())):
        hits = {p: len((folders[p] - shared) & words) for p in paths}
        best = [p for p in paths if hits[p] and hits[p] == max(hits.values())]
        if best:
            return best
    return paths
