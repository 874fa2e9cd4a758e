"""When documents last changed: what their authors say, else what git knows."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs_sima.knowledge_base import KnowledgeBase

_TIMEOUT = 10  # seconds; a home page isn't worth waiting longer for


def changed_dates(kb: KnowledgeBase) -> dict[str, str]:
    """Return path → ISO date. An `updated` of the author wins, then git, then `created`."""
    committed = git_dates(kb.root) if kb.root else {}
    found: dict[str, str] = {}
    for path, document in kb.documents.items():
        if date := document.updated or committed.get(path) or document.created:
            found[path] = date[:10]
    return found


def git_dates(root: Path) -> dict[str, str]:
    """Return path below `root` → ISO date of its last commit; empty where git can't tell.

    A shallow clone, as CI makes it, can't: there every file seems to come from one commit.
    """
    if _git(root, "rev-parse", "--is-shallow-repository") != "false\n":
        return {}
    log = _git(
        root, "-c", "core.quotePath=false", "log", "--format=%x00%cs", "--name-only",
        "--no-renames", "--relative", "--", ".",
    )  # fmt: skip
    found: dict[str, str] = {}
    for commit in log.split("\0")[1:]:
        date, *paths = commit.split("\n")
        for path in filter(None, paths):
            found.setdefault(path, date)
    return found


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments],
            capture_output=True,
            timeout=_TIMEOUT,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace")
