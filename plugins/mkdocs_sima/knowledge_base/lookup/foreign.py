"""The entries of other knowledge bases, by the IDs under which they are cited here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin

from mkdocs_sima.parsing.identity.grammar import Grammar, fold_id, key_of
from mkdocs_sima.settings.derived import of_settings

if TYPE_CHECKING:
    from mkdocs_sima.inventories import ForeignEntry, Inventory
    from mkdocs_sima.model import Reference
    from mkdocs_sima.settings import Settings


class Elsewhere(NamedTuple):
    """An entry of another knowledge base, and which that is."""

    entry: ForeignEntry
    base: Inventory

    @property
    def url(self) -> str:
        """Its address; that of the site if the inventory says something else, such as a script."""
        url = urljoin(self.base.url, self.entry.address)
        return url if url.lower().startswith(("http://", "https://", "/")) else self.base.url


@of_settings
def foreign_entries(settings: Settings) -> dict[str, Elsewhere]:
    """Return folded ID → the entry that it means; of two, that of the base that is named first.

    A base with a prefix is cited by it, unless an ID carries a prefix of its own.
    """
    found: dict[str, Elsewhere] = {}
    grammar = Grammar.of(settings) if settings.inventories else None
    for base in settings.inventories:
        for entry in base.entries:
            elsewhere = Elsewhere(entry, base)
            ref_id = grammar.parse(entry.id) if grammar else None
            if base.prefix:
                found.setdefault(fold_id(f"{base.prefix}-{entry.id}"), elsewhere)
            if not base.prefix or (ref_id and ref_id.prefix):
                found.setdefault(fold_id(entry.id), elsewhere)
    return found


def meant_elsewhere(reference: Reference, settings: Settings) -> Elsewhere | None:
    """Return the entry of another knowledge base that a reference means, if it does."""
    ref_id = reference.mention.ref_id
    if reference.verdict != "external" or ref_id is None:
        return None
    return foreign_entries(settings).get(key_of(ref_id))


@of_settings
def foreign_types(settings: Settings) -> frozenset[str]:
    """Return the types of which other knowledge bases have entries."""
    return frozenset(entry.type for base in settings.inventories for entry in base.entries)
