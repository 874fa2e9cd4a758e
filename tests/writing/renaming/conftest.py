"""Repositories in which two branches took one number, and each citation says what it means.

A line that ends with `<!-- a -->` means the entry of branch A, one with `<!-- b -->` that of B.
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

How = Literal["merge", "squash", "rebase", "no git"]


@dataclass(frozen=True)
class Dialect:
    """How a base writes its entries; `{n}` is the number, `{w}` the slug, `{t}` the title."""

    name: str
    path: str
    text: str
    cite: str  # how running text names an entry
    link: str  # how it links to one, from `notes/`
    number: str  # of the two
    fresh: str  # the next free one
    how: How = "merge"


DIALECTS = (
    Dialect(
        "decision records", "adr/{n}-{w}.md", "# {i}. {t}\n\n## Status\n\nAccepted\n",
        "ADR-{n}", "[ADR-{n}](../adr/{n}-{w}.md)", "0009", "0010",
    ),
    Dialect(
        "field header", "lessons/LESS-{n}-{w}.md", "# LESS-{n}: {t}\n\n**REF-ID:** LESS-{n}  \n",
        "LESS-{n}", "[LESS-{n}](../lessons/LESS-{n}-{w}.md)", "09", "10", "squash",
    ),
    Dialect(
        "YAML", "dec/{w}.md", "---\nid: DEC-{n}\ntitle: {t}\n---\n\nWe do so.\n",
        "DEC-{n}", "[{t}](../dec/{w}.md)", "09", "10", "rebase",
    ),
    Dialect(
        "YAML numbers", "eips/eip-{i}-{w}.md", "---\neip: {i}\ntitle: {t}\n---\n\nWe do so.\n",
        "EIP-{i}", "[EIP-{i}](../eips/eip-{i}-{w}.md)", "9", "10",
    ),
    Dialect(
        "folders", "keps/{n}-{w}/README.md", "# KEP-{n}: {t}\n\n![how](how.svg)\n",
        "KEP-{n}", "[the drawing](../keps/{n}-{w}/README.md)", "0009", "0010",
    ),
    Dialect(
        "prefixes", "aws/AWS-DEC-{n}-{w}.md",
        "# AWS-DEC-{n}-{w}.md\n\n**AWS-DEC-{n}: {t}**\n\nSo be it.\n",
        "AWS-DEC-{n}", "see AWS-DEC-{n} ({t})", "09", "10", "squash",
    ),
    Dialect(
        "as people say", "rfcs/{n}-{w}.md", "# RFC {i}: {t}\n\n## Summary\n\nWords.\n",
        "RFC {i}", "[RFC {i}](../rfcs/{n}-{w}.md)", "0009", "0010",
    ),
    Dialect(
        "file-name header", "dec/DEC-{n}-{w}.md",
        "# DEC-{n}-{w}.md\n\n**Version:** 1\n**Decision ID:** DEC-{n}\n",
        "DEC-{n}", "`DEC-{n}-{w}.md`", "09", "10", "rebase",
    ),
    Dialect(
        "wiki links", "adr/{n}-{w}.md", "# ADR-{n}: {t}\n\n- Status: accepted\n",
        "ADR-{n}", "[[{n}-{w}]]", "0009", "0010", "squash",
    ),
    Dialect(
        "without git", "adr/{n}-{w}.md", "# {i}. {t}\n\nDate: 2026-01-02\n",
        "ADR-{n}", "[{n}](../adr/{n}-{w}.md)", "0009", "0010", "no git",
    ),
)  # fmt: skip

OLD = ("Keep Functions Small", "Write Logs As Lines", "Name Things Once", "Fail Early",
       "Ship On Fridays", "Test The Seams", "Pin Dependencies", "Measure First")  # fmt: skip
A, B = "Send Mail Through A Queue", "Store Prices In Cents"


class Repository:
    """A folder, with git unless the dialect does without."""

    def __init__(self, root: Path, dialect: Dialect) -> None:
        self.root = root
        self.dialect = dialect
        self.day = 0
        self.author = "main"
        if dialect.how != "no git":
            self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str) -> None:
        date = f"2026-03-{self.day + 1:02d}T12:00:00Z"
        who = f"{self.author}@example.org"
        env = {**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null"}
        for role in ("AUTHOR", "COMMITTER"):
            env |= {f"GIT_{role}_NAME": who, f"GIT_{role}_EMAIL": who, f"GIT_{role}_DATE": date}
        subprocess.run(["git", *arguments], cwd=self.root, env=env, check=True, capture_output=True)

    def commit(self, files: dict[str, str]) -> None:
        """Write files, which are added to if they are there, and commit them."""
        for path, text in files.items():
            file = self.root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            before = file.read_text("utf-8") if file.exists() else ""
            file.write_text(before + text, "utf-8")
        self.day += 1
        if self.dialect.how != "no git":
            self.git("add", "-A")
            self.git("commit", "-qm", "work")

    def entry(self, number: str, title: str) -> dict[str, str]:
        return {
            self.fill(self.dialect.path, number, title): self.fill(self.dialect.text, number, title)
        }

    def texts(self) -> dict[str, str]:
        """Return path → text of all documents."""
        files = sorted(self.root.rglob("*.md"))
        return {f.relative_to(self.root).as_posix(): f.read_text("utf-8") for f in files}

    def of_branch(self, branch: str) -> str:
        """Return the path of the entry that a branch brought."""
        return self.fill(self.dialect.path, self.dialect.number, {"a": A, "b": B}[branch])

    def fill(self, form: str, number: str, title: str) -> str:
        slug = title.lower().replace(" ", "-")
        return form.format(n=number, i=int(number), w=slug, t=title)


def collision(root: Path, dialect: Dialect) -> Repository:
    """Make a repository whose branches A and B took one number; B's entry is the later one."""
    repo = Repository(root, dialect)
    width = len(dialect.number)
    start: dict[str, str] = {}
    for n, title in enumerate(OLD, 1):
        start |= repo.entry(f"{n:0{width}d}", title)
    notes = {
        f"notes/{name}.md": f"# Notes on {name}\n\nThese are notes.\n"
        for name in ("mail", "prices", "both", "late")
    }
    repo.commit(start | notes | {"index.md": "# All\n\nThis lists some.\n"})
    branches = {"a": (A, "mail"), "b": (B, "prices")}
    if dialect.how != "no git":
        for branch, (title, topic) in branches.items():
            repo.author = branch
            repo.git("checkout", "-q", "-b", branch, "main")
            repo.commit(repo.entry(dialect.number, title))
            repo.commit(_citations(repo, branch, title, topic))
            cite = repo.fill(dialect.cite, dialect.number, title)
            note = "notes/both.md" if branch == "a" else "notes/late.md"
            repo.commit({note: f"\nIt follows from {cite}. <!-- {branch} -->\n"})
        repo.git("checkout", "-q", "main")
        for repo.author in branches:
            _bring(repo, repo.author, dialect.how)
        repo.author = "main"
    else:
        for branch, (title, topic) in branches.items():
            repo.commit(repo.entry(dialect.number, title) | _citations(repo, branch, title, topic))
    cite = repo.fill(dialect.cite, dialect.number, "")
    repo.commit(
        {
            "notes/both.md": f"\n- {cite}: {A} <!-- a -->\n- {cite}: {B} <!-- b -->\n"
            f"\nAs {cite} has it, prices are whole cents in every store. <!-- b -->\n",
            "notes/late.md": f"\nBoth of {cite} and others matter. <!-- b -->\n",
        }
    )
    return repo


