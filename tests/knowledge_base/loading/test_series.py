"""Types that a series of files is named after need no declaration; what merely counts is none."""

from __future__ import annotations

import pytest

from mkdocs_sima.knowledge_base import KnowledgeBase
from mkdocs_sima.knowledge_base.loading.series import with_series
from mkdocs_sima.settings import read_settings


def new_types(*names: str, **settings: object) -> set[str]:
    before = read_settings(settings)
    return with_series(before, names).types.keys() - before.types.keys()


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["RB-01-Restart.md", "x/RB-02-Restore.md", "x/y/RB-03.md"], {"RB"}),
        (["Runbook-09_Call.md", "Runbook-10_Page.md", "Runbook-11_Wait.md"], {"Runbook"}),
        (["RB-01-Restart.md", "RB-02-Restore.md"], set()),  # two may be chance
        (["a/Part-01-X.md", "a/Part-02-Y.md", "b/Part-01-Z.md"], set()),  # counts anew
        ([f"Session-{n}.md" for n in range(1, 12)], set()),
        ([f"Day-2025-01-{n}.md" for n in range(10, 14)], set()),
        (["Log-2023.md", "Log-2024.md", "Log-2025.md"], set()),
        (["less-91-a.md", "Less-01.md", "Less-02.md", "Less-03.md", "Lesson-04.md"], set()),
    ],
)
def test_what_is_a_series(names: list[str], expected: set[str]) -> None:
    assert new_types(*names) == expected


def test_a_prefix_of_the_settings_is_no_type() -> None:
    names = ["RB-01.md", "RB-02.md", "RB-03.md"]
    assert new_types(*names, scopes=[{"path": "x", "prefix": "RB"}]) == set()


def test_its_entries_are_cited_and_its_prefixed_ids_stay_apart() -> None:
    files = {
        "rb/RB-01-Restart.md": "# RB-01: Restart\n\nSee RB-02, RB-DEC-01 and RB-03.\n",
        "rb/RB-02-Restore.md": "# Restore\n",
        "rb/RB-03-Page.md": "# Page\n",
        "rb/RB-DEC-01-Calm.md": "# RB-DEC-01: Calm\n",
    }
    kb = KnowledgeBase.from_files((path, text.encode()) for path, text in files.items())
    assert [kb.documents[path].id for path in sorted(files)] == [
        "RB-01", "RB-02", "RB-03", "RB-DEC-01",
    ]  # fmt: skip
    assert [r.target for r in kb.references("rb/RB-01-Restart.md")] == [
        "rb/RB-02-Restore.md", "rb/RB-DEC-01-Calm.md", "rb/RB-03-Page.md",
    ]  # fmt: skip
