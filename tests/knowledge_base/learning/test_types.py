"""The types of a knowledge base are read from it: where numbers that exist and are cited agree."""

from __future__ import annotations

import pytest

from mkdocs_sima.knowledge_base import KnowledgeBase
from mkdocs_sima.settings import read_settings

BODY = "\nSome words.\n"


def base(files: dict[str, str], **settings: object) -> KnowledgeBase:
    pairs = ((path, text.encode()) for path, text in files.items())
    return KnowledgeBase.from_files(pairs, read_settings(settings))


def learned(kb: KnowledgeBase) -> set[str]:
    return {kind.name for kind in kb.settings.types.values() if kind.inferred}


def ids(kb: KnowledgeBase) -> list[str | None]:
    return [document.id for document in kb.documents.values()]


def targets(kb: KnowledgeBase, path: str) -> list[tuple[str, str | None]]:
    return [(r.mention.text, r.target) for r in kb.references(path)]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["RB-01-Restart.md", "x/RB-02-Restore.md", "x/y/RB-03.md"], {"RB"}),
        (["Runbook-09_Call.md", "Runbook-10_Page.md", "Runbook-11_Wait.md"], {"Runbook"}),
        (["cap-0001.md", "cap-0002.md", "cap-0003.md"], {"CAP"}),
        (["adr/0001-use-a.md", "adr/0002-use-b.md"], {"ADR"}),
        (["docs/active-rfcs/0001-a.md"], {"RFC"}),
        (["RB-01-Restart.md", "RB-02-Restore.md"], set()),  # two may be chance
        (["a/Part-01-X.md", "a/Part-02-Y.md", "b/Part-01-Z.md"], set()),  # counts anew
        ([f"Session-{n}.md" for n in range(1, 12)], set()),
        ([f"Day-2025-01-{n}.md" for n in range(10, 14)], set()),
        (["Log-2023.md", "Log-2024.md", "Log-2025.md"], set()),
        (["01-intro.md", "02-install.md", "03-first-steps.md"], set()),
        ([f"stories/story_2022_{n:03}.md" for n in range(1, 7)], set()),
        (["_posts/2024-01-02-a.md", "_posts/2024-01-03-b.md", "_posts/2024-02-03-c.md"], set()),
        (["ch01-00-intro.md", "ch01-01-install.md", "ch01-02-hello.md", "ch02-00-a.md"], set()),
        ([f"adr/{n}-x.md" for n in (1, 2, 3)], {"ADR"}),
        ([f"adr/2021-06-0{n}_00{n}-x.md" for n in (1, 2, 3)], {"ADR"}),
        ([f"adr/pay/{n:04}-x.md" for n in (1, 2)], {"ADR"}),
        (["rfcs/accepted/0002-a.md", "rfcs/withdrawn/0001-b.md"], {"RFC"}),
        (["REQ-SPEED-001.md", "REQ-SIZE-001.md", "REQ-SAFETY-001.md"], {"REQ"}),
        ([f"MAP-TEST-00{n}.md" for n in (1, 2, 3)], {"TEST"}),
        (["ics27-a.md", "ics27-b.md", "ics27-c.md", "ics08-d.md"], set()),  # about others
        (["net5.md", "net6.0-x.md", "net8.0-y.md"], set()),  # releases
        (["less-91-a.md", "Less-01.md", "Less-02.md", "Less-03.md", "Lesson-04.md"], set()),
    ],
)
def test_what_file_names_tell(names: list[str], expected: set[str]) -> None:
    assert learned(base(dict.fromkeys(names, BODY))) == expected


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("lip-{n}.md", "---\nlip: {n}\n---\n# A Title\n"),
        ("text/{n:04}-slug.md", "---\nlip: '{n:04}'\n---\n# A Title\n"),
        ("lips/{n:04}-slug.md", "# LIP-{n}: A Title\n"),
        ("{n:03}-slug/README.md", "LIP {n} - A Title\n=====\n"),
        ("LIP-{n:04}/README.md", "# A Title\n"),
        ("lip{n:04}.md", "# LIP {n}: A Title\n"),
        ("{n:04}-slug.md", "* Proposal: [LIP-{n:04}]({n:04}-slug.md)\n* Author: Ann\n"),
        ("{n:03}-slug/index.md", "# LIP #{n}: A Title\n"),
        ("lip-{n:03}-02-slug.md", "# LIP {n}: A Title\n"),
        ("1{n:02}-slug.md", "---\nid: LIP-{n}\n---\n# A Title\n"),
    ],
)
def test_documents_say_their_number_in_many_ways(path: str, text: str) -> None:
    files = {path.format(n=n): text.format(n=n) + BODY for n in (7, 12, 33)}
    kb = base(files | {"README.md": "See LIP-7, LIP 12, lip-0033 and LIPs 12 and 33.\n"})
    assert learned(kb) == {"LIP"}
    at = [path.format(n=n) for n in (7, 12, 33)]
    found = targets(kb, "README.md")
    assert [target for _, target in found] == [at[0], at[1], at[2], at[1], at[2]]


