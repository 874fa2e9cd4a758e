"""A check that finds something kept says what one without would say; `sima cache` shows it."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mkdocs_sima.cli import main
from mkdocs_sima.parsing import parse

if TYPE_CHECKING:
    from pathlib import Path

WORDS = ("LESS-01", "DEC-01", "LESS-02.md", "[x](DEC-01.md#limits)", "cafÃ©", "word", "- DEC-09: x")


def sima(*arguments: object) -> str:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code in (0, 1), result.output
    return result.output


def edit(docs: Path, rng: random.Random) -> None:
    """Do to a knowledge base what people do: write, rename, delete."""
    files = sorted(docs.rglob("*.md"))
    choice = rng.random()
    if choice < 0.15 and len(files) > 2:
        rng.choice(files).unlink()
    elif choice < 0.3 and files:
        file = rng.choice(files)
        file.rename(file.with_name(f"{rng.choice(('LESS', 'DEC'))}-{rng.randint(1, 30):02}.md"))
    else:
        name = f"{rng.choice(('', 'aws/'))}{rng.choice(('LESS', 'DEC', 'notes'))}"
        file = docs / f"{name}-{rng.randint(1, 5):02}.md"
        file.parent.mkdir(exist_ok=True)
        head = rng.choice(("", f"---\nid: {file.stem}\ntags: [a, b]\n---\n"))
        text = " ".join(rng.choices(WORDS, k=6))
        file.write_text(f"{head}# {file.stem}: {rng.choice(WORDS)}\n\n## Limits\n\n{text}\n")


@pytest.mark.parametrize("seed", range(3))
def test_a_check_with_a_cache_says_what_one_without_says(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    docs, cache = tmp_path / "docs", tmp_path / "cache"
    docs.mkdir()
    (docs / "LESS-01.md").write_text("# LESS-01: First\n")
    for _ in range(15):
        edit(docs, rng)
        setting = rng.choice(("", "rules: {orphan: error}", "types: {DEC: false}"))
        (tmp_path / "mkdocs.yml").write_text(f"plugins:\n  - sima: {{{setting}}}\n")
        options = rng.choice(((), ("--ignore", "orphan"), ("--select", "all")))
        wanted = sima("check", tmp_path, *options, "--cache-dir", "off", "--format", "json")
        for _ in range(2):
            kept = sima("check", tmp_path, *options, "--cache-dir", cache, "--format", "json")
            assert kept == wanted


def test_only_what_has_changed_is_parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []

    def counting(path: str, *rest: object) -> object:
        parsed.append(path)
        return parse(path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("mkdocs_sima.knowledge_base.loading.workers.parse", counting)
    docs = tmp_path / "docs"
    docs.mkdir()
    for number in range(3):
        (docs / f"LESS-0{number}.md").write_text(f"# LESS-0{number}: x\n\nSee LESS-01.\n")
    check = ("check", docs, "--cache-dir", tmp_path / "cache")
    first = sima(*check)
    assert len(parsed) == 3
    assert sima(*check) == first
    assert len(parsed) == 3
    (docs / "LESS-02.md").write_text("# LESS-02: y\n\nSee LESS-07.\n")
    assert "LESS-07" in sima(*check)
    assert parsed[3:] == ["LESS-02.md"]


def test_the_cache_is_shown_and_thrown_away(tmp_path: Path) -> None:
    docs, cache = tmp_path / "docs", tmp_path / "cache"
    docs.mkdir()
    (docs / "LESS-01.md").write_text("# LESS-01: First\n")
    sima("check", docs, "--cache-dir", cache)
    assert "documents" in sima("cache", docs, "--cache-dir", cache)
    assert "thrown away" in sima("cache", docs, "--cache-dir", cache, "--clear")
    assert "documents" not in sima("cache", docs, "--cache-dir", cache)
    assert sima("cache", docs, "--cache-dir", "off") == "The cache is off.\n"


def test_a_cache_among_the_documents_is_refused(tmp_path: Path) -> None:
    (tmp_path / "LESS-01.md").write_text("# LESS-01: First\n")
    result = CliRunner().invoke(main, ["check", str(tmp_path), "--cache-dir", str(tmp_path / "c")])
    assert result.exit_code == 2
    assert "must not lie in the knowledge base" in result.output
