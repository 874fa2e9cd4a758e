"""Plan to give an entry another REF-ID: in its file name, its own text, every reference to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_sima.parsing.identity.grammar import Grammar, fold_id, key_of
from mkdocs_sima.writing.citations import rename_in
from mkdocs_sima.writing.own_text import own_edits
from mkdocs_sima.writing.rename_plan import Plan

if TYPE_CHECKING:
    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, RefId


class RenameError(ValueError):
    """A rename that makes no sense; the message says why."""


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
        raise RenameError(f"'{new}' is no REF-ID; known types are {known}")
    if old_id is None:
        raise RenameError(f"{entry.path} has no REF-ID")
    if str(old_id) == str(new_id):
        asked = grammar.parse(old)
        if asked is None or key_of(asked) == key_of(new_id):
            raise RenameError(f"{old_id} is called that already")
        old_id = asked  # only its file name says so still: a rename that was cut short
    if taken := [d.path for d in kb.by_id(str(new_id)) if d.path != entry.path]:
        raise RenameError(f"{new_id} is taken by {', '.join(taken)}")
    result = Plan(old_id, new_id, entry.path, _new_path(kb, grammar, entry.path, old_id, new_id))
    for edit in own_edits(entry, grammar, result):
        result.add(entry.path, edit)
    for path, document in kb.documents.items():
        for reference in kb.references(path):
            if reference.target == entry.path:
                rename_in(document, reference, grammar, result)
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
