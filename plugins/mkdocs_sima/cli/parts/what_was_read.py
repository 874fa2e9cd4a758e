"""What a check looked at, in one line: silence must not look like health."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mkdocs_sima.rules.registry import CHECKS

if TYPE_CHECKING:
    from mkdocs_sima.inventories import Inventory
    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.rules.selection import Selection

_SHOWN = 8  # types


def what_was_read(kb: KnowledgeBase, selection: Selection) -> str:
    """Return `956 documents · 949 LIP · 3,982 references`, or what would make an entry."""
    paths = [path for path in kb.documents if selection.covers(path)]
    own = (kb.documents[path].ref_id for path in paths)
    types = Counter(ref_id.type for ref_id in own if ref_id).most_common()
    followed = sum(
        reference.target is not None and reference.mention.form != "range"
        for path in paths
        for reference in kb.references(path)
    )
    parts = [_counted(len(paths), "document"), *(f"{n:,} {name}" for name, n in types[:_SHOWN])]
    if more := sum(n for _, n in types[_SHOWN:]):
        parts.append(f"{more:,} of {_counted(len(types) - _SHOWN, 'more type')}")
    parts.append(_counted(followed, "reference"))
    parts += [_other_base(base) for base in kb.settings.inventories if not base.problem]
    line = " · ".join(parts) + _about_code(kb, selection)
    if types:
        return line
    return (
        f"{line}. No entry: none says an ID such as LESS-01 or ADR-0007 in its header, title or "
        "file name (`sima show --types`)."
    )


def _about_code(kb: KnowledgeBase, selection: Selection) -> str:
    """Say why nothing is said about the code that entries cite, where that is so."""
    if not any(rule.name in CHECKS["code"] for rule, _ in selection.rules(kb.settings)):
        return ""
    if kb.code.repository.is_shallow:
        return ". A shallow clone: what changed or was renamed is not known"
    if kb.code.are_elsewhere:
        return ". The paths of code that are cited are not those of this repository"
    return ""


def _other_base(base: Inventory) -> str:
    age = f" (copy of {base.fetched})" if base.fetched else ""
    return f"{len(base.entries):,} of {base.label}{age}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
