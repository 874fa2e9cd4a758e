"""Fixtures that tests of every area share."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from playwright.sync_api import Browser

REPOSITORY = Path(__file__).parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# Sites are built with Material, or with the fork that goes on with it: SIMA_TEST_THEME=materialx.
THEME = os.environ.get("SIMA_TEST_THEME", "material")

# Material's banner about MkDocs 2 would be in the output of every build that a test reads.
os.environ["NO_MKDOCS_2_WARNING"] = "1"

# What one test has made is not to be found by another; tests of the store say where it lies.
os.environ["SIMA_CACHE_DIR"] = "off"

# No test is timed: on a busy machine the first call of a function may take a second.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what other themes do in their own way."""
    for item in items if THEME != "material" else ():
        if item.get_closest_marker("material"):
            item.add_marker(pytest.mark.skip(reason=f"{THEME} has another search"))


@pytest.fixture(scope="session")
def repository() -> Path:
    """Return the root of this repository."""
    return REPOSITORY


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real knowledge bases beside the repository; skip where it is missing."""
    folder = REPOSITORY.parent / "shared"
    if not (folder / "corpus").is_dir():
        pytest.skip("the real knowledge bases (../shared) are not on this machine")
    return folder


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of an installed Chromium or Chrome; skip where there is none."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if not path:
        pytest.skip("no Chromium on this machine")
    return path


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Start the browser once for all tests of a process; a test opens its own page in it."""
    from playwright.sync_api import sync_playwright

    flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
    flags += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    with sync_playwright() as playwright:
        instance = playwright.chromium.launch(executable_path=chromium, args=flags)
        yield instance
        instance.close()


class Git:
    """A repository that a test makes, a commit a day from 2026-01-01 on."""

    def __init__(self, top: Path) -> None:
        self.top, self._day = top, 0
        self("init", "-q", "-b", "main")

    def __call__(self, *arguments: str, **environment: str) -> None:
        """Run a command of git, with no settings of this machine."""
        own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        who = ["-c", "user.name=A", "-c", "user.email=a@b.c"]
        command = ["git", "-C", str(self.top), *who, *arguments]
        subprocess.run(command, check=True, env={**os.environ, **own, **environment})

    def write(self, files: Mapping[str, str]) -> None:
        """Write files."""
        for path, text in files.items():
            file = self.top / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")

    def commit(self, files: Mapping[str, str] | None = None, *arguments: str) -> None:
        """Commit all there is, after writing files and running one more command of git."""
        if arguments:
            self(*arguments)
        self.write(files or {})
        self._day += 1
        time = f"2026-01-{self._day:02}T12:00:00+00:00"
        self("add", "-A")
        self("commit", "-qm", "x", GIT_AUTHOR_DATE=time, GIT_COMMITTER_DATE=time)


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """Return an empty repository."""
    return Git(tmp_path)


PALETTE = [
    {"media": "(prefers-color-scheme: light)", "scheme": "default"},
    {"media": "(prefers-color-scheme: dark)", "scheme": "slate"},
]


@pytest.fixture(scope="session")
def build_site(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Return the function that builds a site from {path: Markdown} and returns its folder.

    Keyword arguments are settings of `mkdocs.yml`; `theme` is added to Material's.
    """
    import yaml
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    def build_one(files: Mapping[str, str], **settings: Any) -> Path:
        folder = tmp_path_factory.mktemp("site")
        for path, text in files.items():
            file = folder / "docs" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        theme = {"name": THEME, "font": False, "palette": PALETTE}
        theme |= settings.pop("theme", {})
        config = {"site_name": "Library", "plugins": ["search", "sima"], "theme": theme}
        (folder / "mkdocs.yml").write_text(yaml.safe_dump(config | settings), "utf-8")
        loaded = load_config(str(folder / "mkdocs.yml"))
        # MkDocs keeps plugins for all builds of a process: another test may have been serving.
        loaded.plugins.on_startup(command="build", dirty=False)
        build(loaded)
        return folder / "site"

    return build_one
