"""Plan to give an entry another REF-ID: in its file name, its own text, every reference to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.parsing.identity.grammar import Grammar, key_of
from mkdocs_sima.writing.renaming.citations import rename_in
from mkdocs_sima.writing.renaming.moved_folder import follow_folder
from mkdocs_sima.writing.renaming.names import new_path
from mkdocs_sima.writing.renaming.own_text import own_edits
from mkdocs_sima.writing.renaming.rename_plan import Plan

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
    entry = find_entry(kb, old)
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
    result = begin(kb, entry, old_id, new_id)
    for edit in own_edits(entry, grammar, result, kb.settings.types.get(old_id.type)):
        result.add(entry.path, edit)
    for path, document in kb.documents.items():
        for reference in kb.references(path):
            if reference.target == entry.path:
                rename_in(document, reference, grammar, result)
    follow_folder(kb, result)
    return result


def begin(kb: KnowledgeBase, entry: Document, old: RefId, new: RefId) -> Plan:
    """Return a plan that knows what the entry's file will be called, and nothing more yet.

    Raises:
        RenameError: another file or folder is called so already.
    """
    path = new_path(Grammar.of(kb.settings), entry.path, old, new)
    result = Plan(old, new, entry.path, path)
    for before, after in result.moves:
        there = after in kb.files or after in kb.folders
        if there and before.casefold() != after.casefold():
            raise RenameError(f"{after} exists already")
    return result


def find_entry(kb: KnowledgeBase, name: str) -> Document:
    """Return the one document that a name means.

    Raises:
        RenameError: there is none, or there are several.
    """
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
