"""One file's bytes in, one Document out. Pure: knows no other file, never raises on bad input."""

from __future__ import annotations

from mkdocs_sima.parsing.document import parse

__all__ = ["parse"]
