"""Values of fields as data: status, priority, dates, lists of keywords."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from mkdocs_sima.parsing.text.plain import cut_at_word, is_placeholder, plain_text

if TYPE_CHECKING:
    from mkdocs_sima.model import Priority

_LEVELS: dict[Priority, str] = {  # in English, German, French, Spanish, Chinese
    "critical": "critical blocker urgent highest must p0 kritisch dringend höchste critique urgente"
    " crítica crítico 关键 紧急 最高",
    "high": "high major p1 hoch haute élevée élevé importante alta alto 高",
    "medium": "medium moderate normal med p2 mittel moyenne moyen normale media medio 中 中等",
    "low": "low minor lowest trivial p3 p4 niedrig gering basse faible baja bajo 低",
}
_PRIORITIES = {word: level for level, words in _LEVELS.items() for word in words.split()}
_SIGNS: dict[str, Priority] = {
    "🔴": "critical", "🚨": "critical", "🔥": "critical", "🛑": "critical",
    "🟠": "high", "🟡": "medium", "🟢": "low", "🔵": "low", "⚪": "low",
}  # fmt: skip
_STARS: tuple[Priority, ...] = ("low", "low", "medium", "high", "critical")
_WORD = re.compile(r"[^\W\d_][^\W_]*")
# "HIGH (was: low)" is high; so is "HIGH (was".
_PARENTHESIS = re.compile(r"\([^()]*\)|[([（].*")
# "Critical | High | Low": nobody has chosen.
_CHOICE = re.compile(r"\w\s*[|/][^\w|/]*\w.*[|/][^\w|/]*\w")
# "Accepted - 2024-03-01", "Active, since spring", "Superseded by DEC-07": the first word is it.
_STATUS_END = re.compile(
    r"\s+[-–—]+\s+|\s*[(\[{;,.:|（；，。：]|\s+(?:by|since|on|as of|in favou?r of)\s"
)
_NO_WORD = re.compile(r"^[\W_]+|(?<![^\w)])[^\w)]+$")
_SUPERSEDED = re.compile(
    r"(?:superseded|replaced|obsoleted)\s+(?:by|with)\s*:?\s*(.+)", re.IGNORECASE
)
_ISO = re.compile(r"(?<!\d)(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)")
_EUROPEAN = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_MONTH_FIRST = re.compile(r"\b([A-Z][a-z]{2})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_DAY_FIRST = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|er|º)?\.?\s+(?:de\s+)?([^\W\d_]{3,10})\.?,?\s+(?:del?\s+)?(\d{4})\b"
)
_MONTHS = {  # what their names begin with, in English, German, French, Spanish
    beginning: number
    for number, beginnings in enumerate(
        ("jan ene", "feb fév", "mar mär", "apr avr abr", "may mai", "jun juin", "jul juil",
         "aug aoû ago", "sep", "oct okt", "nov", "dec dez déc dic"), 1,
    )
    for beginning in beginnings.split()
}  # fmt: skip
_BULLET = re.compile(r"^[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+")
_TASK = re.compile(r"[ \t]*[-*+][ \t]+\[[ xX]\]")
# "**Primary:** cache" within a list of keywords, or a line "Primary:" above some.
_LABEL = re.compile(r"^(?:\*\*|__)[^*\n:]{1,40}:(?:\*\*|__)[ \t]*|^[^,\n]{1,60}:$")
_LIST = re.compile(r"^\s*\[([^\[\]]*,[^\[\]]*)\]\s*$")  # as in YAML
_NOTHING = frozenset({"none", "n/a"})
_CODE_SPAN = re.compile(r"`([^`\n]+)`")
_CHINESE = str.maketrans("，、；", ",,;")
_LONGEST_STATUS = 60
_LONGEST_KEYWORD = 60


def read_priority(value: str) -> Priority | None:
    """Read "🔴 Critical", "⭐⭐⭐⭐ HIGH", "P1", "★★★☆☆"; words win over signs.

    Words in parentheses don't count; "OPTIONAL (high value)" is no priority.
    """
    line = value.strip().partition("\n")[0]
    if _CHOICE.search(line) or is_placeholder(line):
        return None
    words = _WORD.findall(_PARENTHESIS.sub(" ", plain_text(line)).lower())
    for word in words[:4]:
        if word in _PRIORITIES:
            return _PRIORITIES[word]
    if words:
        return None
    stars = sum(line.count(star) for star in "⭐★🌟")
    if stars:
        return _STARS[min(stars, 5) - 1]
    return next((priority for sign, priority in _SIGNS.items() if sign in line), None)


def read_status(value: str) -> str | None:
    """Read the status itself, lower case: "✅ Active - used everywhere" is `active`."""
    line = plain_text(value.strip().partition("\n")[0])
    if _BULLET.match(line) or _CHOICE.search(line) or is_placeholder(line):
        return None
    line = _NO_WORD.sub("", line)
    status = _NO_WORD.sub("", _STATUS_END.split(line, maxsplit=1)[0]).lower()
    if len(status) > _LONGEST_STATUS:  # a sentence: its beginning says most
        status = cut_at_word(status, _LONGEST_STATUS)
    return status or None


def read_superseded_by(status: str) -> str | None:
    """Return what a status line names as the successor: "Superseded by ADR-0012"."""
    for line in status.splitlines():
        match = _SUPERSEDED.search(plain_text(line))
        if match:
            return match[1].strip(" .*_") or None
    return None


def read_date(value: str) -> str | None:
    """Return the first date in a value as YYYY-MM-DD, if it is one of the calendar."""
    if match := _ISO.search(value):
        year, month, day = match.groups()
    elif match := _EUROPEAN.search(value):
        day, month, year = match.groups()
    elif match := _MONTH_FIRST.search(value):
        month, day, year = match.groups()
    elif match := _DAY_FIRST.search(value):
        day, month, year = match.groups()
    else:
        return None
    try:
        number = int(month) if month.isdigit() else _month(month)
        return date(int(year), number, int(day)).isoformat()
    except (ValueError, KeyError):
        return None


def _month(name: str) -> int:
    """Return the number of a month by how its name begins; `juin` and `juil` take four letters."""
    name = name.lower()
    return _MONTHS[name[:3]] if name[:3] in _MONTHS else _MONTHS[name[:4]]


def read_keywords(value: str) -> tuple[str, ...]:
    """Read a comma list, bullets, backticks or hashtags as lower-case keywords, each once.

    A list with as many gaps to fill in as keywords belongs to a template and gives none. A label
    may stand before each group of keywords; below a list without, it begins another field.
    """
    found: list[str] = []
    gaps = 0
    grouped = _LABEL.match(value.lstrip())
    for line in value.split("\n"):
        if _TASK.match(line):  # a checklist about keywords
            continue
        if not grouped and found and _LABEL.match(line):
            break
        line = _BULLET.sub("", line, count=1)
        line = _LABEL.sub("", line, count=1)
        line = _LIST.sub(r"\1", line, count=1)
        codes = _CODE_SPAN.findall(line)
        only_code = codes and not _CODE_SPAN.sub("", line).strip(" ,;|·•.-*")
        for part in codes if only_code else _split(line):
            keyword = plain_text(part).strip(" .;:#\"'*")
            if is_placeholder(keyword) or keyword.lower() in _NOTHING:
                gaps += 1
            elif keyword and len(keyword) <= _LONGEST_KEYWORD:
                found.append(keyword.lower())
    return tuple(dict.fromkeys(found)) if gaps < max(len(found), 1) else ()


def _split(line: str) -> list[str]:
    """Split at the separator that the line uses; a comma within parentheses separates nothing."""
    line = line.translate(_CHINESE)
    for separator in (",", ";", "|", "·", "•"):
        if separator in line:
            parts = line.split(separator)
            if separator != "," or "(" not in line:
                return parts
            joined: list[str] = []
            inside: list[str] = []  # of parentheses that are open
            depth = 0
            for part in parts:
                inside.append(part)
                depth += part.count("(") - part.count(")")
                if depth <= 0:
                    joined.append(",".join(inside))
                    inside, depth = [], 0
            return [*joined, ",".join(inside)] if inside else joined
    if line.count("#") > 1 or line.startswith("#"):
        return line.split()
    return [line]
