r"""Damage in another form: text with C1 controls or HTML entities in, edits out.

`It&acirc;&euro;&trade;s` was damaged before a program wrote its signs as entities. `It\x92s` was
Windows-1252, read as Latin-1: what is left is a control that nobody writes.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from mkdocs_sima.mojibake.channels import traces
from mkdocs_sima.mojibake.channels.code_pages import BYTE, CONTINUATIONS, LEADS
from mkdocs_sima.mojibake.evidence.plausibility import char_cost
from mkdocs_sima.mojibake.quoted_examples import is_about_encodings
from mkdocs_sima.mojibake.text_edits import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENTITIES: Final = re.compile(r"(?:&(?:[A-Za-z]+\d*|#\d+|#[xX][0-9A-Fa-f]+);){2,}")
_CODE: Final = re.compile(
    r"^ {0,3}(`{3,}|~{3,}).*?(?:^ {0,3}\1|\Z)|<(pre|code)\b.*?(?:</\2>|\Z)|(`+)[^`\n]+\3",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
_NEXT_LINE: Final = "\x85"
_FOREIGN: Final = "\u0250"  # from here on, no Windows page of the West
_LIKELY: Final = 7.0  # nats
_CONTROL: Final = re.compile("[\x80-\x9f]+")
_SIGNS: Final = {0x80: "€", 0x82: "‚", 0x84: "„", 0x85: "…", 0x8B: "‹", 0x9B: "›", 0x99: "™"} | {
    byte: bytes([byte]).decode("cp1252") for byte in range(0x91, 0x98)
}
_LETTERS: Final = {byte: bytes([byte]).decode("cp1252") for byte in b"\x8a\x8c\x8e\x9a\x9c\x9e\x9f"}
_IN_DAMAGE: Final = frozenset(LEADS + CONTINUATIONS + "\ufffd")


def may_be_escaped(text: str) -> bool:
    """Tell whether a text holds entities side by side."""
    return ";&" in text and _ENTITIES.search(text) is not None


def entity_edits(text: str) -> Iterator[Edit]:
    """Yield the edits that decode damaged characters written as entities.

    A line about encodings, and code, show what they mean to.
    """
    if ";&" not in text:
        return
    found = [(match, _decoded(match[0])) for match in _ENTITIES.finditer(text)]
    if not any(decoded for _, decoded in found):
        return
    code = [match.span() for match in _CODE.finditer(text)]
    explained: dict[int, bool] = {}  # where a line begins → whether it is about encodings
    for match, decoded in found:
        start, end = match.span()
        block = code[bisect_right(code, (start, len(text))) - 1] if code else (0, 0)
        first = text.rfind("\n", 0, start) + 1
        if not decoded or block[0] <= start < block[1]:
            continue
        if first not in explained:
            last = text.find("\n", end)
            explained[first] = is_about_encodings(text[first : len(text) if last < 0 else last])
        if not explained[first]:
            yield Edit(start, end, decoded, traces.FOREIGN, channel="cp1252 as entities")


def _decoded(entities: str) -> str:
    try:
        data = bytes(BYTE[char] for char in html.unescape(entities))
        text = data.decode()
    except (KeyError, UnicodeDecodeError):
        return ""
    return text if all(char_cost(char) <= _LIKELY for char in text) else ""


def control_edits(text: str) -> Iterator[Edit]:
    """Yield the edits of C1 controls that stand for the characters of Windows-1252.

    One beside what may be left of other damage stays, and so do a letter beside no letter and,
    where it is the only control, U+0085: it ends lines on mainframes.
    """
    if {*_CONTROL.findall(text)} == {_NEXT_LINE}:
        return
    for match in _CONTROL.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start] if start else "", text[end : end + 1]
        if not (_is_plain(before) and _is_plain(after)):
            continue
        meant = "".join(map(_meant_by, match[0]))
        beside_letter = before.isalpha() or after.isalpha()
        if len(meant) == end - start and (beside_letter or not meant.isalpha()):
            yield Edit(start, end, meant, traces.CONTROL, channel="cp1252 as controls")


def _is_plain(char: str) -> bool:
    return char < _FOREIGN and char not in _IN_DAMAGE


def _meant_by(control: str) -> str:
    return _SIGNS.get(ord(control)) or _LETTERS.get(ord(control), "")
