"""What surrounds a hit: the words that explain it, the labels above it, the relation they name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_sima.parsing.references.glosses import gloss_of
from mkdocs_sima.parsing.references.groups import ITEM, REACH, Groups
from mkdocs_sima.remembered import of_settings

if TYPE_CHECKING:
    from mkdocs_sima.parsing.source import Source
    from mkdocs_sima.settings import Settings

GENERAL_WORDS = frozenset({"generic", "general", "global", "universal", "common"})
"""Words by which authors name the scope that is everybody's."""

_HEADING = re.compile(r"[ \t]{0,3}#{1,6}[ \t]")
_WORDS_BEFORE = re.compile(r"(?:^|[\s(\[*_])([A-Z][\w.-]*(?: [A-Z][\w.-]*)?):?[*_`\s]*$")
_ITEM_LABEL = re.compile(r"(?:\*\*|__)?([^*:|\n]{1,50}?)(?:\*\*|__)?:(?:\*\*|__)?\s")
_NO_WORD = re.compile(r"(?:[^\w\s/&]|_)+")
_PARENTHESIS_WORD = re.compile(r"[*_`\s]*\(\s*([\w-]+)\s*\)")
_AFTER_WORD = " :*_`\t"  # what may stand between a word and a hit
_SIGNS = " \t*_`-|([:#>"  # what most often stands between a word, or the begin of a line, and a hit
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


class _Section(NamedTuple):
    """What the headings above a hit say, innermost first, those of level 1 left out."""

    headings: tuple[str, ...]
    relation: str | None
    is_related: bool
    body_line: int  # the first below the innermost heading


class _Line(NamedTuple):
    """What all hits of one line have in common."""

    start: int
    end: int
    in_related_section: bool
    labels: tuple[str, ...]  # of the groups and the headings
    label: str | None  # the labels in one
    relation: str | None  # named by them, the nearest first
    may_lead: bool  # it is a heading, or a bold line that serves as one


class Surroundings:
    """Answers for the hits of one text, asked in their order. Looks at each line once."""

    def __init__(self, source: Source, settings: Settings) -> None:
        self._source = source
        self._text = source.text
        self._relations = relation_words(settings)
        self._last_words = _last_words(settings)
        self._groups = Groups(source)
        self._sections: dict[tuple[int, bool], _Section] = {}
        self._line: _Line | None = None  # the one of the last hit

    def place(self, start: int, end: int, previous: int, following: int) -> Place:
        """Describe a hit.

        Args:
            start: where the hit begins in the text.
            end: where it ends.
            previous: where the hit before it ends; its words are not ours.
            following: where the next hit begins.
        """
        text = self._text
        line = self._line
        if not (line and line.start <= start < line.end):
            line = self._line = self._read(start)
        line_start, line_end = max(line.start, start - REACH), min(line.end, end + REACH)
        written = text[line_start:start]
        before = text[max(line_start, previous) : start]
        after = text[end : min(line_end, following)]
        gloss = gloss_of(before, after, written, previous > line_start)
        relation = self._relation_before(written) if written else None
        nearer = []  # labels than those of the line, the nearest first
        if "(" in after and (word := _parenthesis_word(after)):
            nearer.append(word)
        if before and (word := _word_before(before)):
            nearer.append(word)
        if ":" in written and (lead := _line_label(written)):
            nearer.append(lead)
            relation = relation or self.relation(lead)
        return Place(
            gloss,
            _joined(*nearer, *line.labels) if nearer else line.label,
            relation or line.relation,
            line.in_related_section,
            line.may_lead and not any(map(str.isalpha, written)),
        )

    def _read(self, offset: int) -> _Line:
        """Read the line of an offset."""
        number = self._source.line_of(offset)
        start, end = self._source.line_span(number)
        section = self._section(offset)
        groups = self._groups.of(number, section.body_line)
        labels = (*groups, *section.headings)
        return _Line(
            start,
            end,
            section.is_related,
            labels,
            _joined(*labels),
            next(filter(None, map(self.relation, groups)), None) or section.relation,
            _may_lead(self._text[start : min(end, start + REACH)]),
        )

    def _section(self, offset: int) -> _Section:
        """Return the section of an offset; a heading does not describe the hits within itself."""
        index = self._source.section_at(offset)
        body = self._source.sections[index].body if index >= 0 else 0
        below = body <= offset
        found = self._sections.get((index, below))
        if found is None:
            headings = self._headings(index, offset)
            found = self._sections[index, below] = _Section(
                headings,
                next(filter(None, map(self.relation, headings)), None),
                any(is_related_heading(h, self._relations) for h in headings),
                self._source.line_of(body),
            )
        return found

    def relation(self, label: str) -> str | None:
        """Return the relation that a label names; a list of "References" names none."""
        folded = fold_label(label)
        return None if _NEUTRAL.match(folded) else self._relations.get(folded)

    def _headings(self, index: int, offset: int) -> tuple[str, ...]:
        found = []
        at = index
        while at >= 0:
            section = self._source.sections[at]
            if section.heading.level > 1 and section.body <= offset:
                found.append(section.heading.text)
            at = section.parent
        return tuple(found)

    def _relation_before(self, before: str) -> str | None:
        """Return the relation that the words right before a hit name: "superseded by"."""
        before = before[-60:].rstrip(_SIGNS)
        if not before:
            return None
        if before[-1].isalnum() and not before.casefold().endswith(self._last_words):
            return None  # as for most hits; looking at words takes longer
        words = _NO_WORD.sub(" ", before).casefold().split()
        for length in (3, 2, 1):
            if len(words) >= length and (name := self._relations.get(" ".join(words[-length:]))):
                return name
        return None


