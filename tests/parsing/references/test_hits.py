"""IDs, file names and ranges in plain text; placeholders and look-alikes are none."""

from __future__ import annotations

import pytest

from mkdocs_sima.parsing.identity.grammar import Grammar, fold_id, key_of
from mkdocs_sima.parsing.references.hits import scan
from mkdocs_sima.settings import Settings, read_settings

GRAMMAR = Grammar.of(Settings())


def found(text: str) -> list[str]:
    return [hit.text for hit in scan(text, GRAMMAR) if hit.form != "range"]


def inner(text: str) -> list[str]:
    return [hit.text for hit in scan(text, GRAMMAR) if hit.form == "range"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See LESS-22, AWS-Lambda-DEC-04.", ["LESS-22", "AWS-Lambda-DEC-04"]),
        ("**DEC-01**/(AP-8) and NM06/LESS-17", ["DEC-01", "AP-8", "LESS-17"]),
        ("LANG-PY-03 NMP01-LEE-02 ARCH-SUGA", ["LANG-PY-03", "NMP01-LEE-02", "ARCH-SUGA"]),
        ("UTF-8 SHA-256 ISO-8859-1 HTTP-200 us-east-1 P99 Phase-0 Session-2 GSI-1", []),
        ("LESS-## AP-XX DEC-* [X]-LESS-01 LESS-[N] WISD-{n} LESS-NN DEC-ID", []),
        ("LESS-34-38-42 LANG-PY-03-through-08 BUG-01-prevention LESS-1.2 LESS-0x", []),
        ("less-22 Dec-01 ALESS-01 LESS-01A", []),
        ("LESS-27/39", ["LESS-27", "LESS-39"]),
        ("LESS-09, 10 and 12", ["LESS-09", "LESS-10", "LESS-12"]),
        ("LESS-09, 10 minutes; DEC-04, 2025", ["LESS-09", "DEC-04"]),
        ("LESS-08 or 09 would do; DEC-04, 05 May", ["LESS-08", "LESS-09", "DEC-04"]),
        ("a/b.md ./c-d.md#part `E F.md` *.md x*.md [Y]-Z.md", ["a/b.md", "./c-d.md#part", "F.md"]),
        (
            "LESS-05-Fail-Early.md and LESS-06-Test-First",
            ["LESS-05-Fail-Early.md", "LESS-06-Test-First"],
        ),
        ("**Team-Rules.md** | **a/b.md**: *-Index.md **/x.md", ["Team-Rules.md", "a/b.md"]),
        ("Notes-YYYY-MM.md LESS-XX-Name.md a.mdx b.md5", []),
        ("Version.1.2.md.", ["Version.1.2.md"]),
        ("详情参见DEC-01。见AWS-LESS-02与LESS-03的说明", ["DEC-01", "AWS-LESS-02", "LESS-03"]),
        ("LESS-01、02 und DEC-04、3 个理由", ["LESS-01", "LESS-02", "DEC-04"]),
        ("LESS-01 / 02; 03, 04 & 05", [f"LESS-0{n}" for n in range(1, 6)]),
        ("LESS-01, 02 et 05; DEC-01 y 03.", ["LESS-01", "LESS-02", "LESS-05", "DEC-01", "DEC-03"]),
    ],
)
def test_mentions(text: str, expected: list[str]) -> None:
    assert sorted(found(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "ends", "between"),
    [
        ("LESS-01 to LESS-04", ["LESS-01", "LESS-04"], ["LESS-02", "LESS-03"]),
        ("**LESS-01** through **LESS-03**", ["LESS-01", "LESS-03"], ["LESS-02"]),
        ("LESS-01–LESS-03", ["LESS-01", "LESS-03"], ["LESS-02"]),
        ("LESS-01, 03-05", ["LESS-01", "LESS-03", "LESS-05"], ["LESS-04"]),
        ("LESS-01 through 03 cover it", ["LESS-01", "LESS-03"], ["LESS-02"]),
        ("X-Y-AP-08 to X-Y-AP-10", ["X-Y-AP-08", "X-Y-AP-10"], ["X-Y-AP-09"]),
        ("LANG-PY-01 to LANG-PY-03", ["LANG-PY-01", "LANG-PY-03"], ["LANG-PY-02"]),
        ("LESS-01 to DEC-04", ["LESS-01", "DEC-04"], []),
        ("LESS-01 bis LESS-03", ["LESS-01", "LESS-03"], ["LESS-02"]),
        (
            "LESS-01..03, from DEC-01 up to DEC-03",
            ["LESS-01", "LESS-03", "DEC-01", "DEC-03"],
            ["LESS-02", "DEC-02"],
        ),
        ("LESS-01～LESS-03", ["LESS-01", "LESS-03"], ["LESS-02"]),
        ("AWS-LESS-01 to LESS-03", ["AWS-LESS-01", "LESS-03"], ["AWS-LESS-02"]),
        ("LESS-01 à 03.", ["LESS-01", "LESS-03"], ["LESS-02"]),
        ("见LESS-01至LESS-03。", ["LESS-01", "LESS-03"], ["LESS-02"]),
        ("LESS-01 → LESS-04", ["LESS-01", "LESS-04"], []),
        ("LESS-09 to LESS-03", ["LESS-09", "LESS-03"], []),
        ("LESS-1 to LESS-90000", ["LESS-1", "LESS-90000"], []),
        ("LESS-01 to LESS-99", ["LESS-01"], []),  # reserves numbers
    ],
)
def test_ranges(text: str, ends: list[str], between: list[str]) -> None:
    assert (found(text), inner(text)) == (ends, between)


@pytest.mark.parametrize(
    ("name", "ref_id"),
    [
        ("LESS-05-Graceful.md", "LESS-05"),
        ("a/b/less-5.md", "LESS-5"),
        ("AWS-Lambda-CostModel_AWS-LESS-11.md", "AWS-LESS-11"),
        ("ARCH-DD_ Dispatch Pattern.md", "ARCH-DD"),
        ("Checklist-02-Deployment.md", "CHK-02"),
        ("NMP01-LEE-02_INT-01-Cache.md", "NMP01-LEE-02"),
        ("INT-Quick-Index.md", None),
        ("LESS-34-38-42.md", None),
        ("README.md", None),
    ],
)
def test_ids_of_file_names(name: str, ref_id: str | None) -> None:
    read = GRAMMAR.of_name(name)
    assert (str(read) if read else None) == ref_id


def test_ids_are_compared_without_case_and_leading_zeros() -> None:
    for text in ("AWS-Lambda-DEC-04", "aws-lambda-dec-4", "LESS-100", "NMP01-LEE-02"):
        read = GRAMMAR.parse(text)
        assert read is not None
        assert key_of(read) == fold_id(text)
    assert fold_id("LESS-007") == "less-7"
    assert fold_id("LESS-100") == "less-100"


def test_a_declared_prefix_may_look_like_a_type() -> None:
    settings = read_settings({"scopes": [{"path": "py", "prefix": "PY"}]})
    (hit,) = scan("See PY-DEC-01.", Grammar.of(settings))
    assert hit.ref_id is not None
    assert (hit.ref_id.prefix, hit.ref_id.type) == ("PY", "DEC")


def test_too_many_ranges_mean_their_ends() -> None:
    text = "LESS-1 to LESS-400, " * 1000
    hits = list(scan(text, GRAMMAR))
    assert sum(hit.form == "id" for hit in hits) == 2000
    assert sum(hit.form == "range" for hit in hits) < 6000
