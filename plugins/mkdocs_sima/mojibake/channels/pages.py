"""The code pages that UTF-8 is wrongly read with: a row each, and nothing else to add.

Python's codecs are the tables. What a page leaves undefined, browsers show as a C1 control; other
programs drop those bytes, or write U+FFFD for them.
"""

from __future__ import annotations

import codecs
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from mkdocs_sima.mojibake.channels.alphabets import (
    ARABIC,
    BALTIC,
    CENTRAL,
    CYRILLIC,
    GREEK,
    HEBREW,
    THAI,
    TURKISH,
    VIETNAMESE,
    WESTERN,
)


class Row(NamedTuple):
    """One code page: its name, its codec, the letters of those who use it."""

    name: str
    codec: str
    writes: str
    lacks: bool = False  # some of its bytes are undefined, and may be lost
    pairs: bool = False  # most of its characters take two bytes


ROWS: Final = (
    Row("cp1252", "cp1252", WESTERN, lacks=True),
    Row("cp1254", "cp1254", TURKISH, lacks=True),
    Row("latin-1", "latin-1", WESTERN),
    Row("iso8859-9", "iso8859-9", TURKISH),
    Row("iso8859-15", "iso8859-15", WESTERN),
    Row("cp1250", "cp1250", CENTRAL, lacks=True),
    Row("iso8859-2", "iso8859-2", CENTRAL),
    Row("cp852", "cp852", CENTRAL),
    Row("cp1251", "cp1251", CYRILLIC, lacks=True),
    Row("cp866", "cp866", CYRILLIC),
    Row("koi8-r", "koi8-r", CYRILLIC),
    Row("koi8-u", "koi8-u", CYRILLIC),
    Row("iso8859-5", "iso8859-5", CYRILLIC),
    Row("mac-cyrillic", "mac-cyrillic", CYRILLIC),
    Row("cp1253", "cp1253", GREEK, lacks=True),
    Row("iso8859-7", "iso8859-7", GREEK),
    Row("cp1255", "cp1255", HEBREW, lacks=True),
    Row("cp1256", "cp1256", ARABIC, lacks=True),
    Row("cp1257", "cp1257", BALTIC, lacks=True),
    Row("cp1258", "cp1258", VIETNAMESE, lacks=True),
    Row("cp874", "cp874", THAI, lacks=True),
    Row("cp437", "cp437", WESTERN),
    Row("cp850", "cp850", WESTERN),
    Row("cp858", "cp858", WESTERN),
    Row("mac-roman", "mac-roman", WESTERN),
    Row("gbk", "gb18030", "", pairs=True),
    Row("big5", "big5hkscs", "", pairs=True),
    Row("cp932", "cp932", "", pairs=True),
    Row("euc-jp", "euc-jp", "", pairs=True),
    Row("cp949", "cp949", "", pairs=True),
)

OWN_MODEL: Final = frozenset({"cp1252", "cp1254", "latin-1", "iso8859-9"})
"""Pages whose damage `decoding.candidates` reads, byte by byte and with what was lost of it."""


class Page:
    """A code page with its tables, made when it is first asked for."""

    def __init__(self, row: Row) -> None:
        self.name, self.writes, self.pairs = row.name, frozenset(row.writes), row.pairs
        self._codec = row.codec
        self._lost = row.lacks

    def encode(self, run: str) -> bytes:
        """Return the bytes that this page shows as `run`.

        Raises:
            UnicodeEncodeError: it shows no such character.
        """
        if self.pairs:
            return run.encode(self._codec)
        return codecs.charmap_encode(run, "strict", self._bytes)[0]

    def show(self, data: bytes) -> str:
        """Return what this page shows of bytes; what it can't show is a C1 control or U+FFFD."""
        if self.pairs:
            return data.decode(self._codec, "replace")
        return "".join(chr(byte) if byte < 0x80 else self._shown[byte] for byte in data)

    def lose(self, data: bytes, mark: str, *, more: bool = False) -> str:
        """Return what this page shows of bytes with `mark`, "" or U+FFFD, for what it can't show.

        With `more` to follow, a character that is not complete is not lost, but not shown yet.
        """
        decoder = codecs.getincrementaldecoder(self._codec)("replace" if mark else "ignore")
        return decoder.decode(data, final=not more)

    def decode(self, data: bytes) -> str | None:
        """Return bytes as a text that was written with this page, None if it can't have been."""
        try:
            return data.decode(self._codec)
        except UnicodeDecodeError:
            return None

    @cached_property
    def _shown(self) -> dict[int, str]:
        """Byte, from 128 → the character that it is shown as."""
        read = {byte: bytes([byte]).decode(self._codec, "replace") for byte in range(0x80, 0x100)}
        return {byte: chr(byte) if char == "\ufffd" else char for byte, char in read.items()}

    @cached_property
    def _bytes(self) -> dict[int, int]:
        """Code point → byte. A C1 control may stand for any byte that is undefined."""
        return {byte: byte for byte in self.undefined} | {
            ord(char): byte for byte, char in self._shown.items()
        }

    @cached_property
    def undefined(self) -> frozenset[int]:
        """The bytes that some programs drop or replace."""
        if not self._lost:
            return frozenset()
        every = range(0x80, 0x100)
        return frozenset(b for b in every if bytes([b]).decode(self._codec, "replace") == "\ufffd")

    @cached_property
    def leads(self) -> frozenset[str]:
        """What the first byte of a UTF-8 sequence is shown as; nothing for a page of pairs."""
        return frozenset(() if self.pairs else (self._shown[b] for b in range(0xC2, 0xF5)))

    @cached_property
    def rests(self) -> frozenset[str]:
        """What the other bytes are shown as."""
        return frozenset(() if self.pairs else (self._shown[b] for b in range(0x80, 0xC0)))


@lru_cache(maxsize=1)
def pages() -> tuple[Page, ...]:
    """Return all code pages, the likelier ones first where two explain a text equally well."""
    return tuple(map(Page, ROWS))


def begun_by(run: str) -> list[Page]:
    """Return the single-byte pages in which a run begins as a damaged sequence does."""
    second = run[1:2]
    return [page for page in _by_lead().get(run[0], ()) if second in page.rests]


@lru_cache(maxsize=1)
def _by_lead() -> dict[str, tuple[Page, ...]]:
    found: dict[str, list[Page]] = {}
    for page in pages():
        for lead in page.leads:
            found.setdefault(lead, []).append(page)
    return {lead: tuple(those) for lead, those in found.items()}
