"""A new entry: the next free number of its type in its scope, and text from a template."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.lookup.paths import folder_of
from mkdocs_sima.model import RefId
from mkdocs_sima.parsing.identity.file_names import stem_of
from mkdocs_sima.parsing.identity.grammar import fold_id
from mkdocs_sima.writing.numbers import next_number, numbered_alike, passed_over

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from pathlib import Path

    from mkdocs_sima.knowledge_base import KnowledgeBase, Scope
    from mkdocs_sima.model import Document
    from mkdocs_sima.settings import EntryType
    from mkdocs_sima.writing.numbers import Taken

SLUG_LENGTH = 60
_ENOUGH = 3  # files that are named alike; two may be chance


class NewEntryError(ValueError):
    """An entry that can't be made; the message says why and what there is."""


@dataclass(frozen=True)
class Draft:
    """A new entry that is not written yet."""

    ref_id: RefId
    path: str  # relative to the root
    text: str
    passed_over: tuple[Taken, ...] = ()  # what other branches have taken since


def draft(
    kb: KnowledgeBase,
    type_name: str,
    title: str,
    scope_name: str | None,
    templates: list[Path],
    today: date,
    taken: Collection[Taken] = (),
) -> Draft:
    """Return the next entry of a type.

    Args:
        kb: the knowledge base that it joins.
        type_name: a type of the settings, in any case.
        title: what the entry is called.
        scope_name: prefix or folder of its scope; found from the type's entries if left out.
        templates: folders with `TYPE.md` or `entry.md`; the first that has one counts.
        today: the date that the template shows.
        taken: IDs of other branches.

    Raises:
        NewEntryError: the type or scope is unknown, or no template exists.
    """
    kind = _type(kb, type_name)
    title = " ".join(title.split())
    if not title:
        raise NewEntryError("an entry needs a title")
    scope = _scope(kb, kind, scope_name)
    siblings = numbered_alike(kb, kind.name, scope)
    number = next_number(kb, kind.name, scope, taken)
    ref_id = RefId(scope.prefix, kind.name, number)
    name = _file_name(siblings, ref_id, slug(title))
    folder = _folder(siblings, scope)
    text = _render(templates, kind, ref_id, title, name, today)
    passed = tuple(passed_over(kb, kind.name, scope, taken))
    return Draft(ref_id, f"{folder}/{name}" if folder else name, text, passed)


def _type(kb: KnowledgeBase, name: str) -> EntryType:
    types = kb.settings.types
    found = next((t for key, t in types.items() if key.casefold() == name.casefold()), None)
    if found is None:
        raise NewEntryError(
            f"no type is called '{name}'; known are {', '.join(types)}, "
            "and those under 'types' in the settings"
        )
    return found


def _scope(kb: KnowledgeBase, kind: EntryType, name: str | None) -> Scope:
    if name is None:
        # The general scope, unless all entries of the type lie in one other scope.
        with_type = {
            kb.scope_of(path)
            for path, d in kb.documents.items()
            if d.kind == "entry" and d.ref_id and d.ref_id.type == kind.name
        }
        return with_type.pop() if len(with_type) == 1 else kb.scopes[0]
    for scope in kb.scopes:
        if scope.is_called(name):
            return scope
    known = ", ".join(scope.name for scope in kb.scopes)
    raise NewEntryError(f"no scope is called '{name}'; known are {known}")


def _file_name(siblings: list[Document], ref_id: RefId, words: str) -> str:
    """Return a name like those of most siblings: `LESS-07-Why.md`, `0007-why.md`, `eip-7.md`."""
    ids = {d.path.rpartition("/")[2]: d.ref_id for d in siblings if d.ref_id}
    numbered = [name for name, own in ids.items() if name.startswith(own.number)]
    begin = ref_id.number if 2 * len(numbered) > len(ids) else str(ref_id)
    bare = [name for name, own in ids.items() if fold_id(stem_of(name)) == fold_id(str(own))]
    if len(bare) == len(ids) >= _ENOUGH:
        words = ""
    name = f"{begin}-{words}".rstrip("-") + ".md"
    return name.lower() if ids and all(map(str.islower, ids)) else name


def _folder(siblings: list[Document], scope: Scope) -> str:
    """Return the folder that most entries of the type lie in, else that of the scope."""
    folders = Counter(folder_of(document.path) for document in siblings)
    return min(folders, key=lambda f: (-folders[f], f)) if folders else scope.path


def slug(title: str) -> str:
    """Return a title as part of a file name: `Cold starts: why?` → `Cold-Starts-Why`."""
    plain = unicodedata.normalize("NFKC", title)
    words = re.findall(r"[^\W_]+", plain.replace("'", "").replace("’", ""))
    joined = "-".join(word[:1].upper() + word[1:] for word in words)
    return joined[:SLUG_LENGTH].rpartition("-")[0] if len(joined) > SLUG_LENGTH else joined


def _render(
    templates: list[Path], kind: EntryType, ref_id: RefId, title: str, name: str, today: date
) -> str:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

    environment = Environment(  # Markdown for the author's eyes: nothing to escape
        loader=FileSystemLoader(templates),
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        autoescape=False,
    )
    try:
        template = environment.select_template([f"{kind.name}.md", "entry.md"])
        return template.render(
            id=str(ref_id), title=title, type=kind, date=today.isoformat(), file=name
        )
    except TemplateError as error:
        raise NewEntryError(f"the template of {kind.name} can't be used: {error}") from error
