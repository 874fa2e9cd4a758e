"""Damaged text in, repaired text and a list of changes out. Knows nothing of entries."""

from __future__ import annotations

from mkdocs_sima.mojibake.changes import Change, Repair
from mkdocs_sima.mojibake.repair import repair, repair_text

__all__ = ["Change", "Repair", "repair", "repair_text"]
