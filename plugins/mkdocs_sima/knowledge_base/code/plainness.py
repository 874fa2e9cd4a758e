"""Whether a path to which nothing leads is meant as one of this repository, and of today.

An author who writes `src/store/pg.py` may cite code that has moved, which is worth a word. Or else:
an example (`path/to/file.py`), another project's, what a program makes (`dist/app.js`), what is yet
to be written, or what the entry itself says was taken away. About these nobody wants to hear.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.code.places import is_file_name
from mkdocs_sima.parsing.identity.grammar import PLACEHOLDER

if TYPE_CHECKING:
    from mkdocs_sima.history import Repository
    from mkdocs_sima.model import CodePath, Document

_EXAMPLE = re.compile(
    rf"(?:^|[/_.-])(?:{PLACEHOLDER}|foo|bar|baz|example|sample|dummy|your?|my|some|path/to|xyz|"
    r"file|filename|name|module|folder|dir|project|feature|entity|resource|thing)(?:[/_.-]|$)"
    r"|[\[\]()]|\.\.\.|YYYY",
    re.IGNORECASE,
)
_GENERATED = re.compile(
    r"(?:^|/)(?:\.next|\.venv|__pycache__|build|coverage|dist|generated|node_modules|out|target|tmp"
    r"|vendor|venv)/|^\.git/"
)
# "was moved to", "we delete", "the old": the entry knows that it isn't there. What an entry calls
# current or existing is what it is about to change.
_TAKEN_AWAY = re.compile(
    r"\b(?:remov|delet|drop(?:s|ped|ping)?\b|retir|mov(?:e|es|ed|ing)\b|renam|replac|migrat|"
    r"extract|eliminat|obsolet|deprecat|supersed|split|merg(?:e|es|ed|ing)\b|consolidat|"
    r"formerly|previous|earlier|originally|used to|no longer|old\b|legacy|before\b|instead of|"
    r"rather than|was\b|were\b|had\b|became|until|gone\b|rip(?:ped)? out|clean(?:ed)? up|dead\b|"
    r"historical|current(?:ly)?\b|existing\b|at present\b)|→|->|=>|~~|❌|➜",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|shall|should|would|could|might|may|must|can|creat|add(?:s|ed|ing)?\b|new\b|propos|"
    r"plan|todo|future|later|introduc|e\.g\.|example|such as|like\b|generat|output|suggest|"
    r"follow-?up|next\b|candidate|optional|if\b|when\b|copy|template|not (?:yet|exist)|missing|"
    r"does(?:n't| not)|[ij]magin|hypothetical)|☐|\[ \]|🔜|⏳",
    re.IGNORECASE,
)
_HEAD_TO_COME = re.compile(
    r"\b(?:plan|roadmap|next|future|todo|to do|follow-?up|migration|rollout|proposal|propos|"
    r"alternativ|option|rejected|considered|example|history|background|before|previous|changelog|"
    r"removed|deleted|deprecated)",
    re.IGNORECASE,
)
_CODE = re.compile(r"`[^`\n]*`|\]\([^()\s]*\)")
_REACH = 300  # characters
_NO_MORE = re.compile(
    r"\W*(?:superseded|superceded|replaced|deprecated|obsolete|rejected|declined|withdrawn|"
    r"abandoned|archived|retired)",
    re.IGNORECASE,
)
# A folder of what is to be made.
_PLANS = re.compile(
    r"(?:^|/)(?:\w+-)?(?:backlog|designs?|drafts?|plans?|proposals?|rfcs?|specs?)/", re.I
)
_NOT_YET = re.compile(r"\W*(?:draft|idea|in review|open|planned|proposed|review|rfc|wip)", re.I)


def is_generated(path: str, repository: Repository) -> bool:
    """Return whether a program makes the file, so that nobody finds it in the repository."""
    return _GENERATED.search(path) is not None or repository.ignores(path)


def looks_like_file(path: str) -> bool:
    """Return whether a path ends as the names of files do, and is no example."""
    return is_file_name(path) and _EXAMPLE.search(path) is None


def is_meant_today(document: Document, cited: CodePath) -> bool:
    """Return whether the words around a path let it be one that was there and should still be."""
    return not (
        _NO_MORE.match(document.status or "")
        or _TAKEN_AWAY.search(_words_around(document, cited))
        or _HEAD_TO_COME.search(_heads(document, cited))
    )


def is_plain(document: Document, cited: CodePath, repository: Repository) -> bool:
    """Return whether a path that was never there looks all the same as one of this repository.

    Its folder is there, with files of its kind in it: `lib/other_project/x.py` is another's more
    often than a slip of the pen. And an entry says so; plans and guides name what is to be made.
    """
    path = cited.text.strip("/").removeprefix("./")
    folder, _, name = path.rpartition("/")
    kind = name.rpartition(".")[2]
    if folder not in repository.folders or document.kind != "entry" or not looks_like_file(path):
        return False
    if _PLANS.search(repository.in_repository(document.path)):
        return False
    if _NOT_YET.match(document.status or "") or _TO_COME.search(_words_around(document, cited)):
        return False
    inside = f"{folder}/"
    return any(one.startswith(inside) and one.endswith(f".{kind}") for one in repository.files)


def _words_around(document: Document, cited: CodePath) -> str:
    """Return the paragraph, or the item of a list, that a path stands in, without any code."""
    text = document.text
    start = text.rfind("\n", 0, cited.start) + 1
    end = text.find("\n", cited.end)
    end = end if end >= 0 else len(text)
    for _ in range(2):  # a paragraph is wrapped: its neighbours are lines of the same
        above = text.rfind("\n", 0, max(start - 1, 0)) + 1
        if start == 0 or not _goes_on(text[above : start - 1], text[start:end]):
            break
        start = above
    for _ in range(2):
        below = text.find("\n", end + 1)
        below = below if below >= 0 else len(text)
        if end >= len(text) or not _goes_on(text[start:end], text[end + 1 : below]):
            break
        end = below
    words = _CODE.sub(lambda match: " " * len(match[0]), text[start:end])
    at = cited.start - start
    return words[max(at - _REACH, 0) : at] + " " + words[cited.end - start :][:_REACH]


def _goes_on(one: str, other: str) -> bool:
    """Return whether two lines belong to one paragraph or item."""
    return (
        bool(one.strip())
        and re.match(r"\s*(?:[\w(`\"'*]|\*\*)", other) is not None
        and (re.match(r"\s*(?:[-*+]\s|\d+[.)]\s|#|\||>|```|~~~)", other) is None)
    )


def _heads(document: Document, cited: CodePath) -> str:
    """Return the headings above a path, the title left out."""
    found: list[str] = []
    level = 7
    for heading in reversed(document.headings):
        if heading.line <= cited.line and heading.level < level:
            level = heading.level
            if level > 1:
                found.append(heading.text)
    return " / ".join(found)
