"""A relation shows on the other entry as its inverse, with the line it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_sima import KnowledgeBase

    Library = Callable[..., KnowledgeBase]


@pytest.mark.parametrize(
    ("text", "relation", "inverse"),
    [
        ("## Prerequisites\n\n- DEC-01: words\n", "prerequisite", "enables"),
        ("## Related\n\n**Depends On:**\n- DEC-01\n", "prerequisite", "enables"),
        ("## Related\n\n- Similar to: DEC-01\n", "similar", "similar"),
        ("**Prevented By:** DEC-01\n", "prevented-by", "prevents"),
        ("This is superseded by DEC-01.\n", "superseded-by", "supersedes"),
        ("Superseded by [DEC-01](base/DEC-01.md)\n", "superseded-by", "supersedes"),
        ("---\nparent: DEC-01\n---\n# Note\n", "parent", "child"),
        ("**Next:** DEC-01  \n", "next", "previous"),
        ("## REFERENCES\n\n- DEC-01\n", "related", "related"),
        ("- Up\n  - DEC-01\n", "parent", "child"),
        ("In passing, DEC-01.\n", "related", "related"),
    ],
)
def test_relations(shop: Library, text: str, relation: str, inverse: str) -> None:
    kb = shop({"note.md": text})
    (reference,) = kb.references("note.md")
    assert reference.mention.relation == relation
    (backlink,) = kb.backlinks("base/DEC-01.md")
    assert (backlink.source, backlink.relation) == ("note.md", inverse)


def test_owners_add_relations(shop: Library) -> None:
    relations = {"tests": {"words": ["verifies"], "inverse": "tested-by"}}
    kb = shop({"note.md": "**Verifies:** DEC-01\n"}, relations=relations)
    assert kb.backlinks("base/DEC-01.md")[0].relation == "tested-by"


def test_further_words_for_a_relation_leave_its_inverse(shop: Library) -> None:
    relations = {"superseded-by": {"words": ["ersetzt durch"]}}
    kb = shop({"DEC-07.md": "# DEC-07: Old\n\n**Ersetzt durch:** DEC-01\n"}, relations=relations)
    target = kb.find("DEC-01").target or ""
    found = [link for link in kb.backlinks(target) if link.source == "DEC-07.md"]
    assert [link.relation for link in found] == ["supersedes"]


def test_the_excerpt_is_the_line_as_plain_text(shop: Library) -> None:
    kb = shop({"note.md": "# N\n\n- **DEC-01**: see [the *guide*](x.md) and `code`\n"})
    assert kb.backlinks("base/DEC-01.md")[0].excerpt == "DEC-01: see the guide and code"
