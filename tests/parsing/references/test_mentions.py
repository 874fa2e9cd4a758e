"""Where a mention stands, what stands beside it, and what that makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from mkdocs_sima.parsing import parse
from mkdocs_sima.settings import Settings, read_settings

if TYPE_CHECKING:
    from mkdocs_sima.model import Mention


def mentions(text: str, path: str = "note.md", **settings: Any) -> tuple[Mention, ...]:
    return parse(path, text.encode(), read_settings(settings)).mentions


def only(text: str) -> Mention:
    (mention,) = mentions(text)
    return mention


@pytest.mark.parametrize(
    ("line", "gloss"),
    [
        ("- DEC-01: One thread", "One thread"),
        ("- **DEC-01:** One *thread*", "One thread"),
        ("- **DEC-01** - One thread", "One thread"),
        ("- DEC-01 (One thread) - enforced", "One thread"),
        ("- DEC-01 → One thread", "One thread"),
        ("| DEC-01 | One thread | high |", "One thread"),
        ("| One thread | DEC-01 |", "One thread"),
        ("We run one thread (DEC-01).", "We run one thread"),
        ("[DEC-01: One thread](x.md)", "DEC-01: One thread"),
        ("See DEC-01 for more.", None),
    ],
)
def test_the_words_beside_it(line: str, gloss: str | None) -> None:
    table = "| a | b | c |\n|---|---|---|\n" if line.startswith("|") else ""
    assert only(f"{table}{line}\n").gloss == gloss


def test_words_belong_to_the_nearest_id() -> None:
    first, second = mentions("DEC-01: One thread, DEC-02: No locks\n")
    assert (first.gloss, second.gloss) == ("One thread", "No locks")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("## Lambda\n\n**Billing:**\n- DEC-01\n", "Billing / Lambda"),
        ("**Billing:**\n\n- LESS\n  - DEC-01\n", "LESS / Billing"),
        ("Billing:\n1. first\n2. DEC-01\n", "Billing"),
        ("- Billing: DEC-01\n", "Billing"),
        ("DEC-01 (generic)\n", "generic"),
        ("Billing DEC-01\n", "Billing"),
        ("**Billing:**\n\nA paragraph ends the list.\n\n- DEC-01\n", None),
    ],
)
def test_the_labels_above_it(text: str, label: str | None) -> None:
    assert only(text).label == label


@pytest.mark.parametrize(
    ("text", "where", "form"),
    [
        ("## Related Topics\n\n- DEC-01\n", "section", "id"),
        ("## 🔗 CROSS-REFERENCES\n\n### Lessons\n\n- DEC-01\n", "section", "id"),
        ("# T\n\n**Related:** DEC-01\n", "field", "id"),
        ("---\nrelated: [DEC-01]\n---\n# T\n", "field", "id"),
        ("See DEC-01.\n", "prose", "id"),
        ("See `DEC-01` there.\n", "prose", "id"),
        ("See `a/DEC-01-One.md` there.\n", "prose", "file"),
        ("See [it](a/DEC-01.md) there.\n", "link", "link"),
        ("See <https://example.org/DEC-01> there.\n", "link", "link"),
    ],
)
def test_where_it_stands(text: str, where: str, form: str) -> None:
    mention = only(text)
    assert (mention.where, mention.form) == (where, form)


@pytest.mark.parametrize(
    "text",
    [
        "```\nDEC-01 a.md\n```\n",
        "    DEC-01 in indented code\n",
        "The code `x = DEC-01 + 1` is none.\n",
        "Count with `wc -l notes.md`, then `./run --all notes.md`.\n",
        "<!-- DEC-01 -->\n",
        '<a title="DEC-01">x</a>\n',
        "![DEC-01](picture.png)\n",
        "[a picture](picture.png) [here](#dec-01) [mail](mailto:a@example.org)\n",
        "https://example.org/DEC-01.md\n",
    ],
)
def test_code_markup_and_addresses_hold_none(text: str) -> None:
    assert mentions(text) == ()


def test_spans_lines_and_columns_are_those_of_the_written_words() -> None:
    text = "# T\r\n\r\n- see **DEC-01** and [x](LESS-02.md)\r\n- LESS-03, 05\r\n"
    document = parse("note.md", text.encode(), Settings())
    assert [
        (m.text, m.line, m.column, document.text[m.start : m.end]) for m in document.mentions
    ] == [
        ("DEC-01", 3, 9, "DEC-01"),
        ("LESS-02.md", 3, 22, "[x](LESS-02.md)"),
        ("LESS-03", 4, 3, "LESS-03"),
        ("LESS-05", 4, 12, "05"),
    ]


def test_a_range_is_its_ends_and_what_lies_between() -> None:
    found = mentions("LESS-01 to LESS-03\n")
    assert [(m.text, m.form) for m in found] == [
        ("LESS-01", "id"),
        ("LESS-02", "range"),
        ("LESS-03", "id"),
    ]
    assert (found[1].start, found[1].end) == (0, 18)


def test_an_id_at_the_start_of_a_heading_may_be_local_numbering() -> None:
    found = mentions("### DEC-01: Words\n\n**AP-02: Words**\n\n### Lessons (LESS-01)\n\nDEC-03\n")
    assert [(m.text, m.local_heading) for m in found] == [
        ("DEC-01", True),
        ("AP-02", True),
        ("LESS-01", False),
        ("DEC-03", False),
    ]


def test_numbers_of_a_yaml_field_have_the_type_of_the_document() -> None:
    found = mentions(
        "---\nrfc: 9\nrequires: [3, 4]\ncreated: 2024-01-01\n---\n",
        types={"RFC": {"field": "rfc"}},
    )
    assert [(m.text, m.relation, m.line) for m in found] == [
        ("RFC-3", "prerequisite", 3),
        ("RFC-4", "prerequisite", 3),
    ]


def test_an_address_of_mail_is_no_mention() -> None:
    document = parse(
        "a.md", b"Ask foo@LESS-98.org or LESS-98@example.org about LESS-12.\n", Settings()
    )
    assert [mention.text for mention in document.mentions] == ["LESS-12"]
