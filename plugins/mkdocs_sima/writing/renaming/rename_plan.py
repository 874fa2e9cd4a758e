"""What a rename changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs_sima.writing.renaming.names import changed_names

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

    @property
    def is_same_kind(self) -> bool:
        """Whether only the number changes."""
        return self.old._replace(number="") == self.new._replace(number="")

    @property
    def names(self) -> list[tuple[str, str]]:
        """(old, new) of the names that change: of the file, of its folder, without extensions."""
        return changed_names(self.old_path, self.new_path)

    @property
    def moves(self) -> list[tuple[str, str]]:
        """(old, new) path of what is to be moved, in this order: the file, then its folder."""
        old, new = self.old_path.split("/"), self.new_path.split("/")
        steps = []
        for end in range(len(old), 0, -1):
            if old[end - 1] != new[end - 1]:
                before = old[: end - 1]
                steps.append(("/".join([*before, old[end - 1]]), "/".join([*before, new[end - 1]])))
        return steps