@of_settings
def relation_words(settings: Settings) -> dict[str, str]:
    """Return folded label → name of the relation."""
    table: dict[str, str] = {}
    for relation in settings.relations.values():
        for word in (*relation.words, relation.name):
            folded = fold_label(word)
            table.setdefault(folded, relation.name)
            table.setdefault(f"{folded}s", relation.name)
    return table


@of_settings
def _last_words(settings: Settings) -> tuple[str, ...]:
    """Return what the labels of relations end in."""
    return tuple({label.rpartition(" ")[2] for label in relation_words(settings)})


def _joined(*labels: str) -> str | None:
    return " / ".join(dict.fromkeys(labels)) or None


@lru_cache(maxsize=16384)
def fold_label(label: str) -> str:
    """Fold a label: case, emoji, markup and the colon go, `_` and `-` are blanks."""
    return " ".join(_NO_WORD.sub(" ", label).casefold().split())


def is_related_heading(heading: str, relations: dict[str, str]) -> bool:
    """Whether the section below this heading lists references."""
    folded = fold_label(heading)
    return folded in relations or _RELATED.match(folded) is not None


def _line_label(written: str) -> str | None:
    """Return the label that begins a line, of which this much is written: "- Lessons: "."""
    item = ITEM.match(written)
    match = _ITEM_LABEL.match(written + " ", item.end() if item else 0)
    return match[1].strip() if match else None


def _word_before(before: str) -> str | None:
    """Return the words right before a hit that may name its scope: "Billing: "."""
    last = before.rstrip(_AFTER_WORD)[-1:]
    if not last or not (last.isalnum() or last.isspace() or last in "-._"):
        return None  # as for most hits; searching takes longer
    match = _WORDS_BEFORE.search(before)
    return match[1] if match else None


def _may_lead(line: str) -> bool:
    """Whether a line is a heading, or a bold one that serves as such."""
    bold = line.strip()
    if bold.startswith("#"):
        return _HEADING.match(line) is not None
    return bold.startswith("**") and bold.endswith("**") and bold.count("**") == 2


def _parenthesis_word(after: str) -> str | None:
    """Return "generic" of `DEC-07 (generic)`; other words in parentheses are a gloss."""
    match = _PARENTHESIS_WORD.match(after)
    return match[1] if match and match[1].casefold() in GENERAL_WORDS else None
