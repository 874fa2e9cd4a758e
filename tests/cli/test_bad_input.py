"""Whatever is in the folder or the settings: one clear line, no traceback, the rest still read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest
from click.testing import CliRunner

from mkdocs_sima.cli import check, main

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = "<script>alert(1)</script>\"'`"
QUOTED = json.dumps(HOSTILE)  # YAML reads it as JSON does


class Case(NamedTuple):
    files: dict[str, str | bytes]
    code: int
    says: str  # a part of one line of the output
    documents: int


CASES = {
    "empty file": Case({"a.md": b""}, 0, "a.md:1:1 warning empty-file", 1),
    "binary": Case({"a.md": bytes(range(256)), "b.md": "x"}, 1, "a.md:1:1 error encoding", 2),
    "UTF-16": Case({"a.md": "# Ä\n".encode("utf-16")}, 1, "is UTF-16; save it as UTF-8", 1),
    "Latin-1": Case({"a.md": "# Ä\n".encode("latin-1")}, 1, "a.md:1:3 error encoding", 1),
    "BOM, CRLF": Case({"a.md": "\ufeff# A\r\n\r\nLESS-99\r\n"}, 1, "a.md:3:1 error broken-ref", 1),
    "header": Case({"a.md": "---\nt: [\n---\n", "b.md": "x"}, 1, "a.md:3:1 error front-matter", 2),
    "alias loop": Case({"a.md": "---\na: &a [*a]\n---\nx"}, 1, "a.md:2:4 error front-matter", 1),
    "fence": Case({"a.md": "# A\n\n```\nx\n"}, 1, "a.md:3:1 error unclosed-fence", 1),
    "long line": Case({"a.md": "LESS-99 x " * 2_000}, 1, "a.md:1:19991 error broken-reference", 1),
    "quotes": Case({"a.md": ">" * 10_000 + " LESS-99"}, 1, "a.md:1:10002 error broken", 1),
    "lists": Case(
        {"a.md": "\n".join("  " * n + "- x" for n in range(800)) + " LESS-99"},
        1,
        "a.md:800:1603 error broken-reference",
        1,
    ),
    "brackets": Case({"a.md": "[" * 30_000 + "x" + "](" * 30_000, "b.md": "# B"}, 0, "2 docu", 2),
    "same ID": Case(
        {"a.md": "# AP-1: A", "b.md": "# AP-1: B"}, 1, "AP-1 is also the ID of b.md", 2
    ),
    "circle": Case(
        {
            "a.md": "# DEC-01: A\n\n**Superseded by:** DEC-02\n\n**Parent:** DEC-02",
            "b.md": "# DEC-02: B\n\n**Superseded by:** DEC-01\n\n**Parent:** DEC-01",
        },
        1,
        "each is superseded by the next",
        2,
    ),
    "out of the root": Case({"a.md": "# A\n\n[x](../../etc/passwd)"}, 1, "leads out of the", 1),
    "names": Case(
        dict.fromkeys(["a%20b.md", "a#b.md", "a b.md", "-rf.md", "a[1].md", "😀.md"], "# A"),
        0,
        "No findings in 6 documents.",
        6,
    ),
    "hostile fields": Case(
        {
            "a.md": f"# LESS-01: {HOSTILE}\n\n**Status:** {HOSTILE}\n\n**Keywords:** {HOSTILE}\n",
            "b.md": f"---\nid: {QUOTED}\ntitle: {QUOTED}\n---\nSee LESS-01.\n",
        },
        0,
        "No findings in 2 documents.",
        2,
    ),
    "broken settings": Case({"mkdocs.yml": "plugins: [\n"}, 2, "mkdocs.yml:2:1: not valid YAML", 0),
    "binary settings": Case({"mkdocs.yml": b"\xff\xfe"}, 2, "mkdocs.yml: can't be read", 0),
    "unknown setting": Case(
        {"mkdocs.yml": "plugins: [{sima: {nope: 1}}]"}, 2, "unknown setting 'nope'", 0
    ),
    "ill-typed setting": Case(
        {"mkdocs.yml": "plugins: [{sima: {types: {LESS: {field: [1]}}}}]"},
        2,
        "'types.LESS.field' must be a string, not a list",
        0,
    ),
    "empty glob": Case(
        {"mkdocs.yml": "plugins: [{sima: {exclude: ['!']}}]"}, 2, "a glob that means nothing", 0
    ),
    "another's plugin": Case(
        {"mkdocs.yml": "plugins: [none-such]", "docs/a.md": "# A"}, 0, "No findings in 1", 1
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_is_told_in_a_line_and_the_rest_is_read(case: Case, tmp_path: Path) -> None:
    for name, content in case.files.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    checked = CliRunner().invoke(main, ["check", str(tmp_path)])
    assert checked.exit_code == case.code, checked.output
    assert isinstance(checked.exception, SystemExit | None)
    assert case.says in checked.output
    exported = CliRunner().invoke(main, ["export", str(tmp_path)])
    assert exported.exit_code == (2 if case.code == 2 else 0)
    if case.code != 2:
        assert len(json.loads(exported.stdout)["documents"]) == case.documents
    else:
        assert len(checked.output.splitlines()) == 1


def test_links_of_the_file_system_lead_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("# LESS-99: Secret")
    root = tmp_path / "docs"
    root.mkdir()
    (root / "a.md").write_text("# A")
    (root / "circle").symlink_to(".")
    (root / "itself.md").symlink_to("itself.md")
    (root / "dangling.md").symlink_to("nowhere")
    (root / "out.md").symlink_to(tmp_path / "secret.md")
    exported = CliRunner().invoke(main, ["export", str(root)])
    paths = [document["path"] for document in json.loads(exported.stdout)["documents"]]
    assert paths == ["a.md", "dangling.md", "itself.md"]
    assert "Secret" not in exported.stdout
    checked = CliRunner().invoke(main, ["check", str(root), "--select", "unreadable-file"])
    assert checked.stdout.count("unreadable-file the file can't be read") == 2


def test_a_closed_folder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "a.md").write_text("# A")
    scan = os.scandir

    def refuse(folder: str) -> object:  # root, who runs tests in containers, may read anything
        if folder.endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return scan(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    checked = CliRunner().invoke(main, ["check", str(tmp_path)])
    assert checked.exit_code == 1
    assert "closed:1:1 error unreadable-file the folder can't be read" in checked.output
    assert "in 1 document." in checked.output


def test_who_stops_a_command_sees_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "run", stop)
    stopped = CliRunner().invoke(main, ["check"])
    assert (stopped.exit_code, stopped.output) == (130, "Interrupted.\n")


def test_who_closed_the_streams_gets_the_exit_status(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text("# A\n\nLESS-99\n")
    monkeypatch.setattr(sys, "stdout", None)  # as Python has it after `sima check >&- 2>&-`
    monkeypatch.setattr(sys, "stderr", None)
    with pytest.raises(SystemExit) as end:
        main(["check", str(tmp_path)])
    assert end.value.code == 1


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("LESS-99 x\n" * 3_000)
    running = subprocess.Popen(
        [sys.executable, "-m", "mkdocs_sima", "check", str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.readline()
    running.stdout.close()
    assert running.stderr.read() == b""
    running.stderr.close()
    running.wait(timeout=20)
