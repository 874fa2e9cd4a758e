"""What benchmarks in a browser need: a Material site, a server for it, a Chromium."""

from __future__ import annotations

import functools
import http.server
import os
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_sima.settings import Settings
from mkdocs_sima.site.languages.translations import translate
from mkdocs_sima.site.theme.assets import add_assets
from mkdocs_sima.site.theme.context import SiteContext
from mkdocs_sima.site.theme.environment import build_environment
from mkdocs_sima.site.theme.urls import Urls

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.plugins import BasePlugin
    from mkdocs.structure.files import Files
    from playwright.sync_api import Browser, Playwright

    from mkdocs_sima.graph import Graph
    from mkdocs_sima.knowledge_base import KnowledgeBase


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves without a line for each request."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def build_site(folder: Path, plugin: BasePlugin[Any]) -> Path:
    """Build a Material site whose pages one plugin makes; return the folder of the site."""
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# Benchmark\n", "utf-8")
    config_file = folder / "mkdocs.yml"
    config_file.write_text(
        "site_name: Benchmark\ntheme: {name: material, font: false}\nplugins: []\n", "utf-8"
    )
    config = load_config(str(config_file))
    config.plugins["bench"] = plugin
    build(config)
    return folder / "site"


def site_context(
    kb: KnowledgeBase, graph: Graph | None, files: Files, config: MkDocsConfig
) -> SiteContext:
    """Return what a generated page is made from, in a site without a knowledge base's plugin."""
    settings, t = Settings(), translate("en")
    add_assets(files, config, settings)
    environment = build_environment(config.theme.get_env(), t=t, settings=settings)
    site = SiteContext(
        kb=kb,
        findings=(),
        graph=graph,
        settings=settings,
        site_name="Benchmark",
        language="en",
        url=Urls(files, config),
        render=lambda template, **given: environment.get_template(template).render(given),
        t=t,
        source_url=lambda path, line: None,
    )
    environment.globals["site"] = site
    return site


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve a folder on this machine; gives its address, with a slash at the end."""
    handler = functools.partial(_Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def launch(playwright: Playwright) -> Browser:
    """Start the Chromium that $CHROMIUM names, else Debian's."""
    return playwright.chromium.launch(
        executable_path=os.environ.get("CHROMIUM") or "/usr/bin/chromium",
        args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    )
