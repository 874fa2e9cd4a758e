"""An `objects.inv` of another knowledge base in, the entries that it offers out."""

from mkdocs_sima.inventories.foreign_entry import ForeignEntry, Inventory
from mkdocs_sima.inventories.on_disk import filled

__all__ = ["ForeignEntry", "Inventory", "filled"]
