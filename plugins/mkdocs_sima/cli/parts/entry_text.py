"""One entry as text for a terminal: what it says of itself, what it cites, what cites it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import click

from mkdocs_sima.rules.evidence.upkeep.changed_since import changed_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mkdocs_sima.graph.lookalikes import Lookalike
    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, Reference


def entry_lines(kb: KnowledgeBase, path: str, explain: bool, read_as: str = "") -> Iterator[str]:
    """Yield an entry: its header, what it cites (and by which rule, to explain), what cites it.

    `read_as` says which Markdown its page is read as.
    """
    document = kb.documents[path]
    name = click.style(document.id, bold=True, fg="cyan") + "  " if document.id else ""
    yield name + click.style(document.display_title, bold=True)
    yield path
    yield ""
    for label, value in _header(kb, document):
        yield f"  {label:<10}{value}"
    if read_as:
        yield f"  {'Read as':<10}{read_as}"
    references = kb.references(path)
    yield ""
    yield click.style(f"References ({len(references)})", bold=True)
    for reference in references:
        yield "  " + _outgoing(kb, reference)
        if explain:
            yield from _reasons(kb, path, reference)
    yield ""
    if code := [*_code(kb, path)]:
        yield from (click.style(f"Code ({len(code)})", bold=True), *code, "")
    yield from _backlinks(kb, path)


def alike_lines(kb: KnowledgeBase, alike: Sequence[Lookalike]) -> Iterator[str]:
    """Yield the entries that say much the same as one, and by which words."""
    if alike:
        yield from ("", click.style(f"Alike ({len(alike)})", bold=True))
    for found in alike:
        who = click.style(_name(kb.documents[found.path]), fg="cyan")
        yield f"  {who}  {click.style(', '.join(found.shared), dim=True)}"


def _code(kb: KnowledgeBase, path: str) -> Iterator[str]:
    """Yield what it cites of the repository, each place once, and what became of it since."""
    since = {change.reference.target: change for change in changed_code(kb, path)}
    found = {reference.name: reference for reference in reversed(kb.code.of(path))}
    for name, reference in reversed(found.items()):
        line = click.style(f"line {reference.cited.line}", dim=True)
        if change := since.get(reference.target):
            commits = "commit" if change.number == 1 else "commits"
            state = f"  {change.number} {commits} since, the last on {change.last.date}"
        elif reference.verdict == "found":
            state = ""
        else:
            moved = f", now {reference.moved_to}" if reference.moved_to else ""
            state = f"  {click.style(reference.verdict, fg='red')}{moved}"
        yield f"  {click.style(name, fg='cyan')}  {line}{state}"


def _backlinks(kb: KnowledgeBase, path: str) -> Iterator[str]:
    backlinks = kb.backlinks(path)
    yield click.style(f"Referenced by ({len(backlinks)})", bold=True)
    rows = []
    for backlink in backlinks:
        relation = kb.settings.relations.get(backlink.relation)
        label = relation.label if relation else backlink.relation
        place = f"{backlink.source}:{backlink.reference.mention.line}"
        rows.append((label, _name(kb.documents[backlink.source]), place, backlink.excerpt))
    width = shutil.get_terminal_size((100, 24)).columns
    for label, who, place, excerpt in dict.fromkeys(rows):
        yield f"  {label:<15} {click.style(who, fg='cyan')}  {click.style(place, dim=True)}"
        yield _shorten(f"                  {excerpt}", width)


def _header(kb: KnowledgeBase, document: Document) -> Iterable[tuple[str, str]]:
    types = kb.settings.types
    kind = document.ref_id and types.get(document.ref_id.type)
    scope = kb.scope_of(document.path)
    rows = (
        ("Type", kind.label if kind else document.kind.capitalize()),
        ("Status", document.status),
        ("Priority", document.priority),
        ("Category", document.category),
        ("Created", document.created),
        ("Updated", document.updated),
        ("Scope", f"{scope.name} ({scope.path or 'the root'})"),
        ("Keywords", ", ".join(document.keywords)),
        ("Summary", document.summary),
    )
    return [(label, value) for label, value in rows if value]


def _outgoing(kb: KnowledgeBase, reference: Reference) -> str:
    mention = reference.mention
    relation = kb.settings.relations.get(mention.relation)
    label = relation.label if relation else mention.relation
    if reference.target:
        what = click.style(_name(kb.documents[reference.target]), fg="cyan")
    else:
        color = {"missing": "red", "ambiguous": "yellow"}.get(reference.verdict)
        name = mention.text
        if found := kb.elsewhere(reference):
            name = f"{mention.ref_id} {found.entry.title}, {found.base.label}"
        what = f"{name}  {click.style(reference.verdict, fg=color)}"
    return f"{label:<15} {what}  {click.style(f'line {mention.line}', dim=True)}"


def _reasons(kb: KnowledgeBase, path: str, reference: Reference) -> Iterator[str]:
    mention = reference.mention
    yield f"      {mention.text}: {reference.reason}"
    for word, value in (("beside it", mention.gloss), ("above it", mention.label)):
        if value:
            yield click.style(f"      {word}: {value}", dim=True)
    candidates = kb.explain(path, mention).candidates
    if len(candidates) > 1:
        for number, candidate in enumerate(candidates, 1):
            yield f"      {number}. {candidate.path}  ({candidate.reason})"


def _name(document: Document) -> str:
    return " ".join(filter(None, (document.id, document.display_title)))


def _shorten(text: str, width: int) -> str:
    return text if len(text) <= width else text[: max(20, width - 1)] + "…"
