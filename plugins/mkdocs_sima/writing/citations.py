"""A rename in what cites the entry: by its ID, by its file name, in a link, in a range."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.lookup.bearers import name_key
from mkdocs_sima.knowledge_base.lookup.paths import is_document_name
from mkdocs_sima.model import Edit
from mkdocs_sima.parsing.identity.grammar import fold_id
from mkdocs_sima.parsing.text.offsets import Positions
from mkdocs_sima.writing.destination import escaped

if TYPE_CHECKING:
    from mkdocs_sima.model import Document, Mention, Reference
    from mkdocs_sima.parsing.identity.grammar import Grammar
    from mkdocs_sima.writing.rename_plan import Plan


def rename_in(document: Document, reference: Reference, grammar: Grammar, plan: Plan) -> None:
    """Add to the plan what becomes of one reference to the entry."""
    mention = reference.mention
    if mention.form == "range":
        reason = f"a range covers {plan.old}; it will not cover {plan.new}"
        _by_hand(document, mention, plan, reason)
    elif mention.form == "id":
        _cited_by_id(document, mention, plan)
    elif mention.form != "title" or name_key(mention.text) == name_key(plan.old_path):
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
        if not is_document_name(old_name):
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
