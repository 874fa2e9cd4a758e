"""A build that finds something kept writes what one without would write, whatever was edited."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

if TYPE_CHECKING:
    from pathlib import Path

TYPES = ("LESS", "DEC", "AP")
WORDS = ("speed", "cafÃ©", "`code`", "**bold**", "- an item", "[x](LESS-01.md#limits)", "DEC-09")
CONFIG = """
site_name: {name}
theme: {{name: material, font: false, features: [{features}]}}
{nav}
plugins: [search, sima: {{{settings}}}]
"""
OPTIONS = {
    "name": ("Library", "Another"),
    "features": ("navigation.footer", "navigation.tabs, toc.integrate"),
    "nav": ("", "nav: [index.md, LESS-01.md]", "extra: {generator: false}"),
    "settings": ("", "rules: {orphan: error}", "types: {AP: {label: Trap}}", "search: compact"),
}


class Library:
    """A small knowledge base that people write in."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.docs = folder, folder / "docs"
        self.rng = random.Random(seed)
        self.chosen = {name: values[0] for name, values in OPTIONS.items()}
        self.docs.mkdir()
        (self.docs / "index.md").write_text("# Home\n\nBegin with LESS-01.\n")
        for number in (1, 2, 3):
            self.write(f"LESS-0{number}.md")
        self.configure()

    def configure(self) -> None:
        (self.folder / "mkdocs.yml").write_text(CONFIG.format(**self.chosen))

    def write(self, path: str) -> None:
        rng, stem = self.rng, path.rpartition("/")[2].removesuffix(".md")
        cited = f"{rng.choice(TYPES)}-0{rng.randint(1, 4)}"
        head = rng.choice(
            ("", "---\nicon: material/home\n---\n", "---\nmarkdown: python-markdown\n---\n")
        )
        text = "\n\n".join(rng.sample(WORDS, 3))
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
        what = rng.choice(("write", "write", "add", "rename", "delete", "configure", "scope"))
        if what == "write":
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

    def build(self) -> dict[str, bytes]:
        shutil.rmtree(self.folder / "site", ignore_errors=True)
        config = load_config(str(self.folder / "mkdocs.yml"))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
        files = (path for path in (self.folder / "site").rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_was_edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    # The archive of the site map says when it was made.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    library, edits = Library(tmp_path, seed), ["begin"]
    for _ in range(5):
        monkeypatch.setenv("SIMA_CACHE_DIR", "off")
        wanted = library.build()
        monkeypatch.setenv("SIMA_CACHE_DIR", str(tmp_path / "cache"))
        built = library.build()
        assert sorted(built) == sorted(wanted), edits
        assert [path for path in wanted if built[path] != wanted[path]] == [], edits
        edits.append(library.edit())
