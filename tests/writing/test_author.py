"""New entries, renamed entries, generated indexes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from mkdocs_sima.knowledge_base import KnowledgeBase
from mkdocs_sima.resources import templates
from mkdocs_sima.settings import read_settings
from mkdocs_sima.writing import edits, index, new
from mkdocs_sima.writing.index_markers import MarkerError
from mkdocs_sima.writing.renaming import rename, rename_plan

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2025, 6, 7)


def base(files: dict[str, str], **settings: object) -> KnowledgeBase:
    contents = [(path, text.encode()) for path, text in files.items()]
    return KnowledgeBase.from_files(contents, read_settings(settings))


def draft(kb: KnowledgeBase, kind: str, title: str, scope: str | None = None) -> new.Draft:
    return new.draft(kb, kind, title, scope, [templates("entries")], TODAY)


SCOPED = {
    "lessons/LESS-01-One.md": "# LESS-01: One\n",
    "lessons/LESS-07-Seven.md": "# LESS-07: Seven\n",
    "aws/AWS-LESS-003-Three.md": "# AWS-LESS-003: Three\n",
    "aws/AWS-DEC-01-One.md": "# AWS-DEC-01: One\n",
}


def test_a_new_entry_takes_the_next_number_of_its_scope() -> None:
    kb = base(SCOPED)
    assert draft(kb, "less", "Über all: why?").path == "lessons/LESS-08-Über-All-Why.md"
    assert draft(kb, "LESS", "X", "AWS").path == "aws/AWS-LESS-004-X.md"
    assert draft(kb, "BUG", "First").path == "BUG-01-First.md"


def test_a_new_entry_is_named_as_its_siblings_are() -> None:
    records = {f"adr/000{n}-use-{n}.md": f"# Use {n}\n" for n in (1, 2)}
    kb = base(records, types={"ADR": {"label": "ADR", "files": "adr/*.md"}})
    made = draft(kb, "ADR", "Use 3 of Them")
    assert (made.path, str(made.ref_id)) == ("adr/0003-use-3-of-them.md", "ADR-0003")
    proposals = {f"eip-{n}.md": f"---\neip: {n}\ntitle: Use {n}\n---\n" for n in (1, 20, 300)}
    kb = base(proposals, types={"EIP": {"field": "eip"}})
    assert draft(kb, "EIP", "Use 301").path == "eip-301.md"


@pytest.mark.parametrize("kind", ["LESS", "DEC", "AP", "BUG", "TOOL"])
def test_a_new_entry_is_read_as_it_was_meant(kind: str) -> None:
    made = draft(base({}), kind, "Retries need a budget")
    document = base({made.path: made.text}).documents[made.path]
    assert (document.id, document.title) == (f"{kind}-01", "Retries need a budget")
    assert document.created == "2025-06-07"
    assert document.priority == "medium"


def test_what_a_new_entry_can_not_be() -> None:
    with pytest.raises(new.NewEntryError, match="no type is called 'FOO'"):
        draft(base({}), "FOO", "x")
    with pytest.raises(new.NewEntryError, match="no scope is called 'gcp'; known are general, AWS"):
        draft(base(SCOPED), "LESS", "x", "gcp")


def test_own_templates_come_first(tmp_path: Path) -> None:
    (tmp_path / "LESS.md").write_text("{{ id }} {{ title }} {{ nope }}")
    with pytest.raises(new.NewEntryError, match="'nope' is undefined"):
        new.draft(base({}), "LESS", "x", None, [tmp_path, templates("entries")], TODAY)


CITED = {
    "a/DEC-04-Stateless.md": (
        "# DEC-04-Stateless.md\n\n**REF-ID:** DEC-04\n\nDEC-04 says `DEC-04`.\n\n"
        "```\nDEC-04\n```\n\n**File:** DEC-04-Stateless.md\n"
    ),
    "a/DEC-03-X.md": "# DEC-03: X\n\nSee DEC-04 and DEC-04: DEC-041, NO-DEC-04.\n",
    "b.md": (
        "# B\n\n[DEC-04](a/DEC-04-Stateless.md#why), a/DEC-04-Stateless.md, `DEC-04`\n\n"
        "âœ… DEC-04\n\nDEC-03 to DEC-05\n"
    ),
    "a/DEC-05.md": "# DEC-05: Y\n",
}


def renamed(kb: KnowledgeBase, old: str, fresh: str) -> tuple[rename_plan.Plan, dict[str, str]]:
    plan = rename.plan(kb, old, fresh)
    return plan, {path: edits.apply(CITED[path], found) for path, found in plan.edits.items()}


def test_a_rename_reaches_every_reference() -> None:
    plan, texts = renamed(base(CITED), "DEC-04", "DEC-11")
    assert plan.new_path == "a/DEC-11-Stateless.md"
    assert texts["a/DEC-04-Stateless.md"] == (
        "# DEC-11-Stateless.md\n\n**REF-ID:** DEC-11\n\nDEC-11 says `DEC-11`.\n\n"
        "```\nDEC-04\n```\n\n**File:** DEC-11-Stateless.md\n"
    )
    assert texts["a/DEC-03-X.md"].startswith("# DEC-03: X\n\nSee DEC-11 and DEC-11: DEC-041, NO-")
    assert texts["b.md"] == (
        "# B\n\n[DEC-11](a/DEC-11-Stateless.md#why), a/DEC-11-Stateless.md, `DEC-11`\n\n"
        "âœ… DEC-11\n\nDEC-03 to DEC-05\n"
    )
    assert plan.by_hand == ["b.md:7:1 a range covers DEC-04; it will not cover DEC-11"]


def test_a_rename_reaches_wiki_links_by_file_name_not_those_by_title() -> None:
    links = "[[DEC-04]] [[DEC-04-Stateless]] [[DEC-04 Stateless|why]] [[Keep No State]]\n"
    entry = "# DEC-04: Keep No State\n"
    plan = rename.plan(base({"DEC-04-Stateless.md": entry, "b.md": links}), "DEC-04", "DEC-11")
    assert edits.apply(links, plan.edits["b.md"]) == (
        "[[DEC-11]] [[DEC-11-Stateless]] [[DEC-11-Stateless|why]] [[Keep No State]]\n"
    )


def test_a_rename_that_was_cut_short_before_the_file_got_its_name_goes_on() -> None:
    _, texts = renamed(base(CITED), "DEC-04", "DEC-11")
    half_done = CITED | texts
    plan = rename.plan(base(half_done), "DEC-04", "DEC-11")
    assert plan.new_path == "a/DEC-11-Stateless.md"
    for path, found in plan.edits.items():
        assert edits.apply(half_done[path], found) == half_done[path]


def test_an_end_of_a_range_is_left_to_a_person() -> None:
    plan, texts = renamed(base(CITED), "DEC-05", "DEC-12")
    assert texts.keys() == {"a/DEC-05.md"}
    assert plan.by_hand == ["b.md:7:11 DEC-05 ends a range; say what the range is now"]


def test_a_bare_id_stays_bare_only_in_the_same_scope() -> None:
    files = {
        "aws/AWS-DEC-01-A.md": "# AWS-DEC-01: A\n\n**REF-ID:** DEC-01\n",
        "aws/AWS-DEC-02-B.md": "# AWS-DEC-02: B\n\nDEC-01, AWS-DEC-01\n",
        "aws/AWS-DEC-03-C.md": "# AWS-DEC-03: C\n",
    }
    kb = base(files)
    for fresh, expected in [
        ("AWS-DEC-09", "DEC-09, AWS-DEC-09"),
        ("GCP-DEC-01", "GCP-DEC-01, GCP-DEC-01"),
    ]:
        found = rename.plan(kb, "AWS-DEC-01", fresh).edits["aws/AWS-DEC-02-B.md"]
        assert edits.apply(files["aws/AWS-DEC-02-B.md"], found).endswith(f"\n\n{expected}\n")


@pytest.mark.parametrize(
    ("old", "fresh", "message"),
    [
        ("DEC-99", "DEC-12", "no entry is called DEC-99"),
        ("DEC-04", "DEC-05", "DEC-05 is taken by a/DEC-05.md"),
        ("DEC-04", "FOO", "'FOO' is no REF-ID"),
        ("DEC-04", "DEC-04", "is called that already"),
    ],
)
def test_renames_that_make_no_sense(old: str, fresh: str, message: str) -> None:
    with pytest.raises(rename.RenameError, match=message):
        rename.plan(base(CITED), old, fresh)


LISTED = {
    "LESS-02-B.md": "# LESS-02: B_b_ and c\n\n**Keywords:** cache\n",
    "x/LESS-10 C.md": "# LESS-10: C\n",
    "x/DEC-01-D.md": "# DEC-01: D\n\n**Keywords:** cache\n",
}


@pytest.mark.parametrize(
    ("options", "items"),
    [
        (
            "",
            (
                "**Lessons**\n\n- [LESS-02](../LESS-02-B.md): B\\_b\\_ and c\n"
                "- [LESS-10](../x/LESS-10%20C.md): C\n\n**Decisions**\n\n"
                "- [DEC-01](../x/DEC-01-D.md): D\n"
            ),
        ),
        ("type=DEC", "- [DEC-01](../x/DEC-01-D.md): D\n"),
        ('folder="../x" type=less', "- [LESS-10](../x/LESS-10%20C.md): C\n"),
        ("keyword=Cache type=LESS", "- [LESS-02](../LESS-02-B.md): B\\_b\\_ and c\n"),
        ("type=AP", ""),
    ],
)
def test_an_index_lists_what_its_marker_asks_for(options: str, items: str) -> None:
    folder = "" if "folder" in options else " folder=.."
    begin, end = f"<!-- sima: index {options}{folder} -->", "<!-- sima: end -->"
    text = f"# I\n\n{begin}\nold\n{end}\n\n```\n<!-- sima: index -->\n```\n"
    kb = base({**LISTED, "i/index.md": text})
    result = index.updated(kb, "i/index.md", text)
    assert result == text.replace("old\n", items)
    assert index.updated(kb, "i/index.md", result) == result


@pytest.mark.parametrize(
    ("marker", "message"),
    [
        ("<!-- sima: index -->", "no <!-- sima: end --> follows"),
        ("<!-- sima: index kind=x -->\n<!-- sima: end -->", "no option 'kind'; known are type"),
        ("<!-- sima: index type = x -->\n<!-- sima: end -->", "'type = x' is no option"),
        ("<!-- sima: index type=DCE -->\n<!-- sima: end -->", "no type is called 'DCE'"),
        ("<!-- sima: index scope=y -->\n<!-- sima: end -->", "no scope is called 'y'"),
        ("<!-- sima: index folder=y -->\n<!-- sima: end -->", "no folder 'y' in the knowledge"),
    ],
)
def test_a_marker_that_can_not_be_understood(marker: str, message: str) -> None:
    with pytest.raises(MarkerError) as error:
        index.updated(base(LISTED), "i.md", f"# I\n\n{marker}\n")
    assert message in str(error.value)
    assert error.value.line == 3
