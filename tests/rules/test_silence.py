"""What keeps a finding from being reported: selection, settings, comments, a baseline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mkdocs_sima.rules import UnknownRuleError, baseline
from mkdocs_sima.rules.selection import glob

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mkdocs_sima.model import Finding

    Find = Callable[..., list[Finding]]

BROKEN = "# A\n\nLESS-91 and DEC-94\n"

UNREAD = ["unused-ignore"]  # a comment that is not understood


def names(findings: list[Finding]) -> list[str]:
    return [finding.subject or finding.rule for finding in findings]


def test_settings_grade_and_silence_rules(find: Find) -> None:
    files = {"a.md": BROKEN}
    assert [f.severity for f in find(files)] == ["error", "error"]
    assert [f.severity for f in find(files, rules={"broken-reference": "info"})] == ["info"] * 2
    assert find(files, rules={"broken-reference": False}) == []  # YAML reads `off` so


def test_selecting_a_rule_that_is_off_turns_it_on(find: Find) -> None:
    files = {"a.md": "# A\n" + "x\n" * 500}
    assert find(files) == []
    assert names(find(files, "line-limit")) == ["line-limit"]
    assert "line-limit" in names(find(files, "all"))


def test_an_unknown_rule_is_named_with_the_closest(find: Find) -> None:
    with pytest.raises(UnknownRuleError, match="did you mean 'broken-link'"):
        find({}, "broken-lnik")
    with pytest.raises(UnknownRuleError, match=r"'per_path_ignores': .* did you mean 'orphan'"):
        find({}, per_path_ignores={"*.md": ["orphans"]})
    with pytest.raises(UnknownRuleError, match="'rules': no rule is called 'all'"):
        find({}, rules={"all": "off"})


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("drafts/", "drafts/x/a.md", True),
        ("drafts", "drafts2/a.md", False),
        ("*.md", "x/y/a.md", True),
        ("x/*.md", "x/y/a.md", False),
        ("x/**/a.md", "x/a.md", True),
        ("**/a.md", "x/y/a.md", True),
        ("/a.md", "a.md", True),
        ("a?.md", "ab.md", True),
        ("a[1].md", "a[1].md", True),
    ],
)
def test_paths_are_ignored_by_glob(pattern: str, path: str, matches: bool) -> None:
    assert (glob(pattern).fullmatch(path) is not None) is matches


def test_per_path_ignores(find: Find) -> None:
    files = {"a.md": BROKEN, "drafts/b.md": BROKEN}
    found = find(files, per_path_ignores={"drafts": ["broken-reference"]})
    assert {f.path for f in found} == {"a.md"}
    assert {f.path for f in find(files, per_path_ignores={"drafts/*": "all"})} == {"a.md"}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("# A\n\nLESS-91 <!-- sima: ignore[broken-reference] --> \n\nLESS-92\n", ["LESS-92"]),
        ("# A\n\n<!-- sima: ignore[broken-reference] -->\n\nLESS-91\n\nLESS-92\n", ["LESS-92"]),
        ("# A\n\nLESS-91\n\n<!-- sima: ignore-file[broken-reference] why -->\nLESS-92\n", []),
        ("# A\n\nLESS-91 <!-- sima: ignore[all] -->\n", []),
        ("# A\n\nLESS-91\n\n" + "<!-- sima: ignore-file[broken-reference] -->\n\n" * 2, []),
        ("# A\n\nLESS-91 <!-- sima: ignore[orphan, broken-reference] -->\n", ["orphan"]),
        ("# A\n\nx <!-- sima: ignore[broken-link] -->\n", ["broken-link"]),
        ("# A\n\nx <!-- sima: ignore[broken-lnik] -->\n", ["broken-lnik"]),
        ("# A\n\nLESS-91 <!-- sima: ignore -->\n", ["LESS-91", "unused-ignore"]),
        ("# A\n\nx <!-- sima: ignore-line[orphan] -->\n\n<!-- sima: ignore[] -->", UNREAD * 2),
        ("# A\n\n`<!-- sima: disable -->` <!-- sima: end -->\n", []),
        ("# A\n\n`<!-- sima: ignore[broken-link] -->`\n\n    <!-- sima: ignore[x] -->\n", []),
        ("---\nt: 1\n---\n# A\n\nLESS-91 <!-- sima: ignore[broken-reference] -->\n", []),
    ],
)
def test_comments_silence_and_are_missed_when_useless(
    text: str, left: list[str], find: Find
) -> None:
    assert names(find({"a.md": text})) == left


def test_a_comment_for_a_rule_that_did_not_run_is_not_unused(find: Find) -> None:
    text = "# A\n\nLESS-91 <!-- sima: ignore[broken-reference] -->\n"
    assert find({"a.md": text}, "unused-ignore", "broken-link") == []


def test_one_damaged_line_can_be_kept(find: Find) -> None:
    text = "# A\n\nâœ… one <!-- sima: ignore[mojibake] -->\n\nâœ… two\n"
    (found,) = find({"a.md": text}, "mojibake")
    assert found.line == 5
    assert found.fix is not None
    assert [edit.line for edit in found.fix.edits] == [5]


def test_a_baseline_knows_findings_wherever_they_move(find: Find, tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    baseline.write(file, baseline.updated(find({"a.md": BROKEN}), baseline.Keys(), lambda _: True))
    known = baseline.read(file)
    moved = find({"a.md": "# A\n\nNew text.\n\nLESS-91, LESS-91 and LESS-92\n"})
    new, hidden, gone = baseline.split(moved, known, lambda _: True)
    assert names(new) == ["LESS-91", "LESS-92"]  # one more of the same is new
    assert hidden == 1
    assert gone == [("broken-reference", "a.md", "DEC-94")]


def test_a_baseline_knows_names_that_are_no_utf_8(tmp_path: Path) -> None:
    keys = baseline.Keys({("orphan", "\udce4.md", "ü"): 1})
    baseline.write(tmp_path / "b.json", keys)
    assert baseline.read(tmp_path / "b.json") == keys


def test_a_baseline_keeps_what_was_not_looked_for(find: Find) -> None:
    old = baseline.Keys({("orphan", "x.md", ""): 1, ("broken-reference", "a.md", "old"): 1})
    fresh = baseline.updated(find({"a.md": BROKEN}), old, lambda key: key[0] != "orphan")
    assert set(fresh) == {
        ("orphan", "x.md", ""),
        ("broken-reference", "a.md", "LESS-91"),
        ("broken-reference", "a.md", "DEC-94"),
    }


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"version": 9, "findings": []}', "\0"])
def test_a_damaged_baseline_is_one_line(content: str, tmp_path: Path) -> None:
    file = tmp_path / "b.json"
    file.write_text(content)
    with pytest.raises(baseline.BaselineError, match="--update-baseline"):
        baseline.read(file)
