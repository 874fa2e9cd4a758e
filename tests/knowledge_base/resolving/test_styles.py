"""Knowledge bases of other styles work by settings alone: tests/recipes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima import KnowledgeBase

if TYPE_CHECKING:
    from pathlib import Path


def cited(kb: KnowledgeBase, path: str) -> list[tuple[str, str, str | None]]:
    return [(r.mention.text, r.mention.relation, r.target) for r in kb.references(path)]


def test_numbered_proposals_with_yaml_front_matter(repository: Path) -> None:
    kb = KnowledgeBase.load(repository / "tests/recipes/proposals")
    assert {d.id: (p, d.title) for p, d in kb.documents.items()} == {
        "EIP-12": ("eip-12.md", "Price every lamp by its light"),
        "EIP-7": ("eip-7.md", "Count lamps, not rooms"),
        "EIP-9": ("eip-9.md", "A meter for light"),
    }
    assert cited(kb, "eip-12.md") == [
        ("EIP-7", "prerequisite", "eip-7.md"),
        ("EIP-9", "prerequisite", "eip-9.md"),
        ("./eip-7.md", "prerequisite", "eip-7.md"),
        ("EIP-9", "related", "eip-9.md"),
        ("EIP-40", "related", None),
    ]
    assert cited(kb, "eip-9.md")[:3] == [
        ("EIP-7", "prerequisite", "eip-7.md"),
        ("EIP-12", "superseded-by", "eip-12.md"),
        ("EIP-12", "related", "eip-12.md"),
    ]
    assert {b.relation for b in kb.backlinks("eip-7.md")} == {"enables", "related"}
    assert kb.find("eip-7").target == "eip-7.md"


def test_folders_of_decision_records(repository: Path) -> None:
    kb = KnowledgeBase.load(repository / "tests/recipes/adr")
    old, new = "decisions/0007-use-postgres.md", "decisions/0012-shard-the-shelf-list.md"
    first = "decisions/0001-record-decisions.md"
    assert {p: d.id for p, d in kb.documents.items()} == {
        first: "ADR-0001",
        old: "ADR-0007",
        new: "ADR-0012",
        "guide.md": None,
    }
    assert kb.documents[old].title == "Use Postgres for the shelf list"
    assert cited(kb, old) == [("ADR-0012", "superseded-by", new), ("ADR-0001", "related", first)]
    assert cited(kb, new) == [
        ("0007-use-postgres.md", "supersedes", old),
        ("ADR-1", "prerequisite", first),
        ("ADR-0099", "amended-by", None),
    ]
    assert cited(kb, "guide.md") == [
        ("0001-record-decisions.md", "related", first),
        ("ADR-0007", "related", old),
        ("ADR-0012", "related", new),
    ]
