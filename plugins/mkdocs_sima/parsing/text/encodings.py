"""Bytes in, text out. Whatever the bytes are, nothing is lost and nothing raises."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_sima.model import Problem

if TYPE_CHECKING:
    from typing import Literal

    from mkdocs_sima.mojibake.foreign_bytes import Read

    Mends = Literal["", "safe", "guess"]

_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_SNIFFED = 8192  # bytes at the start in which a NUL means that the file is no text


class Decoded(NamedTuple):
    r"""Text with `\n` line ends and no BOM, and what was wrong with its bytes."""

    text: str
    problem: Problem | None = None


def decode(data: bytes) -> Decoded:
    """Read bytes as UTF-8, or as the code page that they plainly were saved with.

    Where none is plain, bytes that aren't UTF-8 are taken as Windows-1252. UTF-16 is known by its
    BOM, or by the NUL bytes of its ASCII. A binary file gives an empty text and a problem.
    """
    if data.startswith(codecs.BOM_UTF8):
        data = data[len(codecs.BOM_UTF8) :]
    elif encoding := _UTF16.get(data[:2]):
        text = data[2:].decode(encoding, "replace")
        mends: Mends = "" if as_text(data) is None else "safe"
        return Decoded(_unify(text), _problem(1, 1, "is UTF-16; save it as UTF-8", mends))
    if b"\0" in data[:_SNIFFED]:
        if (unmarked := _without_mark(data)) is not None:
            problem = _problem(1, 1, "is UTF-16 without a mark; save it as UTF-8", "safe")
            return Decoded(_unify(unmarked), problem)
        return Decoded(
            "", _problem(1, 1, "is no text (it holds NUL bytes); rename it or exclude it")
        )
    try:
        return Decoded(_unify(data.decode()))
    except UnicodeDecodeError as error:
        before = _unify(data[: error.start].decode())
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        byte = data[error.start]
        found = _of_page(data, error.start)
        if found and found.page != "cp1252":
            text, page = found
        else:
            text, page = data.decode("utf-8", _FALLBACK), "Windows-1252"
        message = f"is not UTF-8 here (byte {byte:02X}), read as {page}; save it as UTF-8"
        return Decoded(_unify(text), _problem(line, column, message, "guess" if found else ""))


def as_text(data: bytes) -> str | None:
    """Return the text of a file, line ends as they are; None if its encoding can't be told.

    That of UTF-16 is certain; a code page is a good guess, the better the longer the text.
    """
    try:
        if encoding := _UTF16.get(data[:2]):
            return data[2:].decode(encoding)
        if b"\0" in data[:_SNIFFED]:
            return _without_mark(data)
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found = None if error.encoding.startswith("utf-16") else _of_page(data, error.start)
        return found.text if found else None


def _of_page(data: bytes, start: int) -> Read | None:
    """Return the text of bytes that break UTF-8 from an offset on, if one page is plain."""
    if not data[:start].isascii():  # UTF-8 was pasted into, or cut; the rest of it is right
        return None
    from mkdocs_sima.mojibake.foreign_bytes import read_bytes

    return read_bytes(data)


def _without_mark(data: bytes) -> str | None:
    """Return the text of UTF-16 that has no BOM: every other byte of its ASCII is NUL."""
    start = data[:_SNIFFED]
    for first, codec in ((0, "utf-16-be"), (1, "utf-16-le")):
        if start[first::2].count(0) * 3 > len(start) and not start[1 - first :: 2].count(0):
            try:
                return data.decode(codec)
            except UnicodeDecodeError:
                return None
    return None


def _unify(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _problem(line: int, column: int, message: str, mends: Mends = "") -> Problem:
    return Problem("encoding", line, column, f"the file {message}", mends)


def _windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Decode the bytes that broke UTF-8; those that Windows-1252 leaves undefined as Latin-1."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    broken = error.object[error.start : error.end]
    return "".join(_ONE_BYTE[byte] for byte in broken), error.end


_ONE_BYTE = [
    bytes([byte]).decode("cp1252", "ignore") or bytes([byte]).decode("latin-1")
    for byte in range(256)
]
_FALLBACK = "mkdocs_sima.windows-1252"
codecs.register_error(_FALLBACK, _windows_1252)
