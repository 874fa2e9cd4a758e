"""The `sima` section of `mkdocs.yml` in, checked and typed settings out.

Pure data: the MkDocs plugin and the command line both build it with `read_settings`.
"""

from __future__ import annotations

from mkdocs_sima.settings.options import (
    LEVELS,
    EntryType,
    Level,
    Relation,
    ScopeRule,
    Settings,
    default_types,
)
from mkdocs_sima.settings.reading import read_settings
from mkdocs_sima.settings.validation import SettingsError, checked_globs

__all__ = [
    "LEVELS",
    "EntryType",
    "Level",
    "Relation",
    "ScopeRule",
    "Settings",
    "SettingsError",
    "checked_globs",
    "default_types",
    "read_settings",
]
