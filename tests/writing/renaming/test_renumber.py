"""Two entries with one number: what is moved, what is listed, and that nothing is guessed."""

from __future__ import annotations

import re
import subprocess
from contextlib import chdir
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from mkdocs_sima.cli import main
from mkdocs_sima.knowledge_base import KnowledgeBase
from mkdocs_sima.writing import edits
from mkdocs_sima.writing.renaming import rename, renumber

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mkdocs_sima.writing.renaming.rename_plan import Plan

    Repository = Any  # of conftest.py
    Make = Callable[[dict[str, str]], Repository]

MEANT = re.compile(r"<!-- ([ab]) -->")


def run(*words: object, status: int = 0) -> str:
    """Run `sima` and return all that it prints."""
    result = CliRunner().invoke(main, [str(word) for word in words])
    assert result.exit_code == status, result.output
    return result.output


def base(files: dict[str, str]) -> KnowledgeBase:
    return KnowledgeBase.from_files([(path, text.encode()) for path, text in files.items()])


def changed(kb: KnowledgeBase, plan: Plan, path: str) -> str:
    return edits.apply(kb.documents[path].text, plan.edits.get(path, ()))


@pytest.fixture(scope="module")
def renumbered(collided: Repository) -> tuple[Any, ...]:
    """The later entry of each collision got another number: base, texts before, what was said."""
    before = collided.texts()
    with chdir(collided.root):
        return collided, before, run("renumber", collided.of_branch("b"), "--write")


def test_no_citation_is_moved_wrongly_and_most_are(renumbered: tuple[Any, ...]) -> None:
    repo, before, said = renumbered
    after = repo.texts()
    digits = rf"0*{int(repo.dialect.number)}"
    number = re.compile(rf"(?<!\d){digits}(?!\d)")
    moved, stayed = 0, []
    for path in before.keys() & after.keys() - {repo.of_branch("b")}:
        lines = zip(before[path].splitlines(), after[path].splitlines(), strict=True)
        for n, (old, new) in enumerate(lines, 1):
            meant = MEANT.search(old)
            if meant is None or meant[1] == "a":
                assert new == old
            elif number.search(old) and new == old:
                stayed.append(f"{path}:{n}")
            elif number.search(old):
                assert not number.search(new), new  # all of it
                moved += 1
    assert moved >= 0.8 * (moved + len(stayed)) > 4
    assert {*stayed} == {*re.findall(r"^by hand: (\S+:\d+):", said, re.M)}


def test_the_entry_gets_the_next_number_in_its_name_and_header(
    renumbered: tuple[Any, ...],
) -> None:
    repo, _, said = renumbered
    dialect = repo.dialect
    title = "Store Prices In Cents"
    path = repo.fill(dialect.path, dialect.fresh, title)
    assert repo.texts()[path] == repo.fill(dialect.text, dialect.fresh, title)
    kb = KnowledgeBase.load(repo.root)
    ref_id = kb.documents[path].ref_id
    assert ref_id
    assert ref_id.number == dialect.fresh
    assert all(r.verdict == "resolved" for p in kb.documents for r in kb.references(p))
    assert "is cited more" in said
    first = f"{repo.of_branch('a')} came first" if dialect.how != "no git" else "can't be told"
    assert first in said


