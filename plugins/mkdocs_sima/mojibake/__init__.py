"""Damaged text in, repaired text and a list of changes out. Knows nothing of entries."""

from __future__ import annotations

from .changes import Change, Repair
from .repair import repair, repair_text

__all__ = ["Change", "Repair", "repair", "repair_text"]
