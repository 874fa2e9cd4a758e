"""What a rename changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_sima.model import Edit, RefId


@dataclass
class Plan:
    """All that a rename changes, and what it leaves to a person."""

    old: RefId
    new: RefId
    old_path: str
    new_path: str
    edits: dict[str, list[Edit]] = field(default_factory=dict)  # by path before the rename
    by_hand: list[str] = field(default_factory=list)  # `path:line:column what`

    def add(self, path: str, edit: Edit) -> None:
        """Remember an edit of a file."""
        self.edits.setdefault(path, []).append(edit)
