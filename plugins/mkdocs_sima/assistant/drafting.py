"""A new entry with the next free number: shown, or written if the owner allows it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from typing_extensions import TypedDict  # pydantic wants this one before 3.12

from mkdocs_sima import resources
from mkdocs_sima.assistant.briefs import AskError
from mkdocs_sima.graph.subjects import about
from mkdocs_sima.writing import atomic, new
from mkdocs_sima.writing.numbers import taken_elsewhere

if TYPE_CHECKING:
    from mkdocs_sima.assistant.library import Library


class NewEntry(TypedDict):
    """A new entry, and whether its file was written."""

    id: str
    path: str
    text: str
    written: bool
    note: str


def new_entry(
    library: Library, type_name: str, title: str, scope: str | None = None, *, write: bool = False
) -> NewEntry:
    """Return the next entry of a type, filled from its template; write it if `write` allows it.

    A file that exists is never written over.

    Raises:
        AskError: the type or scope is unknown, or the file can't be written.
    """
    kb, project = library.kb, library.project
    beside = project.config.parent if project.config else project.root
    folders = [beside / "templates" / "entries", resources.templates("entries")]
    try:
        taken = taken_elsewhere(kb, project.root)
        draft = new.draft(kb, type_name, title, scope, folders, date.today(), taken)
    except new.NewEntryError as error:
        raise AskError(str(error)) from error
    note = "Not written: the server was started without --write. Save `text` at `path`."
    if write:
        file = project.root / draft.path
        if not file.resolve().is_relative_to(project.root.resolve()):
            raise AskError(f"'{draft.path}' leads out of the knowledge base.")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            atomic.write(file, draft.text.encode("utf-8"), new=True)
        except OSError as error:
            raise AskError(f"{draft.path} can't be written: {error.strerror or error}") from error
        note = "Written. Fill in what the template left open, then ask check_entries with its path."
    if known := about(kb, title):
        names = ", ".join(f"{kb.documents[path].id or path}" for path in known)
        note += f" {names} may say the same: read first, and cite or extend what is there."
    return NewEntry(
        id=str(draft.ref_id), path=draft.path, text=draft.text, written=write, note=note
    )
