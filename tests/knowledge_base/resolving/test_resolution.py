"""What authors mean by an ID or a name, in the order of the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_sima import KnowledgeBase

    Library = Callable[..., KnowledgeBase]


@pytest.mark.parametrize(
    ("path", "line", "target"),
    [
        # the own scope, then the general one
        ("billing/note.md", "See DEC-02.", "billing/decisions/DEC-02.md"),
        ("billing/decisions/note.md", "See DEC-03.", "base/DEC-03.md"),
        ("base/note.md", "See DEC-02.", "base/DEC-02.md"),
        # the scope that words beside it name
        ("billing/decisions/note.md", "- DEC-01 (generic)", "base/DEC-01.md"),
        ("base/note.md", "**Mail:**\n- DEC-01", "mail/Mail-DEC-01.md"),
        ("base/note.md", "Mail: DEC-01", "mail/Mail-DEC-01.md"),
        ("base/note.md", "It was Mail's DEC-01.", "mail/Mail-DEC-01.md"),
        ("base/note.md", "_See DEC-02_", "base/DEC-02.md"),
        # the words beside it name another entry
        ("base/note.md", "- DEC-02: Charge once and never twice", "billing/decisions/DEC-02.md"),
        ("base/note.md", "- DEC-02: Charge it to the database", "base/DEC-02.md"),
        ("base/note.md", "We retry bounced letters (DEC-02).", "mail/Mail-DEC-02.md"),
        # qualified: exactly, a variant, the scope that the prefix names; never the bare ID
        ("base/note.md", "See Mail-DEC-02.", "mail/Mail-DEC-02.md"),
        ("base/note.md", "See Mail2-DEC-02.", "mail/Mail-DEC-02.md"),
        ("mail/note.md", "See Shop-DEC-03.", None),
        # leading zeros don't count, other numbers do
        ("base/note.md", "See DEC-3.", "base/DEC-03.md"),
        ("base/note.md", "See DEC-33.", None),
    ],
)
def test_ids(shop: Library, path: str, line: str, target: str | None) -> None:
    kb = shop({path: f"# Note\n\n{line}\n"})
    (reference,) = kb.references(path)
    assert reference.target == target
    assert reference.verdict == ("resolved" if target else "missing")


@pytest.mark.parametrize(
    ("line", "target"),
    [
        ("mail/Mail-DEC-01.md", "mail/Mail-DEC-01.md"),
        ("See `Mail-DEC-01.md`.", "mail/Mail-DEC-01.md"),
        ("See /published/mail/Mail-DEC-01.md.", "mail/Mail-DEC-01.md"),
        ("See DEC-03-Log-in-Text.md.", "base/DEC-03.md"),  # a former name, about the same
        ("See DEC-03-Delete-Users.md.", None),  # a former name, about something else
        ("See DEC-03-through-08-Logs.md.", None),  # several in one
        ("See /billing/decisions/DEC-03-Log-to-Disk.md.", None),  # elsewhere, half its words
        ("See DEC-02-Bounced-Letters.md.", None),  # the file of Mail-DEC-02 would say so
        ("See LESS-03-Number-of-Hands.md.", None),  # all lessons there have a "number"
        ("See Price list.md.", "base/Price_list.md"),
        ("See decisions/DEC-01.md.", "billing/decisions/DEC-01.md"),
        ("[text](../billing/decisions/DEC-02.md#why)", "billing/decisions/DEC-02.md"),
        ("[text](/wherever/billing/decisions/DEC-02.md)", "billing/decisions/DEC-02.md"),
        ("[DEC-03](DEC-03-Gone.md)", "base/DEC-03.md"),
        ("[text](missing.md)", None),
    ],
)
def test_names_and_links(shop: Library, line: str, target: str | None) -> None:
    kb = shop({"base/note.md": f"# Note\n\n{line}\n", "base/Price_list.md": "# Prices\n"})
    (reference,) = kb.references("base/note.md")
    assert reference.target == target


@pytest.mark.parametrize(
    ("line", "target", "anchor"),
    [
        ("See [[Price list]].", "base/Price_list.md", None),
        ("See [[ retail  prices ]].", "base/Price_list.md", None),
        ("![[Price list#In Bulk]]", "base/Price_list.md", "in-bulk"),
        ("See [[Tariff#In Bulk|what it costs]].", "base/Price_list.md", "in-bulk"),
        ("| [[base/Price_list\\|prices]] |", "base/Price_list.md", None),
        ("See [[Price list of DEC-01]].", "base/Price of 01.md", None),
        ("See [[DEC-01|the first]].", "base/DEC-01.md", None),
    ],
)
def test_wiki_links(shop: Library, line: str, target: str, anchor: str | None) -> None:
    kb = shop(
        {
            "base/note.md": f"# Note\n\n{line}\n",
            "base/Price_list.md": "---\naliases: [Tariff]\n---\n# Retail Prices\n\n## In bulk\n",
            "base/Price of 01.md": "# Price List of DEC-01\n",
        }
    )
    (reference,) = kb.references("base/note.md")
    assert (reference.target, reference.anchor) == (target, anchor)


def test_double_brackets_that_nobody_answers_to_are_no_references(library: Library) -> None:
    text = "# Note\n\n[[dict]] [[1, 2]] [[_TOC_]] [[Note]] [[1]]\n![[a.png]] `[[Other]]` a[[Other]]"
    kb = library({"note.md": text, "other.md": "# Other\n", "1.md": "# One\n"})
    assert kb.references("note.md") == ()


def test_a_link_keeps_its_anchor_and_its_text_is_no_second_reference(shop: Library) -> None:
    kb = shop({"base/note.md": "# Note\n\n[DEC-01](DEC-01.md#why) and DEC-02\n"})
    link, other = kb.references("base/note.md")
    assert (link.mention.form, link.anchor, link.target) == ("link", "why", "base/DEC-01.md")
    assert other.mention.text == "DEC-02"


def test_two_equally_good_are_ambiguous_and_ordered(library: Library) -> None:
    text = "# LESS-01: {}\n\n**REF-ID:** LESS-01\n"
    files = {
        "a/LESS-01.md": text.format("Warm pools"),
        "b/LESS-01.md": text.format("Cold starts"),
        "note.md": "# Note\n\n- LESS-01\n- LESS-01: cold starts\n",
        "b/note.md": "# Note\n\n- LESS-01\n",
    }
    kb = library(files)
    unclear, clear = kb.references("note.md")
    assert (unclear.verdict, unclear.target) == ("ambiguous", None)
    assert unclear.candidates == ("a/LESS-01.md", "b/LESS-01.md")
    assert clear.target == "b/LESS-01.md"
    assert kb.references("b/note.md")[0].target == "b/LESS-01.md"


def test_the_same_text_twice_is_not_ambiguous(library: Library) -> None:
    text = "# LESS-01: Same\n\n**REF-ID:** LESS-01\n"
    kb = library({"a/LESS-01.md": text, "b/LESS-01.md": text, "note.md": "See LESS-01.\n"})
    assert kb.references("note.md")[0].verdict == "resolved"


def test_a_document_never_references_itself(shop: Library) -> None:
    text = "# Mail-DEC-03: Sign letters\n\n**DEC-03: Sign letters**\n\nMail-DEC-03.md, DEC-03\n"
    kb = shop({"mail/Mail-DEC-03.md": text})
    assert kb.references("mail/Mail-DEC-03.md") == ()


def test_one_of_two_that_bear_an_id_means_itself_by_it(library: Library) -> None:
    text = "# LESS-01: {}\n\n**REF-ID:** LESS-01\n\n"
    kb = library(
        {
            "warm.md": text.format("Warm pools") + "LESS-01 is about warm pools.\n",
            "cold.md": text.format("Cold starts") + "See LESS-01 (warm pools).\n",
        }
    )
    assert kb.references("warm.md") == ()
    assert [r.target for r in kb.references("cold.md")] == ["warm.md"]


def test_of_many_that_bear_an_id_each_means_itself(library: Library) -> None:
    text = "# A-LESS-01: Reason {0}\n\n**REF-ID:** A-LESS-01\n\nA-LESS-01 is reason {0}.\n"
    kb = library({f"a/{number}.md": text.format(number) for number in range(9)})
    assert {path: kb.references(path) for path in kb.documents if kb.references(path)} == {}


def test_the_general_twin_of_a_document_can_be_cited(shop: Library) -> None:
    text = "# Mail-DEC-03: Sign\n\n**Generic:**\n- DEC-03\n\n**Other:**\n- DEC-03: log plain text\n"
    targets = [
        r.target for r in shop({"mail/Mail-DEC-03.md": text}).references("mail/Mail-DEC-03.md")
    ]
    assert targets == ["base/DEC-03.md", "base/DEC-03.md"]
    text = "# Mail-DEC-03: Sign in plain text\n\nUnlike DEC-03 (Log in Plain Text), we sign.\n"
    (reference,) = shop({"mail/Mail-DEC-03.md": text}).references("mail/Mail-DEC-03.md")
    assert reference.target == "base/DEC-03.md"


def test_a_heading_is_a_reference_only_if_its_words_fit(shop: Library) -> None:
    kb = shop(
        {"note.md": "# Note\n\n### DEC-02: One database\n\n### DEC-03: Our own third point\n"}
    )
    assert [r.target for r in kb.references("note.md")] == ["base/DEC-02.md"]


def test_what_looks_like_an_id_counts_only_if_an_entry_bears_it(library: Library) -> None:
    kb = library(
        {
            "INT-MAIN.md": "# INT-MAIN: The main door\n\n**REF-ID:** INT-MAIN\n",
            "note.md": "INT-MAIN is here, INT-MAX and Tool-07 are words.\n",
        }
    )
    assert [r.target for r in kb.references("note.md")] == ["INT-MAIN.md"]


@pytest.mark.parametrize(
    ("others", "types", "verdicts"),
    [
        ({}, {}, []),  # somebody's tickets and data types
        ({"LESS-01.md": "# LESS-01: Wait"}, {}, ["missing", "missing"]),
        ({}, {"BUG": {"label": "Ticket"}}, ["missing"]),
    ],
)
def test_everyday_types_count_where_somebody_uses_or_declares_them(
    library: Library, others: dict[str, str], types: dict[str, object], verdicts: list[str]
) -> None:
    kb = library({"CHANGELOG.md": "# Changes\n\n- BUG-12: INT-8\n", **others}, types=types)
    assert [reference.verdict for reference in kb.references("CHANGELOG.md")] == verdicts


def test_aliases_rename_prefixes_and_ids(shop: Library) -> None:
    aliases = {"Letters": "Mail", "LESS-90": "LESS-04", "Old": None}
    kb = shop({"note.md": "Letters-DEC-01, LESS-90, Old-DEC-03.\n"}, aliases=aliases)
    targets = [r.target for r in kb.references("note.md")]
    assert targets == ["mail/Mail-DEC-01.md", "base/LESS-04.md", "base/DEC-03.md"]


def test_missing_numbers_of_a_range_are_no_references(shop: Library) -> None:
    kb = shop({"note.md": "See LESS-06 to LESS-09.\n"})
    assert [(r.mention.text, r.verdict) for r in kb.references("note.md")] == [
        ("LESS-06", "resolved"),
        ("LESS-07", "resolved"),
        ("LESS-09", "missing"),
    ]


def test_find_and_suggest(shop: Library) -> None:
    kb = shop({"mail/note.md": "# Note\n"})
    assert kb.find("dec-01").target == "base/DEC-01.md"
    assert kb.find("DEC-01", "billing/decisions/DEC-02.md").target == "billing/decisions/DEC-01.md"
    assert kb.find("mail/Mail-DEC-01.md").target == "mail/Mail-DEC-01.md"
    assert kb.find("Retry bounced letters").target == "mail/Mail-DEC-02.md"
    assert kb.find("nothing").verdict == "missing"
    assert kb.suggest("Mial-DEC-01") == "Mail-DEC-01"
    assert kb.suggest("Mail-DEC-1.md") == "Mail-DEC-01.md"
    assert kb.suggest("unlike anything") is None
    assert [d.path for d in kb.by_id("mail-dec-1")] == ["mail/Mail-DEC-01.md"]


def test_candidates_say_why_they_stand_where_they_stand(shop: Library) -> None:
    kb = shop({"billing/decisions/note.md": "See DEC-01.\n"})
    mention = kb.documents["billing/decisions/note.md"].mentions[0]
    found = kb.explain("billing/decisions/note.md", mention)
    assert [(c.path, c.reason) for c in found.candidates] == [
        ("billing/decisions/DEC-01.md", "it is the own scope's"),
        ("base/DEC-01.md", "it is of the general scope, looked in next"),
        ("mail/Mail-DEC-01.md", "another scope has it, with a prefix"),
    ]
