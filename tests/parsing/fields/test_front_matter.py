from __future__ import annotations

import pytest

from mkdocs_sima.parsing.fields.front_matter import read_front_matter


def test_scalars_stay_as_they_are_written() -> None:
    text = "---\nadr: 0007\nok: no\ncreated: 2025-02-30\ntags: [a, B]\n---\n# Body\n"
    header = read_front_matter(text)
    assert header.values == {"adr": "0007", "ok": "no", "created": "2025-02-30", "tags": ["a", "B"]}
    assert text[header.end :] == "# Body\n"
    assert header.problem is None


def test_fields_know_their_lines_and_spans() -> None:
    text = "---\ntitle: T\nrelated:\n  - LESS-01\n  - DEC-02\n---\n"
    title, related = read_front_matter(text).fields
    assert (title.label, title.value, title.line) == ("title", "T", 2)
    assert (related.label, related.value, related.line) == ("related", "LESS-01\nDEC-02", 3)
    assert text[related.start : related.end].split() == ["-", "LESS-01", "-", "DEC-02"]


@pytest.mark.parametrize(
    ("header", "line"),
    [("id: LESS-03\ntitle: a: b", 3), ("id: LESS-03\ntags: [a", 4), ("id: LESS-03\n\tx: y", 3)],
)
def test_a_broken_header_is_a_problem_and_its_lines_still_count(header: str, line: int) -> None:
    found = read_front_matter(f"---\n{header}\n---\n# Body\n")
    assert found.values["id"] == "LESS-03"
    assert found.problem is not None
    assert (found.problem.rule, found.problem.line) == ("front-matter", line)
    assert "\n" not in found.problem.message


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nProse after a thematic break.\n\n---\n",
        "---\n**REF-ID:** LESS-01\n---\n",
        "---\n# Heading\n---\n",
        "---",
        "----\na: b\n----\n",
        "---\n- item\n---\n",
        "text\n---\na: b\n---\n",
    ],
)
def test_a_thematic_break_is_no_header(text: str) -> None:
    header = read_front_matter(text)
    assert (header.end, header.problem, header.values) == (0, None, {})


def test_a_header_that_is_never_closed_is_a_problem() -> None:
    header = read_front_matter("---\ntitle: x\nstatus: y\n\n# Body\n")
    assert header.end == 0
    assert header.problem is not None
    assert "never closed" in header.problem.message


@pytest.mark.parametrize("deep", ["- " * 30_000 + "a", "k: " + "[" * 30_000, "? " * 30_000])
def test_a_header_made_to_exhaust_the_stack_is_a_problem_at_most(deep: str) -> None:
    assert read_front_matter(f"---\nid: x\n{deep}\n---\n").problem is not None


OTHERS = {
    "toml": '+++\ntitle = "Ship small"\ndate = 2025-11-01\ndraft = false\n'
    'tags = ["a", "B"]\n+++\n# Body\n',
    "json": '{\n  "title": "Ship small",\n  "date": "2025-11-01",\n  "draft": false,\n'
    '  "tags": ["a", "B"]\n}\n# Body\n',
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_headers_of_other_tools(text: str) -> None:
    header = read_front_matter(text)
    values = {"title": "Ship small", "date": "2025-11-01", "draft": "false", "tags": ["a", "B"]}
    assert header.values == values
    assert text[header.end :] == "# Body\n"
    title, day, *_ = header.fields
    assert (title.label, title.value, title.line) == ("title", "Ship small", 2)
    assert "2025-11-01" in text[day.start : day.end]
    assert header.problem is None


def test_the_first_lines_of_multimarkdown() -> None:
    text = "Title: Ship small\nTags: a,\n    b\nDate: 2025-11-01\n\n# Body\n"
    header = read_front_matter(text)
    assert header.values == {"title": "Ship small", "tags": "a, b", "date": "2025-11-01"}
    assert text[header.end :] == "# Body\n"
    assert [field.line for field in header.fields] == [1, 2, 4]


def test_a_broken_toml_header_is_a_problem_and_its_lines_still_count() -> None:
    found = read_front_matter('+++\nid = "LESS-03"\ntags = [\n+++\n# Body\n')
    assert found.values["id"] == "LESS-03"
    assert found.problem is not None
    assert "TOML" in found.problem.message


@pytest.mark.parametrize(
    "text",
    [
        "+++\n\nProse.\n",
        "{% include x %}\n",
        '{"a": 1} is JSON\n',
        "Note: this is prose.\n\nMore.\n",
        "Title: x\nand so it goes on\n\n# Body\n",
        "**Title:** x\n\n",
        "http://example.org\n\n",
    ],
)
def test_what_only_looks_like_such_a_header(text: str) -> None:
    assert (read_front_matter(text).end, read_front_matter(text).values) == (0, {})
