"""Scopes are inferred from folders, prefixes and habits, or declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_sima import KnowledgeBase

    Library = Callable[..., KnowledgeBase]


def test_prefixes_and_folders_that_number_anew_are_scopes(shop: Library) -> None:
    found = [(scope.path, scope.prefix, scope.declared) for scope in shop({}).scopes]
    assert found == [("", "", False), ("billing/decisions", "", False), ("mail", "Mail", False)]


def test_a_few_repeated_numbers_make_no_scope(library: Library) -> None:
    text = "# {0}: x\n\n**REF-ID:** {0}\n"
    files = {f"a/LESS-0{n}.md": text.format(f"LESS-0{n}") for n in range(1, 7)}
    files |= {f"b/LESS-0{n}.md": text.format(f"LESS-0{n}") for n in (2, 7, 8, 9)}
    assert [scope.path for scope in library(files).scopes] == [""]


def test_equals_beside_each_other_are_all_scopes(library: Library) -> None:
    text = "# {0}: x\n\n**REF-ID:** {0}\n"
    files = {
        f"services/{name}/adr/DEC-0{n}.md": text.format(f"DEC-0{n}")
        for name in ("cart", "login", "stock")
        for n in (1, 2, 3)
    }
    assert [scope.path for scope in library(files).scopes] == [
        "",
        "services/cart/adr",
        "services/login/adr",
        "services/stock/adr",
    ]


def test_a_document_lies_in_the_scope_of_its_folder_or_of_its_prefix(shop: Library) -> None:
    kb = shop({"mail/guide.md": "# Guide", "moved/Mail-DEC-03.md": "# Mail-DEC-03: Sign"})
    assert kb.scope_of("mail/guide.md").prefix == "Mail"
    assert kb.scope_of("moved/Mail-DEC-03.md").prefix == "Mail"
    assert kb.scope_of("base/DEC-01.md").name == "general"


def test_a_declared_scope_replaces_the_inferred_one(shop: Library) -> None:
    scopes = [{"path": "mail", "prefix": "Mail", "next": ["billing"]}, {"path": "billing"}]
    kb = shop({"mail/note.md": "# Note\n\nSee DEC-02.\n"}, scopes=scopes)
    assert [(s.path, s.declared) for s in kb.scopes] == [
        ("", False),
        ("billing", True),
        ("mail", True),
    ]
    # Nobody in `mail` writes prefixes, so a bare ID is the own entry's.
    assert kb.references("mail/note.md")[0].target == "mail/Mail-DEC-02.md"


def test_the_next_scope_is_named_by_its_folder_or_its_prefix(shop: Library) -> None:
    kb = shop({}, scopes=[{"path": "base", "next": ["Mail", "billing"]}])
    assert kb.scope_of("base/DEC-01.md").next == ("mail", "billing")


def test_authors_who_always_write_the_prefix_mean_others_by_bare_ids(shop: Library) -> None:
    kb = shop(
        {
            "mail/a.md": "# A\n\n- Mail-DEC-01: Queue every letter\n- Mail-DEC-02: Retry\n",
            "mail/b.md": "# B\n\n- DEC-02: Keep one database\n- DEC-01\n",
        }
    )
    assert not kb.scope_of("mail/b.md").bare_is_own
    assert [r.target for r in kb.references("mail/b.md")] == ["base/DEC-02.md", "base/DEC-01.md"]


def test_authors_who_drop_the_prefix_mean_their_own(shop: Library) -> None:
    kb = shop({"mail/a.md": "# A\n\n- Mail-DEC-01\n- DEC-02: Retry bounced letters\n- DEC-01\n"})
    assert kb.references("mail/a.md")[2].target == "mail/Mail-DEC-01.md"
