from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_sima.mojibake import Change
from mkdocs_sima.parsing.markdown.structure import read_structure
from mkdocs_sima.parsing.text.offsets import Positions, byte_to_character

TEXT = """\
# Größe `LESS-01` ✓

See LESS-02, `LESS-03`, `x = "LESS-04"`, `AP-01-Locks.md` and https://a.b/LESS-05.

- outer LESS-06
  - inner [LESS-07](../LESS-07.md#top "LESS-08") ![LESS-09](LESS-10.png)

    continued <!-- LESS-11 --> <b title="LESS-12">LESS-13</b> <code>LESS-14</code>

| a | b |
|---|---|
| LESS-15 | [LESS-16][r] |

[r]: LESS-17.md

```text
LESS-18
```

    LESS-19

<details id="more"><summary>LESS-20</summary>
<a href="LESS-21.md">LESS-22</a> <img src="LESS-23.png">
</details>

<https://a.b/LESS-24>
"""


def test_masked_text_holds_only_what_can_be_a_reference() -> None:
    source = read_structure(TEXT)
    kept = ["01", "02", "03", "06", "07", "13", "15", "16", "20"]
    assert [w[5:7] for w in source.masked.replace("|", " ").split() if w.startswith("LESS")] == kept
    assert "AP-01-Locks.md" in source.masked
    assert "`" not in source.masked


def test_masked_text_has_the_shape_of_the_text() -> None:
    source = read_structure(TEXT)
    assert [len(line) for line in source.masked.split("\n")] == [
        len(line) for line in TEXT.split("\n")
    ]
    assert all(m in (t, " ") for m, t in zip(source.masked, TEXT, strict=True))


@given(st.text(alphabet="ab`*[]()<>!-#|\n >~é✓😀\\&;/:.A1_", max_size=80))
def test_any_text_keeps_its_shape(text: str) -> None:
    source = read_structure(text)
    assert all(m in (t, " ") for m, t in zip(source.masked, text, strict=True))
    for start, end in (*source.paragraphs, *source.rows):
        assert 0 <= start <= end <= len(text)


def test_links_and_images_with_their_places() -> None:
    links = read_structure(TEXT).links
    assert [(link.destination, link.text, link.image, link.line) for link in links] == [
        ("../LESS-07.md#top", "LESS-07", False, 6),
        ("LESS-10.png", "LESS-09", True, 6),
        ("LESS-17.md", "LESS-16", False, 12),
        ("LESS-21.md", "", False, 23),
        ("LESS-23.png", "", True, 23),
        ("https://a.b/LESS-24", "https://a.b/LESS-24", False, 26),
    ]
    assert TEXT[links[0].start : links[0].end] == '[LESS-07](../LESS-07.md#top "LESS-08")'


def test_paragraphs_of_lists_and_quotations_stand_apart() -> None:
    source = read_structure("a\n\n- b\n\n  c\n  > d\n\n  e\n\n> f\n\ng ✓\n")
    assert [source.text[start:end].strip() for start, end in source.paragraphs] == ["a", "g ✓"]


def test_sections_nest() -> None:
    source = read_structure("# A\n## B\ntext\n### C\n# D\n")
    spans = [(s.heading.text, source.text[s.start : s.end].count("\n")) for s in source.sections]
    assert spans == [("A", 4), ("B", 3), ("C", 1), ("D", 1)]
    assert [s.parent for s in source.sections] == [-1, 0, 1, -1]
    assert source.section_at(source.text.index("text")) == 1
    assert read_structure("x\n\n# A\n").section_at(0) == -1


@pytest.mark.parametrize(
    ("heading", "anchors"),
    [
        ("Cold starts & you", {"cold-starts--you", "cold-starts-you"}),
        ("Größe", {"größe", "groe"}),
        ("⚠️ Limits", {"\ufe0f-limits", "-limits", "limits"}),
        ("Limits {#hard .x}", {"hard", "limits"}),
        ("tags.md:8-30/name { #tags.md:8-30/slug }", {"tags.md:8-30/slug", "tagsmd8-30name"}),
        ("`a_b` *c*", {"a_b-c"}),
        ("日本", {"日本", "_1"}),
    ],
)
def test_a_heading_answers_to_both_slugs(heading: str, anchors: set[str]) -> None:
    assert set(read_structure(f"## {heading}\n").headings[0].anchors) == anchors


def test_repeated_headings_are_numbered_in_both_ways() -> None:
    headings = read_structure("# a\n# a\n# a-1\n# a\n").headings
    assert [h.anchors for h in headings] == [
        ("a",), ("a-1", "a_1"), ("a-1-1", "a-1"), ("a-2", "a_2"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("```\ncode\n```\n", []),
        ("a\n\n````py\ncode\n```\n", [3]),
        ("- x\n  ~~~\n  code\n  ~~~\n", []),
        ("```", [1]),
        ("> ```\n> code\n\ntext\n", [1]),
        ("    indented\n", []),
    ],
)
def test_a_fence_that_is_never_closed_is_a_problem(text: str, lines: list[int]) -> None:
    assert [p.line for p in read_structure(text).problems] == lines


def test_raw_html_brings_anchors_but_not_from_code() -> None:
    text = '<a name="x"></a> <b id=y>t</b>\n\n```\n<a id="no">\n```\n\n<input name="field">\n'
    assert set(read_structure(text).anchors) == {"x", "y"}


@given(st.text(alphabet="aé✓😀"), st.integers(0, 50))
def test_bytes_become_characters(text: str, at: int) -> None:
    at = min(at, len(text))
    assert byte_to_character(text)(len(text[:at].encode())) == at


def test_columns_are_those_of_the_damaged_line_on_disk() -> None:
    damaged = "x\nâœ… and âŒ then LESS-01"
    clean = "x\n✅ and ❌ then LESS-01"
    changes = [
        Change(2, 1, 2, "âœ…", "✅", "cp1252", certain=True),
        Change(2, 9, 10, "âŒ", "❌", "cp1252", certain=True),
    ]
    positions = Positions(clean, changes)
    assert positions.locate(clean.index("LESS")) == (2, damaged.split("\n")[1].index("LESS") + 1)
    assert positions.locate(clean.index("and")) == (2, 5)
    assert positions.locate(clean.index("❌")) == (2, 9)
    assert positions.locate(0) == (1, 1)
