"""A build that finds something kept writes what one without would write, whatever was edited."""

from __future__ import annotations

import os
import random
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from mkdocs_sima import processes
from mkdocs_sima.site.entry.related import Surroundings
from mkdocs_sima.site.pages import facets
from mkdocs_sima.site.rebuild import ahead
from mkdocs_sima.site.rebuild.same_site import is_known

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Git

    from mkdocs_sima.model import Document
    from mkdocs_sima.site.entry.related import Related

pytestmark = pytest.mark.material
THEME = os.environ.get("SIMA_TEST_THEME", "material")

TYPES = ("LESS", "DEC", "AP")
WORDS = ("speed", "cafÃ©", "`code`", "**bold**", "- an item", "[x](LESS-01.md#limits)", "DEC-09")
MORE = (
    *("**Status:** Superseded by DEC-01", "**Status:** Active", "**Updated:** 2026-05-04"),
    *(
        "**Priority:** High",
        "[[LESS-01]]",
        "![[LESS-02#Limits]]",
        "[[Home]]",
        "See AP-01 to AP-03.",
    ),
    *("As `src/app.py` does.", "## Limits", "[gone](none.md)", "ERR-404 (caf\u00e9)", "LESS-1"),
)
CONFIG = """
site_name: {name}
theme: {{name: {theme}, font: false, features: [{features}]}}
{nav}
plugins: [search, sima: {{{settings}}}]
"""
OPTIONS = {
    "name": ("Library", "Another"),
    "features": ("navigation.footer", "navigation.tabs, toc.integrate"),
    "nav": ("", "nav: [index.md, LESS-01.md]", "extra: {generator: false}"),
    "settings": (
        "",
        "rules: {orphan: error}",
        "types: {AP: {label: Trap}}",
        "search: compact",
        "search: material",
    ),
}


