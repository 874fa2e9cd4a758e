from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_sima import KnowledgeBase
from mkdocs_sima.graph import Edge, build_graph
from mkdocs_sima.graph.similarity import COMMON, find_alike

if TYPE_CHECKING:
    from tests.conftest import Git

FILES = {
    "LESS-01.md": b"# LESS-01: One\n\n**REF-ID:** LESS-01  \n**Keywords:** cache, warm start\n\n"
    b"See LESS-02. Again LESS-02.\n\n## Prerequisites\n\n- LESS-02\n- LESS-99\n",
    "LESS-02.md": b"# LESS-02: Two\n\n**REF-ID:** LESS-02  \n**Keywords:** cache, warm start\n",
    "guide.md": b"# Guide\n\n[One](LESS-01.md)\n",
}


def test_edges_are_resolved_references_counted_by_relation() -> None:
    graph = build_graph(KnowledgeBase.from_files(FILES.items()))
    assert list(graph.nodes) == sorted(FILES)
    assert graph.edges == (
        Edge("LESS-01.md", "LESS-02.md", "prerequisite", 1),
        Edge("LESS-01.md", "LESS-02.md", "related", 2),
        Edge("guide.md", "LESS-01.md", "related", 1),
    )
    assert graph.citations == {"LESS-01.md": 1, "LESS-02.md": 1, "guide.md": 0}
    assert [(a.a, a.b) for a in graph.alike] == [("LESS-01.md", "LESS-02.md")]


def test_ghosts_and_keywords_come_only_when_asked() -> None:
    graph = build_graph(KnowledgeBase.from_files(FILES.items()), keywords=True, missing=True)
    assert graph.nodes["missing:LESS-99"].kind == "missing"
    assert Edge("LESS-01.md", "missing:LESS-99", "prerequisite", 1) in graph.edges
    assert Edge("LESS-02.md", "keyword:warm start", "keyword", 1) in graph.edges


def test_every_resolved_reference_of_a_real_knowledge_base_is_in_an_edge(
    corpus: KnowledgeBase,
) -> None:
    resolved = Counter(
        (path, reference.target, reference.mention.relation)
        for path in corpus.documents
        for reference in corpus.references(path)
        if reference.verdict == "resolved"
    )
    assert len(resolved) > 3000
    edges = {(e.source, e.target, e.relation): e.count for e in build_graph(corpus).edges}
    assert edges == resolved


def test_a_rare_keyword_says_more_than_a_common_one() -> None:
    keywords: dict[str, tuple[str, ...]] = {f"{n}": ("common",) for n in range(20)}
    keywords |= {
        "a": ("common", "rare", "x"),
        "b": ("common", "rare", "y"),
        "c": ("common", "z", "w"),
    }
    scores = {(alike.a, alike.b): alike for alike in find_alike(keywords, least=0.0)}
    assert scores["a", "b"].shared == ("rare", "common")
    assert ("a", "c") not in scores or scores["a", "c"].score < scores["a", "b"].score


def test_a_keyword_of_everybody_ties_nobody() -> None:
    assert find_alike({f"{n}": ("all",) for n in range(COMMON + 1)}) == ()


@given(st.dictionaries(st.text("abc", min_size=1), st.lists(st.sampled_from("klmnop")), max_size=9))
def test_likeness_is_a_share_and_lists_what_is_shared(keywords: dict[str, list[str]]) -> None:
    for alike in find_alike(keywords, least=0.0):
        assert alike.a < alike.b
        assert 0 < alike.score <= 1
        assert set(alike.shared) == set(keywords[alike.a]) & set(keywords[alike.b])
        same = set(keywords[alike.a]) == set(keywords[alike.b])
        assert not same or math.isclose(alike.score, 1, abs_tol=1e-3)


def test_code_is_part_of_it_on_request(git: Git) -> None:
    git.commit({"docs/LESS-01.md": "# LESS-01: A\n\n`src/a.py`, `src/a.py`\n", "src/a.py": ""})
    kb = KnowledgeBase.load(git.top / "docs")
    assert "code:src/a.py" not in build_graph(kb).nodes
    graph = build_graph(kb, code=True)
    assert graph.nodes["code:src/a.py"].kind == "code"
    assert [(e.source, e.target, e.count) for e in graph.edges] == [
        ("LESS-01.md", "code:src/a.py", 2)
    ]
