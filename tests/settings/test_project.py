"""Which knowledge base a path means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mkdocs_sima.settings.project import ProjectError, find_project

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "entries" / "lessons").mkdir(parents=True)
    (tmp_path / "entries" / "lessons" / "a.md").write_text("# A\n")
    (tmp_path / "other").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        "docs_dir: entries\n"
        "markdown_extensions: [{toc: {slugify: !!python/name:some.function }}]\n"
        "plugins: [search, {sima: {repair: false}}]\n"
    )
    return tmp_path


@pytest.mark.parametrize(
    ("asked", "focus"),
    [
        (".", ""),
        ("entries", ""),
        ("entries/lessons", "lessons"),
        ("entries/lessons/a.md", "lessons/a.md"),
    ],
)
def test_paths_of_a_site_mean_its_knowledge_base(site: Path, asked: str, focus: str) -> None:
    project = find_project(site / asked)
    assert project.root == site / "entries"
    assert project.focus == focus
    assert project.settings.repair is False


def test_a_folder_that_no_site_renders_stands_for_itself(site: Path) -> None:
    project = find_project(site / "other")
    assert (project.root, project.config, project.focus) == (site / "other", None, "")
    assert project.settings.repair is True


def test_the_switch_that_mkdocs_gives_every_plugin_is_no_setting(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("plugins: [{sima: {enabled: true, repair: false}}]\n")
    assert find_project(tmp_path).settings.repair is False


def test_settings_are_inherited_as_mkdocs_does(tmp_path: Path) -> None:
    (tmp_path / "kb").mkdir()
    (tmp_path / "base.yml").write_text(
        "INHERIT: other.yml\nplugins: {sima: {repair: false, line_limit: 9}}\n"
    )
    (tmp_path / "other.yml").write_text("docs_dir: kb\nplugins: {sima: {graph: false}}\n")
    (tmp_path / "mkdocs.yml").write_text("INHERIT: base.yml\nplugins: {sima: {line_limit: 8}}\n")
    project = find_project(tmp_path)
    settings = project.settings
    assert project.root == tmp_path / "kb"
    assert (settings.repair, settings.graph, settings.line_limit) == (False, False, 8)


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ("a: [", "not valid YAML"),
        ("plugins: [{sima: {colour: red}}]", "unknown setting 'colour'"),
        ("plugins: [{sima: {rules: {orphan: fatal}}}]", "'rules.orphan' must be error or"),
        ("docs_dir: nope", "'docs_dir' is no folder"),
        ("INHERIT: gone.yml", "'INHERIT' is no file"),
        ("INHERIT: mkdocs.yml", "'INHERIT' leads in a circle"),
        ("plugins: {sima: {types: [ADR]}}", "'types' must be a mapping"),
        ("plugins: {sima: {types: {'A b(': {}}}}", "'types' can't have 'A b('"),
        ("plugins: {sima: {types: {ADR: {color: pnik}}}}", "or one of red, pink"),
        ("plugins: {sima: {types: {ADR: {label: [x]}}}}", "'types.ADR.label' must be a string"),
        ("plugins: {sima: {scopes: [{path: archiv}]}}", "'scopes[1].path': no folder 'archiv'"),
        ("plugins: {sima: {aliases: {LESS-1: [x]}}}", "'aliases.LESS-1' must be a string"),
    ],
)
def test_settings_that_can_not_be_used_are_named(tmp_path: Path, config: str, message: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(config)
    with pytest.raises(ProjectError) as error:
        find_project(tmp_path)
    assert message in str(error.value)
    assert str(tmp_path / "mkdocs.yml") in str(error.value)


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="no such file or folder"):
        find_project(tmp_path / "nowhere")
