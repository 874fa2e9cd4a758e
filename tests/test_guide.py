"""What the guide and the README claim, held against the code."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_sima.cli import COMMANDS
from mkdocs_sima.rules.registry import NAMES, get
from mkdocs_sima.settings import Settings, read_settings
from mkdocs_sima.settings.defaults import RELATIONS, TYPES
from mkdocs_sima.site.config import SimaConfig

REPOSITORY = Path(__file__).parents[1]
GUIDE = REPOSITORY / "entries" / "guide"
ROW = re.compile(r"^\| \[?`([\w -]+?)(?: \[\w+\])?`\S* \| (.*?) \|", re.MULTILINE)


def page(name: str) -> str:
    return (GUIDE / name).read_text("utf-8")


def snippets() -> list[Any]:
    """Return every YAML block of the guide's settings that is no whole `mkdocs.yml`."""
    blocks = re.findall(r"^```yaml\n(.*?)^```", page("settings.md"), re.MULTILINE | re.DOTALL)
    return [pytest.param(block, id=block.split(":")[0]) for block in blocks]


def test_the_plugin_the_settings_and_the_guide_know_the_same_options() -> None:
    names = [field.name for field in fields(Settings)]
    documented = [name for name, _ in ROW.findall(page("settings.md"))]
    assert sorted(documented) == sorted(names)
    assert sorted(key for key, _ in SimaConfig._schema) == sorted(names)


def test_the_guide_states_the_defaults() -> None:
    stated = dict(ROW.findall(page("settings.md")))
    for field in fields(Settings):
        default = getattr(Settings(), field.name)
        if isinstance(default, bool):
            assert stated[field.name] == f"`{str(default).lower()}`"
        elif isinstance(default, str | int):
            assert stated[field.name] == f"`{default}`"
    assert stated["types"] == f"{len(TYPES)} types"
    assert stated["relations"] == f"{len(RELATIONS)} pairs"
    assert " ".join(f"`{name}`" for name in TYPES) in page("settings.md")


@pytest.mark.parametrize("block", snippets())
def test_each_example_of_a_setting_can_be_used(block: str) -> None:
    raw = yaml.safe_load(block)
    read_settings(raw["plugins"][1]["sima"] if "plugins" in raw else raw)


def test_the_guide_names_every_command() -> None:
    documented = re.findall(r"^\| \[`sima (\w+)`\]\(#\1\) \|", page("command-line.md"), re.M)
    assert sorted(documented) == sorted(COMMANDS)


def test_the_guide_states_the_severity_of_rules() -> None:
    stated = re.findall(
        r"^\| ([a-z]+-[a-z-]+|encoding|mojibake) \| (\w+) \|", page("rules.md"), re.M
    )
    assert stated == [(name, get(name).severity) for name, _ in stated]


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md"])
def test_the_number_of_rules_is_told_truly(name: str) -> None:
    assert f"{len(NAMES)} rules" in Path(__file__).parents[1].joinpath(name).read_text("utf-8")
