"""`sima show`: one entry in the terminal, what it cites, what cites it, and why."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_sima.cli.errors import CouldNotRunError, could_not_run
from mkdocs_sima.cli.load import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase, Resolution
    from mkdocs_sima.model import Document, Reference


@click.command("show")
@click.argument("ref", required=False)
@click.argument("path", type=click.Path(path_type=Path), required=False)
@click.option("--explain", is_flag=True, help="Say by which rule each reference was resolved.")
@click.option("--scopes", is_flag=True, help="Print the scopes, ready to paste into settings.")
@click.option(
    "--from", "reader", metavar="DOCUMENT", help="Read REF as this document of the knowledge base."
)
def command(
    ref: str | None, path: Path | None, explain: bool, scopes: bool, reader: str | None
) -> None:
    r"""Show the entry that REF means in the knowledge base at PATH.

    REF is a REF-ID, a file name, a path or a title.

    \b
      sima show DEC-04                        header, references, backlinks
      sima show DEC-04 docs --explain         and why each one means what it means
      sima show DEC-04 --from aws/LESS-02.md  as the author of LESS-02 means it
      sima show --scopes docs                 what was inferred, ready to paste
    """
    if scopes and path is None:
        ref, path = None, Path(ref or ".")
    if not scopes and not ref:
        raise click.UsageError("say which entry: sima show REF [PATH]")
    with could_not_run():
        kb = load(path or Path()).kb
    if "NO_COLOR" in os.environ:
        click.get_current_context().color = False
    if scopes:
        click.echo("\n".join(scope_settings(kb)))
        return
    resolution = kb.find(ref or "", _reader(kb, reader) if reader else None)
    if explain or resolution.target is None:
        click.echo("\n".join(_decision(ref or "", resolution, kb)))
    if resolution.target is None:
        sys.exit(1)
    click.echo("\n".join(_entry(kb, resolution.target, explain)))


def _reader(kb: KnowledgeBase, reader: str) -> str:
    """Return the document that `--from` names."""
    target = kb.find(reader).target
    if target is None:
        raise CouldNotRunError(f"--from {reader}: no such document in the knowledge base")
    return target


def scope_settings(kb: KnowledgeBase) -> Iterator[str]:
    """Yield the scopes as YAML, one line each, with the number of their entries."""
    entries = Counter(kb.scope_of(p).path for p, d in kb.documents.items() if d.id)
    yield "# Goes below `- sima:` in the plugins of mkdocs.yml. The root is always a scope."
    if not any(scope.path for scope in kb.scopes):
        yield "scopes: []"
        return
    yield "scopes:"
    for scope in kb.scopes:
        if not scope.path:
            continue
        how = "declared" if scope.declared else "inferred"
        bare = "" if scope.bare_is_own else ", a bare ID means another scope's entry"
        number = entries[scope.path]
        yield f"  - path: {_yaml(scope.path)}  # {how}, {number} entries{bare}"
        if scope.prefix:
            yield f"    prefix: {_yaml(scope.prefix)}"
        if scope.next:
            yield f"    next: [{', '.join(map(_yaml, scope.next))}]"


def _yaml(text: str) -> str:
    plain = text.replace("/", "").replace("-", "").replace("_", "").replace(".", "")
    if plain.isalnum() and text[0].isalpha() and not text.isdigit():
        return text
    return "'" + text.replace("'", "''") + "'"


def _entry(kb: KnowledgeBase, path: str, explain: bool) -> Iterator[str]:
    document = kb.documents[path]
    name = click.style(document.id, bold=True, fg="cyan") + "  " if document.id else ""
    yield name + click.style(document.display_title, bold=True)
    yield path
    yield ""
    for label, value in _header(kb, document):
        yield f"  {label:<10}{value}"
    references = kb.references(path)
    yield ""
    yield click.style(f"References ({len(references)})", bold=True)
    for reference in references:
        yield "  " + _outgoing(kb, reference)
        if explain:
            yield from _reasons(kb, path, reference)
    backlinks = kb.backlinks(path)
    yield ""
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
        what = f"{mention.text}  {click.style(reference.verdict, fg=color)}"
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


def _decision(ref: str, resolution: Resolution, kb: KnowledgeBase) -> Iterator[str]:
    yield f"{ref}: {resolution.verdict}, {resolution.reason}"
    for number, candidate in enumerate(resolution.candidates, 1):
        yield f"  {number}. {candidate.path}  ({candidate.reason})"
    if resolution.verdict == "missing" and (close := kb.suggest(ref)):
        yield f"Did you mean {close}?"
    if resolution.verdict == "ambiguous":
        yield "Say which one by its path, or where it is read with --from DOCUMENT."
    yield ""


def _name(document: Document) -> str:
    return " ".join(filter(None, (document.id, document.display_title)))


def _shorten(text: str, width: int) -> str:
    return text if len(text) <= width else text[: max(20, width - 1)] + "…"
