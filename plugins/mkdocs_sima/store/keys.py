"""What a key is made of: digests of everything that a result depends on."""

from __future__ import annotations

import os
import sys
from functools import cache
from hashlib import blake2b
from pathlib import Path

DIGEST = 16  # bytes; nobody finds two texts with one digest by chance
_CODE = (".py", ".html", ".yml", ".json", ".css", ".js", ".md")


def fingerprint(*parts: bytes | str | float | None) -> bytes:
    """Return a digest of all parts, in their order; `("ab", "c")` is another than `("a", "bc")`.

    Pass the `repr` of what is neither text nor number, if it always looks the same: that of a set
    does not, nor that of an object whose address in memory it shows.
    """
    digest = blake2b(digest_size=DIGEST)
    for part in parts:
        data = part if isinstance(part, bytes) else repr(part).encode("utf-8", "surrogatepass")
        digest.update(b"%c%d:" % (98 if isinstance(part, bytes) else 114, len(data)))
        digest.update(data)
    return digest.digest()


@cache
def software() -> bytes:
    """Return a digest of the programs that results depend on.

    Those are this package to the byte, the interpreter, and the name and version of every package
    that is installed beside it: a theme, a parser and another plugin all have a say in a page.
    """
    digest = blake2b(f"{sys.version} {sys.platform}".encode(), digest_size=DIGEST)
    package = Path(__file__).parents[1]
    for path in _files(str(package)):
        digest.update(path.encode() + b"\0")
        digest.update(Path(path).read_bytes())
    digest.update("\0".join(sorted(_installed())).encode("utf-8", "surrogatepass"))
    return digest.digest()


def _files(folder: str) -> list[str]:
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    files: list[str] = []
    for entry in found:
        if entry.is_dir():
            if entry.name != "__pycache__":
                files += _files(entry.path)
        elif entry.name.endswith(_CODE):
            files.append(entry.path)
    return files


def _installed() -> set[str]:
    """Return `mkdocs-1.6.1.dist-info` and the like; `importlib.metadata` would take 20 ms."""
    found: set[str] = set()
    for folder in sys.path:
        try:
            with os.scandir(folder) as entries:
                found.update(e.name for e in entries if e.name.endswith(("-info", ".egg-link")))
        except OSError:
            continue  # a ZIP file, or a folder that isn't there
    return found
