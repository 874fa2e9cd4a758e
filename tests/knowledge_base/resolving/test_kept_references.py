"""What references mean is worked out again only where something that decides has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mkdocs_sima.knowledge_base import KnowledgeBase, ParseCache
from mkdocs_sima.store import temporary_store

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs_sima.model import Document, Reference

FILES = {
    "LESS-01.md": "# LESS-01: Measure\n\nDEC-01 (Cache Pages), LESS-09, `File Server URLs.md`.",
    "LESS-02.md": "# LESS-02: Cite\n\n[[LESS-01#Limits]], AP-01 to AP-03.\n",
    "DEC-01.md": "# DEC-01: Cache Pages\n\n## Limits\n\nAs LESS-02 says.\n",
    "cloud/CLD-DEC-01.md": "# CLD-DEC-01: Keep Tables\n\nUnlike DEC-01.\n",
    "File Server URLs.md": "# Where things are\n",
    "AP-01.md": "# AP-01: Guess\n",
}


@pytest.fixture
def resolved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    done: list[str] = []
    resolve = KnowledgeBase.resolve

    def noted(self: KnowledgeBase, document: Document) -> tuple[Reference, ...]:
        done.append(document.path)
        return resolve(self, document)

    monkeypatch.setattr(KnowledgeBase, "resolve", noted)
    return done


def test_only_what_a_change_reaches(tmp_path: Path, resolved: list[str]) -> None:
    cache = ParseCache(temporary_store())

    def again() -> list[str]:
        """Compare with what nothing was kept of; return who was resolved anew."""
        base, fresh = KnowledgeBase.load(tmp_path, cache=cache), KnowledgeBase.load(tmp_path)
        wanted = {path: fresh.references(path) for path in fresh.documents}
        resolved.clear()
        assert {path: base.references(path) for path in base.documents} == wanted
        return sorted(resolved)

    assert again() == sorted(FILES.keys() - {"File Server URLs.md"})
    assert again() == []
    (tmp_path / "DEC-01.md").write_text(FILES["DEC-01.md"] + "\nAnd AP-01.\n")
    assert again() == ["DEC-01.md"]  # whose name is what it was
    (tmp_path / "LESS-01.md").write_text(FILES["LESS-01.md"] + "\n\n## Limits\n")
    assert again() == ["LESS-01.md"]  # which another document cites by a heading that is new
    (tmp_path / "AP-01.md").rename(tmp_path / "AP-02.md")
    (tmp_path / "AP-02.md").write_text("# AP-02: Guess\n")
    assert {"DEC-01.md", "LESS-01.md", "LESS-02.md"} < {*again()}
