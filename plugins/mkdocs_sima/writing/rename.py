"""Give an entry another REF-ID: in its own text, in its file name, in every reference to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs_sima.model import Edit, RefId
from mkdocs_sima.parsing.offsets import Positions
from mkdocs_sima.parsing.references.grammar import Grammar, fold_id, key_of
from mkdocs_sima.parsing.structure import read_structure
from mkdocs_sima.writing.destination import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, Mention, Reference


class RenameError(ValueError):
    """A rename that makes no sense; the message says why."""


@dataclass
class Plan:
    """All that a rename changes, and what it leaves to a person."""

    old: RefId
    new: RefId
    old_path: str
    new_path: str
    edits: dict[str, list[Edit]] = field(default_factory=dict)  # by path before the rename
    by_hand: list[str] = field(default_factory=list)  # `path:line:column what`

    def add(self, path: str, edit: Edit) -> None:
        """Remember an edit of a file."""
        self.edits.setdefault(path, []).append(edit)


def plan(kb: KnowledgeBase, old: str, new: str) -> Plan:
    """Say what has to change so that the entry `old` is called `new`.

    Raises:
        RenameError: `old` is no single entry, `new` no ID of a declared type or taken already.
    """
    grammar = Grammar.of(kb.settings)
    entry = _entry(kb, old)
    old_id, new_id = entry.ref_id, grammar.parse(new)
    if new_id is None:
        known = ", ".join(kb.settings.types)
        raise RenameError(f"'{new}' is no REF-ID; declared types are {known}")
    if old_id is None:
        raise RenameError(f"{entry.path} has no REF-ID")
    if key_of(old_id) == key_of(new_id) and str(old_id) == str(new_id):
        raise RenameError(f"{old_id} is called that already")
    if taken := [d.path for d in kb.by_id(str(new_id)) if d.path != entry.path]:
        raise RenameError(f"{new_id} is taken by {', '.join(taken)}")
    result = Plan(old_id, new_id, entry.path, _new_path(kb, grammar, entry.path, old_id, new_id))
    for edit in _own(entry, grammar, result):
        result.add(entry.path, edit)
    for path, document in kb.documents.items():
        for reference in kb.references(path):
            if reference.target == entry.path:
                _reference(document, reference, grammar, result)
    return result


def _entry(kb: KnowledgeBase, name: str) -> Document:
    found = kb.find(name)
    if found.verdict == "ambiguous":
        paths = ", ".join(candidate.path for candidate in found.candidates)
        raise RenameError(f"{name} may mean {paths}; name the one by its path")
    if found.target is None:
        close = kb.suggest(name)
        raise RenameError(
            f"no entry is called {name}" + (f"; did you mean {close}?" if close else "")
        )
    return kb.documents[found.target]


def _new_path(kb: KnowledgeBase, grammar: Grammar, path: str, old: RefId, new: RefId) -> str:
    """Return the path with the new ID in the file name, if the old one stands in it."""
    folder, slash, name = path.rpartition("/")
    written = grammar.of_name(name)
    if written is None or fold_id(written.bare) != fold_id(old.bare):
        return path
    fresh = str(new) if written.prefix or not new.prefix or not old.prefix else new.bare
    renamed = re.sub(re.escape(str(written)), fresh, name, count=1, flags=re.IGNORECASE)
    result = f"{folder}{slash}{renamed}"
    if result != path and result in kb.files and result.casefold() != path.casefold():
        raise RenameError(f"{result} exists already")
    return result


def _own(entry: Document, grammar: Grammar, plan: Plan) -> Iterator[Edit]:
    """Yield the edits of the entry's own text: its ID and its file name wherever they stand.

    Code is left alone: what stands there may be a command or a name of something else.
    """
    positions = Positions(entry.text, entry.changes)
    body = read_structure(entry.text, entry.body_start).masked
    text = entry.text[: entry.body_start] + body[entry.body_start :]
    old_name, new_name = (p.rpartition("/")[2] for p in (plan.old_path, plan.new_path))
    stem = re.escape(old_name.rpartition(".")[0])
    taken: list[tuple[int, int]] = []
    if old_name != new_name:
        for match in re.finditer(rf"(?<![\w-]){stem}(?=\.\w|[^\w.-]|$)", text, re.MULTILINE):
            taken.append(match.span())
            yield Edit(*positions.locate(match.start()), match[0], new_name.rpartition(".")[0])
    for match in grammar.id.finditer(text):
        if any(start <= match.start() < end for start, end in taken):
            continue
        written = grammar.ref_id(match)
        if fold_id(match[0]) == fold_id(str(plan.old)):
            yield Edit(*positions.locate(match.start()), match[0], str(plan.new))
        elif not written.prefix and fold_id(match[0]) == fold_id(plan.old.bare):
            yield Edit(*positions.locate(match.start()), match[0], plan.new.bare)


def _reference(document: Document, reference: Reference, grammar: Grammar, plan: Plan) -> None:
    mention = reference.mention
    if mention.form == "range":
        reason = f"a range covers {plan.old}; it will not cover {plan.new}"
        _by_hand(document, mention, plan, reason)
    elif mention.form == "id":
        _cited_by_id(document, mention, plan)
    else:
        _cited_by_name(document, mention, grammar, plan)


def _by_hand(document: Document, mention: Mention, plan: Plan, reason: str) -> None:
    plan.by_hand.append(f"{document.path}:{mention.line}:{mention.column} {reason}")


def _cited_by_id(document: Document, mention: Mention, plan: Plan) -> None:
    written = document.text[mention.start : mention.end]
    fresh = _id(written, plan)
    if _ends_range(document, mention):
        _by_hand(document, mention, plan, f"{written} ends a range; say what the range is now")
    elif fresh is None:
        _by_hand(document, mention, plan, f"{written} means {plan.old}")
    elif fresh != written:
        plan.add(document.path, Edit(mention.line, mention.column, written, fresh))


def _cited_by_name(document: Document, mention: Mention, grammar: Grammar, plan: Plan) -> None:
    written = document.text[mention.start : mention.end]
    old_name = mention.text.partition("#")[0].rpartition("/")[2]
    new_name = plan.new_path.rpartition("/")[2]
    at = written.rfind(old_name)
    if not old_name or at < 0:
        _by_hand(document, mention, plan, f"{mention.text} means {plan.old_path}")
        return
    positions = Positions(document.text, document.changes)
    if plan.new_path != plan.old_path:
        fresh = escaped(new_name) if mention.form == "link" else new_name
        if not old_name.lower().endswith((".md", ".markdown")):
            fresh = fresh.rpartition(".")[0]
        plan.add(document.path, Edit(*positions.locate(mention.start + at), old_name, fresh))
    # The text of a link: `[DEC-04](DEC-04-Stateless.md)`.
    for match in grammar.id.finditer(document.text, mention.start, mention.start + at):
        fresh_id = _id(match[0], plan)
        if fresh_id and fold_id(match[0]) in (fold_id(str(plan.old)), fold_id(plan.old.bare)):
            plan.add(document.path, Edit(*positions.locate(match.start()), match[0], fresh_id))


def _ends_range(document: Document, mention: Mention) -> bool:
    """Return whether the numbers between this ID and another one are meant too."""
    return any(
        other.form == "range" and other.start <= mention.start and mention.end <= other.end
        for other in document.mentions
    )


def _id(written: str, plan: Plan) -> str | None:
    """Return the new ID in the form in which the old one is written; `None` if that can't be."""
    old, new = plan.old, plan.new
    same_prefix = old.prefix.casefold() == new.prefix.casefold()
    if fold_id(written) == fold_id(old.bare) and (same_prefix or not old.prefix):
        return new.bare if same_prefix else str(new)
    if written.isdecimal():
        return new.number if same_prefix and old.type == new.type else None
    return str(new)
