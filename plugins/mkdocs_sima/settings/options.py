"""What an owner can choose, with the values that hold where nothing is chosen."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from mkdocs_sima.settings.defaults import RELATIONS, TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_sima.inventories import Inventory

Level = Literal["error", "warning", "info", "off"]
NUMBERS = ("", "dashed", "dotted", "hex", "lettered", "worded")
LEVELS: tuple[Level, ...] = ("error", "warning", "info", "off")


@dataclass(frozen=True, slots=True)
class EntryType:
    """One type of entry: `LESS` → "Lesson", "Lessons", green."""

    name: str
    label: str
    plural: str
    color: str = "grey"
    field: str | None = None  # header or YAML field that holds the number alone: `eip: 1559`
    files: tuple[str, ...] = ()  # globs of the files whose number is the ID: `adr/*.md`
    required: tuple[str, ...] = ()  # fields that an entry of this type must have
    numbers: str = (
        ""  # "dashed": DR-2024-03, "dotted": REQ-12.3, "hex": NIP-7D, "lettered": LIP-A6,
        # "worded": ADR-Core-01
    )
    inferred: bool = False  # not declared: learned from the documents
    evidence: str = dataclasses.field(default="", compare=False, repr=False)
    """What it was learned from, in words."""

    @property
    def is_own(self) -> bool:
        """Whether it is a word of this knowledge base alone, not one that needs no declaration."""
        return self.inferred or self.name not in TYPES


@dataclass(frozen=True, slots=True)
class Relation:
    """One direction of a relation; `inverse` names the other one."""

    name: str
    label: str
    inverse: str
    words: tuple[str, ...] = ()  # lower case: field names, list labels, section headings


@dataclass(frozen=True, slots=True)
class ScopeRule:
    """A scope that the owner declares."""

    path: str  # folder relative to the root; "" is the root
    prefix: str = ""
    next: tuple[str, ...] = ()  # paths or prefixes of the scopes to look in next


def default_types() -> dict[str, EntryType]:
    """Return the types that need no declaration, by name."""
    return {name: EntryType(name, *row) for name, row in TYPES.items()}


def default_relations() -> dict[str, Relation]:
    """Return the relations that need no declaration, by name, both directions of each."""
    relations: dict[str, Relation] = {}
    for row in RELATIONS:
        relations[row.name] = Relation(row.name, row.label, row.inverse, row.words)
        if row.inverse != row.name:
            relations[row.inverse] = Relation(
                row.inverse, row.inverse_label, row.name, row.inverse_words
            )
    return relations


@dataclass(frozen=True)
class Settings:
    """Everything an owner can choose. `read_settings` makes it from what they wrote."""

    types: Mapping[str, EntryType] = field(default_factory=default_types)
    scopes: tuple[ScopeRule, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    """Another prefix or ID → the one that is meant: `AWS06: AWS`, `LESS-99: LESS-12`."""
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Field → the labels by which authors call it, beside the known ones: `status: [Stand]`."""
    relations: Mapping[str, Relation] = field(default_factory=default_relations)
    inventories: tuple[Inventory, ...] = ()
    """Other knowledge bases, whose entries are cited here."""
    exclude: tuple[str, ...] = ()
    """Globs of files below the root that are no part of the knowledge base."""
    rules: Mapping[str, Level] = field(default_factory=dict)
    per_path_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    statuses: tuple[str, ...] = ()
    """The status words that entries may have; none means any."""
    line_limit: int = 400
    """Lines that the rule `line-limit` allows a document."""
    review_after: Mapping[str, int] = field(default_factory=dict)
    """Type → days after which an entry is due for a look; "" stands for all other types."""
    repair: bool = True
    markdown: Literal["auto", "commonmark", "python-markdown"] = "auto"
    sanitize: bool = False
    show_repairs: bool = False
    fold_header: bool = True
    """Fold the header lines of which the card has said all."""
    index_pages: bool = True
    graph: bool = True
    search: Literal["instant", "material", "compact"] = "instant"
    llms: bool = True
    cache: str = "user"
    """The folder of what is kept between two runs, or "off"; "user" is the user's own."""
