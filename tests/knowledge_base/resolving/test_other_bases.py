"""IDs that a base lacks are those of the bases whose inventories it names."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from mkdocs_sima.inventories import ForeignEntry, copies, sphinx_format
from mkdocs_sima.knowledge_base import KnowledgeBase
from mkdocs_sima.knowledge_base.lookup.foreign import foreign_entries
from mkdocs_sima.rules import check
from mkdocs_sima.settings import SettingsError, read_settings

if TYPE_CHECKING:
    from pathlib import Path

THEIRS = (
    ForeignEntry("LESS-03", "LESS", "id/LESS-03/", "Retry with a budget"),
    ForeignEntry("AWS-LESS-04", "LESS", "id/AWS-LESS-04/", "Warm up"),
    ForeignEntry("RFC-07", "RFC", "id/RFC-07/", "Ports"),
)
URL = "https://platform.example.org/kb/"
SETTINGS = """
site_name: Payments
docs_dir: docs
plugins:
  - sima:
      inventories: [{source: theirs.inv, url: https://platform.example.org/kb, prefix: PLAT}]
"""


def base(folder: Path, text: str, theirs: bytes | None) -> KnowledgeBase:
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    (folder / "docs" / "LESS-01.md").write_text(f"# LESS-01: Ours\n\n{text}\n", "utf-8")
    (folder / "docs" / "LESS-02.md").write_text("# LESS-02: Ours, too\n\nLESS-01.\n", "utf-8")
    if theirs is not None:
        (folder / "theirs.inv").write_bytes(theirs)
    return KnowledgeBase.load(folder)


def found(kb: KnowledgeBase) -> dict[str, str | None]:
    elsewhere = {r.mention.text: kb.elsewhere(r) for r in kb.references("LESS-01.md")}
    return {text: there.url if there else None for text, there in elsewhere.items()}


def rules(kb: KnowledgeBase) -> list[str]:
    return [finding.rule for finding in check(kb) if finding.severity == "error"]


def test_an_entry_is_followed_until_its_base_drops_it(tmp_path: Path) -> None:
    text = "PLAT-LESS-03, plat-less-3, AWS-LESS-04, PLAT-RFC-07 and LESS-02."
    kb = base(tmp_path, text, sphinx_format.write("Platform", THEIRS))
    assert found(kb) == {
        "PLAT-LESS-03": f"{URL}id/LESS-03/",
        "AWS-LESS-04": f"{URL}id/AWS-LESS-04/",
        "PLAT-RFC-07": f"{URL}id/RFC-07/",
        "LESS-02": None,
    }
    assert rules(kb) == []
    (tmp_path / "theirs.inv").write_bytes(sphinx_format.write("Platform", THEIRS[:2]))
    kb = KnowledgeBase.load(tmp_path)
    assert rules(kb) == []  # no type RFC any more: it is a word like others
    (tmp_path / "theirs.inv").write_bytes(sphinx_format.write("Platform", THEIRS[1:]))
    kb = KnowledgeBase.load(tmp_path)
    assert rules(kb) == ["broken-reference"]


def test_a_bare_id_with_a_prefix_set_means_only_ours(tmp_path: Path) -> None:
    kb = base(tmp_path, "LESS-03.", sphinx_format.write("Platform", THEIRS))
    assert found(kb) == {"LESS-03": None}


@pytest.mark.parametrize("theirs", [None, b"", b"# Sphinx inventory version 2\n#\n#\n#\nxx"])
def test_an_inventory_that_cannot_be_read_is_said_once(tmp_path: Path, theirs: bytes) -> None:
    kb = base(tmp_path, "LESS-02.", theirs)
    assert rules(kb) == ["unread-inventory"]


def test_a_cut_inventory_is_no_inventory() -> None:
    with pytest.raises(sphinx_format.BadInventoryError):
        sphinx_format.read(sphinx_format.write("Platform", THEIRS)[:-6])


def test_what_is_written_is_read() -> None:
    assert sphinx_format.read(sphinx_format.write("A  b", THEIRS)) == ("A b", tuple(sorted(THEIRS)))


def test_a_copy_stands_for_an_address(tmp_path: Path) -> None:
    source = "https://platform.example.org/kb/objects.inv"
    kept = {source: copies.Copy("2026-02-03", 'The "Platform"', THEIRS)}
    (tmp_path / copies.FILE).write_text(copies.to_text(kept), "utf-8")
    assert copies.read_copies(tmp_path) == kept
    text = f"docs_dir: .\nplugins: [{{sima: {{inventories: [{json.dumps(source)}]}}}}]\n"
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    (tmp_path / "LESS-01.md").write_text("# LESS-01: Ours\n\nLESS-03, LESS-09.\n", "utf-8")
    kb = KnowledgeBase.load(tmp_path)
    assert found(kb) == {"LESS-03": f"{URL}id/LESS-03/", "LESS-09": None}
    (tmp_path / copies.FILE).write_text("{]", "utf-8")
    (problem,) = (f.message for f in check(KnowledgeBase.load(tmp_path)) if "inventory" in f.rule)
    assert "is damaged" in problem


def test_an_address_that_runs_a_script_leads_to_the_site(tmp_path: Path) -> None:
    bad = (ForeignEntry("LESS-03", "LESS", "javascript:alert(1)", "<b>"),)
    kb = base(tmp_path, "PLAT-LESS-03.", sphinx_format.write("Platform", bad))
    assert [there.url for there in foreign_entries(kb.settings).values()] == [URL]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("x.inv", "must be a list"),
        (["x.inv"], "needs a 'url'"),
        ([{"prefix": "A"}], "needs a 'source'"),
        ([{"source": "x.inv", "url": "javascript:x"}], "must begin with https"),
        ([{"source": "x.inv", "from": "y"}], "from"),
    ],
)
def test_a_setting_that_cannot_be_used_says_why(value: object, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        read_settings({"inventories": value})
