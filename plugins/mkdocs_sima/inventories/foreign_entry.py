"""What is known of another knowledge base."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class ForeignEntry(NamedTuple):
    """One entry of another knowledge base."""

    id: str  # as its own base cites it
    type: str
    address: str  # relative to that site, or absolute
    title: str


@dataclass(frozen=True, slots=True)
class Inventory:
    """Another knowledge base: where its inventory is, and what that says, once it is read."""

    source: str  # URL, or path relative to the settings file, of an `objects.inv`
    prefix: str = ""  # by which its bare IDs are cited here: `AWS` for `AWS-LESS-03`
    url: str = ""  # of its site, with a slash at the end
    name: str = ""  # as that site calls itself
    fetched: str = ""  # ISO date of the copy that was read; "" for a file
    entries: tuple[ForeignEntry, ...] = ()
    problem: str = ""  # why it can't be read and what to do

    @property
    def is_remote(self) -> bool:
        """Whether it must be fetched, so that a copy is read."""
        return self.source.lower().startswith(("http://", "https://"))

    @property
    def label(self) -> str:
        """What people call it."""
        return self.name or self.prefix or self.source
