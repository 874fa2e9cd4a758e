"""The setting `inventories`: other knowledge bases whose entries are cited here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_sima.inventories import Inventory, filled
from mkdocs_sima.settings.options import EntryType, Settings
from mkdocs_sima.settings.validation import SettingsError, kind_of, options_of, text

if TYPE_CHECKING:
    from pathlib import Path


def read_inventories(value: object) -> tuple[Inventory, ...]:
    """Return the inventories that the owner names, not yet read."""
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise SettingsError(
            "'inventories' must be a list of addresses or of mappings with 'source', "
            f"not {kind_of(value)}"
        )
    return tuple(_inventory(f"inventories[{number}]", raw) for number, raw in enumerate(value, 1))


def _inventory(name: str, raw: object) -> Inventory:
    options = options_of(
        name, {"source": raw} if isinstance(raw, str) else raw, {"source", "prefix", "url"}
    )
    source = text(f"{name}.source", options.get("source"))
    if not source:
        raise SettingsError(f"'{name}' needs a 'source': the address or file of an objects.inv")
    url = text(f"{name}.url", options.get("url")) or ""
    inventory = Inventory(source, text(f"{name}.prefix", options.get("prefix")) or "")
    if inventory.is_remote:
        url = url or source.rpartition("/")[0]
    elif not url:
        raise SettingsError(f"'{name}' needs a 'url': the address of the site of {source}")
    if not url.lower().startswith(("http://", "https://", "/")):
        raise SettingsError(f"'{name}.url' must begin with https:// or /, not {url!r}")
    return replace(inventory, url=url.rstrip("/") + "/")


def with_inventories(settings: Settings, folder: Path) -> Settings:
    """Return settings with what their inventories say; a folder is that of the settings file.

    The types of the other bases become known, or none of their IDs would be seen.
    """
    if not settings.inventories:
        return settings
    inventories = filled(settings.inventories, folder)
    types = dict(settings.types)
    for kind in sorted({entry.type for inv in inventories for entry in inv.entries}):
        if kind.casefold() not in {name.casefold() for name in types}:
            types[kind] = EntryType(kind, kind, f"{kind}s")
    return replace(settings, inventories=inventories, types=types)
