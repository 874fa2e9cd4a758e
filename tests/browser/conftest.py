"""Sites that browser tests look at: built by MkDocs, served from this process."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

PALETTE = [
    {"media": "(prefers-color-scheme: light)", "scheme": "default"},
    {"media": "(prefers-color-scheme: dark)", "scheme": "slate"},
]


class _Quiet(SimpleHTTPRequestHandler):
    """Serves a folder below a path, as a host with a sub-path does, with its 404 page."""

    def __init__(self, *args: Any, prefix: str, **kwargs: Any) -> None:
        self.prefix = prefix
        super().__init__(*args, **kwargs)

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def send_error(self, code: int, *args: Any) -> None:
        page = f"{self.directory}/404.html"
        with open(page, "rb") as file:  # noqa: PTH123 (directory is a string)
            body = file.read()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing: the requests are no news."""


@contextmanager
def served(folder: Path, prefix: str = "/") -> Iterator[str]:
    """Serve a built site; yields its address, which ends in `prefix`."""
    handler = partial(_Quiet, directory=str(folder), prefix=prefix)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def write_site(folder: Path, files: Mapping[str, str], **settings: Any) -> Path:
    """Write a knowledge base and its `mkdocs.yml`; returns the path of the latter."""
    for path, text in files.items():
        file = folder / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    theme = {"name": "material", "font": False, "palette": PALETTE, **settings.pop("theme", {})}
    config = {"site_name": "Library", "plugins": ["search", "sima"], "theme": theme, **settings}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    return folder / "mkdocs.yml"


@pytest.fixture(scope="session")
def build_site(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Return the function that builds a site of {path: Markdown} and returns its folder."""

    def build_one(files: Mapping[str, str], **settings: Any) -> Path:
        config = write_site(tmp_path_factory.mktemp("site"), files, **settings)
        build(load_config(str(config)))
        return config.parent / "site"

    return build_one


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Open a fresh profile of the browser, 1280 wide."""
    profile = browser.new_context(viewport={"width": 1280, "height": 900})
    yield profile
    profile.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """Open a tab; an error of a script, or a request to another host, fails the test."""
    tab = context.new_page()
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.on(
        "request",
        lambda request: None if "//127.0.0.1" in request.url else errors.append(request.url),
    )
    yield tab
    assert not errors
