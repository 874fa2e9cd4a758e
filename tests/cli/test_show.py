"""`sima show` prints an entry, its references both ways, the reasons, the scopes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml
from click.testing import CliRunner

from mkdocs_sima.cli import main
from mkdocs_sima.cli.show import command
from mkdocs_sima.knowledge_base import KnowledgeBase
from mkdocs_sima.settings import read_settings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def base(tmp_path: Path) -> Path:
    files = {
        "DEC-01.md": "# DEC-01: Ship small\n\n**REF-ID:** DEC-01\n**Status:** Active\n",
        "mail/Mail-DEC-01.md": "# Mail-DEC-01: Queue letters\n\n**Depends On:** DEC-01\n",
        "mail/Mail-DEC-02.md": "# Mail-DEC-02: Retry\n\nSee Mail-DEC-09.\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_an_entry_with_references_both_ways(base: Path) -> None:
    result = CliRunner().invoke(command, ["dec-01", str(base)])
    assert result.exit_code == 0, result.output
    assert "DEC-01  Ship small\nDEC-01.md\n" in result.output
    assert "Status    active" in result.output
    assert "Referenced by (1)\n  Enables         Mail-DEC-01 Queue letters" in result.output


def test_reasons_and_candidates(base: Path) -> None:
    result = CliRunner().invoke(command, ["Mail-DEC-02", str(base), "--explain"])
    assert "Mail-DEC-09  missing  line 3" in result.output
    assert "Mail-DEC-09: no document bears this name or ID" in result.output


def test_the_reader_decides_what_a_bare_id_means(base: Path) -> None:
    result = CliRunner().invoke(command, ["DEC-02", str(base), "--from", "mail/Mail-DEC-01.md"])
    assert "Mail-DEC-02  Retry" in result.output


def test_what_nobody_bears_gets_a_suggestion(base: Path) -> None:
    result = CliRunner().invoke(command, ["Mial-DEC-02", str(base)])
    assert result.exit_code == 1
    assert "Did you mean Mail-DEC-02?" in result.output


def test_a_code_page_without_the_signs_of_a_title(base: Path) -> None:
    entry = base / "DEC-01.md"
    entry.write_text(entry.read_text("utf-8").replace("Ship small", "Ship → small"), "utf-8")
    result = CliRunner(charset="cp1252").invoke(main, ["show", "DEC-01", str(base)])
    assert result.exit_code == 0, result.exception
    assert "DEC-01  Ship ? small\n" in result.output


@pytest.mark.parametrize("folder", ["mail", "no", "1e3", "a b's"])
def test_scopes_can_be_pasted(base: Path, folder: str) -> None:
    (base / "mail").rename(base / folder)
    result = CliRunner().invoke(command, ["--scopes", str(base)])
    assert yaml.safe_load(result.output) == {"scopes": [{"path": folder, "prefix": "Mail"}]}


def test_a_missing_folder_is_one_line(base: Path) -> None:
    result = CliRunner().invoke(command, ["DEC-01", str(base / "nowhere")])
    assert result.exit_code == 2
    assert "no such file or folder" in result.output


def test_types_with_what_they_were_learned_from_ready_to_paste(tmp_path: Path) -> None:
    for n in (1, 2):
        (tmp_path / f"adr-000{n}.md").write_text(f"# ADR {n}: Use less\n", "utf-8")
    (tmp_path / "LESS-01.md").write_text("# LESS-01: One\n", "utf-8")
    result = CliRunner().invoke(command, ["--types", str(tmp_path)])
    assert "# LESS: declared (Lesson), 1 entries" in result.output
    assert "# 2 documents, 2 file names, 2 titles; 2 entries" in result.output
    pasted = read_settings(yaml.safe_load(result.output))
    assert pasted.types["ADR"].label == "ADR"
    kb = KnowledgeBase.load(tmp_path, pasted)
    assert {document.id for document in kb.documents.values()} == {
        "ADR-0001",
        "ADR-0002",
        "LESS-01",
    }


def test_which_markdown_a_page_is_read_as(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nmarkdown_extensions: [admonition]\n")
    (tmp_path / "docs" / "a.md").write_text("---\nx: y\n---\n# A\n\n!!! note\n    x\n", "utf-8")
    (tmp_path / "docs" / "b.md").write_text("# B\n\n`!!! note`\n", "utf-8")
    (tmp_path / "docs" / "c.md").write_text("---\nmarkdown: commonmark\n---\n# C\n", "utf-8")
    for name, said in (
        ("a.md", "Python-Markdown (admonition), line 6: !!! note"),
        ("b.md", "GitHub's Markdown"),
        ("c.md", "GitHub's Markdown, says its front matter"),
    ):
        result = CliRunner().invoke(command, [name, str(tmp_path)])
        assert f"  Read as   {said}\n" in result.output, result.output
