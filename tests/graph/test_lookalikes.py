"""Entries that say the same, and those that a new title would repeat."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mkdocs_sima.cli import main
from mkdocs_sima.graph.lookalikes import Lookalikes
from mkdocs_sima.graph.subjects import about
from mkdocs_sima.knowledge_base import KnowledgeBase

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "LESS-01-Locks.md": "# LESS-01: Threading Locks Deadlock\n\n**Keywords:** mutex, threads\n\n"
    "Two mutexes taken in another order wait for ever.\n",
    "LESS-02-Queues.md": "# LESS-02: Queues Hide Outages\n\n**Keywords:** backlog, outage\n\n"
    "A backlog grows for hours before anybody sees the outage.\n",
    "LESS-03-Order.md": "# LESS-03: Take Locks in One Order\n\n**Keywords:** mutex, deadlock\n\n"
    "Threads that take mutexes in one order never wait for ever.\n",
    "LESS-04-Mail.md": "# LESS-04: Mail Bounces\n\nAn address that is wrong stays wrong.\n",
    "notes.md": "# Locks deadlock\n\nThreads, mutex, order: no entry.\n",
}


def base(files: dict[str, str]) -> KnowledgeBase:
    return KnowledgeBase.from_files([(path, text.encode()) for path, text in files.items()])


def test_the_nearest_shares_the_rarest_words() -> None:
    (found,) = Lookalikes(base(FILES)).nearest("LESS-01-Locks.md")
    assert found.path == "LESS-03-Order.md"
    assert {"locks", "mutex"} <= {*found.shared}
    assert Lookalikes(base(FILES)).nearest("notes.md") == []


def test_likeness_is_mutual_and_that_of_a_copy_is_one() -> None:
    copy = FILES | {"AP-09-Queues.md": FILES["LESS-02-Queues.md"].replace("LESS-02", "AP-09")}
    alike = Lookalikes(base(copy))
    (there,), (back,) = alike.nearest("LESS-02-Queues.md"), alike.nearest("AP-09-Queues.md")
    assert there.score == back.score > 0.9
    assert [(path, found.path) for path, found in alike.pairs(0.9)] == [
        ("AP-09-Queues.md", "LESS-02-Queues.md")
    ]


def test_what_a_template_says_makes_no_two_alike() -> None:
    text = "# LESS-0{n}: {t}\n\nDescribe churn, canonical debates and reasonable lengths here.\n"
    files = {
        f"LESS-0{n}.md": text.format(n=n, t=t) for n, t in enumerate(("Oak", "Elm", "Ash", "Fir"))
    }
    assert list(Lookalikes(base(files)).pairs(0.0)) == []


@pytest.mark.parametrize(
    ("title", "paths"),
    [
        ("mail  bounces", ["LESS-04-Mail.md"]),  # the very title
        ("Locks need an order", ["LESS-03-Order.md"]),
        ("Deadlocked threading and locks", ["LESS-01-Locks.md"]),
        ("Outage drills", []),  # one word is a field, and no subject
        ("Cold starts", []),
        ("", []),
    ],
)
def test_a_title_finds_what_is_there_of_its_subject(title: str, paths: list[str]) -> None:
    assert about(base(FILES), title)[:1] == paths


def test_new_says_what_is_there_and_show_lists_what_is_alike(tmp_path: Path) -> None:
    for path, text in FILES.items():
        (tmp_path / path).write_text(text, "utf-8")
    made = CliRunner().invoke(main, ["new", "LESS", "Mail Bounces", str(tmp_path)])
    assert made.stderr == "There is LESS-04 Mail Bounces (LESS-04-Mail.md).\n"
    assert (tmp_path / "LESS-05-Mail-Bounces.md").is_file()  # nobody sits there to be asked
    for _ in range(2):  # worked out, and as the store knows it
        shown = CliRunner().invoke(main, ["show", "LESS-01", str(tmp_path)]).stdout
        _head, _, alike = shown.partition("Alike (1)\n")
        assert alike.startswith("  LESS-03 Take Locks in One Order  ")
