"""A rename in the text of the entry itself: its ID and its file name wherever they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_sima.model import Edit
from mkdocs_sima.parsing.fields.labels import fold_label
from mkdocs_sima.parsing.identity.grammar import fold_id
from mkdocs_sima.parsing.markdown.structure import read_structure
from mkdocs_sima.parsing.text.offsets import Positions
from mkdocs_sima.writing.renaming.names import name_pattern
from mkdocs_sima.writing.renaming.number_text import leading, pattern, renumbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_sima.model import Document
    from mkdocs_sima.parsing.identity.grammar import Grammar
    from mkdocs_sima.settings import EntryType
    from mkdocs_sima.writing.renaming.rename_plan import Plan

_TITLES = 2  # headings at the top that may hold the title


def own_edits(
    entry: Document,
    grammar: Grammar,
    plan: Plan,
    kind: EntryType | None = None,
    others: Iterable[tuple[int, int]] = (),
) -> Iterator[Edit]:
    """Yield the edits of the entry's own text.

    Code is left alone: what stands there may be a command or a name of something else.

    Args:
        entry: the one that is renamed.
        grammar: reads its IDs.
        plan: says which ones.
        kind: its type, whose numbers may stand alone in a field.
        others: spans of its text that mean another entry of the same ID.
    """
    positions = Positions(entry.text, entry.changes)
    body = read_structure(entry.text, entry.body_start).masked
    text = entry.text[: entry.body_start] + body[entry.body_start :]
    taken = list(others)
    for start, written, fresh in _own(entry, text, grammar, plan, kind):
        if written != fresh and not any(a <= start < b for a, b in taken):
            taken.append((start, start + len(written)))
            yield Edit(*positions.locate(start), written, fresh)


def _own(
    entry: Document, text: str, grammar: Grammar, plan: Plan, kind: EntryType | None
) -> Iterator[tuple[int, str, str]]:
    """Yield (offset, written, new): names, then IDs, then numbers that stand alone."""
    for old, new in plan.names:
        for match in name_pattern(old).finditer(text):
            yield match.start(), match[0], new
    for match in (*grammar.id.finditer(text), *grammar.said(text)):
        written = grammar.ref_id(match)
        if fold_id(str(written)) == fold_id(str(plan.old)):
            fresh = renumbered(match[0], plan.old, plan.new) if plan.is_same_kind else None
            yield match.start(), match[0], fresh or str(plan.new)
        elif not written.prefix and fold_id(str(written)) == fold_id(plan.old.bare):
            fresh = renumbered(match[0], plan.old, plan.new) if plan.is_same_kind else None
            yield match.start(), match[0], fresh or plan.new.bare
    if plan.is_same_kind:
        yield from _alone(entry, plan, kind)


def _alone(entry: Document, plan: Plan, kind: EntryType | None) -> Iterator[tuple[int, str, str]]:
    """Yield the numbers without a word: `adr: 316`, `number: 316`, `# 316. Title`."""
    labels = {"number", fold_label(plan.old.type), fold_label((kind and kind.field) or "number")}
    for field in entry.fields:
        is_own = fold_label(field.label) in labels or (
            field.origin == "yaml" and field.label.casefold() == "id"
        )
        if is_own and (match := re.search(pattern(plan.old), field.value)):
            at = entry.text.find(match[0], field.start, field.end)
            fresh = renumbered(match[0], plan.old, plan.new)
            if at >= 0 and fresh and field.value.strip("`*\"' ") == match[0]:
                yield at, match[0], fresh
    starts = Positions(entry.text).line_starts
    for heading in entry.headings[:_TITLES]:
        start = starts[heading.line - 1]
        end = starts[heading.line] if heading.line < len(starts) else len(entry.text)
        line = entry.text[start:end]
        if number := leading(line, plan.old, plan.new):
            yield start + line.index(number[0]), *number
