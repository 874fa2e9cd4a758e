"""What a repair did: data without behaviour."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """One place that was repaired, or left because the evidence was too thin.

    Lines and columns count from 1, the offset from 0, all in characters of the text that went in;
    lines end in line feeds. A place that was left has `before == after`, `certain` False and at
    least two `options`.
    """

    line: int
    column: int
    offset: int
    before: str
    after: str
    channel: str  # how it was damaged: "cp1252", "cp1252 with bytes dropped" …
    certain: bool
    options: tuple[str, ...] = ()  # what it may have been, the likeliest first, where uncertain

    @property
    def changed(self) -> bool:
        """Whether the text was changed here."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Repair:
    """A repaired text and what was changed in it, in the order of the text."""

    text: str
    changes: tuple[Change, ...] = ()
