from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_sima.site.entry.packed import pack
from mkdocs_sima.site.search.instant import index_files
from mkdocs_sima.site.search.instant.index_files import SearchedPage, files_of
from mkdocs_sima.site.search.instant.page_text import Part, text_of_page, unpacked

if TYPE_CHECKING:
    import pytest

PARTS = [Part("", "", "Some text. "), Part("why", "Why locks", "Because of a zebra.")]
PAGES = [
    SearchedPage(
        "less-01/",
        "Locks",
        text_of_page("Locks", PARTS, ids=["less1"], keywords=["a b"], summary="About locks."),
        id="LESS-01",
        aliases=["LESS-1", "AWS-LESS-7"],
        type="LESS",
        status="active",
        superseded_by="LESS-02",
    ),
    SearchedPage("other/", "Other", text_of_page("Other", PARTS[:1])),
]


def test_what_was_packed_comes_back() -> None:
    text = PAGES[0].text
    assert unpacked(pack(text.lines())) == text
    assert json.loads(text.names) == {"locks": 5, "less1": 4, "a": 2, "b": 2, "about": 1}
    words = json.loads(text.words)
    assert words["zebra"] < words["why"] == 7


def test_the_index_holds_what_identifies_pages_and_each_page_has_a_file() -> None:
    index, files = files_of(PAGES, {})
    assert index["ids"] == ["LESS-01", ""]
    assert index["aliases"] == [(0, "awsless7")]  # the other is the ID without zeros
    assert index["columns"]["status"] == (["", "active"], [1, 0])
    assert index["superseded"] == {0: "LESS-02"}
    assert index["cards"][1] == ("Other", "other/", "Some text. ")
    page = json.loads(files["page/0.json"])
    assert page["of"] == index["of"]
    assert page["parts"][1] == ["why", "Why locks", "Because of a zebra."]
    assert any(b"zebra " in text for name, text in files.items() if name.startswith("text/"))


def test_a_large_site_loads_names_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_files, "_WITH_THE_SITE", 10)
    index, files = files_of(PAGES, {})
    assert (index["cards"], index["with"]) == (None, {})
    assert [name for name in files if name.startswith("names/")] == ["names/0.txt"]


def test_other_pages_give_another_numbering_and_other_words_another_version() -> None:
    index, _ = files_of(PAGES, {})
    moved, _ = files_of(PAGES[::-1], {})
    edited, _ = files_of([replace(PAGES[0], text=PAGES[1].text), PAGES[1]], {})
    assert moved["of"] != index["of"] == edited["of"]
    assert edited["version"] != index["version"]
