"""What one file says its number is: by its name, its folder, its title, its header."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from mkdocs_sima.parsing.fields.labels import ID, fold_label
from mkdocs_sima.parsing.identity.file_names import speaking_name
from mkdocs_sima.parsing.identity.word_ends import LETTER

if TYPE_CHECKING:
    from collections.abc import Iterator

Source = Literal["name", "title", "header", "id"]
"""Where a file says its number; "id" is a header line that is called so: `id: PROP-7`."""

_MAY_CLAIM = re.compile(rb"^(?:#[^\n]*\d|---\r?\n)", re.MULTILINE)
_OWN = {*ID, "number", "no", "identifier", "proposal", "ref", "reference", "document", "decision"}
WIDTH = 3  # digits of a number that nobody pads by accident
HEAD = 1500  # bytes of a file that may hold its title and header

_NUMBER = r"\d{3,5}-\d{1,4}|\d{1,5}(?:\.\d{1,4}){0,3}"
# `0296-slug`, `lip-1559`, `rfc0012`, `DR-2024-03-slug`, `CAP-0046-07`, `REQ-12.3`, `A6-slug`; not
# the date `2024-03-01-x`.
_NAME = re.compile(
    rf"(?:(?P<word>[^\W\d_](?:\w|-(?=[^\W\d_]))*?)[-_ ]?)?(?P<number>{_NUMBER})(?=[-_ .](?!\d)|$)"
)
# "# TEP-127: Title", "# RFC 12 – Title", "# BOLT #2: Title", "# 7. Use Postgres", and the same with
# a line below.
_TITLE = re.compile(r"^(?:#{1,2}[ \t]+(\S.*)|(\S.*)\n(?:={3,}|-{3,})[ \t]*$)", re.MULTILINE)
_FRONT_MATTER = re.compile(r"---[ \t]*\n.*?^---[ \t]*\n", re.DOTALL | re.MULTILINE)
_IN_TITLE = re.compile(
    rf"[\W_]*(?:(?P<word>[^\W\d_][\w-]*?)(?:[-_]| ?#?))?(?P<number>{_NUMBER})"
    rf"(?P<end>(?!{LETTER})[^\w]*)"
)
# `nip: '0033'`, `CAP: 0016`, `id: PROP-7`, `* Proposal: [LP-0296](0296-slug.md)`
_HEADER = re.compile(
    r"^[ \t]*(?:[-*|][ \t]*)?[*_]*(?P<key>[^\W\d_][\w -]{0,24}?)[*_]*[ \t]*[:|][*_]*[ \t]*"
    rf"[\[\"'`#*]*(?:(?P<word>[^\W\d_][\w-]*?)[-_ ]?)?(?P<number>{_NUMBER})(?![\w.]|-\w)",
    re.MULTILINE,
)


class Claim(NamedTuple):
    """One number that a file gives itself."""

    word: str  # as written, "" if the number stands alone
    number: str  # as written
    source: Source


def key_of_number(number: str) -> str:
    """Return the form in which numbers are compared: leading zeros are spelling."""
    return ".".join(part.lstrip("0") or "0" for part in number.split("."))


def read_claims(path: str, head: bytes) -> list[Claim]:
    """Return what a file says its number is, by its name first; `head` are its first bytes."""
    named = _of_name(path)
    found = [named] if named else []
    # A file without a number is looked at only where a digit stands in its title or header.
    if named or _MAY_CLAIM.search(head):
        found += _of_text(head.decode("utf-8", "replace").replace("\r\n", "\n"))
    if named and "-" in named.number and named.word:  # `adr-006-02-client.md` under "# ADR 006: …"
        first = key_of_number(named.number.partition("-")[0])
        if any(key_of_number(claim.number) == first for claim in found[1:]):
            found[0] = named._replace(number=named.number.partition("-")[0])
    return found


def _of_name(path: str) -> Claim | None:
    """Return what the name of a file, or of the folder whose README it is, says."""
    match = _NAME.match(speaking_name(path))
    if not match or (not match["word"] and "-" in match["number"]):  # a month
        return None
    return Claim(*_word_and_number(match), "name")


def _word_and_number(match: re.Match[str]) -> tuple[str, str]:
    """Return the two as they belong together: `A61` is a number, as `061` is."""
    word, number = match["word"] or "", match["number"]
    if len(word) == 1 and word.isupper() and match.end("word") == match.start("number"):
        return "", word + number
    return word, number


def _of_text(head: str) -> Iterator[Claim]:
    """Yield what the first lines of a file say."""
    body = _FRONT_MATTER.match(head)  # its last line looks like a heading
    if title := _TITLE.search(head, body.end() if body else 0):
        match = _IN_TITLE.match(title[1] or title[2])
        # A bare number heads a title only with a sign behind it: "# 10 Tips" counts something.
        if match and (match["word"] or match["end"][:1] in tuple(".:)–—-|")):
            yield Claim(*_word_and_number(match), "title")
    for match in _HEADER.finditer(head):
        key = match["key"].strip()
        if match["word"] is None:
            yield Claim(key, match["number"], "header")
        elif fold_label(key) in _OWN:  # others say what a document is about: `Ticket: OPS-12`
            source: Source = "id" if fold_label(key) in ID else "header"
            yield Claim(match["word"], match["number"], source)
