"""The rooms of the package, as a newcomer finds them. `scripts/check` looks at their imports."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

MOST_MODULES = 15  # of a folder
MOST_LINES = 220  # of a module
SAME_THING = {
    "front_matter",  # how it is read, and the rule about it
}


@pytest.fixture(scope="module")
def package(repository: Path) -> Path:
    return repository / "plugins" / "mkdocs_sima"


def test_the_readme_lists_the_rooms_in_the_order_of_their_imports(repository: Path) -> None:
    settings = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    rooms = [room for layer in layers for room in layer.split(" | ")]
    readme = (repository / "README.md").read_text("utf-8")
    table = re.findall(r"^\| `(\w+)(?:/|\.py)` \|", readme, re.M)
    assert table == rooms


def test_a_folder_holds_few_modules_and_a_module_few_lines(package: Path) -> None:
    for folder in {path.parent for path in package.rglob("*.py")}:
        assert len([*folder.glob("*.py")]) <= MOST_MODULES, folder
    for path in package.rglob("*.py"):
        assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES, path


def test_a_folder_says_what_comes_in_and_what_goes_out(package: Path) -> None:
    for path in package.rglob("*/__init__.py"):
        sentence = path.read_text("utf-8").partition("\n")[0]
        assert re.search(r" in, .* out\b", sentence), path


def test_one_name_means_one_thing(package: Path) -> None:
    places = defaultdict(list)
    for path in package.rglob("[!_]*.py"):
        if path.parent.name == "cli":
            continue  # a command is called as people call it: `index`, `rename`, `rule`
        places[path.stem].append(path)
    assert {name for name, paths in places.items() if len(paths) > 1} <= SAME_THING
