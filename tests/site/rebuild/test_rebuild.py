"""What `mkdocs serve` builds after a change is what a fresh build would write, byte for byte."""

from __future__ import annotations

import os
import shutil
import weakref
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_sima.site.rebuild.whole_pages import WholePages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from mkdocs_sima.knowledge_base import KnowledgeBase

THEME = os.environ.get("SIMA_TEST_THEME", "material")

CONFIG = """
site_name: {name}
docs_dir: docs
theme: {{name: {theme}, font: false, features: [navigation.footer]}}
nav: [index.md]
plugins: [search, sima]
draft_docs: draft.md
"""
FILES = {
    "index.md": "---\nicon: material/home\n---\n# Home\n\nBegin with LESS-01.\n",
    "LESS-01.md": "# LESS-01: Measure\n\n**Keywords:** rare, speed\n\nSee DEC-01 and AP-01.\n",
    "LESS-02.md": "# LESS-02: Cite\n\n**Keywords:** rare, speed\n\n[There](DEC-01.md#limits).\n",
    "DEC-01.md": "# DEC-01: Old\n\n**Status:** Active\n\n## Limits\n\n- Supersedes: DEC-02\n",
    "DEC-02.md": "# DEC-02: Other\n\nNothing cites LESS-09.\n",
    "AP-02.md": "# AP-02: What is only cited\n",
    "BUG-01.md": "# BUG-01: What only cites\n\nAs LESS-09 says.\n",
    "WISD-01.md": "# WISD-01: What only links\n\n[All of it](cloud/).\n",
    "draft.md": "# A draft\n\nSee DEC-01.\n",
    "old.md": "---\nmarkdown: python-markdown\n---\n# An old guide\n\nAs DEC-02 says.\n",
}


def change_a_title(folder: Path) -> None:
    (folder / "docs" / "DEC-01.md").write_text("# DEC-01: New\n\n## Limit\n\nSee LESS-02, AP-02.\n")


def add_and_delete(folder: Path) -> None:
    (folder / "docs" / "AP-01.md").write_text("# AP-01: Guess\n\n**Keywords:** rare, speed\n")
    (folder / "docs" / "LESS-02.md").unlink()
    for twin in ("LESS-09-a.md", "LESS-09-b.md"):
        (folder / "docs" / twin).write_text("# LESS-09: Twin\n")


def move_into_a_scope(folder: Path) -> None:
    (folder / "docs" / "cloud").mkdir()
    (folder / "docs" / "DEC-02.md").rename(folder / "docs" / "cloud" / "DEC-02.md")
    (folder / "docs" / "index.md").write_text("---\nicon: material/tag\n---\n# Home\n")


def rename_the_site(folder: Path) -> None:
    (folder / "mkdocs.yml").write_text(CONFIG.format(name="Another", theme=THEME))


def change_the_engine(folder: Path) -> None:
    (folder / "docs" / "old.md").write_text("# An old guide\n\nAs DEC-02 says.\n")


def change_it_back(folder: Path) -> None:
    (folder / "docs" / "old.md").write_text(FILES["old.md"])


CHANGES: tuple[Callable[[Path], None], ...] = (
    change_a_title,
    add_and_delete,
    move_into_a_scope,
    change_the_engine,
    change_it_back,
    rename_the_site,
)


def read(site: Path) -> dict[str, bytes]:
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def configured(folder: Path) -> MkDocsConfig:
    config = load_config(str(folder / "mkdocs.yml"))
    config.site_url = "http://127.0.0.1:8000/"
    return config


def build_all(folder: Path, *, dirty: bool = False, fresh: bool = False) -> list[dict[str, bytes]]:
    """Return the site before the changes and after each, as one `mkdocs serve` builds them."""
    for path, text in FILES.items():
        (folder / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "docs" / path).write_text(text)
    (folder / "mkdocs.yml").write_text(CONFIG.format(name="Library", theme=THEME))
    sites = []
    for number, change in enumerate((None, *CHANGES)):
        if change:
            change(folder)
        config = configured(folder)
        if fresh:
            shutil.rmtree(folder / "site", ignore_errors=True)
        if fresh or not number:
            config.plugins.on_startup(command="serve", dirty=dirty)
        build(config, serve_url=config.site_url, dirty=dirty)
        sites.append(read(folder / "site"))
    return sites


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    return build_all(tmp_path_factory.mktemp("fresh"), fresh=True)


