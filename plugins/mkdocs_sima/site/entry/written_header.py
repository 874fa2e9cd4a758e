"""The header lines at the top of a page, of which the card has said all: put aside, not lost.

`**Status:** Active` stands in the card. `**Version:** 1.2` doesn't, and `**Status:** Active, but
see below` says more: these stay where they are. Some write two headers, one of the file and one
of the entry, with a rule between them.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_sima.parsing.fields import labels, values
from mkdocs_sima.parsing.fields.labels import fold_label, labels_of
from mkdocs_sima.site.entry.card import says_title

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_sima.settings import Settings
    from mkdocs_sima.site.entry.card import Card

_BLOCK = re.compile(
    r"\s*(?:<p>(?P<lines>(?:(?!</p>).)*)</p>"
    r"|<ul>\n?(?P<items>(?:<li>(?:(?!</?(?:li|ul|ol|p)\b).)*</li>\n?)+)</ul>"
    r"|(?P<rule><hr ?/?>))(?=\s|$)",
    re.DOTALL,
)
_BREAK = re.compile(r"(?:<br ?/?>)?\n")
_ITEM = re.compile(r"<li>(.*?)</li>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_LINE = re.compile(r"[^\w\n]*(?P<label>[^:：\n]{1,40}?)\s*[:：]\s*(?P<value>\S.*)", re.DOTALL)
_JUST_A_DATE = re.compile(r"[\w.,/ -]{6,20}")


class Parted(NamedTuple):
    """A body of HTML in two."""

    folded: str  # what the card says as well; "" if that is nothing
    body: str


def part_header(body: str, card: Card, settings: Settings) -> Parted:
    """Return the header lines of a body that its card shows completely, and all else."""
    is_shown = _shown_by(card, settings)
    folded: list[str] = []
    kept: list[str] = []
    position = 0
    while match := _BLOCK.match(body, position):
        if match["rule"]:
            if not folded:
                break
            (kept if kept and kept[-1] != "<hr>" else folded).append("<hr>")
        else:
            lines = match["lines"]
            parts = _ITEM.findall(match["items"] or "") if lines is None else _BREAK.split(lines)
            if not all(_is_line(_text(part), card) for part in parts):
                break
            shown = [part for part in parts if is_shown(_text(part))]
            rest = [part for part in parts if part not in shown]
            folded += [_as_block(shown, is_list=lines is None)] if shown else []
            kept += [_as_block(rest, is_list=lines is None)] if rest else []
        position = match.end()
        if match["rule"] and not _begins_anew(body, position, card):
            break
    if not any(block != "<hr>" for block in folded):
        return Parted("", body)
    return Parted("\n".join(folded), "\n".join((*kept, body[position:].lstrip("\n"))))


def _is_line(text: str, card: Card) -> bool:
    return bool(_LINE.fullmatch(text)) or says_title(card.document, text)


def _begins_anew(body: str, position: int, card: Card) -> bool:
    """Tell whether a second header stands here: **DEC-04: Its Title**, and fields below it."""
    block = _BLOCK.match(body, position)
    if block is None or not block["lines"]:
        return False
    return says_title(card.document, _text(_BREAK.split(block["lines"], maxsplit=1)[0]))


def _text(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html)).split())


def _as_block(parts: list[str], *, is_list: bool) -> str:
    if is_list:
        return "<ul>\n" + "".join(f"<li>{part}</li>\n" for part in parts) + "</ul>"
    return "<p>" + "<br>\n".join(parts) + "</p>"


def _shown_by(card: Card, settings: Settings) -> Callable[[str], bool]:
    """Return what tells whether a card says all that a line of text says."""
    document, own = card.document, labels_of(settings)
    kind = card.type
    words: dict[str, set[str]] = {
        name: {fold_label(said) for said in shown if said}
        for names, shown in (
            (labels.ID, (document.id,)),
            (labels.TITLE, (document.display_title,)),
            (("type",), (kind.label, kind.name) if kind and document.id else ()),
            (labels.STATUS, (document.status, card.status.name if card.status else None)),
            (labels.PRIORITY, (document.priority,)),
        )
        for name in names
    }
    if card.successor:
        said = (card.successor.name, card.successor.name.partition(": ")[0])
        words |= {key: {fold_label(text) for text in said} for key in labels.SUPERSEDED_BY}
    dates = dict.fromkeys((*labels.CREATED, *labels.DECIDED), document.created)
    dates |= dict.fromkeys(labels.UPDATED, document.updated)

    def is_shown(line: str) -> bool:
        match = _LINE.fullmatch(line)
        if match is None or says_title(document, line):
            return True
        label, value = fold_label(own.label(match["label"])), match["value"]
        if label in words:
            return fold_label(value) in words[label]
        if label in dates:
            day = values.read_date(value)
            return day is not None and day == dates[label] and bool(_JUST_A_DATE.fullmatch(value))
        if label in labels.KEYWORDS:
            return bool(card.keywords) and values.read_keywords(value) == document.keywords
        return False

    return is_shown