def test_a_group_of_bare_numbers_is_called_as_others_cite_it() -> None:
    files = {f"{n:02}.md": f"# Title {n}\n\nSee NIP-{n % 5 + 1:02}.\n" for n in range(1, 6)}
    assert ids(base(files)) == ["NIP-01", "NIP-02", "NIP-03", "NIP-04", "NIP-05"]
    chapters = {f"{n:02}-x.md": f"# Title {n}\n\nCSS {n % 5 + 1}.\n" for n in range(1, 6)}
    assert learned(base(chapters)) == set()


@pytest.mark.parametrize(
    ("name", "cited"),
    [
        ("text/{n:04}-x.md", "RFC #{n}"),  # whatever the folder is called
        ("text/{n:04}-x.md", "LIP{n:04}"),
        ("notes/{n:04}-x.md", "AppNote{n:04}"),
        ("A{n}-x.md", "gLIP A{n}"),
    ],
)
def test_numbers_are_cited_in_many_ways(name: str, cited: str) -> None:
    files = {name.format(n=n): BODY for n in range(1, 5)}
    text = ", ".join(cited.format(n=n) for n in range(1, 5))
    kb = base(files | {"z.md": f"See {text}.\n"})
    assert [target for _, target in targets(kb, "z.md")] == sorted(files)


def test_a_word_of_the_folder_is_believed_sooner() -> None:
    files = {f"text/{n:04}-x.md": BODY for n in range(1, 5)}
    readme = {"README.md": "# Acme LIPs\n\nSee LIP 0003.\n"}
    assert targets(base(files | readme), "README.md") == [("LIP 0003", "text/0003-x.md")]
    assert learned(base(files | {"README.md": "# Acme\n\nSee LIP 0003.\n"})) == set()
    assert learned(base(files | {"README.md": "# Acme RFCs\n"})) == {"RFC"}


def test_what_merely_counts_is_a_type_if_it_is_cited_as_none_would() -> None:
    files = {f"tip-{n}.md": f"---\ntip: {n}\n---\n# X\n" for n in range(1, 5)}
    assert learned(base(files | {"z.md": "See tip 1, Tip 2 and tip-3.\n"})) == set()
    assert learned(base(files | {"z.md": "See TIP-1, TIP-2 and TIP-3.\n"})) == {"TIP"}


def test_a_series_that_lives_elsewhere_is_none_of_this_base() -> None:
    files = {f"erc-{n}.md": f"# ERC-{n}: X\n\nEIP-{n + 9}\n" for n in range(1, 9)}
    files |= {f"eip-{n}.md": f"# EIP-{n}: Moved\n" for n in (1, 2)}
    kb = base(files | {"z.md": "---\nrequires: 1\n---\n# Z\n"})
    assert learned(kb) == {"ERC"}


@pytest.mark.parametrize(
    ("name", "cited"),
    [
        ("DR-2024-{n:02}-slug.md", "DR-2024-03"),
        ("REQ-12.{n}.md", "REQ-12.3"),
        ("CAP-0046-{n:02}.md", "CAP-0046-03"),
        ("ODH-ADR-Core-{n:04}-slug.md", "ODH-ADR-Core-0003"),
        ("決定-{n:03}.md", "決定-003"),
    ],
)
def test_numbers_of_other_shapes(name: str, cited: str) -> None:
    text = "# " + name.removesuffix("-slug.md").removesuffix(".md") + ": Title\n"
    files = {name.format(n=n): text.format(n=n) for n in range(1, 5)}
    kb = base(files | {"z.md": f"See {cited}.\n"})
    assert targets(kb, "z.md") == [(cited, name.format(n=3))]


