"""A rename in the text of the entry itself: its ID and its file name wherever they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_sima.model import Edit
from mkdocs_sima.parsing.identity.grammar import fold_id
from mkdocs_sima.parsing.markdown.structure import read_structure
from mkdocs_sima.parsing.text.offsets import Positions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.model import Document
    from mkdocs_sima.parsing.identity.grammar import Grammar
    from mkdocs_sima.writing.rename_plan import Plan


def own_edits(entry: Document, grammar: Grammar, plan: Plan) -> Iterator[Edit]:
    """Yield the edits of the entry's own text.

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
