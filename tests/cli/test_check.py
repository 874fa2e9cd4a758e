"""`sima check` as its users meet it: exit status, output, adoption, repair."""

from __future__ import annotations

import json
import os
import signal
import stat
import time
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mkdocs_sima.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

GOOD = "# LESS-01: One\n\nSee LESS-02.\n"
ALSO = "# LESS-02: Two\n\nSee LESS-01.\n"


def sima(*arguments: str) -> Result:
    """Run a command; an exception that Click does not turn into a line fails the test."""
    result = CliRunner().invoke(main, arguments)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "LESS-01.md").write_text(GOOD)
    (tmp_path / "LESS-02.md").write_text(ALSO)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_exit_status(base: Path) -> None:
    assert sima("check").exit_code == 0
    (base / "a.md").write_text("# A\n\n[x](#nowhere)\n")  # a warning
    assert sima("check").exit_code == 0
    assert sima("check", "--fail-on", "warning").exit_code == 1
    (base / "a.md").write_text("# A\n\nLESS-99\n")
    assert sima("check").exit_code == 1
    assert sima("check", "--fail-on", "never").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "nowhere: no such file or folder"),
        (["--select", "orphans"], "no rule is called 'orphans'; did you mean 'orphan'?"),
        (["--baseline"], ".sima-baseline.json: no such baseline; --update-baseline makes one"),
        (["--output", "no/such/folder"], "no/such/folder: No such file or directory"),
    ],
)
def test_what_can_not_run_is_one_line(base: Path, arguments: list[str], message: str) -> None:
    result = sima("check", *arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: ")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert not result.stdout


def test_a_rule_of_the_settings_that_does_not_exist(base: Path) -> None:
    (base / "mkdocs.yml").write_text("docs_dir: .\nplugins: [{sima: {rules: {orphans: off}}}]\n")
    assert sima("check").stderr == (
        "Error: 'rules': no rule is called 'orphans'; did you mean 'orphan'? "
        "(`sima rule` lists them)\n"
    )


@pytest.mark.parametrize("path", ["empty", "note.txt", "drafts"])
def test_a_check_that_looks_at_nothing_is_not_green(base: Path, path: str) -> None:
    (base / "mkdocs.yml").write_text("docs_dir: .\nexclude_docs: drafts/\n")
    (base / "note.txt").write_text("A\n")
    for name in ("empty", "drafts"):
        (base / name).mkdir()
    (base / "drafts" / "a.md").write_text("# A\n")
    result = sima("check", path)
    assert result.exit_code == 2
    assert result.stderr == (
        f"Error: {path}: no Markdown file here that the settings don't exclude\n"
    )


def test_a_part_is_checked_against_the_whole(base: Path) -> None:
    (base / "mkdocs.yml").write_text("docs_dir: .\n")
    (base / "x").mkdir()
    (base / "x" / "a.md").write_text("# A\n\nLESS-01, LESS-99\n")
    (base / "b.md").write_text("# B\n\nLESS-98\n")
    result = sima("check", "x")
    assert "x/a.md:3:10 error broken-reference no entry is called LESS-99" in result.stdout
    assert "LESS-98" not in result.stdout
    assert "in 1 document." in result.stdout


def test_adoption_in_three_commands(base: Path) -> None:
    (base / "a.md").write_text("# A\n\nLESS-97, LESS-98\n")
    assert sima("check", "--update-baseline").exit_code == 0
    assert sima("check", "--baseline").exit_code == 0
    (base / "a.md").write_text("# A\n\nNew words first.\n\nLESS-99, LESS-98\n")
    result = sima("check", "--baseline", "--format", "concise")
    assert result.exit_code == 1
    assert next(line for line in result.stdout.splitlines() if ": " not in line) == (
        "a.md:5:1 error broken-reference no entry is called LESS-99"
    )
    assert "LESS-98" not in result.stdout
    assert "removable from the baseline: a.md broken-reference 'LESS-97'" in result.stdout


def test_a_baseline_that_a_merge_broke_is_written_anew(base: Path) -> None:
    file = base / ".sima-baseline.json"
    file.write_text("<<<<<<< HEAD\n")
    result = sima("check", "--baseline")
    assert result.stderr == (
        "Error: .sima-baseline.json: is no baseline; --update-baseline makes a new one\n"
    )
    result = sima("check", "--update-baseline")
    assert result.stdout.splitlines()[0] == ".sima-baseline.json: 0 findings known from now on."
    assert sima("check", "--baseline").exit_code == 0


def test_a_folder_after_baseline_is_the_path(base: Path) -> None:
    sima("check", "--update-baseline", str(base))
    assert sima("check", "--baseline", str(base)).exit_code == 0


def test_a_report_in_a_file_and_its_summary_on_the_screen(base: Path) -> None:
    (base / "a.md").write_text("# A\n\nLESS-99\n")
    result = sima("check", "--format", "json", "--output", "out.json")
    assert json.loads((base / "out.json").read_text())["summary"]["error"] == 1
    assert result.stdout.splitlines()[-2:] == [
        "Found 1 error in 3 documents.",
        "Read 3 documents · 2 LESS · 2 references",
    ]
    printed = sima("check", "--format", "json", "--output", "-").stdout
    assert printed == (base / "out.json").read_text()
    assert '"documents"' in sima("export", "--output", "-").stdout


def test_the_job_summary_of_github(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(base / "summary"))
    sima("check", "--format", "github")
    assert (base / "summary").read_text().startswith("### sima check: No findings in 2 documents")


@pytest.mark.parametrize(
    ("style", "variable", "shown"),
    [
        ("github", "GITHUB_WORKSPACE", "file=docs/a.md,"),
        ("sarif", "GITHUB_WORKSPACE", '"uri": "docs/a.md"'),
        ("gitlab", "CI_PROJECT_DIR", '"path": "docs/a.md"'),
        ("concise", "GITHUB_WORKSPACE", "a.md:"),
    ],
)
def test_ci_is_told_the_path_in_the_repository(
    style: str, variable: str, shown: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").write_text("# A\n\n[x](no.md)\n")
    monkeypatch.setenv(variable, str(tmp_path))
    monkeypatch.chdir(tmp_path / "docs")
    printed = sima("check", "--format", style).stdout
    assert shown in printed
    assert ("docs/a.md" in printed) is (style != "concise")


DAMAGED = "# Plan\r\n\r\nâœ… done, see LESS-01"


def test_diff_shows_what_fix_writes(base: Path) -> None:
    file = base / "a b.md"
    file.write_bytes(b"\xef\xbb\xbf" + DAMAGED.encode())
    file.chmod(0o640)
    shown = sima("check", "--select", "mojibake", "--diff").stdout_bytes.decode()
    assert shown == (
        "--- a/a b.md\t\n+++ b/a b.md\t\n@@ -1,3 +1,3 @@\n \ufeff# Plan\r\n \r\n"
        "-âœ… done, see LESS-01\n\\ No newline at end of file\n"
        "+✅ done, see LESS-01\n\\ No newline at end of file\n"
    )
    assert "âœ…" in file.read_text("utf-8")
    result = sima("check", "--select", "mojibake", "--fix")
    assert result.stdout == (
        "Fixed 1 file.\nNo findings in 3 documents.\nRead 3 documents · 2 LESS · 3 references\n"
    )
    assert file.read_bytes() == b"\xef\xbb\xbf" + DAMAGED.replace("âœ…", "✅").encode()
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_guesses_are_written_only_on_request(base: Path) -> None:
    (base / "x").mkdir()
    (base / "x" / "a.md").write_text("# A\n\n[x](LESS-01.md)\n[y](../LESS-02-Two.md)\n")
    sima("check", "--fix")
    text = (base / "x" / "a.md").read_text()
    assert text == "# A\n\n[x](../LESS-01.md)\n[y](../LESS-02-Two.md)\n"
    sima("check", "--fix", "--unsafe-fixes")
    text = (base / "x" / "a.md").read_text()
    assert text == "# A\n\n[x](../LESS-01.md)\n[y](../LESS-02.md)\n"


def test_a_second_fix_finds_nothing_more(base: Path) -> None:
    (base / "x").mkdir()
    (base / "x" / "a.md").write_text("# A\n\n[x](LESS-01.md#LESS-01-one)\n")
    assert "Fixed 1 file." in sima("check", "--fix").stdout  # the link, then its anchor
    assert (base / "x" / "a.md").read_text() == "# A\n\n[x](../LESS-01.md#less-01-one)\n"
    assert "Fixed 0 files." in sima("check", "--fix").stdout


def test_a_killed_fix_is_tidied_up(base: Path) -> None:
    stray = base / ".sima-abc.tmp~"
    stray.write_text("half")
    sima("check", "--fix")
    assert not stray.exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked process")
def test_a_fix_killed_at_any_moment_leaves_every_file_whole(base: Path) -> None:
    damaged = {f"note-{n}.md": f"# Note {n}\n\nâœ… done\n\n[x](LESS_01.md)\n" for n in range(8)}

    def texts() -> dict[str, str]:
        return {path.name: path.read_text() for path in base.iterdir()}

    def damage() -> dict[str, str]:
        for name, text in damaged.items():
            (base / name).write_text(text)
        return texts()

    before = damage()
    began = time.monotonic()
    sima("check", "--fix")
    duration = time.monotonic() - began
    after = texts()
    assert sum(before[name] != after[name] for name in before) == len(damaged)
    for moment in range(8):
        damage()
        child = os.fork()
        if child == 0:
            try:
                sima("check", "--fix")
            finally:
                os._exit(0)
        time.sleep(duration * moment / 7)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        found = texts()
        assert all(found[name] in (before[name], after[name]) for name in before)
        sima("check", "--fix")
        assert texts() == after


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for lychee")
def test_external_links(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (base / "a.md").write_text(
        "# A\n\n[x](https://x.test/gone) [y](https://y.test) <https://z.test/>\n"
    )
    monkeypatch.setenv("PATH", str(base))
    result = sima("check", "--external")
    assert result.exit_code == 2
    assert "lychee, which is not installed" in result.stderr
    answer = {
        "error_map": {"stdin": [{"url": "https://x.test/gone", "status": {"text": "404"}}]},
        "timeout_map": {"stdin": [{"url": "https://y.test/", "status": {"text": "Timeout"}}]},
    }
    script = base / "lychee"
    script.write_text(f"#!/bin/sh\necho '{json.dumps(answer)}'\n")
    script.chmod(0o755)
    result = sima("check", "--external", "--format", "concise")
    assert result.stdout.splitlines()[:2] == [
        "a.md:3:1 warning external-link https://x.test/gone: 404",
        "a.md:3:26 warning external-link https://y.test: Timeout",
    ]


def test_new_rename_and_index(base: Path) -> None:
    (base / "index.md").write_text("# I\n\n<!-- sima: index -->\n<!-- sima: end -->\n")
    assert sima("new", "LESS", "Three").stdout == "LESS-03-Three.md\n"
    assert sima("index", "--diff").exit_code == 1
    assert sima("index").exit_code == 0
    assert "- [LESS-03](LESS-03-Three.md): Three" in (base / "index.md").read_text()
    preview = sima("rename", "LESS-02", "LESS-12")
    assert "+See LESS-12." in preview.stdout
    assert "add --write" in preview.stderr
    assert (base / "LESS-02.md").exists()
    assert sima("rename", "LESS-02", "LESS-12", "--write").exit_code == 0
    assert (base / "LESS-12.md").read_text() == "# LESS-12: Two\n\nSee LESS-01.\n"
    assert "[LESS-12](LESS-12.md)" in (base / "index.md").read_text()
    assert sima("check").exit_code == 0


def test_a_rename_that_reaches_a_file_it_can_not_edit_changes_none(base: Path) -> None:
    (base / "a.md").write_text("# A\n\nSee LESS-02.\n")
    (base / "z.md").write_bytes(b"# Caf\xe9\n\nSee LESS-02.\n")
    result = sima("rename", "LESS-02", "LESS-12", "--write")
    assert result.exit_code == 2
    assert "not UTF-8; save it as UTF-8" in result.stderr
    assert "LESS-02" in (base / "a.md").read_text()


def test_a_misspelt_command_gets_a_suggestion() -> None:
    assert "did you mean 'check'?" in sima("chekc").stderr


def test_the_rules_of_the_guide_are_those_of_the_catalogue(repository: Path) -> None:
    guide = repository / "entries" / "guide" / "rule-reference.md"
    assert guide.read_text("utf-8") == sima("rule", "--markdown").stdout, (
        "run: sima rule --markdown > entries/guide/rule-reference.md"
    )


def test_rule_explains(base: Path) -> None:
    assert "broken-link" in sima("rule").stdout
    assert sima("rule", "line-limit").stdout.startswith("line-limit: off (warning when")
    assert sima("rule", "broken-lnik").exit_code == 2


def test_a_folder_without_an_entry_is_not_called_healthy(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("# Notes\n\nSee RFC 2119.\n", "utf-8")
    last = sima("check", str(tmp_path)).output.splitlines()[-1]
    assert last.startswith("Read 1 document · 0 references. No entry: none says an ID such as")
