"""The file format of inventories, that of Sphinx, version 2.

Four lines, then compressed lines `name domain:role priority address title`. See
https://sphobjinv.readthedocs.io/en/stable/syntax.html.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

from mkdocs_sima.inventories.foreign_entry import ForeignEntry

if TYPE_CHECKING:
    from collections.abc import Iterable

DOMAIN = "sima"
LIMIT = 64_000_000  # bytes unpacked: some 600,000 entries
_MAGIC = b"# Sphinx inventory version 2"
_LINE = re.compile(rf"(?P<name>\S+) {DOMAIN}:(?P<role>\S+) -?\d+ (?P<address>\S*) (?P<title>.*)")


class BadInventoryError(ValueError):
    """The bytes are no inventory; the message says why."""


def write(project: str, entries: Iterable[ForeignEntry]) -> bytes:
    """Return the inventory of a site called `project`."""
    head = (
        "# Sphinx inventory version 2\n"
        f"# Project: {_plain(project)}\n"
        "# Version: \n"
        "# The remainder of this file is compressed using zlib.\n"
    )
    lines = sorted(
        f"{_plain(e.id)} {DOMAIN}:{_role(e.type)} 1 {e.address} {_plain(e.title)}\n"
        for e in entries
    )
    return head.encode("utf-8") + zlib.compress("".join(lines).encode("utf-8"), 9)


def read(data: bytes) -> tuple[str, tuple[ForeignEntry, ...]]:
    """Return the project and the entries of an inventory, sorted by ID; all else is passed over.

    Raises:
        BadInventoryError: the bytes are no inventory of version 2.
    """
    head = data.split(b"\n", 4)
    if len(head) < 5 or head[0].rstrip() != _MAGIC:
        raise BadInventoryError("is no objects.inv of Sphinx, version 2")
    try:
        unpacker = zlib.decompressobj()
        body = unpacker.decompress(head[4], LIMIT)
    except zlib.error as error:
        raise BadInventoryError(f"can't be unpacked: {error}") from error
    if not unpacker.eof:
        raise BadInventoryError("is cut off, or too large")
    project = head[1].partition(b":")[2].decode("utf-8", "replace").strip()
    found = map(_LINE.fullmatch, body.decode("utf-8", "replace").splitlines())
    return project, tuple(sorted({_entry(match) for match in found if match}))


def _entry(match: re.Match[str]) -> ForeignEntry:
    name, title = match["name"], match["title"]
    address = match["address"]
    if address.endswith("$"):  # stands for the name
        address = address[:-1] + name
    kind = _type_in(name, match["role"])
    return ForeignEntry(name, kind, address, name if title == "-" else title)


def _type_in(ref_id: str, role: str) -> str:
    """Return the type as an ID spells it: `DEC` of `AWS-DEC-04` with the role `dec`."""
    parts = ref_id.split("-")
    spelled = [
        "-".join(parts[start:end])
        for start in range(len(parts))
        for end in range(start + 1, len(parts))
        if _role("".join(parts[start:end])) == role
    ]
    return spelled[-1] if spelled else role.upper()


def _role(kind: str) -> str:
    return "".join(char for char in kind.lower() if char.isalnum()) or "entry"


def _plain(text: str) -> str:
    return " ".join(text.split())
