"""What `pip install mkdocs-sima` brings: a wheel with everything in it that works by itself."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]
PACKAGE = REPOSITORY / "plugins" / "mkdocs_sima"


def run(*command: str, cwd: Path, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NO_COLOR": "1"} | ({"PYTHONPATH": str(path)} if path else {})
    return subprocess.run(
        [sys.executable, *command], cwd=cwd, env=environment, capture_output=True, text=True
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel as a release does, but with the tools that are already here."""
    folder = tmp_path_factory.mktemp("dist")
    done = run("-m", "build", "--wheel", "--no-isolation", "-o", str(folder), cwd=REPOSITORY)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpack the wheel where it comes before the checkout's editable install on `sys.path`."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def shipped(folder: Path) -> set[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix() for path in files if "__pycache__" not in path.parts
    }


def test_the_wheel_holds_the_package_its_templates_and_nothing_else(wheel: Path) -> None:
    expected = {f"mkdocs_sima/{name}" for name in shipped(PACKAGE)}
    expected |= {f"mkdocs_sima/templates/{name}" for name in shipped(REPOSITORY / "templates")}
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert names == expected
    assert "mkdocs_sima/py.typed" in names


def test_the_installed_wheel_checks_and_builds(installed: Path, tmp_path: Path) -> None:
    entries = tmp_path / "docs"
    entries.mkdir()
    (entries / "LESS-01.md").write_text("# LESS-01: First\n\nSee LESS-02.\n", "utf-8")
    (entries / "LESS-02.md").write_text("# LESS-02: Second\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: T\ntheme: {name: material, font: false}\nplugins: [search, sima]\n", "utf-8"
    )
    where = run(
        "-c", "import mkdocs_sima; print(mkdocs_sima.__file__)", cwd=tmp_path, path=installed
    )
    assert Path(where.stdout.strip()).is_relative_to(installed), where

    checked = run("-m", "mkdocs_sima", "check", cwd=tmp_path, path=installed)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    built = run("-m", "mkdocs", "build", "--strict", cwd=tmp_path, path=installed)
    assert built.returncode == 0, built.stdout + built.stderr
    page = (tmp_path / "site" / "LESS-01" / "index.html").read_text("utf-8")
    assert re.search(r'<a [^>]*href="\.\./LESS-02/"', page)


def test_everything_imported_is_declared() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    optional = [
        name for group in project.get("optional-dependencies", {}).values() for name in group
    ]
    declared = {
        re.split(r"[^A-Za-z0-9._-]", name)[0].lower().replace("_", "-")
        for name in (*project["dependencies"], *optional)
    }
    imported = {
        module.partition(".")[0]
        for source in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(source.read_text("utf-8")))
        for module in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom) and not node.level
            else []
        )
    } - {"mkdocs_sima", *sys.stdlib_module_names}
    providers = packages_distributions()
    undeclared = {
        module
        for module in imported
        if not declared & {name.lower().replace("_", "-") for name in providers.get(module, ())}
    }
    assert not undeclared
