"""Entries in German, French and Chinese, with field names of their own: tests/recipes/languages."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from mkdocs_sima import KnowledgeBase
from mkdocs_sima.rules import check
from mkdocs_sima.settings import SettingsError, read_settings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def read(repository: Path) -> dict[str, KnowledgeBase]:
    folder = repository / "tests/recipes/languages"
    return {path.name: KnowledgeBase.load(path) for path in folder.iterdir()}


def said(kb: KnowledgeBase, ref_id: str) -> tuple[object, ...]:
    d = kb.documents[kb.find(ref_id).target or ""]
    return d.title, d.status, d.priority, d.created, d.updated, d.keywords


def test_fields_are_read_under_the_names_of_the_settings(read: dict[str, KnowledgeBase]) -> None:
    german, french, chinese = read["de"], read["fr"], read["zh"]
    assert said(german, "LEHRE-01") == (
        *("Größen früh schätzen", "gültig", "high", "2025-03-08", "2025-11-14"),
        ("größe", "schätzung", "übergabe"),
    )
    keywords = ("maße", "gewichte")
    assert said(german, "LEHRE-02") == ("Maße prüfen", "veraltet", None, None, None, keywords)
    assert said(german, "DEC-02")[1:3] == ("beschlossen", "medium")
    assert said(french, "LESS-01") == (
        *("L’état partagé est un piège", "accepté", "high", "2025-08-03", "2025-12-01"),
        ("état", "mémoire", "reprise après panne"),
    )
    assert said(french, "DEC-01") == (
        *("Garder l’état dehors", "accepté", None, None, None),
        ("état", "durée de vie"),
    )
    assert said(french, "LESS-02")[1] == "remplacé"
    assert said(chinese, "LESS-01") == (
        *("不要在函数里使用线程锁", "已采纳", "high", "2025-03-08", None),
        ("线程锁", "并发", "单线程"),
    )
    keywords = ("单线程", "执行模型")
    assert said(chinese, "DEC-01") == ("单线程执行", "已采纳", "medium", None, None, keywords)
    summaries = [
        kb.documents[kb.find(ref_id).target or ""].summary
        for kb, ref_id in ((german, "LEHRE-02"), (french, "DEC-01"), (chinese, "DEC-01"))
    ]
    assert summaries == [
        "Maße ändern sich öfter als Gewichte.",
        "L’état vit hors du processus.",
        "每个实例一次只执行一个请求。",
    ]


def test_references_are_found_and_resolved(read: dict[str, KnowledgeBase]) -> None:
    def cited(kb: KnowledgeBase, ref_id: str) -> list[tuple[str, str, str | None, str | None]]:
        found = kb.references(kb.find(ref_id).target or "")
        documents = kb.documents
        return [
            (
                r.mention.text,
                r.mention.relation,
                documents[r.target].id if r.target else None,
                r.anchor,
            )
            for r in found
        ]

    assert cited(read["de"], "LEHRE-01") == [
        ("DEC-02", "related", "DEC-02", None),
        ("DEC-02", "prerequisite", "DEC-02", None),
        (
            "../Große Themen/LEHRE-02 Maße.md#maße--gewichte",
            "related",
            "LEHRE-02",
            "maße--gewichte",
        ),
        ("LEHRE-09", "related", None, None),
    ]
    assert cited(read["de"], "LEHRE-02")[0] == ("LEHRE-01", "superseded-by", "LEHRE-01", None)
    assert cited(read["fr"], "LESS-01") == [
        ("DEC-01", "related", "DEC-01", None),
        ("DEC-01", "prerequisite", "DEC-01", None),
        ("../décisions/DEC-01-Garder-l-état-dehors.md#pourquoi-", "related", "DEC-01", "pourquoi-"),
        ("LESS-07", "related", None, None),
    ]
    assert cited(read["fr"], "DEC-01")[0] == ("LESS-02", "supersedes", "LESS-02", None)
    assert cited(read["zh"], "LESS-01") == [
        ("DEC-01", "related", "DEC-01", None),  # 详情参见DEC-01。
        ("DEC-01", "related", "DEC-01", None),
        ("DEC-01", "prerequisite", "DEC-01", None),
        ("../决策/DEC-01-单线程执行.md#背景", "related", "DEC-01", "背景"),
        ("LESS-09", "related", None, None),
    ]
    assert [text for text, *_ in cited(read["zh"], "DEC-01")] == ["LESS-01", "LESS-02"]
    glosses = {r.mention.gloss for r in read["zh"].references("经验/LESS-01-线程与锁.md")}
    assert "单线程执行" in glosses


def test_nothing_is_reported_but_what_is_missing(read: dict[str, KnowledgeBase]) -> None:
    assert {
        language: [(f.rule, f.subject) for f in check(kb) if f.rule != "orphan"]
        for language, kb in read.items()
    } == {
        "de": [("broken-reference", "LEHRE-09")],
        "fr": [("broken-reference", "LESS-07")],
        "zh": [("broken-reference", "LESS-09")],
    }


def test_a_field_that_does_not_exist_is_refused() -> None:
    with pytest.raises(SettingsError, match="'fields' has no option 'stand'; known are: category"):
        read_settings({"fields": {"stand": "Status"}})


def test_names_that_macos_took_apart_are_found() -> None:
    path = unicodedata.normalize("NFD", "dé/État.md")
    text = "# A\n\n[x](dé/État.md) and État.md and [y](d%C3%A9/%C3%89tat.md#où-aller)\n"
    heading = unicodedata.normalize("NFD", "Où aller")
    files = [("a.md", text.encode()), (path, f"# B\n\n## {heading}\n".encode())]
    kb = KnowledgeBase.from_files(files)
    assert [reference.target for reference in kb.references("a.md")] == [path, path, path]
    assert not check(kb)
