"""Where our search takes the place of Material's: its worker in pages, its index in the site.

Material's box, dialog, keys and links stay. All they ask is a worker that takes an index and
queries and returns hits; its authors mean it to be replaced.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs import utils
from mkdocs.plugins import get_plugin_logger

from mkdocs_sima import resources
from mkdocs_sima.site.search.instant.index import files_of
from mkdocs_sima.site.search.instant.pages import searched_pages
from mkdocs_sima.site.search.material import PLUGIN
from mkdocs_sima.site.theme.urls import ASSETS

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_sima.site.theme.context import SiteContext

_log = get_plugin_logger("sima")
_WORKER = re.compile(r"assets/javascripts/workers/search\.[0-9a-f]+\.min\.js")
_OURS = f"{ASSETS}/bundled/search.js"


def can_be_instant(config: MkDocsConfig) -> bool:
    """Tell whether our search can take the place of Material's; say why not."""
    plugin: Any = config.plugins.get(PLUGIN)
    if plugin is None or not plugin.config.enabled:
        return False  # no search at all, or that of another theme
    if not resources.has_scripts():
        why = "its scripts are not bundled"
    elif any(name.rpartition("/")[2] == "offline" for name in config.plugins):
        why = "a site that is opened as files can't load its parts"
    else:
        return True
    _log.info("`search: instant` is not to be had here, %s: Material's search serves", why)
    return False


class InstantSearch:
    """The search of one build."""

    def __init__(self) -> None:
        self._read: list[dict[str, Any]] = []

    def with_worker(self, html: str) -> str:
        """Return a page of Material that asks our worker."""
        return _WORKER.sub(_OURS, html)

    def take(self, config: MkDocsConfig) -> None:
        """Take what Material's plugin has read, which then writes an index of nothing."""
        plugin: Any = config.plugins[PLUGIN]
        entries: list[dict[str, Any]] = plugin.search_index.entries
        self._read = [*entries]
        entries.clear()

    def write(self, site: SiteContext, files: Files, config: MkDocsConfig) -> None:
        """Write the files of the search into the site, in place of Material's index."""
        folder = Path(config.site_dir, "search")
        pages = [*searched_pages(site, files, self._read)]
        material = folder / "search_index.json"
        settings = json.loads(material.read_text("utf-8"))["config"]
        for name, text in files_of(pages, _words(site)):
            if name == "index.json":  # which Material's script loads and hands on
                text = f'{{"config":{json.dumps(settings)},"docs":[{text}]}}'
                name = material.name
            utils.write_file(text.encode("utf-8", "surrogatepass"), str(folder / name))


def _words(site: SiteContext) -> dict[str, str]:
    """Return what hits say, in the site's language."""
    return {"superseded": site.t("Superseded by")}
