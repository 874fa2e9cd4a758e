"""Stylesheets and scripts of the package, as files of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File

from mkdocs_sima import resources
from mkdocs_sima.site.theme.colors import stylesheet
from mkdocs_sima.site.theme.urls import ASSETS

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_sima.settings import Settings

TYPES = f"{ASSETS}/types.css"
STYLES = tuple(f"{ASSETS}/{name}" for name in ("sima.css", "sima-pages.css", "sima-graph.css"))
SCRIPT = f"{ASSETS}/bundled/page.js"

_log = get_plugin_logger("sima")


def link_assets(config: MkDocsConfig) -> None:
    """Have every page load what the pages of the knowledge base need."""
    # Before the owner's own, so that theirs win.
    config.extra_css = [*STYLES, TYPES, *config.extra_css]
    if resources.has_scripts():
        config.extra_javascript = [SCRIPT, *config.extra_javascript]
    else:
        _log.info(
            "the scripts are not bundled, so there are no map, filters and previews:"
            " install the package without MKDOCS_SIMA_FRONTEND=skip"
        )


def add_assets(files: Files, config: MkDocsConfig, settings: Settings) -> None:
    """Add the package's files, unless the owner's `docs_dir` holds one of the same name."""
    folder = resources.assets()
    for path in sorted(folder.rglob("*")):
        uri = f"{ASSETS}/{path.relative_to(folder).as_posix()}"
        is_stamp = path.suffix == ".sha256"  # of the bundles, for the build hook
        if not is_stamp and path.is_file() and files.get_file_from_path(uri) is None:
            files.append(File.generated(config, uri, abs_src_path=str(path)))
    colors = stylesheet(settings.types.values())
    files.append(File.generated(config, TYPES, content=colors))
