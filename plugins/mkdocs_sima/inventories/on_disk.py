"""Read the inventories that the settings name. Never asks the network."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_sima.inventories import copies, sphinx_format

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from mkdocs_sima.inventories.copies import Copy
    from mkdocs_sima.inventories.foreign_entry import Inventory


def filled(inventories: Iterable[Inventory], folder: Path) -> tuple[Inventory, ...]:
    """Return inventories with what they say, or with the problem that keeps them from being read.

    Args:
        inventories: as the settings name them.
        folder: that of the settings; the copies lie there.
    """
    inventories = tuple(inventories)
    kept: dict[str, Copy] = {}
    problem = ""
    if any(inventory.is_remote for inventory in inventories):
        try:
            kept = copies.read_copies(folder)
        except copies.BadCopiesError as error:
            problem = str(error)
    return tuple(
        _copied(inventory, kept, problem) if inventory.is_remote else _of_file(inventory, folder)
        for inventory in inventories
    )


def _copied(inventory: Inventory, kept: dict[str, Copy], problem: str) -> Inventory:
    copy = kept.get(inventory.source)
    if copy is None:
        problem = problem or "there is no copy of it yet; `sima inventory update` fetches one"
        return replace(inventory, problem=problem)
    fetched, name, entries = copy
    return replace(inventory, fetched=fetched, name=name, entries=entries)


def _of_file(inventory: Inventory, folder: Path) -> Inventory:
    try:
        name, entries = sphinx_format.read((folder / inventory.source).read_bytes())
    except OSError as error:
        reason = error.strerror or str(error)
        return replace(inventory, problem=f"the inventory can't be read: {reason}")
    except sphinx_format.BadInventoryError as error:
        return replace(inventory, problem=f"the file {error}")
    return replace(inventory, name=name, entries=entries)
