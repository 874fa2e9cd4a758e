"""Apply the edits of fixes to the text of one file as it is on disk."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_sima.parsing.text.encodings import as_text
from mkdocs_sima.writing import atomic

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from mkdocs_sima.model import Edit, Finding

BOM = b"\xef\xbb\xbf"
LINE_END = re.compile(r"\r\n|\r|\n")
LINE = re.compile(r"[^\n]*\n|[^\n]+")
_LINE = re.compile(LINE.pattern.encode())


class EditError(Exception):
    """A file that can't be edited; the message says why."""


class Edited(NamedTuple):
    """A file before and after its edits."""

    old: str  # line ends as they are
    new: str
    bom: bytes  # of UTF-8, or nothing
    is_utf8: bool  # on disk; written it always is
    on_disk: bytes

    @property
    def is_changed(self) -> bool:
        """Whether writing it would change the file."""
        return self.old != self.new or not self.is_utf8


def read(path: Path, *, reencode: bool = False) -> tuple[str, bytes, bool]:
    """Return the text of a file, line ends as they are, its BOM (or nothing), whether it is UTF-8.

    Raises:
        EditError: it can't be read or is not UTF-8; with `reencode`, if nobody can tell what it is.
    """
    return _decoded(path, _bytes(path), reencode=reencode)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise EditError(f"{path}: can't be read: {error.strerror}") from error


def _decoded(path: Path, data: bytes, *, reencode: bool) -> tuple[str, bytes, bool]:
    bom = BOM if data.startswith(BOM) else b""
    text = as_text(data)
    is_utf8 = text is not None and bom + text.encode("utf-8") == data
    if text is None or not (is_utf8 or reencode):
        raise EditError(f"{path}: not changed, since it is not UTF-8; save it as UTF-8")
    return text, bom, is_utf8


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with the edits made; line ends stay as they are.

    An edit whose `before` does not stand where it says, or that touches one made already, is left
    out: another fix was there first, and the next run sees to it.
    """
    ends = [match.end() for match in LINE_END.finditer(text)]
    starts = [0, *ends]
    pieces: list[str] = []
    position = 0
    for edit in sorted(set(edits), key=lambda e: (e.line, e.column, len(e.before))):
        if not 0 < edit.line <= len(starts):
            continue
        offset = starts[edit.line - 1] + edit.column - 1
        if offset < position or not text.startswith(edit.before, offset):
            continue
        pieces += text[position:offset], edit.after
        position = offset + len(edit.before)
    return "".join([*pieces, text[position:]])


def planned(findings: Iterable[Finding], unsafe: bool) -> dict[str, list[Edit]]:
    """Return the edits of all fixes by path; those of unsafe fixes only on request."""
    edits: dict[str, list[Edit]] = defaultdict(list)
    for finding in findings:
        if finding.fix and (finding.fix.safe or unsafe):
            edits[finding.path] += finding.fix.edits
    return dict(edits)


def edit(root: Path, path: str, edits: Iterable[Edit], *, reencode: bool = False) -> Edited:
    """Return one file as it is and as it will be.

    Raises:
        EditError: it can't be read.
    """
    data = _bytes(root / path)
    old, bom, is_utf8 = _decoded(root / path, data, reencode=reencode)
    return Edited(old, apply(old, edits), bom, is_utf8, data)


def write(path: Path, text: str, bom: bytes = b"") -> None:
    """Write the new text of a file.

    Raises:
        EditError: it can't be written; it is as it was.
    """
    try:
        atomic.write(path, bom + text.encode("utf-8"))
    except OSError as error:
        raise EditError(f"{path}: can't be written: {error.strerror}") from error


def diff(path: str, old: str, new: str, bom: bytes = b"") -> bytes:
    """Return the unified diff of a file's change, which `patch -p1 --binary` and `git apply` take.

    Line ends and the BOM are part of it.
    """
    before, after = (bom + text.encode("utf-8", "replace") for text in (old, new))
    return diff_of_bytes(path, before, after)


def diff_of_bytes(path: str, old: bytes, new: bytes) -> bytes:
    """Return the same of a file whose code page changes: a line has the bytes that it is of."""
    from difflib import diff_bytes, unified_diff

    name = f"{path}\t" if " " in path else path  # the tab says where a name with blanks ends
    before, after = (f"{side}/{name}".encode("utf-8", "surrogateescape") for side in "ab")
    lines = diff_bytes(unified_diff, _LINE.findall(old), _LINE.findall(new), before, after)
    ending = b"\n\\ No newline at end of file\n"
    return b"".join(line if line.endswith(b"\n") else line + ending for line in lines)
