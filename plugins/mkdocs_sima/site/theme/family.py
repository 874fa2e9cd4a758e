"""Which themes are Material: the original, and the fork that goes on with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

THEMES = ("material", "materialx")
"""Names of the themes, and of the packages that hold them."""
SEARCH_PLUGINS = tuple(f"{theme}/search" for theme in THEMES)


def search_plugin(config: MkDocsConfig) -> Any:
    """Return Material's search plugin, `None` if a site does without it."""
    return next((config.plugins[name] for name in SEARCH_PLUGINS if name in config.plugins), None)