def test_without_write_the_files_stay_as_they_are(
    repository_of: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = repository_of({"LESS-01-A.md": "# LESS-01: A\n", "LESS-01-B.md": "# LESS-01: B\n"})
    monkeypatch.chdir(repo.root)
    before = repo.texts()
    said = run("renumber", "LESS-01-B.md")
    assert "LESS-01-B.md -> LESS-02-B.md" in said
    assert "+# LESS-02: B" in said
    assert "add --write" in said
    assert repo.texts() == before


TWO = {
    "DEC-04-Queues.md": "# DEC-04: Send Mail Through Queues\n\n"
    "Not to be taken for DEC-04: Store Prices In Cents, nor for [DEC-04](DEC-04-Prices.md).\n"
    "But DEC-04 is this.\n",
    "DEC-04-Prices.md": "# DEC-04: Store Prices In Cents\n",
    "DEC-07-Last.md": "# DEC-07: Last\n",
}


def test_what_an_entry_says_of_the_other_one_is_not_about_itself() -> None:
    kb = base(TWO)
    found = renumber.plan(kb, "DEC-04-Queues.md", None, [])
    assert changed(kb, found.plan, "DEC-04-Queues.md").splitlines() == [
        "# DEC-08: Send Mail Through Queues",
        "",
        "Not to be taken for DEC-04: Store Prices In Cents, nor for [DEC-04](DEC-04-Prices.md).",
        "But DEC-08 is this.",
    ]
    back = renumber.plan(kb, "DEC-04-Prices.md", "9", [])
    assert back.plan.new_path == "DEC-09-Prices.md"
    assert "nor for [DEC-09](DEC-09-Prices.md)" in changed(kb, back.plan, "DEC-04-Queues.md")
    assert "taken for DEC-09: Store" in changed(kb, back.plan, "DEC-04-Queues.md")


def test_signs_that_contradict_each_other_are_left_to_a_person() -> None:
    files = {f"{folder}/{path}": text for path, text in TWO.items()
             for folder in [path.split("-")[2].removesuffix(".md").lower()]}  # fmt: skip
    kb = base(files | {"prices/note.md": "# Note\n\nSee DEC-04: Send Mail Through Queues.\n"})
    found = renumber.plan(kb, "prices/DEC-04-Prices.md", None, [])
    assert "prices/note.md" not in found.plan.edits
    (line,) = found.plan.by_hand
    assert line.startswith("prices/note.md:3:5 DEC-04 means prices/DEC-04-Prices.md or queues/")


@pytest.mark.parametrize(
    ("new", "message"),
    [
        ("7", "DEC-07 is taken by DEC-07-Last.md"),
        ("DEC-04", "bears DEC-04 already"),
        ("LESS-09", "`sima rename` changes the rest"),
        ("soon", "no number of its kind"),
    ],
)
def test_numbers_that_can_not_be_had(new: str, message: str) -> None:
    with pytest.raises(rename.RenameError, match=message):
        renumber.plan(base(TWO), "DEC-04-Prices.md", new, [])


def test_an_id_that_two_bear_is_asked_for_by_its_path() -> None:
    with pytest.raises(rename.RenameError, match="name the one by its path"):
        renumber.plan(base(TWO), "DEC-04", None, [])


def test_numbers_of_other_branches_are_taken(
    repository_of: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = repository_of({f"docs/LESS-0{n}-X.md": f"# LESS-0{n}: X\n" for n in (1, 2)})
    repo.git("checkout", "-q", "-b", "feature/x")
    repo.commit({"docs/LESS-03-Y.md": "# LESS-03: Y\n", "docs/sub/note.md": "# A note\n"})
    repo.commit({"docs/later.md": "# LESS-04: Z\n\n**REF-ID:** LESS-04\n"})
    repo.git("checkout", "-q", "main")
    monkeypatch.chdir(repo.root / "docs")
    made = run("new", "LESS", "Why").splitlines()
    assert made[-1].endswith("LESS-05-Why.md")
    assert "LESS-03 is taken by LESS-03-Y.md on branch feature/x." in made
    said = run("renumber", "LESS-02-X.md", "4", status=2)
    assert "LESS-04 is taken by later.md on branch feature/x" in said
    assert "LESS-02-X.md -> LESS-06-X.md" in run("renumber", "LESS-02-X.md")


def test_the_other_bearer_may_lie_on_a_branch(
    repository_of: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = repository_of({"LESS-01-A.md": "# LESS-01: A\n"})
    repo.git("checkout", "-q", "-b", "b")
    repo.commit({"LESS-02-B.md": "# LESS-02: B\n", "note.md": "# Note\n\nSee LESS-02.\n"})
    repo.git("checkout", "-q", "main")
    repo.commit({"LESS-02-C.md": "# LESS-02: C\n"})
    repo.git("checkout", "-q", "b")
    monkeypatch.chdir(repo.root)
    said = run("renumber", "LESS-02-B.md", "--write")
    assert "LESS-02 is LESS-02-C.md on branch main" in said
    assert repo.texts()["note.md"].endswith("See LESS-03.\n")


def test_a_history_that_was_cut_off_is_not_asked(
    repository_of: Make, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = repository_of({"DEC-04-Prices.md": "# DEC-04: Store Prices In Cents\n"})
    repo.commit({"note.md": "# Note\n\nSee DEC-04 for more.\n"})
    repo.commit({"DEC-04-Queues.md": "# DEC-04: Send Mail Through Queues\n"})
    monkeypatch.chdir(repo.root)
    assert "moved: note.md:3:5" in run("renumber", "DEC-04-Prices.md")
    copy = tmp_path_factory.mktemp("shallow")
    clone = ["git", "clone", "-q", "--depth=1", repo.root.as_uri(), str(copy)]
    subprocess.run(clone, check=True, capture_output=True)
    monkeypatch.chdir(copy)
    said = run("renumber", "DEC-04-Prices.md")
    assert "by hand: note.md:3:5 DEC-04 means" in said
    assert "can't be told" in said


def test_a_folder_that_is_called_by_the_number_takes_its_files_along(
    repository_of: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    keps = {f"keps/000{n}-a{n}/README.md": f"# KEP-000{n}: A\n\n![x](x.svg)\n" for n in (1, 2, 3)}
    repo = repository_of(
        keps
        | {
            "keps/0003-a3/x.svg": "<svg/>",
            "index.md": "# All\n\n[KEP 3](keps/0003-a3/README.md) ![x](keps/0003-a3/x.svg)\n"
            "and [its folder](keps/0003-a3/)\n",
        }
    )
    monkeypatch.chdir(repo.root)
    run("renumber", "keps/0003-a3/README.md", "12", "--write")
    assert (repo.root / "keps/0012-a3/x.svg").is_file()
    assert repo.texts()["index.md"].splitlines()[2:] == [
        "[KEP 12](keps/0012-a3/README.md) ![x](keps/0012-a3/x.svg)",
        "and [its folder](keps/0012-a3/)",
    ]
    assert not (repo.root / "keps/0003-a3").exists()


def test_a_line_that_was_touched_again_means_what_it_meant(
    repository_of: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = repository_of({"DEC-04-Prices.md": "# DEC-04: Store Prices In Cents\n"})
    repo.commit({"note.md": "# Note\n\nSee DEC-04 fro more.\n"})
    repo.commit({"DEC-04-Queues.md": "# DEC-04: Send Mail Through Queues\n"})
    (repo.root / "note.md").write_text("# Note\n\nSee DEC-04 for more.\n", "utf-8")
    repo.commit({})
    monkeypatch.chdir(repo.root)
    assert "moved: note.md:3:5" in run("renumber", "DEC-04-Prices.md")
    repo.commit({"note.md": "\nAnd DEC-04 once more.\n"})  # of the other one, perhaps
    said = run("renumber", "DEC-04-Prices.md")
    assert "by hand: note.md:3:5" in said
    assert "by hand: note.md:5:5" in said


def test_who_brought_one_may_cite_the_other_later(
    repository_of: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = repository_of({"DEC-04-Prices.md": "# DEC-04: Store Prices In Cents\n"})
    repo.author = "b"
    repo.commit({"DEC-04-Queues.md": "# DEC-04: Send Mail Through Queues\n"})
    repo.commit({"note.md": "# Note\n\nSee DEC-04 for more.\n"})  # a day later
    monkeypatch.chdir(repo.root)
    assert "by hand: note.md:3:5" in run("renumber", "DEC-04-Queues.md")


def test_forms_of_citations() -> None:
    note = (
        "---\nrelated: [DEC-04]\n---\n\n# Note\n\n"
        "DEC-04 (queues send mail) and DEC-04 (prices in cents) differ.\n\n"
        "<a href='DEC-04-Queues.md'>x</a> [why](DEC-04-Queues.md#why) [DEC-04][q]\n\n"
        "```\nDEC-04: Send Mail Through Queues\n```\n\nDEC-01 to DEC-07\n\n"
        "[q]: DEC-04-Queues.md\n"
    )
    kb = base(TWO | {"note.md": note})
    found = renumber.plan(kb, "DEC-04-Queues.md", None, [])
    assert changed(kb, found.plan, "note.md").splitlines()[6:] == [
        "DEC-08 (queues send mail) and DEC-04 (prices in cents) differ.",
        "",
        "<a href='DEC-08-Queues.md'>x</a> [why](DEC-08-Queues.md#why) [DEC-08][q]",
        "",
        "```",
        "DEC-04: Send Mail Through Queues",
        "```",
        "",
        "DEC-01 to DEC-07",
        "",
        "[q]: DEC-08-Queues.md",
    ]
    assert [line.partition(" ")[0] for line in found.plan.by_hand] == [
        "note.md:2:11",
        "note.md:15:1",
    ]


def test_a_file_elsewhere_and_the_menu_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path, text in TWO.items():
        (tmp_path / "docs").mkdir(exist_ok=True)
        (tmp_path / "docs" / path).write_text(text, "utf-8")
    menu = "site_name: X\nplugins: [sima]\nnav:\n  - Queues: DEC-04-Queues.md\n"
    (tmp_path / "mkdocs.yml").write_text(menu, "utf-8")
    (tmp_path / "LESS-01.md").write_text("# LESS-01: Out\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    said = run("renumber", "docs/DEC-04-Queues.md")
    assert "by hand: mkdocs.yml:4 names DEC-04-Queues.md" in said
    assert "LESS-01.md is no file of the knowledge base in" in run(
        "renumber", "LESS-01.md", status=2
    )
