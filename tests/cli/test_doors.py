"""The ways into CI: the action for GitHub and the hooks for pre-commit call what exists."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from mkdocs_sima.cli import check

if TYPE_CHECKING:
    from pathlib import Path


def load(file: Path) -> Any:
    return yaml.safe_load(file.read_text("utf-8"))


def test_hooks_call_options_that_exist(repository: Path) -> None:
    known = {name for option in check.command.params for name in option.opts}
    hooks = load(repository / ".pre-commit-hooks.yaml")
    assert [hook["id"] for hook in hooks] == ["sima-check", "sima-fix"]
    for hook in hooks:
        program, command, *rest = hook["entry"].split()
        assert (program, command) == ("sima", "check")
        assert {word for word in rest if word.startswith("--")} <= known
        assert hook["pass_filenames"] is False
        assert hook["always_run"] is True  # or a commit that only deletes entries passes


@pytest.mark.skipif(not shutil.which("bash"), reason="the action runs in bash")
@pytest.mark.parametrize(
    ("text", "sarif", "code"),
    [
        ("# A\n", "out.sarif", 0),
        ("# A\n\n[x](no.md)\n", "out.sarif", 1),
        ("# A\n", "no such folder/out.sarif", 2),
    ],
)
def test_the_script_of_the_action(
    repository: Path, tmp_path: Path, text: str, sarif: str, code: int
) -> None:
    action = load(repository / "action.yml")
    step = next(step for step in action["runs"]["steps"] if step.get("id") == "check")
    inputs = {name: given["default"] for name, given in action["inputs"].items()}
    inputs |= {"sarif": sarif, "path": "docs; exit 7"}
    environment = {
        name: inputs[value.removeprefix("${{ inputs.").removesuffix(" }}")]
        for name, value in step["env"].items()
    }
    folder = tmp_path / "docs; exit 7"
    folder.mkdir()
    (folder / "a.md").write_text(text)
    output, summary = tmp_path / "output", tmp_path / "summary"
    program = tmp_path / "bin" / "sima"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m mkdocs_sima "$@"\n')
    program.chmod(0o755)
    ran = subprocess.run(
        ["bash", "-c", step["run"]],
        cwd=tmp_path,
        env={
            **os.environ,
            **environment,
            "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(repository / "plugins"),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(summary),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == code, ran.stderr
    assert output.read_text() == f"exit_code={code}\n"
    assert ("::error file=" in ran.stdout) is (code == 1)
    if code < 2:
        assert summary.read_text().startswith("### sima check")
        assert (tmp_path / sarif).exists()
