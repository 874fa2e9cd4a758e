"""Decide what a mention means. Pure: the same documents always give the same answer.

The order, first rule that finds something wins:

1.  A link or path: from the document's folder, its parents, the root (an absolute `/name/…` may
    be the root), then documents whose path ends with it, then its file name alone.
2.  A file name: by name (`_`, `-` and blank are one); among several the same folder, then one
    whose folder the words beside it or the headings above it name, then the one that they fit,
    then the nearest. A name that no file bears means the ID in
    it only if its slug shares a word with that entry which tells it from its kind ("Interface" is
    no evidence where all are called so), and all words if the path names another folder.
    What stands in double brackets is a file name with or without its extension, a title, or an
    alias; if no document answers to it, it is no reference.
3.  A qualified ID: exactly; an alias of the settings; an ID that a file name states against its
    text; a prefix variant (`AWS06-` for `AWS-`); a bare entry of the scope that the prefix names.
    It never falls back to a bare ID.
4.  A bare ID: the scope that the words beside it name ("(generic)", "Billing: …"), the own scope
    (unless its authors always write the prefix), the scopes that the settings look in next, the
    scopes of outer folders, the general scope, any other bare entry, any entry with a prefix.
    Several in one rank: the same folder, then what the gloss fits, then the nearest.
5.  The gloss overrides 4 where it clearly names another candidate: see `gloss`.
6.  What no document bears may be an entry of another knowledge base, by the inventories.

Two that are equally good: ambiguous. What stays without a candidate: missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.lookup.answers import MISSING, Resolution, resolved
from mkdocs_sima.knowledge_base.resolving.citation import Citation
from mkdocs_sima.knowledge_base.resolving.id_resolver import IdResolver
from mkdocs_sima.knowledge_base.resolving.name_resolver import NameResolver
from mkdocs_sima.knowledge_base.resolving.nearness import Nearness

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs_sima.knowledge_base.lookup.bearers import Index
    from mkdocs_sima.knowledge_base.lookup.link_paths import LinkResolver
    from mkdocs_sima.knowledge_base.scopes.order import ScopeTable
    from mkdocs_sima.model import Document, Mention
    from mkdocs_sima.settings import Settings

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
        self._links = links
        self._nearness = Nearness(index, scopes)
        self._ids = IdResolver(documents, index, scopes, self._nearness, settings)
        self._names = NameResolver(
            documents, index, scopes, links, self._nearness, self._ids, settings
        )

    def resolve(self, mention: Mention, path: str | None) -> Resolution:
        """Say what a mention in the document `path` means; without a path, what it means at all."""
        cited = Citation(path, mention.gloss, mention.label)
        if mention.form == "link":
            return self._link(mention, cited)
        if mention.form == "file":
            return self._names.resolve(mention.text, cited)
        if mention.form == "title":
            return self._names.titled(mention.text, cited)
        return self._ids.resolve(mention.ref_id, cited) if mention.ref_id else MISSING

    def nearest(self, paths: Sequence[str], reason: str) -> Resolution:
        """Choose among documents without regard to who asks."""
        return self._nearness.choose(paths, Citation(), reason)

    def _link(self, mention: Mention, cited: Citation) -> Resolution:
        target = self._links.resolve(cited.path or "", mention.text)
        if target.kind == "external":
            return EXTERNAL
        if target.kind == "document" and target.path:
            return resolved(target.path, "the link leads there")
        if target.kind in ("file", "folder"):
            return Resolution("external", reason=f"a {target.kind}, not a document")
        written = mention.text.partition("#")[0]
        found = self._names.resolve(written, cited) if written else MISSING
        if found.verdict == "missing" and mention.ref_id:
            found = self._ids.resolve(mention.ref_id, cited)
        return found
