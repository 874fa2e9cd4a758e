"""Links to what else lies in a folder that is renamed: `0316-slug/drawing.svg`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.lookup.paths import folder_of
from mkdocs_sima.model import Edit
from mkdocs_sima.parsing.text.offsets import Positions
from mkdocs_sima.writing.destination import escaped
from mkdocs_sima.writing.renaming.names import name_pattern

if TYPE_CHECKING:
    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.writing.renaming.rename_plan import Plan


def follow_folder(kb: KnowledgeBase, plan: Plan) -> None:
    """Add to the plan the links into the folder of the entry, if that gets another name."""
    old, new = folder_of(plan.old_path), folder_of(plan.new_path)
    if old == new:
        return
    name, fresh = (path.rpartition("/")[2] for path in (old, new))
    pattern = name_pattern(name, as_cited=True)
    for path, document in kb.documents.items():
        for link in document.links:
            leads = kb.resolve_link(path, link.destination).path or ""
            if leads == plan.old_path or not f"{leads}/".startswith(f"{old}/"):
                continue
            at = document.text.rfind(link.destination, link.start, link.end)
            match = pattern.search(document.text, at, link.end) if at >= 0 else None
            if match:
                place = Positions(document.text, document.changes).locate(match.start())
                plan.add(path, Edit(*place, match[0], escaped(fresh)))