def _citations(repo: Repository, branch: str, title: str, topic: str) -> dict[str, str]:
    number = repo.dialect.number
    cite, link = (repo.fill(form, number, title) for form in (repo.dialect.cite, repo.dialect.link))
    bare = (
        f"\nThe team holds to {cite} here. <!-- {branch} -->\n"
        f"\n## Why\n\nSince {cite}, nobody asks. <!-- {branch} -->\n"
    ) if repo.dialect.how != "no git" else ""  # fmt: skip
    glossed = f"- {cite}: {title} <!-- {branch} -->\n- {cite} ({title.lower()}) <!-- {branch} -->\n"
    linked = f"\nIt began with {link}. <!-- {branch} -->\n"
    return {
        f"notes/{topic}.md": f"{linked}\n{glossed}{bare}",
        f"notes/{branch}-only.md": f"# More on {topic}\n\nRead {link} first. <!-- {branch} -->\n",
    }


def _bring(repo: Repository, branch: str, how: How) -> None:
    repo.day += 1
    if how == "merge":
        repo.git("merge", "-q", "--no-ff", "-X", "theirs", "-m", "merge", branch)
    elif how == "squash":
        repo.git("merge", "-q", "--squash", branch)
        repo.git("commit", "-qm", f"{branch}, squashed")
    else:
        repo.git("checkout", "-q", branch)
        repo.git("rebase", "-q", "main")
        repo.git("checkout", "-q", "main")
        repo.git("merge", "-q", "--ff-only", branch)


@pytest.fixture(scope="module", params=DIALECTS, ids=lambda dialect: dialect.name)
def collided(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Repository:
    """Each of ten bases in which two entries bear one number."""
    return collision(tmp_path_factory.mktemp("collision"), request.param)


@pytest.fixture
def repository_of(tmp_path: Path) -> Callable[[dict[str, str]], Repository]:
    """Return a function that makes a repository with one commit of these files."""

    def make(files: dict[str, str]) -> Repository:
        repo = Repository(tmp_path, DIALECTS[0])
        repo.commit(files)
        return repo

    return make
