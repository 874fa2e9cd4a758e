"""Line drawings: corners and tees are found by what they meet."""

from __future__ import annotations

import pytest

from mkdocs_sima.mojibake import repair_text
from mkdocs_sima.mojibake.channels.damage import damage
from mkdocs_sima.mojibake.evidence.box_drawing import arms

DRAWINGS = [
    """
    ┌────────┐      ┌────────┐
    │ client │─────▶│ server │
    └───┬────┘      └────┬───┘
        │                ▼
        └────────────────┘
    """,
    """
    ╔════════╦═══════╗
    ║ name   ║ state ║
    ╠════════╬═══════╣
    ║ worker ║ idle  ║
    ╚════════╩═══════╝
    """,
    """
    project/
    ├── src/
    │   ├── main.py
    │   └── util.py
    └── README.md
    """,
]


@pytest.mark.parametrize("page", ["cp1252", "cp1254", "latin-1"])
@pytest.mark.parametrize("drawing", DRAWINGS)
@pytest.mark.parametrize("straightened", [False, True])
def test_restores_a_drawing(drawing: str, page: str, *, straightened: bool) -> None:
    if page == "latin-1" and straightened:
        pytest.skip("Latin-1 shows no curly quotes")
    damaged = damage(drawing, page, dropped=True, straightened=straightened)
    assert repair_text(damaged) == drawing


def test_arms_are_read_from_the_name() -> None:
    assert arms("┐") == {"L", "D"}
    assert arms("═") == {"L", "R"}
    assert arms("╬") == {"L", "R", "U", "D"}
    assert arms("x") == frozenset()
