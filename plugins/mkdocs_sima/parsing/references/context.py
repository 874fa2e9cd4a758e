"""What surrounds a hit: the words that explain it, the labels above it, the relation they name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_sima.parsing.references.glosses import gloss_of
from mkdocs_sima.parsing.references.groups import REACH, Groups
from mkdocs_sima.parsing.references.nearby import line_label, may_lead, word_before, word_behind
from mkdocs_sima.parsing.references.relations import Relations

if TYPE_CHECKING:
    from mkdocs_sima.parsing.source import Source
    from mkdocs_sima.settings import Settings


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
        self._relations = Relations.of(settings)
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
        relation = self._relations.of_words_before(written)
        nearer = []  # labels than those of the line, the nearest first
        if word := word_behind(after):
            nearer.append(word)
        if word := word_before(before):
            nearer.append(word)
        if lead := line_label(written):
            nearer.append(lead)
            relation = relation or self._relations.of_label(lead)
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
            next(filter(None, map(self._relations.of_label, groups)), None) or section.relation,
            may_lead(self._text[start : min(end, start + REACH)]),
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
                next(filter(None, map(self._relations.of_label, headings)), None),
                any(map(self._relations.head_a_list, headings)),
                self._source.line_of(body),
            )
        return found

    def _headings(self, index: int, offset: int) -> tuple[str, ...]:
        found = []
        at = index
        while at >= 0:
            section = self._source.sections[at]
            if section.heading.level > 1 and section.body <= offset:
                found.append(section.heading.text)
            at = section.parent
        return tuple(found)


def _joined(*labels: str) -> str | None:
    return " / ".join(dict.fromkeys(labels)) or None
