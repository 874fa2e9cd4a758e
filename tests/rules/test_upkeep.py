"""What changed after it was cited, and what somebody should read again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mkdocs_sima.cli import main
from mkdocs_sima.knowledge_base import KnowledgeBase
from mkdocs_sima.rules import Selection, check
from mkdocs_sima.rules.evidence.upkeep.due import due
from mkdocs_sima.rules.evidence.upkeep.entry_facts import differences, facts_of
from mkdocs_sima.settings import read_settings

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Git

    from mkdocs_sima.model import Document

WORDS = " ".join(f"word{n}" for n in "abcdefghijklmnopqrstuvwxyz")


def decision(number: int, *, title: str = "Retry", status: str = "Accepted", core: str = "") -> str:
    return (
        f"# DEC-0{number}: {title}\n\n**Status:** {status}\n\n## Context\n\nIt fails {WORDS}.\n\n"
        f"## Decision\n\nWe retry three times, {core or WORDS}.\n"
    )


def one(text: str) -> Document:
    return KnowledgeBase.from_files([("DEC-01.md", text.encode())]).documents["DEC-01.md"]


@pytest.mark.parametrize(
    ("new", "what"),
    [
        (decision(1), []),
        (decision(1, core=WORDS.replace("worda", "wordA").replace("wordb", "wordbb")), []),
        (decision(1).replace("It fails", "It often fails, as everybody knows it does"), []),
        (decision(1).replace("three", "3"), ["what it says at its core"]),
        (decision(1).replace("We retry", "We never retry"), ["what it says at its core"]),
        (decision(1, core="with a pause that grows"), ["what it says at its core"]),
        (decision(1, title="Give up"), ["the title (it was 'Retry')"]),
        (decision(1, status="Deprecated"), ["the status (accepted → deprecated)"]),
    ],
)
def test_what_is_more_than_a_typing_error(new: str, what: list[str]) -> None:
    assert differences(facts_of(one(decision(1))), facts_of(one(new))) == what


CITING = "# LESS-01: Calls\n\n**REF-ID:** LESS-01\n\nSee DEC-01, DEC-02 and DEC-03. `src/a.py` x\n"


@pytest.fixture
def base(git: Git) -> Path:
    git.commit(
        {
            "kb/DEC-01.md": decision(1),
            "kb/old/DEC-02.md": decision(2),
            "kb/DEC-03.md": decision(3),
            "kb/LESS-01.md": CITING,
            "kb/index.md": "# Index\n\n- DEC-01\n- LESS-01\n",
            "src/x/a.py": "a\n" * 30,
            "src/a.py": "1",
        }
    )
    git.commit({}, "mv", "kb/old/DEC-02.md", "kb/DEC-02.md")
    changed = {"kb/DEC-01.md": decision(1, status="Deprecated"), "src/a.py": "2"}
    git.commit({**changed, "kb/DEC-02.md": decision(2, core="with a pause")})
    git.commit({"kb/DEC-03.md": decision(3) + "\nThnaks.\n"})
    return git.top / "kb"


def test_changed_references_by_git_under_whatever_name(base: Path) -> None:
    kb = KnowledgeBase.load(base)
    assert not [f for f in check(kb) if f.rule == "changed-reference"]
    found = check(kb, Selection(("changed-reference",)))
    told = "LESS-01.md:{} has changed since this was written (2026-01-01), the last time on {}"
    assert [f"{f.path}:{f.line}:{f.column} {f.message}" for f in found] == [
        told.format("5:5 DEC-01", "2026-01-03: the status (accepted → deprecated)"),
        told.format("5:13 DEC-02", "2026-01-03: what it says at its core"),
    ]


def test_what_is_due_and_why_the_most_urgent_first(base: Path) -> None:
    settings = read_settings({"review_after": {"DEC": 10}})
    kb = KnowledgeBase.load(base, settings)
    found = due(kb, date(2026, 1, 15))
    assert [entry.document.id for entry in found] == ["LESS-01", "DEC-02", "DEC-03"]
    assert [entry.overdue for entry in found] == [0, 2, 1]
    assert [change.reference.name for change in found[0].code] == ["src/a.py"]
    assert [change.target for change in found[0].references] == ["DEC-01.md", "DEC-02.md"]
    output = CliRunner().invoke(main, ["review", "--due", str(base)]).output
    assert "LESS-01.md: LESS-01 Calls  (cited by 1 document)\n" in output
    assert "    src/a.py changed: 1 commit, the last on 2026-01-03\n" in output
    assert "    DEC-01 changed on 2026-01-03: the status (accepted → deprecated)\n" in output


def test_a_review_is_noted_and_nothing_is_due_any_more(base: Path, git: Git) -> None:
    run = CliRunner().invoke(main, ["review", "LESS-01", str(base)])
    today = date.today().isoformat()
    assert run.output == f"LESS-01.md: Reviewed {today}\n"
    assert "**REF-ID:** LESS-01\n" in (base / "LESS-01.md").read_text("utf-8")
    assert f"**Reviewed:** {today}\n" in (base / "LESS-01.md").read_text("utf-8")
    assert "LESS-01" not in CliRunner().invoke(main, ["review", "--due", str(base)]).output
    git.commit()
    assert CliRunner().invoke(main, ["review", "--due", str(base)]).output == "Nothing is due.\n"
    late = due(KnowledgeBase.load(base, read_settings({"review_after": 1})), date(9999, 1, 1))
    assert {entry.document.id for entry in late} == {"LESS-01", "DEC-02", "DEC-03"}


def test_a_misspelt_entry_gets_a_suggestion(base: Path) -> None:
    run = CliRunner().invoke(main, ["review", "LSES-01", str(base)])
    assert run.exit_code == 2
    assert "did you mean LESS-01?" in run.output
    assert CliRunner().invoke(main, ["review"]).exit_code == 2
