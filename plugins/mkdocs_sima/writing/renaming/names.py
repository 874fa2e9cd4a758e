"""What the file of an entry is called once its ID has changed, and by which names it is cited."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_sima.parsing.identity.file_names import speaks_by_folder, stem_of
from mkdocs_sima.parsing.identity.grammar import fold_id
from mkdocs_sima.writing.destination import escaped
from mkdocs_sima.writing.renaming.number_text import leading, renumbered

if TYPE_CHECKING:
    from mkdocs_sima.model import RefId
    from mkdocs_sima.parsing.identity.grammar import Grammar


_SEPARATORS = re.compile(r"[-_ ]")


def new_path(grammar: Grammar, path: str, old: RefId, new: RefId) -> str:
    """Return the path with the new ID in it: `0316-slug/README.md` says it by its folder."""
    *folders, name = path.split("/")
    stem = stem_of(name)
    if speaks_by_folder(path):
        folders[-1] = _new_name(grammar, folders[-1], old, new)
    return "/".join([*folders, _new_name(grammar, stem, old, new) + name[len(stem) :]])


def _new_name(grammar: Grammar, stem: str, old: RefId, new: RefId) -> str:
    """Return a name with the new ID, if the old one stands in it."""
    same_kind = (old.prefix, old.type, old.glue) == (new.prefix, new.type, new.glue)
    match = grammar.match_name(stem)
    written = grammar.ref_id(match) if match else None
    if match is None or written is None or fold_id(written.bare) != fold_id(old.bare):
        number = leading(stem, old, new) if same_kind else None
        return stem.replace(*number, 1) if number else stem
    fresh = str(new) if written.prefix or not new.prefix or not old.prefix else new.bare
    if same_kind:
        fresh = renumbered(match[0], old, new) or fresh
    return stem[: match.start()] + fresh + stem[match.end() :]


def changed_names(old_path: str, new_path: str) -> list[tuple[str, str]]:
    """Return (old, new) of each name on the way to the entry that changes, without extensions."""
    pairs = zip(old_path.split("/"), new_path.split("/"), strict=True)
    return [(stem_of(old), stem_of(new)) for old, new in pairs if old != new]


def name_pattern(stem: str, *, as_cited: bool = False) -> re.Pattern[str]:
    """Return what finds a name where a file or folder is meant by it.

    Who cites it may write `_`, `-` and blanks as he likes, or as addresses want them.
    """
    words = re.escape(stem)
    if as_cited:
        words = r"(?:[-_ ]|%20)".join(map(re.escape, _SEPARATORS.split(stem)))
        words = f"(?:{words}|{re.escape(escaped(stem))})"
    return re.compile(rf"(?<![\w-]){words}(?=\.\w|[^\w.-]|$)", re.MULTILINE)
