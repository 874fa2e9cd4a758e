"""What is read out of a real knowledge base agrees with hand labels, if it is on this machine."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

FLOORS = {  # smallest F1 without settings, with settings
    "id": (0.98, 0.99),
    "type": (0.98, 0.99),
    "title": (0.96, 0.96),
    "status": (0.96, 0.96),
    "priority": (0.96, 0.96),
    "created": (0.96, 0.96),
    "keywords": (0.98, 0.98),
    "refs": (0.96, 0.97),
    "targets": (0.95, 0.99),  # share of right targets, lenient
}


@pytest.mark.parametrize("with_settings", [False, True])
def test_scores(shared: Path, repository: Path, with_settings: bool) -> None:
    sima = Path(sys.executable).with_name("sima")
    command = [sys.executable, str(shared / "score/score_references.py"), "--sima", str(sima)]
    if with_settings:
        command += ["--config", str(repository / "tests/recipes/corpus-settings.yml")]
    table = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    scores = {
        name: float(f1)
        for name, f1 in re.findall(
            r"^([a-z]+) +[\d.]+ +[\d.]+ +([\d.]+) +\d+ ", table, re.MULTILINE
        )
    }
    scores["targets"] = float(re.findall(r"^  all +\d+ +[\d.]+ +([\d.]+)", table, re.MULTILINE)[0])
    assert scores.keys() == FLOORS.keys(), table
    assert {n: s for n, s in scores.items() if s < FLOORS[n][with_settings]} == {}, table
