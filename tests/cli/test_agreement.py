"""`sima check` and `mkdocs build --strict` agree on what fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from mkdocs.exceptions import Abort

from mkdocs_sima.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BROKEN = "# B\n\n**Related:** LESS-99\n"
UNPUBLISHED = {"exclude_docs": "*.draft.md\n!a.draft.md", "draft_docs": "later/"}


@pytest.mark.parametrize(
    ("paths", "fails"),
    [
        (["a.draft.md"], True),
        (["b.draft.md", "later/b.md", "templates/b.md"], False),  # the last one unasked
    ],
)
def test_a_check_fails_where_a_strict_build_fails(
    paths: list[str], fails: bool, build_site: Callable[..., Path], tmp_path: Path
) -> None:
    files = {"index.md": "# Home\n"} | dict.fromkeys(paths, BROKEN)
    aborted = False
    try:
        build_site(files, strict=True, theme={"name": "mkdocs"}, **UNPUBLISHED)
    except Abort:
        aborted = True
    assert aborted is fails

    for name, text in files.items():
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).write_text(text)
    settings = [f"{name}: |\n  " + text.replace("\n", "\n  ") for name, text in UNPUBLISHED.items()]
    (tmp_path / "mkdocs.yml").write_text("\n".join(settings))
    checked = CliRunner().invoke(main, ["check", str(tmp_path)])
    assert checked.exit_code == (1 if fails else 0), checked.output