def test_two_series_in_one_base_are_two_scopes_or_two_types() -> None:
    records = {
        f"{part}/adr/{n:04}-x.md": f"# {n}. X\n\nSee ADR-{n % 4 + 1}.\n"
        for part in ("shop", "pay")
        for n in range(1, 5)
    }
    kb = base(records | {f"rfcs/{n:04}-y.md": "# Y\n" for n in range(1, 4)})
    assert learned(kb) == {"ADR", "RFC"}
    assert targets(kb, "pay/adr/0001-x.md") == [("ADR-2", "pay/adr/0002-x.md")]
    assert targets(kb, "shop/adr/0001-x.md") == [("ADR-2", "shop/adr/0002-x.md")]


def test_folders_beside_a_series_go_on_with_it_or_belong_to_it() -> None:
    files = {f"adr/{n:04}-x.md": f"# ADR-{n}: X\n" for n in (1, 2, 4, 5, 6, 7, 8, 9, 10, 11)}
    files["adr/old/0003-y.md"] = BODY  # goes on
    files["adr/tests/0009-test.md"] = "# ADR-9 Tests\n"  # belongs to what bears its number
    files["adr/0008-x-de.md"] = "# ADR-8: X\n"  # a translation
    files |= {f"notes/{n:04}-z.md": BODY for n in range(1, 5)}  # another series
    kb = base(files | {"z.md": "AppNote0001, AppNote0002, AppNote0004, ADR 3, ADR 9, ADR-8\n"})
    assert [target for _, target in targets(kb, "z.md")] == [
        "notes/0001-z.md", "notes/0002-z.md", "notes/0004-z.md",
        "adr/old/0003-y.md", "adr/0009-x.md", "adr/0008-x.md",
    ]  # fmt: skip


def test_teams_that_number_by_folders_share_one_series() -> None:
    files = {
        f"{team}/{n}-slug/README.md": f"# KEP-{n}: X\n"
        for team, numbers in {"a": (12, 90), "b": (15, 70), "c": (33,)}.items()
        for n in numbers
    }
    kb = base(files | {"d/44-slug/README.md": "# Y\n", "z.md": "See KEP-44.\n"})
    assert targets(kb, "z.md") == [("KEP-44", "d/44-slug/README.md")]


def test_the_number_of_a_name_wins_over_that_of_a_copied_title() -> None:
    files = {f"lip-{n:04}.md": f"# LIP-{n}: X\n" for n in (1, 2, 3)}
    kb = base(files | {"lip-0004.md": "# LIP-3: Copied\n", "z.md": "LIP-3, LIP-4\n"})
    assert [target for _, target in targets(kb, "z.md")] == ["lip-0003.md", "lip-0004.md"]


def test_drafts_and_templates_bear_no_number() -> None:
    names = ("0000-a", "0000-b", "0000-template", "0007-templates-without-globals")
    kb = base({f"rfcs/{name}.md": f"# RFC {name[:4]}: X\n" for name in names})
    assert ids(kb) == [None, None, None, "RFC-0007"]


def test_standards_of_others_are_no_references() -> None:
    files = {f"rfcs/{n:04}-x.md": f"# {n}. X\n" for n in range(1, 5)}
    text = "RFC 2119, RFC-9110, RFC-0000, UTF-8, ISO-8601, CVE-2024-1234, and RFC-0006 is gone.\n"
    kb = base(files | {"z.md": text})
    assert targets(kb, "z.md") == [("RFC-0006", None)]
    assert learned(base({"a.md": text, "b.md": text, "c.md": text})) == set()


def test_what_is_declared_wins() -> None:
    names = dict.fromkeys(["RB-01.md", "RB-02.md", "RB-03.md"], BODY)
    assert learned(base(names, scopes=[{"path": "x", "prefix": "RB"}])) == set()
    kb = base(names, types={"RB": {"label": "Runbook"}})
    assert learned(kb) == set()
    assert kb.settings.types["RB"].label == "Runbook"


