"""A repository with each kind of rot once, and with each of its look-alikes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mkdocs_sima.cli import main
from mkdocs_sima.knowledge_base import KnowledgeBase
from mkdocs_sima.rules import Selection, check

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Git

LONG = "".join(f"line {n}\n" for n in range(40))

ROT = """# LESS-01: Connections

**REF-ID:** LESS-01
**Scope:** src/pool/
**Files:** src/db/pg.py:12, `src/db/kept.py`

Read `src/db/pg.py`, [the cache](../src/cache.py#L3) and `src/db/never.py`.

```python
# src/deep/gone.py
x = 1
```
"""

ALIKE = """# LESS-02: Nothing is wrong here

**REF-ID:** LESS-02
**Scope:** read/write, and/or

- `db/kept.py`, `kept.py:3`, `./src/db/kept.py`, [kept](../src/db/kept.py), [self](LESS-02.md)
- `and/or`, `a/b`, `TCP/IP`, `owner/name`, `@scope/pkg`, `application/json`, `origin/main`
- `https://x.org/src/db/a.py`, `github.com/o/r/src/db/a.py`, `~/src/a.py`, `/etc/hosts`
- `src/db/<name>.py`, `src/db/*.py`, `src/db/foo.py`, `path/to/file.py`, `src/[slug]/page.py`
- `dist/app.py`, `src/db/made.gen.py`, `node_modules/x/y.py`, `os.path.join`, `1.2/3.4`
- `/src/pool/` and `/src/pool` may be addresses
- `./setup.sh`, `./src` are commands or mere names
- `other/repo/file.py`, `pkg/kubelet/x.go`, `src/db/notes.txt`, `docs/LESS-02.md`
- `src/cache.py` was removed in favour of `src/db/kept.py`.
- We will add `src/db/soon.py`.

## Before

We had `src/cache.py`.
"""


@pytest.fixture
def rotten(git: Git) -> Path:
    git.commit(
        {
            "src/db/pg.py": "p" + LONG,
            "src/db/kept.py": "k" + LONG,
            "src/pool/a.py": "a" + LONG,
            "src/cache.py": "c" + LONG,
            "src/deep/gone.py": "g" + LONG,
            "setup.sh": "s" + LONG,
            "docs/specs/LESS-04.md": "# LESS-04: Plan\n\nThe worker `src/db/worker.py`.\n",
            ".gitignore": "*.gen.py\n",
            "docs/LESS-01.md": ROT,
            "docs/LESS-02.md": ALIKE,
            "docs/LESS-03.md": "# LESS-03: Old\n\n**Status:** Superseded\n\n`src/cache.py`\n",
        }
    )
    git.commit({"src/db/kept.py": "k" + LONG + "1\n"}, "mv", "src/db/pg.py", "src/db/postgres.py")
    git.commit({"src/db/kept.py": "k" + LONG + "2\n"}, "mv", "src/pool", "src/pools")
    git.commit({}, "rm", "-q", "setup.sh", "src/cache.py", "src/deep/gone.py")
    git.commit({"docs/LESS-02.md": ALIKE + "\nRead again.\n"})
    return git.top / "docs"


def told(folder: Path, *rules: str) -> list[str]:
    found = check(KnowledgeBase.load(folder), Selection(rules))
    return [f"{f.path}:{f.line}:{f.column} {f.message}" for f in found]


def test_each_kind_of_rot_and_none_of_its_look_alikes(rotten: Path) -> None:
    gone = "LESS-01.md:{} nothing is at {} any more; it was {} on 2026-01-{}"
    ended = "LESS-01.md:{} nothing is at {} any more; it was there until 2026-01-04"
    assert told(rotten, "broken-code-path") == [
        gone.format("4:12", "src/pool/", "renamed to src/pools/", "03"),
        gone.format("5:12", "src/db/pg.py", "renamed to src/db/postgres.py", "02"),
        gone.format("7:7", "src/db/pg.py", "renamed to src/db/postgres.py", "02"),
        ended.format("7:34", "../src/cache.py"),
        "LESS-01.md:7:59 nothing is at src/db/never.py in this repository",
        ended.format("10:3", "src/deep/gone.py"),
    ]
    changed = "LESS-01.md:5:30 src/db/kept.py has changed since this was written (2026-01-01): "
    assert told(rotten, "changed-code") == [changed + "2 commits, the last on 2026-01-03"]
    assert not [line for line in told(rotten, "broken-link") if "src" in line]


def test_what_git_saw_renamed_is_mended(rotten: Path) -> None:
    run = CliRunner().invoke(main, ["check", str(rotten), "--fix"])
    text = (rotten / "LESS-01.md").read_text("utf-8")
    assert "src/db/postgres.py:12, `src/db/kept.py`" in text, run.output
    assert "Read `src/db/postgres.py`" in text
    assert "**Scope:** src/pools/\n" in text
    assert told(rotten, "changed-code") == []  # it is being written


def test_a_folder_that_was_taken_apart_is_mended_only_on_request(git: Git) -> None:
    files = {f"src/old/{n}.py": f"{n}" + LONG for n in range(9)}
    entry = "# LESS-01: A\n\n**REF-ID:** LESS-01\n**Scope:** src/old/**, `src/old/*.py`\n"
    git.commit({**files, "docs/LESS-01.md": entry})
    git.commit({}, "mv", "src/old", "src/new")
    git.commit({}, "mv", "src/new/3.py", "src/other.py")
    path = git.top / "docs" / "LESS-01.md"
    CliRunner().invoke(main, ["check", str(git.top / "docs"), "--fix"])
    assert path.read_text("utf-8") == entry
    CliRunner().invoke(main, ["check", str(git.top / "docs"), "--fix", "--unsafe-fixes"])
    assert path.read_text("utf-8") == entry.replace("src/old", "src/new")


def test_a_link_to_code_needs_a_place_that_shows_it(git: Git) -> None:
    git.commit({"docs/LESS-01.md": "# LESS-01: A\n\n[a](../src/a.py) [b](../b.md)\n"})
    git.commit({"src/a.py": "", "b.md": ""})

    def leads_out() -> int:
        run = CliRunner().invoke(main, ["check", str(git.top / "docs")])
        return run.output.count("leads out of the knowledge base")

    assert leads_out() == 0  # the host of the repository shows it
    git.write({"mkdocs.yml": "site_name: S\n"})
    assert leads_out() == 2
    git.write({"mkdocs.yml": "site_name: S\nrepo_url: https://github.com/o/r\n"})
    assert leads_out() == 0


def test_a_document_beside_the_knowledge_base_is_not_missing(git: Git) -> None:
    entry = "# LESS-01: A\n\nSee specs/api-rules.md, `specs/api-rules.md`, specs/gone-rules.md.\n"
    git.commit({"docs/LESS-01.md": entry, "specs/api-rules.md": "# Rules\n"})
    gone = "LESS-01.md:3:47 no file is called specs/gone-rules.md"
    assert told(git.top / "docs", "missing-file") == [gone]


def test_a_base_about_another_repository_is_left_alone_and_told_so_once(git: Git) -> None:
    entry = "# LESS-01: A\n\n**REF-ID:** LESS-01\n\n`src/db/x.py`, `src/db/y.py`\n"
    git.commit({"LESS-01.md": entry, "src/other/z.py": ""})
    run = CliRunner().invoke(main, ["check", str(git.top)])
    assert "No findings" in run.output
    assert run.output.count("are not those of this repository") == 1


def test_a_shallow_clone_says_so_once_and_tells_what_is_there(
    rotten: Path, git: Git, tmp_path: Path
) -> None:
    clone = tmp_path / "clone"
    git("clone", "-q", "--depth=1", f"file://{rotten.parent}", str(clone))
    output = CliRunner().invoke(main, ["check", str(clone / "docs")]).output
    assert output.count("A shallow clone") == 1
    assert "nothing is at src/db/pg.py in this repository" in output
    assert "changed-code" not in output


def test_what_is_shown_and_exported(rotten: Path) -> None:
    shown = CliRunner().invoke(main, ["show", "LESS-01", str(rotten)]).output
    assert "src/db/kept.py  line 5  2 commits since, the last on 2026-01-03" in shown
    assert "src/db/pg.py:12  line 5  gone, now src/db/postgres.py" in shown
    exported = CliRunner().invoke(main, ["export", str(rotten)]).output
    assert '"moved_to": "src/db/postgres.py"' in exported
