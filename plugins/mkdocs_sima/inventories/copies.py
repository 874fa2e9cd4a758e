"""The copies of inventories that lie on the web: one JSON file, kept with the settings.

Text with a line an entry, so that a review shows what another team has dropped.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_sima.inventories.foreign_entry import ForeignEntry

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE = "sima-inventories.json"


class Copy(NamedTuple):
    """What an inventory said on a day."""

    fetched: str  # ISO date
    name: str
    entries: tuple[ForeignEntry, ...]


class BadCopiesError(ValueError):
    """The file of copies can't be read; the message says why."""


def read_copies(folder: Path) -> dict[str, Copy]:
    """Return source → copy; empty where there is no file.

    Raises:
        BadCopiesError: the file is not one that `to_text` wrote.
    """
    try:
        text = (folder / FILE).read_text("utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise BadCopiesError(f"{FILE} can't be read: {error}") from error
    try:
        return {
            str(source): Copy(
                str(row["fetched"]),
                str(row["name"]),
                tuple(ForeignEntry(*map(str, entry)) for entry in row["entries"]),
            )
            for source, row in json.loads(text).items()
        }
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BadCopiesError(
            f"{FILE} is damaged; `sima inventory update` writes it anew"
        ) from error


def to_text(copies: Mapping[str, Copy]) -> str:
    """Return the content of the file."""
    blocks = []
    for source, copy in sorted(copies.items()):
        rows = ",\n".join("      " + _json(list(entry)) for entry in copy.entries)
        blocks.append(
            f"  {_json(source)}: {{\n"
            f'    "fetched": {_json(copy.fetched)},\n'
            f'    "name": {_json(copy.name)},\n'
            f'    "entries": [\n{rows}\n    ]\n'
            "  }"
        )
    return "{\n" + ",\n".join(blocks) + "\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