@pytest.mark.material
@pytest.mark.parametrize("dirty", [False, True], ids=["clean", "dirty"])
def test_a_rebuild_equals_a_fresh_build(
    tmp_path: Path, fresh: list[dict[str, bytes]], dirty: bool
) -> None:
    for built, wanted in zip(build_all(tmp_path, dirty=dirty), fresh, strict=True):
        assert sorted(built) == sorted(wanted)
        assert [uri for uri in wanted if built[uri] != wanted[uri]] == []


def test_a_server_lets_go_of_earlier_builds(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(CONFIG.format(name="Library", theme=THEME))
    built: list[weakref.ref[KnowledgeBase]] = []
    for number in range(4):
        (tmp_path / "docs" / "index.md").write_text(f"# Home\n\nSentence {number}.\n")
        config = configured(tmp_path)
        plugin: Any = config.plugins["sima"]
        if not number:
            config.plugins.on_startup(command="serve", dirty=False)
        build(config, serve_url=config.site_url)
        built.append(weakref.ref(plugin._site.context.kb))
    assert [base() is None for base in built[:2]] == [True, True]


def build_twice(folder: Path, config: str, files: dict[str, str], change: str) -> None:
    """Build as `mkdocs serve` does, and again after a sentence was added to a file."""
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(config)
    for path, text in files.items():
        (folder / "docs" / path).write_text(text)
    for again in (False, True):
        if again:
            (folder / "docs" / change).write_text(files[change] + "\nAnother sentence.\n")
        loaded = configured(folder)
        if not again:
            loaded.plugins.on_startup(command="serve", dirty=False)
        build(loaded, serve_url=loaded.site_url)


LINKED = {
    "LESS-01.md": "# LESS-01: One\n\nSee LESS-02.\n",
    "LESS-02.md": "# LESS-02: Two\n\nFirst.\n",
}


@pytest.mark.material
def test_the_theme_makes_only_the_pages_that_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    keep = WholePages.keep

    def spy(pages: WholePages, page: Page, html: str) -> None:
        if not pages.is_as_it_was(page):
            made.append(page.file.src_uri)
        keep(pages, page, html)

    monkeypatch.setattr(WholePages, "keep", spy)
    config = f"site_name: X\ntheme: {{name: {THEME}, font: false}}\nplugins: [search, sima]\n"
    build_twice(tmp_path, config, LINKED, "LESS-02.md")
    assert made.count("LESS-01.md") == 1
    assert made.count("LESS-02.md") == 2


HOOK = """
def on_page_context(context, page, config, nav):
    others = [file.content_string for file in context["pages"]]
    page.meta["description"] = f"<{'/'.join(others)}>"
"""
OVERRIDE = """
{% extends "base.html" %}
{% block footer %}{% for file in pages %}{{ file.content_string }}{% endfor %}{% endblock %}
"""


@pytest.mark.parametrize("supplier", ["a hook", "a template"])
def test_no_page_is_kept_that_others_supply(tmp_path: Path, supplier: str) -> None:
    (tmp_path / "hook.py").write_text(HOOK)
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "main.html").write_text(OVERRIDE)
    with_template = supplier == "a template"
    theme = f"{{name: {THEME}, font: false" + (", custom_dir: own}" if with_template else "}")
    config = f"site_name: X\ntheme: {theme}\nplugins: [search, sima]\n"
    config += "" if with_template else "hooks: [hook.py]\n"
    build_twice(tmp_path, config, LINKED, "LESS-02.md")
    page = (tmp_path / "site" / "LESS-01" / "index.html").read_text()
    assert "Another sentence." in page