class Library:
    """A small knowledge base that people write in."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.docs = folder, folder / "docs"
        self.rng = random.Random(seed)
        self.was_left = False
        self.chosen = {name: values[0] for name, values in OPTIONS.items()}
        self.docs.mkdir()
        (self.docs / "index.md").write_text("# Home\n\nBegin with LESS-01.\n")
        for number in (1, 2, 3):
            self.write(f"LESS-0{number}.md")
        self.configure()

    def configure(self) -> None:
        (self.folder / "mkdocs.yml").write_text(CONFIG.format(theme=THEME, **self.chosen))

    def write(self, path: str) -> None:
        rng, stem = self.rng, path.rpartition("/")[2].removesuffix(".md")
        cited = f"{rng.choice(TYPES)}-0{rng.randint(1, 4)}"
        head = rng.choice(
            ("", "---\nicon: material/home\n---\n", "---\nmarkdown: python-markdown\n---\n")
        )
        text = "\n\n".join((*rng.sample(WORDS, 3), *rng.sample(MORE, 2)))
        (self.docs / path).parent.mkdir(exist_ok=True)
        (self.docs / path).write_text(
            f"{head}# {stem}: {' '.join(rng.sample(WORDS[:4], 2))}\n\n"
            f"**Keywords:** {', '.join(rng.sample(('a', 'b', 'c'), 2))}\n\n"
            f"See {cited}.\n\n## Limits\n\n{text}\n\n- Supersedes: {cited}\n"
        )

    def edit(self) -> str:
        """Write, rename, delete, configure; return what."""
        rng = self.rng
        files = sorted(path for path in self.docs.rglob("*.md") if path.name[0].isupper())
        kinds = ("write", "write", "sentence", "add", "rename", "delete", "configure", "scope")
        what = rng.choice(kinds)
        if what == "sentence":
            with rng.choice(files).open("a", encoding="utf-8") as file:
                file.write(f"\n\n{rng.choice((*WORDS, *MORE))}\n")
        elif what == "write":
            self.write(rng.choice(files).relative_to(self.docs).as_posix())
        elif what == "rename":
            rng.choice(files).rename(self.docs / f"{rng.choice(TYPES)}-0{rng.randint(1, 9)}.md")
        elif what == "delete" and len(files) > 3:
            rng.choice(files).unlink()
        elif what == "configure":
            option = rng.choice([*OPTIONS])
            self.chosen[option] = rng.choice(OPTIONS[option])
            self.configure()
        else:
            folder = "cloud/" if what == "scope" else ""
            self.write(f"{folder}{rng.choice(TYPES)}-0{rng.randint(1, 9)}.md")
        return what

    def build(self, site: str = "site", **options: object) -> dict[str, bytes]:
        config = load_config(str(self.folder / "mkdocs.yml"), site_dir=str(self.folder / site))
        config.load_dict(options)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        plugin: Any = config.plugins["sima"]
        self.was_left = plugin._same.is_as_it_was
        config.plugins.on_shutdown()
        return self.site(site)

    def fresh(self) -> dict[str, bytes]:
        shutil.rmtree(self.folder / "fresh", ignore_errors=True)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SIMA_CACHE_DIR", "off")
            config = load_config(
                str(self.folder / "mkdocs.yml"), site_dir=str(self.folder / "fresh")
            )
            build(config)
        return self.site("fresh")

    def site(self, name: str) -> dict[str, bytes]:
        files = (path for path in (self.folder / name).rglob("*") if path.is_file())
        return {
            path.relative_to(self.folder / name).as_posix(): path.read_bytes() for path in files
        }


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMA_CACHE_DIR", str(tmp_path / "cache"))
    # The archive of the site map says when it was made.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_was_edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    if seed == 2:  # all cores, as with a thousand entries
        monkeypatch.setattr(ahead, "WORTH_FROM", 0)
        monkeypatch.setattr(processes, "available", lambda: 2)
    library, edits = Library(tmp_path, seed), ["begin"]
    for number in range(5):
        wanted = library.fresh()
        if number == 3:
            shutil.rmtree(tmp_path / "site")  # as it is in CI
        for _ in range(2):
            built = library.build()
            assert sorted(built) == sorted(wanted), edits
            assert [path for path in wanted if built[path] != wanted[path]] == [], edits
        assert library.was_left
        edits.append(library.edit())


def test_a_site_that_somebody_touched_is_written_again(tmp_path: Path) -> None:
    library = Library(tmp_path, 1)
    wanted = library.build()
    for touch in (
        lambda: (tmp_path / "site" / "index.html").write_text("spoilt"),
        lambda: (tmp_path / "site" / "404.html").unlink(),
        lambda: (tmp_path / "site" / "added.txt").write_text("added"),
    ):
        touch()
        assert library.build() == wanted
        assert not library.was_left
    assert library.build() == wanted
    assert library.was_left


def test_a_killed_build_and_hidden_files_do_no_harm(tmp_path: Path) -> None:
    library = Library(tmp_path, 1)
    wanted = library.build()
    (tmp_path / "site").rename(tmp_path / ".site.as-it-was")  # where a kill leaves it
    assert library.build() == wanted
    assert not (tmp_path / ".site.as-it-was").exists()
    (tmp_path / "site" / ".git").mkdir()
    (tmp_path / "site" / ".git" / "HEAD").write_text("MkDocs leaves it alone")
    for change in (False, True):
        if change:
            library.write("LESS-02.md")
        assert ".git/HEAD" in library.build()


def test_only_files_that_change_are_written(tmp_path: Path) -> None:
    library = Library(tmp_path, 1)
    (library.docs / "LESS-03.md").write_text("# LESS-03: speed\n\nSee LESS-01.\n")
    library.build()
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "site").rglob("*.*")}
    (tmp_path / "docs" / "LESS-03.md").write_text("# LESS-03: speed\n\nRead LESS-01.\n")
    library.build()
    page = tmp_path / "site" / "LESS-03" / "index.html"
    assert page.stat().st_mtime_ns != before[page]
    untouched = [p for p in before if p.exists() and p.stat().st_mtime_ns == before[p]]
    assert tmp_path / "site" / "index.html" in untouched
    assert len(untouched) > len(before) / 2


def test_a_sentence_has_no_list_made_and_nothing_gathered_for_other_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library(tmp_path, 1)
    library.build()
    gathered: list[str] = []
    gather = Surroundings.of

    def of(self: Surroundings, document: Document) -> Related:
        gathered.append(document.path)
        return gather(self, document)

    monkeypatch.setattr(Surroundings, "of", of)
    monkeypatch.setattr(facets, "build", lambda _entries: pytest.fail("a list was made"))
    with (library.docs / "index.md").open("a") as file:
        file.write("\nOne more.\n")
    built = library.build()
    assert gathered == ["index.md"]
    monkeypatch.undo()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    assert built == library.fresh()


def test_a_commit_changes_what_pages_say_of_time_and_of_code(tmp_path: Path, git: Git) -> None:
    library = Library(tmp_path, 1)
    git.write({".gitignore": "/site\n/fresh\n/cache\n", "src/a.py": "1"})
    library.build()
    (library.docs / "LESS-09.md").write_text("# LESS-09: Code\n\nSee `src/a.py`.\n")
    git.commit()
    assert library.build() == library.fresh()
    git.commit({"src/a.py": "2"})
    assert library.build() == library.fresh()
    assert not library.was_left
    library.build()
    assert library.was_left


def test_what_was_said_is_said_again(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    library = Library(tmp_path, 1)
    said = []
    with caplog.at_level("INFO", "mkdocs"):
        for _ in range(2):
            caplog.clear()
            library.build()
            said.append([line for line in caplog.messages if "Documentation built" not in line])
    assert library.was_left
    assert said[0] == said[1]
    assert any("broken-reference" in line for line in said[0])
    with pytest.raises(Abort):
        library.build(strict=True)
    assert library.build() == library.fresh()


def test_what_others_have_a_say_in_is_built(tmp_path: Path) -> None:
    library = Library(tmp_path, 1)
    (tmp_path / "hook.py").write_text("def on_page_content(html, **_): return html + '!'\n")
    for more in (
        "hooks: [hook.py]",
        "markdown_extensions: [pymdownx.snippets]",
        "plugins: [search, sima, tags]",
    ):
        (tmp_path / "mkdocs.yml").write_text(f"site_name: X\ntheme: material\n{more}\n")
        config = load_config(str(tmp_path / "mkdocs.yml"))
        assert not is_known(config)
    library.configure()
    assert is_known(load_config(str(tmp_path / "mkdocs.yml")))