def test_its_entries_are_cited_and_its_prefixed_ids_stay_apart() -> None:
    files = {
        "rb/RB-01-Restart.md": "# RB-01: Restart\n\nSee RB-02, RB-DEC-01 and RB-03.\n",
        "rb/RB-02-Restore.md": "# Restore\n",
        "rb/RB-03-Page.md": "# Page\n",
        "rb/RB-DEC-01-Calm.md": "# RB-DEC-01: Calm\n",
    }
    kb = base(files)
    assert ids(kb) == ["RB-01", "RB-02", "RB-03", "RB-DEC-01"]
    assert [target for _, target in targets(kb, "rb/RB-01-Restart.md")] == [
        "rb/RB-02-Restore.md", "rb/RB-DEC-01-Calm.md", "rb/RB-03-Page.md",
    ]  # fmt: skip


def test_the_readme_of_a_folder_bears_its_number_and_an_annex_does_not() -> None:
    files = {f"CIP-{n:04}/README.md": f"# CIP-{n}: X\n" for n in range(1, 4)}
    files |= {"CIP-0002/CIP-0002.md": "Moved.\n", "CIP-0003/a/annex.md": "# CIP-3: Annex\n"}
    kb = base(files | {"z.md": "See CIP-2 and CIP-0003.\n"})
    assert [t for _, t in targets(kb, "z.md")] == ["CIP-0002/README.md", "CIP-0003/README.md"]


def test_decision_records_as_their_tools_write_them() -> None:
    date = "Date: 2024-01-02\n\n"
    files = {
        "adr/0001-record.md": f"# 1. Record decisions\n\n{date}## Status\n\nAccepted\n",
        "adr/0002-postgres.md": "# 2. Use Postgres\n\n## Status\n\n"
        "Superseded by [3. Use MySQL](0003-mysql.md)\n\nAmends [1. Record](0001-record.md)\n",
        "adr/0003-mysql.md": "---\nstatus: accepted\nsupersedes: 2\n---\n# MySQL\n",
        "adr/0004-no.md": "---\nstatus: superseded by [ADR-0003](0003-mysql.md)\n---\n# No\n",
    }
    kb = base(files)
    documents = kb.documents
    assert ids(kb) == ["ADR-0001", "ADR-0002", "ADR-0003", "ADR-0004"]
    assert documents["adr/0001-record.md"].created == "2024-01-02"
    assert documents["adr/0002-postgres.md"].title == "Use Postgres"
    assert documents["adr/0002-postgres.md"].status == "superseded"
    relations = {
        path[4:8]: [(r.mention.relation, r.target and r.target[4:8]) for r in kb.references(path)]
        for path in documents
    }
    assert relations["0002"] == [("superseded-by", "0003"), ("amends", "0001")]
    assert relations["0003"] == [("supersedes", "0002")]
    assert set(relations["0004"]) == {("superseded-by", "0003")}


def test_numbers_that_count_on_with_letters() -> None:
    files = {f"{n:02}.md": f"# LIP-{n:02}\n\nA Title\n" for n in range(1, 5)}
    files |= {f"{n}.md": f"# LIP-{n}\n\nA Title\n" for n in ("7D", "A0", "C7", "BE")}
    files["9z-notes.md"] = files["notes2.md"] = "# Notes\n"
    files["01.md"] += "\nAs LIP-7D and LIP-BE say; see LIP-A0, lip03 and LIP02.\n"
    kb = base(files)
    named = {path[:2] for path, document in kb.documents.items() if document.id}
    assert named == {"01", "02", "03", "04", "7D", "A0", "BE", "C7"}
    assert targets(kb, "01.md") == [
        ("LIP-7D", "7D.md"),
        ("LIP-BE", "BE.md"),
        ("LIP-A0", "A0.md"),
        ("lip03", "03.md"),
        ("LIP02", "02.md"),
    ]
    assert kb.settings.types["LIP"].numbers == "hex"


def test_a_type_in_mixed_case_is_cited_with_a_blank() -> None:
    files = {f"slip-{n:04}.md": f"```\nsLIP: {n}\nTitle: T\n```\n# sLIP {n}\n" for n in (1, 2, 3)}
    files["slip-0001.md"] += "\nAs sLIP 0002 says.\n"
    assert targets(base(files), "slip-0001.md") == [("sLIP 0002", "slip-0002.md")]


def test_a_slug_with_a_capital_makes_no_number_hexadecimal() -> None:
    names = ("0001-Use-BDD", "0002-Add-Fields", "0003-Drop-Exports", "0004-Keep-Calm")
    kb = base({f"adr/{name}.md": BODY for name in names})
    assert kb.settings.types["ADR"].numbers == ""
