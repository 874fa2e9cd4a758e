"""How one document links to another."""

from __future__ import annotations

import posixpath
import re

UNSAFE = re.compile(r"[\s()<>%#?\\]")


def relative(source: str, target: str) -> str:
    """Return the destination of a Markdown link between two paths; letters stay readable."""
    return escaped(posixpath.relpath(target, posixpath.dirname(source) or "."))


def escaped(path: str) -> str:
    """Percent-encode what would end or change a destination: blanks, brackets, `#`, `?`, `%`."""
    return UNSAFE.sub(lambda match: f"%{ord(match[0]):02X}", path)
