"""What the names of files say: labels that are file names, words of a title, index or template."""

from __future__ import annotations

import re

_LABELLED = re.compile(r"(?:file|file ?name|path)\s*:\s*(\S.*)", re.IGNORECASE)
_EXTENSION = re.compile(r"\.(?:md|markdown|txt)$", re.IGNORECASE)
_NAME = re.compile(r"[`*/]*([\w./#\[\]{}() -]*?\.(?:md|markdown|txt))[`*]*", re.IGNORECASE)
# "AP-08.md - Locks": what follows the name is the title.
_REST = re.compile(r"\s*[-–—:|]\s*(.+)")
_WORD_BREAK = re.compile(r"[\s_-]+")
# `QueryVsScan`, `HTTPServer`: where the words meet.
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_INDEX_WORDS = frozenset({"index", "indexes", "indices", "toc"})
_FOLDERS_OWN = frozenset({"readme", "index"})
# A number of its own, not `000`, before the words of a title.
_NUMBERED = re.compile(r"(?:[^\W\d_]+[-_]?)?(?=\d*[1-9])\d+[-_]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d[-_](?=\d{3,4}[-_.])")
_TEMPLATE_WORDS = frozenset({"template", "templates"})


def stem_of(path: str) -> str:
    """Return a file name without folder and extension."""
    return _EXTENSION.sub("", path.rpartition("/")[2])


def speaks_by_folder(path: str) -> bool:
    """Tell whether a file is called as its folder wants: `0127-slug/README.md`, `x/x.md`."""
    folder, _, name = path.rpartition("/")
    stem = stem_of(name).casefold()
    return bool(folder) and (stem in _FOLDERS_OWN or stem == folder.rpartition("/")[2].casefold())


def speaking_name(path: str) -> str:
    """Return the name that says what a document is: its stem, or that of its folder.

    The day before a number says when it was: `2021-06-06_002-reactive-core.md`.
    """
    name = path.split("/")[-2] if speaks_by_folder(path) else stem_of(path)
    return _DAY.sub("", name)


def file_name_of(heading: str) -> str | None:
    """Return the file name that a heading is or begins with, if it does.

    "AP-08.md - Locks" gives `AP-08.md`, "File: Some-Name" gives `Some-Name`.
    """
    heading = heading.strip()
    if match := _LABELLED.fullmatch(heading):
        name = _NAME.match(match[1])
        return name[1] if name else match[1].strip("`* ")
    match = _NAME.match(heading)
    if match and (match.end() == len(heading) or _REST.fullmatch(heading, match.end())):
        return match[1]
    return None


def after_file_name(heading: str) -> str:
    """Return what a heading says after the file name that it begins with: "AP-08.md - Locks"."""
    heading = heading.strip()
    if match := _LABELLED.fullmatch(heading):
        heading = match[1]
    name = _NAME.match(heading)
    rest = _REST.fullmatch(heading, name.end()) if name else None
    return rest[1].strip() if rest else ""


def words_of(stem: str) -> list[str]:
    """Return the words of a stem; one of several words written together is taken apart.

    `Cold-Start_basics` → Cold, Start, basics; `QueryVsScan` → Query, Vs, Scan.
    """
    words = [word for word in _WORD_BREAK.split(stem) if word]
    return [part for part in _CAMEL.split(words[0]) if part] if len(words) == 1 else words


def is_index_name(path: str) -> bool:
    """Tell whether a file lists others, by its name."""
    words = _WORD_BREAK.split(stem_of(path).lower())
    return not _INDEX_WORDS.isdisjoint(words[-2:])


def is_template_name(path: str) -> bool:
    """Tell whether a file is a pattern to be copied, by its name or its folder.

    `0000-template.md` is; `0331-templates-without-globals.md`, one of many, is about them.
    """
    *folders, name = path.lower().split("/")
    words = [] if _NUMBERED.match(name) else _WORD_BREAK.split(stem_of(name))
    return bool(_TEMPLATE_WORDS.intersection(words) or _TEMPLATE_WORDS.intersection(folders))
