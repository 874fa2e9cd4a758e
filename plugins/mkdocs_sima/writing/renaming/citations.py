"""A rename in what cites the entry: by its ID, by its file name, in a link, in a range."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.lookup.bearers import name_key
from mkdocs_sima.model import Edit
from mkdocs_sima.parsing.identity.grammar import fold_id
from mkdocs_sima.parsing.text.offsets import Positions
from mkdocs_sima.writing.destination import escaped
from mkdocs_sima.writing.renaming.names import name_pattern
from mkdocs_sima.writing.renaming.number_text import leading, renumbered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.model import Document, Mention, Reference
    from mkdocs_sima.parsing.identity.grammar import Grammar
    from mkdocs_sima.writing.renaming.rename_plan import Plan


def rename_in(document: Document, reference: Reference, grammar: Grammar, plan: Plan) -> None:
    """Add to the plan what becomes of one reference to the entry."""
    mention = reference.mention
    if mention.form == "range":
        reason = f"a range covers {plan.old}; it will not cover {plan.new}"
        by_hand(document, mention, plan, reason)
    elif mention.form == "id":
        _cited_by_id(document, mention, plan)
    elif mention.form != "title" or name_key(mention.text) == name_key(plan.old_path):
        _cited_by_name(document, mention, grammar, plan)


def by_hand(document: Document, mention: Mention, plan: Plan, reason: str) -> None:
    """Leave one reference to a person."""
    plan.by_hand.append(f"{document.path}:{mention.line}:{mention.column} {reason}")


def _cited_by_id(document: Document, mention: Mention, plan: Plan) -> None:
    written = document.text[mention.start : mention.end]
    fresh = _id(written, plan)
    if _ends_range(document, mention):
        by_hand(document, mention, plan, f"{written} ends a range; say what the range is now")
    elif fresh is None:
        by_hand(document, mention, plan, f"{written} means {plan.old}")
    elif fresh != written:
        plan.add(document.path, Edit(mention.line, mention.column, written, fresh))


def _cited_by_name(document: Document, mention: Mention, grammar: Grammar, plan: Plan) -> None:
    destination = mention.text.partition("#")[0]
    start = _place(document, mention, destination)
    if not destination or start < 0:
        by_hand(document, mention, plan, f"{mention.text} means {plan.old_path}")
        return
    end = start + len(destination)
    found = list(_names(document, start, end, plan, mention.form == "link"))
    if plan.names and not found:
        by_hand(document, mention, plan, f"{mention.text} means {plan.old_path}")
        return
    positions = Positions(document.text, document.changes)
    edits = {start: (old, new) for start, old, new in found}
    # The text of a link: `[DEC-04](DEC-04-Stateless.md)`, `[316](0316-stateless.md)`.
    shown_end = start if start < mention.end else mention.end
    for place, old, new in _shown(document, mention.start, shown_end, grammar, plan):
        edits.setdefault(place, (old, new))
    for place, (old, new) in edits.items():
        plan.add(document.path, Edit(*positions.locate(place), old, new))


def _place(document: Document, mention: Mention, destination: str) -> int:
    """Return where a mention names its file: in itself, or where its label is defined; -1 if not.

    `[the queues][q]` names it in a line of its own: `[q]: DEC-04-Queues.md`.
    """
    at = document.text.rfind(destination, mention.start, mention.end)
    if at < 0 and mention.form == "link":
        definition = rf"^[ >]*\[[^\]\n]+\]:[ \t]*<?({re.escape(destination)})(?=[\s>#]|$)"
        match = re.search(definition, document.text[mention.end :], re.MULTILINE)
        at = mention.end + match.start(1) if match else -1
    return at


def _names(
    document: Document, start: int, end: int, plan: Plan, is_link: bool
) -> Iterator[tuple[int, str, str]]:
    """Yield where the names that change stand in a destination, and what they become."""
    for old, new in plan.names:
        for match in name_pattern(old, as_cited=True).finditer(document.text, start, end):
            yield match.start(), match[0], escaped(new) if is_link else new


def _shown(
    document: Document, start: int, end: int, grammar: Grammar, plan: Plan
) -> Iterator[tuple[int, str, str]]:
    """Yield what the text of a link says of the entry: its name, its ID, its number."""
    text = document.text[start:end]
    for old, new in plan.names:
        for match in name_pattern(old).finditer(text):
            yield start + match.start(), match[0], new
    for match in (*grammar.id.finditer(text), *grammar.said(text)):
        key = fold_id(str(grammar.ref_id(match)))
        fresh = _id(match[0], plan)
        if fresh and key in (fold_id(str(plan.old)), fold_id(plan.old.bare)):
            yield start + match.start(), match[0], fresh
    if plan.is_same_kind and (number := leading(text, plan.old, plan.new)):
        yield start + text.index(number[0]), *number


def _ends_range(document: Document, mention: Mention) -> bool:
    """Return whether the numbers between this ID and another one are meant too."""
    return any(
        other.form == "range" and other.start <= mention.start and mention.end <= other.end
        for other in document.mentions
    )


def _id(written: str, plan: Plan) -> str | None:
    """Return the new ID in the form in which the old one is written; `None` if that can't be."""
    old, new = plan.old, plan.new
    if plan.is_same_kind and (fresh := renumbered(written, old, new)):
        return fresh
    same_prefix = old.prefix.casefold() == new.prefix.casefold()
    if fold_id(written) == fold_id(old.bare) and (same_prefix or not old.prefix):
        return new.bare if same_prefix else str(new)
    if written.isdecimal():
        return new.number if same_prefix and old.type == new.type else None
    return str(new)
