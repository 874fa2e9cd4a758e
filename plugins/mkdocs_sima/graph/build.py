"""Make the graph out of a knowledge base."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mkdocs_sima.graph.nodes import Edge, Graph, Node
from mkdocs_sima.graph.similarity import find_alike

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document


def build_graph(
    kb: KnowledgeBase, *, keywords: bool = False, missing: bool = False, code: bool = False
) -> Graph:
    """Return every document as a node and every resolved reference as part of an edge.

    Args:
        kb: the knowledge base.
        keywords: add a node for each keyword that two or more documents share.
        missing: add a ghost for each ID or file that is cited but does not exist.
        code: add a node for each file and folder of the repository that is cited.
    """
    nodes = {path: _node(kb, document) for path, document in kb.documents.items()}
    counts: Counter[tuple[str, str, str]] = Counter()
    for path in kb.documents:
        for reference in kb.references(path):
            if reference.verdict == "resolved" and reference.target in nodes:
                counts[path, reference.target, reference.mention.relation] += 1
    for path, node, relation in _elsewhere(kb):
        nodes[node.key] = node
        counts[path, node.key, relation] += 1
    for path, text, relation in _missing(kb) if missing else ():
        key = f"missing:{text}"
        nodes[key] = Node(key, "missing", text)
        counts[path, key, relation] += 1
    for target, citing in find_code(kb).items() if code else ():
        key = f"code:{target}"
        nodes[key] = Node(key, "code", target)
        counts |= {(path, key, "code"): number for path, number in citing.items()}
    if keywords:
        for path, keyword in _shared_keywords(kb.documents.values()):
            key = f"keyword:{keyword}"
            nodes[key] = Node(key, "keyword", keyword)
            counts[path, key, "keyword"] += 1
    return Graph(
        nodes=dict(sorted(nodes.items())),
        edges=tuple(Edge(*key, count) for key, count in sorted(counts.items())),
        alike=find_alike({path: doc.keywords for path, doc in kb.documents.items()}),
        types=kb.settings.types,
        relations=kb.settings.relations,
    )


def find_missing(kb: KnowledgeBase) -> dict[str, tuple[str, ...]]:
    """Return what is cited but does not exist, as it is written, and the paths of who cites it."""
    citing: dict[str, dict[str, None]] = {}
    for path, text, _ in _missing(kb):
        citing.setdefault(text, {})[path] = None
    return {text: tuple(paths) for text, paths in sorted(citing.items())}


def find_code(kb: KnowledgeBase) -> dict[str, dict[str, int]]:
    """Return the files and folders of the repository that are cited → who cites them how often."""
    citing: dict[str, Counter[str]] = {}
    for path in kb.documents:
        for reference in kb.code.of(path):
            if reference.target is not None:
                citing.setdefault(reference.target, Counter())[path] += 1
    return {target: dict(citing[target]) for target in sorted(citing)}


def _missing(kb: KnowledgeBase) -> Iterator[tuple[str, str, str]]:
    """Yield path, text and relation of each reference that leads nowhere."""
    for path in kb.documents:
        for reference in kb.references(path):
            mention = reference.mention
            if reference.verdict == "missing" and not kb.code.beside(path, mention):
                yield path, mention.text, mention.relation


def _elsewhere(kb: KnowledgeBase) -> Iterator[tuple[str, Node, str]]:
    """Yield path, node and relation of each reference to an entry of another knowledge base."""
    if not kb.settings.inventories:
        return
    for path in kb.documents:
        for reference in kb.references(path):
            if found := kb.elsewhere(reference):
                ref_id = reference.mention.ref_id
                base = found.base.label
                node = Node(
                    key=f"external:{ref_id}",
                    kind="external",
                    title=found.entry.title,
                    id=str(ref_id),
                    type=ref_id.type if ref_id else "",
                    scope=f"external:{base}",
                    scope_name=base,
                    url=found.url,
                )
                yield path, node, reference.mention.relation


def _node(kb: KnowledgeBase, document: Document) -> Node:
    scope = kb.scope_of(document.path)
    return Node(
        key=document.path,
        kind=document.kind,
        title=document.display_title or document.path,
        id=document.id or "",
        type=document.ref_id.type if document.ref_id else "",
        scope=scope.path,
        scope_name=scope.name,
        status=document.status or "",
        priority=document.priority or "",
        keywords=document.keywords,
        summary=document.summary or "",
    )


def _shared_keywords(documents: Iterable[Document]) -> list[tuple[str, str]]:
    pairs = [(document.path, word) for document in documents for word in set(document.keywords)]
    uses = Counter(word for _, word in pairs)
    return sorted((path, word) for path, word in pairs if uses[word] > 1)
