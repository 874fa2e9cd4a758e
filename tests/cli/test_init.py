from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mkdocs_sima.cli.init import command
from mkdocs_sima.reports.report import as_seen
from mkdocs_sima.settings.project import find_project

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def init(folder: Path) -> str:
    result = CliRunner().invoke(command, [str(folder)])
    assert result.exit_code == 0, result.output
    return result.output


def test_a_folder_of_entries_gets_its_settings_beside_it(tmp_path: Path) -> None:
    folder = tmp_path / "on: call"  # a name that YAML would misread
    write(folder, {"LESS-01.md": "# LESS-01: One\n", "aws/AWS-DEC-01.md": "# AWS-DEC-01: Two\n"})
    init(folder)
    project = find_project(folder)
    assert project.config == tmp_path / "mkdocs.yml"
    assert project.root == folder
    assert "LESS 1" in project.config.read_text("utf-8")


def test_a_project_with_docs_keeps_them_apart_from_its_readme(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": "# Read me\n", "docs/LESS-01.md": "# LESS-01: One\n"})
    init(tmp_path)
    assert find_project(tmp_path).root == tmp_path / "docs"


def test_numbered_records_and_numbers_in_front_matter_become_types(tmp_path: Path) -> None:
    adrs = {f"docs/adr/000{n}-use-{n}.md": f"# Use {n}\n" for n in range(1, 4)}
    eips = {f"docs/x-{n}.md": f"---\neip: {n}\n---\n# EIP-{n}: Proposal\n" for n in range(1, 4)}
    write(tmp_path, adrs | eips)
    assert "6 of them entries" in init(tmp_path)
    types = find_project(tmp_path).settings.types
    assert types["ADR"].files == ("./adr/*.md",)
    assert types["EIP"].field == "eip"


def test_a_folder_of_decision_records_is_a_knowledge_base_by_itself(tmp_path: Path) -> None:
    write(tmp_path, {f"adr/000{n}-use-{n}.md": f"# Use {n}\n" for n in range(1, 4)})
    assert "3 of them entries" in init(tmp_path / "adr")
    assert find_project(tmp_path).settings.types["ADR"].files == ("./*.md",)


def test_a_folder_called_text_is_named_after_the_one_around_it(tmp_path: Path) -> None:
    rfcs = {f"rfcs/text/000{n}-use-{n}.md": f"# Use {n}\n" for n in range(1, 4)}
    dates = {f"rfcs/notes/NI-2025-01-0{n}.md": f"# Day {n}\n" for n in range(1, 4)}
    write(tmp_path, rfcs | dates)
    init(tmp_path / "rfcs")
    types = find_project(tmp_path / "rfcs").settings.types
    assert types["RFC"].files == ("./text/*.md",)
    assert "NI" not in types  # dates are no numbers


def test_what_merely_looks_like_an_id_is_only_mentioned(tmp_path: Path) -> None:
    sessions = {f"docs/Session-{n}.md": f"# Day {n}\n" for n in range(1, 5)}
    write(tmp_path, sessions | {"docs/LESS-01.md": "# LESS-01: One\n"})
    init(tmp_path)
    project = find_project(tmp_path)
    assert "SESSION" not in project.settings.types
    assert project.config is not None
    assert "SESSION 4" in project.config.read_text("utf-8")


@pytest.mark.parametrize("reason", ["no such folder", "no Markdown file", "is there already"])
def test_says_in_one_line_why_not(tmp_path: Path, reason: str) -> None:
    folder = tmp_path / "kb"
    if reason != "no such folder":
        folder.mkdir()
    if reason == "is there already":
        write(tmp_path, {"kb/a.md": "# A\n", "mkdocs.yml": "site_name: Mine\n"})
    result = CliRunner().invoke(command, [str(folder)])
    assert result.exit_code == 2
    assert reason in result.output
    assert result.output.count("\n") == 1


def test_a_working_folder_on_another_drive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def relpath(path: Path, _start: Path | None) -> str:
        raise ValueError(path)  # as on Windows: C: has no way to D:

    monkeypatch.setattr(os.path, "relpath", relpath)
    assert as_seen(tmp_path) == str(tmp_path)
