"""Each rule on the smallest knowledge base that shows what it reports, and what it doesn't."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from mkdocs_sima.knowledge_base import KnowledgeBase
from mkdocs_sima.rules import NAMES, check, get

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from mkdocs_sima.model import Finding


class Case(NamedTuple):
    rule: str
    files: dict[str, str | bytes]
    expected: list[str]  # `path:line:column message`
    settings: Mapping[str, Any] = MappingProxyType({})


def entry(ref_id: str, title: str, *lines: str) -> str:
    return "\n".join([f"# {ref_id}: {title}", "", *lines, ""])


CASES = [
    Case(
        "ambiguous-reference",
        {
            "starts/a.md": entry("LESS-01", "Cold starts"),
            "pools/b.md": entry("LESS-01", "Warm pools"),
            "pools/README.md": "# Pools\n",
            "pools/Plan.md": "# Plan\n",
            "starts/Plan.md": "# Plan B\n",
            "starts/README.md": "# Starts\n",
            "guide.md": "# Guide\n\nSee LESS-01 and Plan.md, write a README.md.\n\n"
            "## In starts\n\n- Plan.md\n- Plan.md: `pools/`\n",
            # One ID claimed twice is an error there, and no doubt about each reference.
            "z/c.md": entry("AP-01", "Locks"),
            "z/d.md": entry("AP-01", "Threads"),
            "z/e.md": "# E\n\nSee AP-01.\n",
        },
        [
            "guide.md:3:5 LESS-01 may mean pools/b.md or starts/a.md; link to the file",
            "guide.md:3:17 Plan.md may mean pools/Plan.md or starts/Plan.md; link to the file",
        ],
        {"scopes": [{"path": "starts"}, {"path": "pools"}]},
    ),
    Case(
        "broken-anchor",
        {
            "a.md": "# A\n\n## Set up & go\n\n[x](#set-up--go) [y](#set-up-go) [z](b.md#gone)\n",
            "b.md": "# B\n\n## Now {#then}\n\n[x](#then) [y](#top) [z](a.md#set-up-goo)\n",
        },
        [
            "a.md:5:34 #gone is no heading of b.md",
            "b.md:5:22 #set-up-goo is no heading of a.md; did you mean #set-up-go?",
        ],
    ),
    Case(
        "broken-link",
        {
            "a.md": "# A\n\n[ok](b/c.md) [no](c.md) ![no](p.png) [out](../x.md) [b](b/)\n",
            "b/c.md": "# C\n\n[web](https://x.org/y.md) ![ok](p.png) [text](url) [n](NNNN-x.md)\n",
            "b/p.png": "",
            "d.md": "# D\n\n![[p.png|30]] ![[q.png]] ![[Any words]]\n",
        },
        [
            "a.md:3:14 no file is at c.md; did you mean b/c.md?",
            "a.md:3:25 no file is at p.png",
            "a.md:3:38 ../x.md leads out of the knowledge base; link to its address on the web",
            "a.md:3:53 b is a folder without an index page; add one, or link to a file in it",
            "d.md:3:18 no file is called q.png",
        ],
    ),
    Case(
        "broken-reference",
        {
            "a.md": entry(
                "LESS-01",
                "A",
                "See LESS-02, LESS-09 and gone-far.md, not `LESS-10 x`.",
                "",
                "**Related:** old-far.md",
            ),
            "b.md": entry(
                "LESS-02", "B", "```", "LESS-11", "```", "", "LESS-XX, UTF-8, name.md, plan.md"
            ),
        },
        [
            "a.md:3:14 no entry is called LESS-09",
            "a.md:5:14 no file is called old-far.md",
        ],
    ),
    Case(
        "broken-reference",
        {"a.md": entry("LESS-01", "A", "LESS-98 and Old-DEC-02")},
        [
            "a.md:3:1 no entry is called LESS-98, nor LESS-12, to which 'aliases' sends it",
            "a.md:3:13 no entry is called Old-DEC-02, nor New-DEC-02, to which 'aliases' sends it",
        ],
        {"aliases": {"LESS-98": "LESS-12", "Old": "New"}},
    ),
    Case(
        "duplicate-id",
        {"a.md": entry("LESS-01", "A"), "b.md": entry("LESS-01", "B"), "c.md": entry("AP-01", "C")},
        ["a.md:1:3 LESS-01 is also the ID of b.md", "b.md:1:3 LESS-01 is also the ID of a.md"],
    ),
    Case(
        "duplicate-title",
        {
            "a.md": entry("LESS-01", "Cold starts"),
            "b.md": entry("LESS-02", "Cold Starts"),
            "c.md": entry("LESS-03", "Else"),
        },
        [
            "a.md:1:3 LESS-02 bears the title 'Cold starts' too",
            "b.md:1:3 LESS-01 bears the title 'Cold Starts' too",
        ],
    ),
    Case(
        "encoding",
        {
            "a.md": "# Caf\xe9\n".encode("latin-1"),
            "b.md": b"\0\1\2",
            "c.md": b"\xef\xbb\xbf# \xc3\xa9",
        },
        [
            "a.md:1:6 the file is not UTF-8 here (byte E9), read as Windows-1252; save it as UTF-8",
            "b.md:1:1 the file is no text (it holds NUL bytes); rename it or exclude it",
        ],
    ),
    Case(
        "empty-file",
        {"a.md": "", "b.md": b"\xef\xbb\xbf \r\n\t\n", "c.md": "C\n", "d.md": b"\0"},
        [
            "a.md:1:1 the file is empty; write it or delete it",
            "b.md:1:1 the file is empty; write it or delete it",
        ],
    ),
    Case(
        "gloss-mismatch",
        {
            "a.md": entry("LESS-05", "Retry budgets"),
            "b.md": entry("LESS-08", "Cost Monitoring"),
            "c.md": entry("LESS-09", "Else", "- LESS-05: Cost Monitoring", "- LESS-08: Cost"),
        },
        ["c.md:3:3 'Cost Monitoring' is the title of LESS-08; LESS-05 is 'Retry budgets'"],
    ),
    Case(
        "id-mismatch",
        {
            "LESS-15-A.md": "# A\n\n**REF-ID:** LESS-16\n",
            "AWS-DEC-01-B.md": "# B\n\n**REF-ID:** DEC-01\n",
            "adr/0001-c.md": "# ADR 2: C\n",
            "adr/0002-d.md": "# ADR 2: D\n",
        },
        [
            "LESS-15-A.md:3:13 the text says LESS-16, the file name LESS-15",
            "adr/0001-c.md:1:1 the text says ADR-2, the file name ADR-0001",
        ],
    ),
    Case(
        "invalid-field",
        {
            "a.md": entry("LESS-01", "A", "**Date:** 2025-02-30", "", "**Status:** Done"),
            "b.md": entry("LESS-02", "B", "**Date:** 2025-02-28", "", "**Status:** active"),
            "c.md": entry("LESS-03", "C", "**Priority:** `Hihg`"),
            "d.md": entry("LESS-04", "D", "**Priority:** Framework"),
            "e.md": entry("LESS-05", "E", "**Priority:** haute"),
        },
        [
            "a.md:3:11 2025-02-30 is no date",
            "a.md:5:13 'Done' is no status; the settings know Active, Draft",
            "c.md:3:16 'Hihg' is no priority; did you mean high?",
        ],
        {"statuses": ["Active", "Draft"]},
    ),
    Case(
        "known-missing",
        {
            "a.md": entry(
                "LESS-01",
                "A",
                "As planned, LESS-90.\nDEC-91 (planned).\nAP-92 was removed in May.",
                "",
                "**Next available:** LESS-93",
                "",
                "## Future work",
                "",
                "- LESS-01, LESS-94",
            ),
        },
        [
            "a.md:4:1 DEC-91 does not exist; the text says so: planned, optional or gone",
            "a.md:5:1 AP-92 does not exist; the text says so: planned, optional or gone",
            "a.md:7:21 LESS-93 does not exist; the text says so: planned, optional or gone",
            "a.md:11:12 LESS-94 does not exist; the text says so: planned, optional or gone",
        ],
    ),
    Case(
        "line-limit",
        {"a.md": "# A\n" + "x\n" * 9, "b.md": "# B\n" + "x\n" * 10},
        ["b.md:11:1 11 lines; the limit is 10"],
        {"line_limit": 10},
    ),
    Case(
        "missing-field",
        {
            "a.md": entry("DEC-01", "A"),
            "b.md": entry("DEC-02", "B", "**Status:** Active", "**Owner:** Ada"),
        },
        [
            "a.md:1:3 DEC-01 has no owner, which every Decision needs",
            "a.md:1:3 DEC-01 has no status, which every Decision needs",
        ],
        {"types": {"DEC": {"required": ["status", "owner"]}}},
    ),
    Case(
        "missing-file",
        {
            "a.md": "# A\n\nWrite b.md, guide.md and gone-far.md.\n\n**See:** old-far.md\n\n"
            "**Example Output:** plan.md\n\nOpen /x/Quick Reference Card.md\n\n"
            "1. ✅ Custom Instructions v4.0.md\n- [x] Load The far-gone.md\n",
        },
        [
            "a.md:3:26 no file is called gone-far.md",
            "a.md:9:25 no file is called Quick Reference Card.md",
            "a.md:11:26 no file is called Custom Instructions v4.0.md",
            "a.md:12:16 no file is called far-gone.md",
        ],
    ),
    Case(
        "missing-title",
        {"LESS-07.md": "**REF-ID:** LESS-07\n\nText.\n", "LESS-08.md": entry("LESS-08", "Budgets")},
        ["LESS-07.md:1:1 no title; it is shown as 'Text'; give it a first line '# Title'"],
    ),
    Case(
        "nested-fence",
        {
            "a.md": "# A\n\n```md\n~~~\n```py\nx\n```\n```\n",
            "b.md": "# B\n\n````md\n```py\nx\n```\n````\n",
        },
        [
            (
                "a.md:3:1 another fence begins within this one, on line 5, so the code ends too "
                "early and text and code change places; write ```` here and on line 8"
            )
        ],
    ),
    Case(
        "number-gap",
        {
            "a.md": entry("LESS-01", "A"),
            "b.md": entry("LESS-04", "B"),
            "c.md": entry("LESS-05", "C"),
        },
        ["b.md:1:3 before LESS-04, number 2 to 3 is missing"],
    ),
    Case(
        "one-way-relation",
        {
            "a.md": entry("LESS-01", "A", "**Prerequisite:** LESS-02"),
            "b.md": entry("LESS-02", "B", "**Enables:** LESS-03"),
            "c.md": entry("LESS-03", "C", "**Requires:** LESS-02"),
        },
        ["a.md:3:19 LESS-02 does not refer back to LESS-01 (Enables)"],
    ),
    Case(
        "orphan",
        {
            "a.md": entry("LESS-01", "A", "See LESS-02 and DEC-01."),
            "b.md": entry("LESS-02", "B"),
            "c.md": entry("DEC-01", "C"),  # DEC-01 may mean either
            "d.md": entry("DEC-01", "D"),
            "e.md": entry("AP-01", "E"),  # nobody cites entries of this type
            "f.md": entry("AP-02", "F"),
        },
        ["a.md:1:3 nothing refers to LESS-01"],
    ),
    Case(
        "placeholder-left",
        {
            "a.md": entry(
                "LESS-01", "A", "**Created:** YYYY-MM-DD", "", "**Status:** [DRAFT/FINAL]"
            ),
            "b.md": entry("LESS-02", "B", "**Created:** 2025-01-02"),
        },
        ["a.md:3:14 Created still says YYYY-MM-DD", "a.md:5:13 Status still says [DRAFT/FINAL]"],
    ),
    Case(
        "self-reference",
        {
            "a.md": entry(
                "LESS-01", "A", "**REF-ID:** LESS-01", "", "**Related:** LESS-02, LESS-01"
            ),
            "b.md": entry("LESS-02", "B"),
        },
        ["a.md:5:23 LESS-01 is this entry itself"],
    ),
    Case(
        "similar-entry",
        {
            "a/LESS-05.md": entry(
                "LESS-05",
                "Retry With a Limit",
                "**Created:** 2025-01-02",
                "**Keywords:** backoff, retries, budget",
                "",
                "Unbounded retries drown a dependency. Back off with jitter and give up.",
            ),
            # The later one, in words of its own.
            "b/AP-31.md": entry(
                "AP-31",
                "Retries Without a Limit",
                "**Created:** 2025-03-04",
                "**Keywords:** backoff, budget, jitter",
                "",
                "Each client retries until its dependency drowns: unbounded, without backoff.",
            ),
            # A series: the titles tell them apart.
            **{
                f"sign/DEC-0{n}.md": entry(
                    f"DEC-0{n}",
                    f"Derived Accounts: Sign In With {name}",
                    "**Keywords:** derived, accounts, wallet",
                    "",
                    f"A wallet derives accounts from the domain and a nonce. {name} signs.",
                )
                for n, name in enumerate(("Solana", "Ethereum"), 1)
            },
            # One that cites the other knows of it; one that follows it says so.
            "c/DEC-07.md": entry(
                "DEC-07", "Store Prices as Cents", "", "Rounding prices loses pennies: integers."
            ),
            "c/LESS-09.md": entry(
                "LESS-09", "Prices Are Cents", "", "By DEC-07, rounding pennies loses integers."
            ),
            # So does one that names its file in an address.
            "e/WISD-01-Warm-Caches.md": entry(
                "WISD-01", "Warm Caches Before Traffic", "", "Warm caches before traffic arrives."
            ),
            "e/DT-01-Caches.md": entry(
                "DT-01",
                "Caches: Warm Before Traffic?",
                "",
                "Morning peaks hit empty tables; preloading costs minutes of startup, see "
                "https://x.org/main/WISD-01-Warm-Caches.md",
            ),
            "d/BUG-01.md": entry("BUG-01", "Cold Starts", "", "Nothing in common with any other."),
        },
        [
            (
                "b/AP-31.md:1:3 says much the same as LESS-05 'Retry With a Limit': both speak of "
                "limit, retry, backoff, budget, jitter"
            )
        ],
    ),
    Case(
        "stale-file-name",
        {
            "LESS-02-Retry-Budgets.md": entry("LESS-02", "Retry budgets"),
            "b.md": "# B\n\nLESS-02-Old-Retry-Words.md and LESS-02_Retry-Budgets.md\n",
            "x/AP-01-Locks.md": entry("AP-01", "Locks"),
            "y.md": "# Y\n\n/kb/x/AP-01_Locks.md and /z/AP-01_Locks.md\n",
        },
        [
            (
                "b.md:3:1 LESS-02-Old-Retry-Words.md does not exist; its ID is that of "
                "LESS-02-Retry-Budgets.md"
            ),
            "b.md:3:32 LESS-02_Retry-Budgets.md is called LESS-02-Retry-Budgets.md",
            "y.md:3:1 AP-01_Locks.md is called AP-01-Locks.md",
            "y.md:3:26 AP-01_Locks.md is called /x/AP-01-Locks.md",
        ],
    ),
    Case(
        "stale-index",
        {
            "x/LESS-01.md": entry("LESS-01", "A"),
            "x/LESS-02.md": entry("LESS-02", "B"),
            "x/LESS-03.md": entry("LESS-03", "C"),
            "x/Lessons-Index.md": "# Lessons Index\n\n- LESS-01\n- LESS-02\n- LESS-09\n"
            "\n## LESS-10: Gone\n\n## AP-01: Locks\n",
            "made.md": "# Made\n\n<!-- sima: index -->\n<!-- sima: end -->\n",
        },
        [
            "made.md:1:1 the generated index is out of date; `sima index` rewrites it",
            (
                "x/Lessons-Index.md:1:1 lists LESS-09, LESS-10, which do not exist "
                "and lacks LESS-03 of its folder"
            ),
        ],
    ),
    Case(
        "succession-cycle",
        {
            "a.md": entry("DEC-01", "A", "**Supersedes:** DEC-03"),
            "b.md": entry("DEC-02", "B", "**Supersedes:** DEC-01", "", "**Supersedes:** DEC-07"),
            "c.md": entry("DEC-03", "C", "**Status:** Active", "", "**Supersedes:** DEC-02"),
            "d.md": entry("DEC-04", "D", "**Status:** Superseded by DEC-04"),
            "e.md": entry("DEC-05", "E", "**Superseded by:** DEC-06"),
            "f.md": entry("DEC-06", "F", "**Supersedes:** DEC-05"),
            "g.md": entry("DEC-07", "G", "DEC-02 was once superseded by DEC-07."),
        },
        [
            (
                "b.md:3:17 DEC-01 → DEC-02 → DEC-03 → DEC-01: each is superseded by the next, "
                "so none holds; take out what is wrong"
            ),
            "d.md:3:27 DEC-04 is superseded by itself, so none holds; take out what is wrong",
        ],
    ),
    Case(
        "stale-status",
        {
            "a.md": entry("DEC-01", "A", "**Status:** ✅ Accepted", "**Date:** 2026-01-02"),
            "b.md": entry("DEC-02", "B", "**Status:** Active", "**Supersedes:** DEC-01"),
            "c.md": entry("DEC-03", "C", "**Status:** Superseded by DEC-09"),
            "d.md": entry("DEC-04", "D", "## Status", "", "Active since May", "", "## Text"),
            "e.md": entry("DEC-05", "E", "**Superseded by:** DEC-04", "**Status:** Valid"),
            "f.md": entry("DEC-06", "F", "**Status:** Rejected", "**Supersedes:** DEC-02"),
            "g.md": entry("DEC-07", "G", "**Status:** Proposed", "**Supersedes:** DEC-02"),
            "h.md": entry("DEC-08", "H", "**Supersedes:** DEC-02 (partially)"),
            "i.md": entry("DEC-09", "I", "**Status:** Withdrawn", "**Supersedes:** DEC-03"),
            "j.md": entry("DEC-10", "J", "**Supersedes:** DEC-04"),
            "k.md": entry("DEC-11", "K", "**Status:** Superseded", "**Superseded by:** DEC-10"),
        },
        [
            "a.md:3:13 the status is accepted, but DEC-02 supersedes it (b.md:4)",
            "c.md:3:27 DEC-09 supersedes nothing: its status is withdrawn",
            "d.md:5:1 the status is active, but DEC-10 supersedes it (j.md:3)",
            "e.md:4:13 the status is valid, but DEC-04 supersedes it (e.md:3)",
        ],
    ),
    Case(
        "superseded-reference",
        {
            "a.md": entry("DEC-01", "A", "**Status:** Superseded by DEC-02"),
            "b.md": entry("DEC-02", "B", "**Supersedes:** DEC-01"),
            "c.md": entry("DEC-03", "C", "As DEC-01 says.", "", "## Status", "", "Amends DEC-01"),
        },
        ["c.md:3:4 DEC-01 is superseded by DEC-02"],
    ),
    Case(
        "unclosed-fence",
        {"a.md": "# A\n\n```py\nprint(1)\n", "b.md": "# B\n\n```\nx\n```\n"},
        [
            (
                "a.md:3:1 this code fence is never closed, so all that follows shows as code; "
                "add a closing fence where the code ends"
            )
        ],
    ),
    Case(
        "unknown-type",
        {"a.md": "# A\n\n**REF-ID:** RFC-12\n", "b.md": "# B\n\n**REF-ID:** LESS-12\n"},
        [
            (
                "a.md:3:13 RFC-12 is no ID, since no type 'RFC' is declared; "
                "add it under `types:` in the settings"
            )
        ],
    ),
    Case(
        "wrong-case",
        {
            "a.md": entry("TOOL-01", "A"),
            "b.md": "# B\n\n[x](a.md), TOOL-01, Tool-01, Tool-02\n",
            "Tool-02-Search.md": entry("TOOL-02", "Search"),
        },
        ["b.md:3:21 Tool-01 is spelled TOOL-01"],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_reports_this_and_nothing_else(case: Case, find: Callable[..., list[Finding]]) -> None:
    found = find(case.files, case.rule, **case.settings)
    assert [f"{f.path}:{f.line}:{f.column} {f.message}" for f in found] == case.expected
    assert {f.rule for f in found} == {case.rule}


def test_damaged_text_is_one_finding_a_file(find: Callable[..., list[Finding]]) -> None:
    found = find({"a.md": "# A\n\nâœ… one\n\nâœ… two ✅\n", "b.md": "# Ok ✅\n"}, "mojibake")
    assert [(f.path, f.line, f.column) for f in found] == [("a.md", 3, 1)]
    assert found[0].fix is not None
    assert [(e.line, e.before, e.after) for e in found[0].fix.edits] == [
        (3, "âœ…", "✅"),
        (5, "âœ…", "✅"),
    ]


def test_nested_fences_can_be_mended(find: Callable[..., list[Finding]]) -> None:
    (found,) = find({"a.md": "# A âœ…\n\n- ```md\n  ```py\n  x\n  ```\n  ```\n"}, "nested-fence")
    assert found.fix is not None
    assert not found.fix.safe
    assert [(e.line, e.column, e.after) for e in found.fix.edits] == [
        (3, 3, "````"),
        (7, 3, "````"),
    ]


def test_columns_are_those_on_disk(find: Callable[..., list[Finding]]) -> None:
    (found,) = find({"a.md": "# A\n\nâœ… LESS-99\n"}, "broken-reference")
    assert (found.line, found.column) == (3, 5)


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_of_the_catalogue_explains_itself(name: str) -> None:
    rule = get(name)
    assert rule.name == name
    assert rule.summary.endswith(".")
    assert rule.example
    assert len(rule.summary) <= 100


def test_the_catalogue_is_covered() -> None:
    elsewhere = {"mojibake", "mojibake-uncertain", "front-matter", "unreadable-file"}
    elsewhere |= {"broken-code-path", "changed-code"}  # test_code_rules.py
    elsewhere |= {"changed-reference"}  # test_upkeep.py
    elsewhere |= {"external-link", "unread-inventory", "unused-ignore"}
    assert {case.rule for case in CASES} | elsewhere == set(NAMES)


def test_a_number_is_no_typing_error(find: Callable[..., list[Finding]]) -> None:
    files = {"a.md": entry("LESS-01", "Retry budgets"), "b.md": "# B\n\nLESS-07\n"}
    assert [f.suggestion for f in find(files, "broken-reference")] == [None]
    files["b.md"] = "# B\n\n- LESS-07: Retry budgets\n"
    assert [f.suggestion for f in find(files, "broken-reference")] == ["LESS-01"]
    files = {"a.md": entry("LESS-01", "Retry budgets", "- LESS-07: Queues (for retry budgets)")}
    assert [f.suggestion for f in find(files, "broken-reference")] == [None]  # not itself


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("LESS-05-Retry-Budgets.md", "LESS-04-Retry-Budgets.md"),  # renumbered
        ("LESS-06-Retry-Limits.md", None),
        ("Session-9-Start.md", None),
        ("Deployment-Gide.md", "Deployment-Guide.md"),
        ("Deployment-2.md", None),
        ("Guide-for-Deployment-Teams.md", None),
        ("Deployment.md", None),
        ("AWS-Deployment-Guide.md", None),
        ("/docs/Deployment-Gide.md", "/Deployment-Guide.md"),
    ],
)
def test_names_that_only_look_alike(
    written: str, meant: str | None, find: Callable[..., list[Finding]]
) -> None:
    names = ["LESS-04-Retry-Budgets.md", "Session-2-Start.md", "Deployment-Guide.md"]
    found = find(
        dict.fromkeys(names, "# X\n") | {"z.md": f"# Z\n\nSee {written}\n"}, "missing-file"
    )
    assert [f.suggestion for f in found] == [meant]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Then update gone-far.md.", "missing-file"),
        ("Create gone-far.md next.", "known-missing"),
        ("**Next:** Create `gone-far.md`", "known-missing"),
        ("We created gone-far.md.", "missing-file"),
        ("- gone-far.md (optional)", "known-missing"),
        ("- gone-far.md ❌ (NOT FOUND)", "known-missing"),
        ("- gone-far.md ⏳", "known-missing"),
        ("- **gone-far.md** (the prompt - create if needed)", "known-missing"),
        ("### Broken links\n\n- gone-far.md", "known-missing"),
        ("## Next session\n\n- gone-far.md", "known-missing"),
        ("## Next session\n\n- [x] gone-far.md", "missing-file"),
        ("## Next session\n\n- As in gone-far.md", "missing-file"),
        ("## Next steps\n\n- LESS-09", "broken-reference"),  # to be read, not to be written
        ("### Create the guides\n\n1. gone-far.md", "known-missing"),
        ("All but two: LESS-01 to LESS-12, excluding LESS-09", "known-missing"),
        ("All except LESS-08 and LESS-09.", "known-missing"),
        ("All except the cache heed LESS-09.", "broken-reference"),
        ("This creates LESS-09.", "broken-reference"),
        ("## Future-proof\n\nSee LESS-09.", "broken-reference"),
        ("LESS-09 (formerly LESS-10)", "broken-reference"),
        ("| Old ID | New ID |\n|---|:-:|\n| LESS-09 | LESS-01 |", "known-missing"),
        ("| Old ID | New ID |\n|---|:-:|\n| LESS-01 | LESS-09 |", "broken-reference"),
        ("**Range:** LESS-09 to LESS-99", ""),
        ("**Naming conventions**\n\n- Domain-Index.md", ""),
        ("A name such as gone-far.md is good.", ""),
        ("Look for `gone-far.md` or `*-gone-far.md`.", ""),
        ('--8<-- "parts/gone-far.md"', ""),
        ('{% include "gone-far.md" %}', ""),
        ("Skills are in `.agents/skills/gone-far.md`.", ""),
        ("**Related:** LESS-09 (when written)", "known-missing"),
        ("## Part 2: gone-far.md\n\nIts text.", ""),
        ("## Read gone-far.md\n\nNow.", "missing-file"),
    ],
)
def test_what_a_text_says_about_what_is_missing(
    text: str, rule: str, find: Callable[..., list[Finding]]
) -> None:
    files = {"a.md": entry("LESS-01", "Retries"), "z.md": f"# Z\n\n{text}\n"}
    found = find(files, "broken-reference", "missing-file", "known-missing")
    assert {
        f.rule for f in found if f.subject in ("gone-far.md", "LESS-09", "Domain-Index.md")
    } == ({rule} if rule else set())


def test_old_names_in_a_column_of_old_names_are_not_stale(
    find: Callable[..., list[Finding]],
) -> None:
    files = {
        "LESS-02-Retry-Budgets.md": entry("LESS-02", "Retry budgets"),
        "moves.md": "# Moves\n\n| Former name | Name |\n| --- | --- |\n"
        "| LESS-02-Retries.md | LESS-02-Retry-Limits.md |\n",
    }
    assert [f.subject for f in find(files, "stale-file-name")] == ["LESS-02-Retry-Limits.md"]


def test_an_index_lists_what_leads_its_items(find: Callable[..., list[Finding]]) -> None:
    files = {f"x/LESS-0{n}.md": entry(f"LESS-0{n}", f"T{n}") for n in (1, 2)} | {
        "x/Lessons-Index.md": "# Lessons Index\n\n- LESS-01: see LESS-07\n- LESS-02\n"
        "- AP-03 holds too\n\n## Related\n\n- LESS-08\n\n## Planned\n\n- LESS-09\n"
    }
    assert find(files, "stale-index") == []


def test_a_name_is_another_if_a_file_bears_it_letter_by_letter(
    find: Callable[..., list[Finding]],
) -> None:
    files = {
        "x/Warm-Pools.md": "# X\n",
        "y/Warm_Pools.md": "# Y\n",
        "z.md": "# Z\n\nIn y: Warm-Pools.md\n",
    }
    assert find(files, "stale-file-name", "ambiguous-reference") == []


def test_what_a_template_leaves_open_is_to_be_filled_in(
    find: Callable[..., list[Finding]],
) -> None:
    gaps = (
        "---\nstatus: {accepted | superseded by [DEC-05](05-x.md)}\n---\n# {Title}\n\n"
        "**Date:** 2025-02-30\n\nLESS-99, gone-far.md, [x](gone.md), [y](#gone)\n"
    )
    files = {"a.md": "# A\n\nSee [the template](dec-template.md).\n"}
    assert find({**files, "dec-template.md": gaps, "Templates/note.md": gaps}) == []
    assert len({f.rule for f in find({**files, "dec.md": gaps})}) > 4


def test_the_page_of_a_scope_is_one_of_its_folder(find: Callable[..., list[Finding]]) -> None:
    files = {"x/a.md": entry("LESS-01", "A"), "b.md": "# B\n\n[x](x/)\n"}
    scopes = {"scopes": [{"path": "x"}]}
    assert find(files, "broken-link", **scopes) == []
    assert len(find(files, "broken-link", index_pages=False, **scopes)) == 1


def test_a_path_in_another_case_is_suggested(find: Callable[..., list[Finding]]) -> None:
    files = {
        "guides/a.md": "# A\n\n![x](Img/Logo.PNG) [y](/kb/GUIDES/img/) [z](gone.png)\n",
        "guides/img/logo.png": "",
    }
    found = find(files, "broken-link")
    assert [f.suggestion for f in found] == ["img/logo.png", "img", None]


def test_a_link_as_its_site_has_it_is_understood(find: Callable[..., list[Finding]]) -> None:
    links = "[a](api/) [b](api.html#x) [c](./api) [d](../guide/api/#x) [e](../../index) [f](gone/)"
    files = {"guide/start.md": f"# S\n\n{links}\n", "guide/api.md": "# X\n", "index.md": "# I\n"}
    found = find(files, "broken-link")
    assert [f.suggestion for f in found] == ["api.md"] * 4 + ["../index.md", None]
    assert not any(f.fix and f.fix.safe for f in found)  # the site may be made by another program


def test_addresses_of_a_site_and_of_github_are_no_files(
    find: Callable[..., list[Finding]],
) -> None:
    links = (
        "[a](/) [b](/pricing) [c](/a/#y) ![d](/img/logo.png) [e](../../issues/12)\n\n"
        "[f](a.md?plain=1#L3-L5) [g](/img/gone.png) [h](/gone.md) [i](../../gone/)\n"
    )
    files = {"a.md": f"# A\n\n{links}", "static/img/logo.png": ""}
    assert [(f.line, f.subject) for f in find(files, "broken-link", "broken-anchor")] == [
        (5, "/img/gone.png"),
        (5, "/gone.md"),
        (5, "../../gone/"),
    ]


def test_a_link_to_a_folder_is_less_grave_unless_somebody_says_so(
    find: Callable[..., list[Finding]],
) -> None:
    files = {"a.md": "# A\n\n[x](b/) [y](gone.md)\n", "b/c.png": ""}
    assert [f.severity for f in find(files, "broken-link")] == ["warning", "error"]
    for level in ("info", "error"):
        found = find(files, "broken-link", rules={"broken-link": level})
        assert [f.severity for f in found] == [level, level]


def test_a_link_to_a_hidden_file_is_right_if_it_is_there(tmp_path: Path) -> None:
    (tmp_path / ".ci").mkdir()
    (tmp_path / ".ci" / "run.yml").write_text("")
    links = f"[x](.ci/run.yml) [y](.ci/gone.yml) [z](.{'x' * 300})"
    (tmp_path / "a.md").write_text(f"# A\n\n{links}\n")
    found = check(KnowledgeBase.load(tmp_path))
    assert [f.column for f in found] == [18, 36]


def test_of_two_with_one_id_the_one_that_bore_the_name_is_meant(
    find: Callable[..., list[Finding]],
) -> None:
    files = {
        "a/LESS-01.md": entry("LESS-01", "Warm pools"),
        "b/LESS-01.md": entry("LESS-01", "Cold starts"),
        "c.md": "# C\n\nLESS-01-Cold-Start-Costs.md\n",
    }
    found = find(files, "ambiguous-reference", "missing-file", "stale-file-name")
    assert [(f.rule, f.suggestion) for f in found] == [("stale-file-name", "LESS-01.md")]


def test_a_status_is_mended_in_the_words_of_the_base(
    find: Callable[..., list[Finding]],
) -> None:
    files = {
        "a.md": entry("DEC-01", "A", "**Status:** ✅ Accepted"),
        "b.md": entry("DEC-02", "B", "**Supersedes:** DEC-01"),
        "c.md": entry("DEC-03", "C", "**Status:** ⛔ Replaced by DEC-02"),
    }
    (found,) = find(files, "stale-status")
    assert found.fix
    assert found.fix.safe
    (edit,) = found.fix.edits
    assert (edit.before, edit.after) == ("✅ Accepted", "⛔ Replaced by DEC-02")
    (found,) = find(files, "stale-status", statuses=["Accepted", "Replaced"])
    assert found.fix is None
