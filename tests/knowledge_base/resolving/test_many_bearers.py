"""An ID that many documents bear means, for each that cites it, what is near and what fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_sima import KnowledgeBase

    Library = Callable[..., KnowledgeBase]

AREAS = ("billing", "cart", "fraud", "login", "mail", "media", "search", "stock", "tax", "users")
BEARERS = {f"{area}/DEC-01.md": f"# DEC-01: Queues for {area}\n" for area in AREAS} | {
    f"{area}/DEC-02.md": f"# DEC-02: Other {area}\n" for area in AREAS
}


def target(kb: KnowledgeBase, path: str) -> str | None:
    (reference,) = kb.references(path)
    return reference.target


def test_each_folder_means_its_own(library: Library) -> None:
    citing = {f"{area}/notes/{name}.md": "# N\n\nSee DEC-01.\n" for area in AREAS for name in "ab"}
    kb = library(BEARERS | citing)
    assert {path: target(kb, path) for path in citing} == {
        path: f"{path.split('/')[0]}/DEC-01.md" for path in citing
    }


def test_neighbours_with_other_words_mean_others(library: Library) -> None:
    citing = {f"notes/{area}.md": f"# N\n\nDEC-01: Queues for {area}\n" for area in AREAS}
    kb = library(BEARERS | citing | {"notes/plain.md": "# N\n\nSee DEC-01.\n"})
    assert [target(kb, path) for path in citing] == [f"{area}/DEC-01.md" for area in AREAS]
    assert kb.references("notes/plain.md")[0].verdict == "ambiguous"
