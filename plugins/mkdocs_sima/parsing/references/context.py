"""What surrounds a hit: the words that explain it, the labels above it, the relation they name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mkdocs_sima.parsing.source import Source
    from mkdocs_sima.settings import Settings

GENERAL_WORDS = frozenset({"generic", "general", "global", "universal", "common"})
"""Words by which authors name the scope that is everybody's."""

_LABEL = 40  # characters; an item of more is a sentence, not the label of those nested in it
_REACH = 600  # characters on the same line that can say something about a hit
_MAX_GLOSS = 200
_REACH = 2000  # characters of its line on either side that can say anything about a hit
_ITEM = re.compile(r"([ \t>]*)(?:[-*+•]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_HEADING = re.compile(r"[ \t]{0,3}#{1,6}[ \t]")
_EMPHASIS = re.compile(r"\*+|`+|(?<!\w)_+|_+(?!\w)")
_AFTER = re.compile(
    r"""[*_`\s]*(?:
        \(\s*(?P<paren>[^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)?
      | \|\s*(?P<cell>[^|\n]+)
      | (?::|\s[-–—]+\s|[–—]|→|=>|=)[*_`\s]*(?P<rest>[^\n]+)
    )""",
    re.VERBOSE,
)
_CLAUSE = re.compile(r"[.;!?]\s|\)\s*[,;]|\||\n")
_LABEL_LINE = re.compile(
    r"\s*(?:\*\*|__)?([^*:\n][^*\n]{0,70}?):?(?:\*\*|__):?\s*$|\s*([^:\n]{1,60}):\s*$"
)
_WORDS_BEFORE = re.compile(r"(?:^|[\s(\[*_])([A-Z][\w.-]*(?: [A-Z][\w.-]*)?):?[*_`\s]*$")
_ITEM_LABEL = re.compile(r"(?:\*\*|__)?([^*:|\n]{1,50}?)(?:\*\*|__)?:(?:\*\*|__)?\s")
_NO_WORD = re.compile(r"(?:[^\w\s/&]|_)+")
_NEUTRAL = re.compile(r"(?:cross ?)?references?$")
_RELATED = re.compile(
    r"^(?:related\b.*|(?:cross ?)?references?|see also|links?|further reading|prerequisites?"
    r"|dependencies)$"
)


class Place(NamedTuple):
    """The surroundings of one hit."""

    gloss: str | None
    label: str | None
    relation: str | None
    in_related_section: bool
    leads_heading: bool


class Surroundings:
    """Answers for the hits of one text. Remembers what it knows of each line."""

    def __init__(self, source: Source, settings: Settings) -> None:
        self._source = source
        self._text = source.text
        self._relations = relation_words(settings)
        self._next = 1  # the line that `groups` reads next
        self._lead: str | None = None  # the label above the list
        self._open: list[tuple[int, str | None]] = []  # indent and label of the items around
        self._headings: dict[int, tuple[str, ...]] = {}

    def place(self, start: int, end: int, previous: int, following: int) -> Place:
        """Describe a hit.

        Args:
            start: where the hit begins in the text.
            end: where it ends.
            previous: where the hit before it ends; its words are not ours.
            following: where the next hit begins.
        """
        line = self._source.line_of(start)
        line_start, line_end = self._source.line_span(line)
        line_start, line_end = max(line_start, start - _REACH), min(line_end, end + _REACH)
        before = self._text[max(line_start, previous) : start]
        after = self._text[end : min(line_end, following)]
        headings = self.headings(start)
        gloss = _gloss(before, after, self._text[line_start:start], previous > line_start)
        lead, inline = self._line_labels(line_start, start, previous)
        groups = self.groups(line)
        labels = [*inline, *lead, *groups, *headings]
        if words := _parenthesis_word(after):
            labels.insert(0, words)
        relation = self._relation_before(self._text[line_start:start])
        if relation is None:
            relation = next(filter(None, map(self.relation, [*lead, *groups, *headings])), None)
        return Place(
            gloss,
            " / ".join(dict.fromkeys(labels)) or None,
            relation,
            any(is_related_heading(heading, self._relations) for heading in headings),
            self._leads_heading(line_start, start, line_end),
        )

    def relation(self, label: str) -> str | None:
        """Return the relation that a label names; a list of "References" names none."""
        folded = fold_label(label)
        return None if _NEUTRAL.match(folded) else self._relations.get(folded)

    def headings(self, offset: int) -> tuple[str, ...]:
        """Return the headings above an offset, innermost first, without those of level 1."""
        index = self._source.section_at(offset)
        if index not in self._headings:
            found = []
            at = index
            while at >= 0:
                heading = self._source.sections[at].heading
                if heading.level > 1 and self._source.sections[at].body <= offset:
                    found.append(heading.text)
                at = self._source.sections[at].parent
            self._headings[index] = tuple(found)
        return self._headings[index]

    def groups(self, line: int) -> tuple[str, ...]:
        """Return the labels of the group that a line stands in, innermost first.

        That is a line of its own above the list (`**Lessons:**`) and the items it is nested in.
        Ask for lines in rising order.
        """
        section = self._source.section_at(self._source.line_span(line)[0])
        begin = self._source.line_of(self._source.sections[section].body) if section >= 0 else 1
        if self._next < begin:
            self._next, self._lead, self._open = begin, None, []
        while self._next <= line:
            start, end = self._source.line_span(self._next)
            self._read_line(self._text[start : min(end, start + _REACH)])
            self._next += 1
        if not self._open:
            return ()  # no list: the line may be a label itself
        labels = [label for _, label in reversed(self._open[:-1])]
        return tuple(label for label in (*labels, self._lead) if label)

    def _read_line(self, text: str) -> None:
        """Note what a line is to those below it: an item, a label, the end of a list."""
        item = _ITEM.match(text)
        if item or text.lstrip().startswith("|"):
            indent = len(item[1].expandtabs(4)) if item else 0
            while self._open and self._open[-1][0] >= indent:
                self._open.pop()
            words = text[item.end() :] if item else ""
            short = words.strip(" *_:")
            label = _label_of(words) or (short if len(short) <= _LABEL else None)
            self._open.append((indent, label))
        elif text.strip() and not (self._open and text[0] in " \t"):
            self._lead = _label_of(text)
            self._open = []

    def _line_labels(
        self, line_start: int, start: int, previous: int
    ) -> tuple[list[str], list[str]]:
        """Return the label that begins the line, and the words right before the hit."""
        line = self._text[line_start:start]
        item = _ITEM.match(line)
        body = line[item.end() :] if item else line
        lead = _ITEM_LABEL.match(body + " ")
        inline = []
        if words := _WORDS_BEFORE.search(self._text[max(line_start, previous) : start]):
            inline.append(words[1])
        return ([lead[1].strip()] if lead else []), inline

    def _relation_before(self, before: str) -> str | None:
        """Return the relation that the words right before a hit name: "superseded by"."""
        words = _NO_WORD.sub(" ", before[-60:]).casefold().split()
        for length in (3, 2, 1):
            if len(words) >= length and (name := self._relations.get(" ".join(words[-length:]))):
                return name
        return None

    def _leads_heading(self, line_start: int, start: int, line_end: int) -> bool:
        """Whether a hit begins a heading, or a bold line that serves as one."""
        before = self._text[line_start:start]
        if any(char.isalpha() for char in before):
            return False
        bold = self._text[line_start:line_end].strip()
        return _HEADING.match(before) is not None or (
            bold.startswith("**") and bold.endswith("**") and bold.count("**") == 2
        )


@lru_cache(maxsize=8)
def _words(rows: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, str]:
    table: dict[str, str] = {}
    for name, words in rows:
        for word in (*words, name):
            folded = fold_label(word)
            table.setdefault(folded, name)
            table.setdefault(f"{folded}s", name)
    return table


def relation_words(settings: Settings) -> dict[str, str]:
    """Return folded label → name of the relation."""
    return _words(tuple((r.name, r.words) for r in settings.relations.values()))


@lru_cache(maxsize=16384)
def fold_label(label: str) -> str:
    """Fold a label: case, emoji, markup and the colon go, `_` and `-` are blanks."""
    return " ".join(_NO_WORD.sub(" ", label).casefold().split())


def is_related_heading(heading: str, relations: dict[str, str]) -> bool:
    """Whether the section below this heading lists references."""
    folded = fold_label(heading)
    return folded in relations or _RELATED.match(folded) is not None


def _label_of(line: str) -> str | None:
    match = _LABEL_LINE.match(line)
    return (match[1] or match[2]).strip() if match else None


def _parenthesis_word(after: str) -> str | None:
    """Return "generic" of `DEC-07 (generic)`; other words in parentheses are a gloss."""
    match = re.match(r"[*_`\s]*\(\s*([\w-]+)\s*\)", after)
    return match[1] if match and match[1].casefold() in GENERAL_WORDS else None


def _gloss(before: str, after: str, line_before: str, shared: bool) -> str | None:
    match = _AFTER.match(after)
    if match:
        words = match["paren"] or match["cell"] or match["rest"]
        if words and (found := _clean(words)):
            return found
    before = _CLAUSE.split(before)[-1]
    stripped = before.rstrip(" *_`")
    if stripped.endswith(("(", "→", "[", "->", "=>")):
        return _clean(_ITEM.sub("", stripped.rstrip("([→-=>")))
    if line_before.lstrip().startswith("|") and not shared:
        cells = [cell.strip() for cell in line_before.split("|") if cell.strip()]
        return _clean(cells[-1]) if cells else None
    return None


def _clean(words: str) -> str | None:
    plain = " ".join(_EMPHASIS.sub(" ", words).split()).strip(" ,;:|-–—#")
    return plain[:_MAX_GLOSS] or None
