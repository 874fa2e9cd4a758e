"""Plan to give one of several entries that bear one number another number."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.loading.documents import parse_files
from mkdocs_sima.parsing.identity.grammar import Grammar, fold_id, key_of
from mkdocs_sima.writing import edits
from mkdocs_sima.writing.numbers import is_numbered_so, next_number
from mkdocs_sima.writing.renaming.citations import by_hand, rename_in
from mkdocs_sima.writing.renaming.earlier import Earlier
from mkdocs_sima.writing.renaming.meaning import Witnesses
from mkdocs_sima.writing.renaming.moved_folder import follow_folder
from mkdocs_sima.writing.renaming.own_text import own_edits
from mkdocs_sima.writing.renaming.rename import RenameError, begin, find_entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, RefId
    from mkdocs_sima.writing.numbers import Taken
    from mkdocs_sima.writing.renaming.rename_plan import Plan


@dataclass
class Renumbering:
    """What changes, and what is known of those that bear the old number."""

    plan: Plan
    begun: dict[str, str]  # bearer → ISO time since when it bears the number, "" if unknown
    cited: Counter[str] = field(default_factory=Counter)  # bearer → citations that mean it
    unclear: int = 0  # citations that may mean either
    elsewhere: list[Taken] = field(default_factory=list)  # bearers that only other branches have
    moved: list[str] = field(default_factory=list)  # `path:line:column why`, but for named files


def plan(kb: KnowledgeBase, name: str, new: str | None, taken: Sequence[Taken]) -> Renumbering:
    """Say what has to change so that one entry gets another number, the next free one if none.

    Args:
        kb: the knowledge base.
        name: path of the entry, or what else finds it.
        new: a number, or an ID of the same type and prefix.
        taken: IDs of other branches.

    Raises:
        RenameError: it is no entry with an ID, or the new number can't be had.
    """
    entry = kb.documents.get(name) or find_entry(kb, name)
    old = entry.ref_id
    if old is None:
        raise RenameError(f"{entry.path} has no REF-ID")
    fresh = _fresh(kb, entry, old, new, taken)
    bearers = [entry.path, *(d.path for d in _alike(kb, entry, old) if d.path != entry.path)]
    earlier = Earlier(kb.root, kb.settings, old, bearers)
    result = Renumbering(
        begin(kb, entry, old, fresh),
        _begun(kb, bearers, earlier),
    )
    scope = kb.scope_of(entry.path)
    result.elsewhere = [
        other
        for other in taken
        if key_of(other.ref_id) == key_of(old)
        and other.path not in result.begun
        and is_numbered_so(kb, other, old.type, scope)
    ]
    _citations(kb, result, Witnesses(kb, bearers, earlier))
    follow_folder(kb, result.plan)
    _check(kb, entry, result.plan)
    return result


def _begun(kb: KnowledgeBase, bearers: Sequence[str], earlier: Earlier) -> dict[str, str]:
    """Return bearer → since when it bears the ID: by git, else as they all say themselves."""
    states = {path: earlier.begun(path) for path in bearers}
    if all(states.values()):
        return {path: state.date for path, state in states.items() if state}
    return {path: kb.documents[path].created or "" for path in bearers}


def _alike(kb: KnowledgeBase, entry: Document, ref_id: RefId) -> list[Document]:
    """Return the entries that bear an ID in the scope of another."""
    scope = kb.scope_of(entry.path)
    return [d for d in kb.by_id(str(ref_id)) if ref_id.prefix or kb.scope_of(d.path) == scope]


def _fresh(
    kb: KnowledgeBase, entry: Document, old: RefId, new: str | None, taken: Sequence[Taken]
) -> RefId:
    scope = kb.scope_of(entry.path)
    if new is None:
        if not old.number.isdecimal():
            raise RenameError(f"nothing follows {old}; say which number it gets")
        number = next_number(kb, old.type, scope, taken).zfill(len(old.number))
        return old._replace(number=number)
    if new.isdecimal():
        fresh = old._replace(number=new.zfill(len(old.number)))
    else:
        parsed = Grammar.of(kb.settings).parse(new)
        if parsed is None or parsed._replace(number="") != old._replace(number=""):
            raise RenameError(f"'{new}' is no number of its kind; `sima rename` changes the rest")
        fresh = parsed
    if key_of(fresh) == key_of(old):
        raise RenameError(f"{entry.path} bears {old} already")
    if bearers := _alike(kb, entry, fresh):
        raise RenameError(f"{fresh} is taken by {', '.join(d.path for d in bearers)}")
    for other in taken:
        same = key_of(other.ref_id) == key_of(fresh)
        if same and is_numbered_so(kb, other, old.type, scope):
            raise RenameError(f"{fresh} is taken by {other.path} on branch {other.branch}")
    return fresh


def _citations(kb: KnowledgeBase, result: Renumbering, witnesses: Witnesses) -> None:
    """Move what evidently means the entry, and list what may."""
    grammar, plan = Grammar.of(kb.settings), result.plan
    others: list[tuple[int, int]] = []  # spans of its own text that are not about it
    for path, document in kb.documents.items():
        for reference in kb.references(path):
            mention = reference.mention
            meant = {reference.target, *reference.candidates[:1]}
            if meant.isdisjoint(result.begun):
                continue
            found = witnesses.meaning(document, mention)
            place = f"{path}:{mention.line}:{mention.column}"
            if found.path:
                result.cited[found.path] += 1
            if path == plan.old_path:
                others.append((mention.start, mention.end))
            elif found.path == plan.old_path:
                rename_in(document, reference._replace(target=found.path), grammar, plan)
                if len(result.begun) > 1 and mention.form == "id":
                    result.moved.append(f"{place} {mention.text}: {found.reason}")
            if found.path is None:
                result.unclear += 1
                names = " or ".join(result.begun)
                by_hand(document, mention, plan, f"{mention.text} means {names}: {found.reason}")
    entry = kb.documents[plan.old_path]
    for edit in own_edits(entry, grammar, plan, kb.settings.types.get(plan.old.type), others):
        plan.add(entry.path, edit)


def _check(kb: KnowledgeBase, entry: Document, plan: Plan) -> None:
    """Say by hand what the entry would still be called: it may be written in an unknown way."""
    text = edits.apply(entry.text, plan.edits.get(entry.path, ())) if not entry.changes else ""
    if not text:
        return
    (again,) = parse_files([(plan.new_path, text.encode())], kb.settings)
    if again.ref_id is None or fold_id(str(again.ref_id)) != fold_id(str(plan.new)):
        plan.by_hand.append(f"{entry.path}:1:1 it would still be {again.id}; change its header")
