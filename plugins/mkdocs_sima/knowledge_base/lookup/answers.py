"""What the knowledge base answers with: scopes, resolutions, backlinks, link targets.

What there is many of are named tuples, which are made faster than dataclasses.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from mkdocs_sima.model import Reference, Verdict

LinkKind = Literal["document", "file", "folder", "external", "missing", "outside"]


@dataclass(frozen=True, slots=True)
class Scope:
    """A part of the knowledge base with its own numbering."""

    path: str  # folder relative to the root; "" is the root, the general scope
    prefix: str = ""  # what its entries carry: `AWS-Lambda`; "" if their IDs are bare
    next: tuple[str, ...] = ()  # paths of the scopes to look in next, before the general one
    declared: bool = False  # by the settings; otherwise inferred
    bare_is_own: bool = True  # a bare `DEC-01` here means the scope's own entry first

    @property
    def name(self) -> str:
        """How people call it: its prefix, else the name of its folder."""
        return self.prefix or self.path.rsplit("/", 1)[-1] or "general"

    def is_called(self, name: str) -> bool:
        """Return whether somebody means it who writes its prefix, folder or name, in any case."""
        wanted = name.strip("/").casefold()
        return wanted in (self.prefix.casefold(), self.path.casefold(), self.name.casefold())


class Candidate(NamedTuple):
    """One document that a reference could mean, and why it stands where it stands."""

    path: str
    reason: str


class Resolution(NamedTuple):
    """What a reference means, and how that was decided."""

    verdict: Verdict
    target: str | None = None
    candidates: tuple[Candidate, ...] = ()  # best first; the target is the first one
    reason: str = ""  # the rule that decided


MISSING = Resolution("missing", reason="no document bears this name or ID")


def resolved(path: str, reason: str) -> Resolution:
    """Return the resolution to the one document that can be meant."""
    return Resolution("resolved", path, (Candidate(path, reason),), reason)


class Backlink(NamedTuple):
    """A reference seen from the document that it points at."""

    source: str  # path of the document that holds the reference
    reference: Reference
    excerpt: str  # the line it comes from, as plain text
    relation: str  # the inverse of the reference's relation


class LinkTarget(NamedTuple):
    """Where the destination of a Markdown link leads."""

    kind: LinkKind
    path: str | None = None  # of the document, file or folder
    fragment: str = ""  # what follows `#`, percent-decoded
    exact: bool = True  # false if it was found by its name only: a browser would not find it
