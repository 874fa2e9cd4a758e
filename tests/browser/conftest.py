"""Tabs of the browser, and built sites served from this process."""

from __future__ import annotations

import re
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page


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
def _serve(folder: Path, prefix: str = "/") -> Iterator[str]:
    """Serve a built site; yields its address, which ends in `prefix`."""
    handler = partial(_Quiet, directory=str(folder), prefix=prefix)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    address = f"http://127.0.0.1:{server.server_port}"
    # Instant navigation follows only what the sitemap lists, and compares the port as well.
    sitemap = folder / "sitemap.xml"
    if sitemap.exists():
        text = sitemap.read_text("utf-8")
        sitemap.write_text(re.sub(r"http://127\.0\.0\.1(:\d+)?", address, text), "utf-8")
    try:
        yield f"{address}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="session")
def served() -> Callable[..., AbstractContextManager[str]]:
    """Return the function that serves a built site while its `with` block runs."""
    return _serve


@pytest.fixture(scope="session")
def barriers() -> Callable[[Page], list[str]]:
    """Return the function that lists what axe-core has against a page."""
    from axe_playwright_python.sync_playwright import Axe

    axe = Axe()

    def list_barriers(page: Page) -> list[str]:
        return [
            f"{violation['id']}: {node['target']} {node['failureSummary']}"
            for violation in axe.run(page).response["violations"]
            for node in violation["nodes"]
        ]

    return list_barriers


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
