"""What surrounds a hit: the words that explain it, the labels above it, the relation they name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_sima.parsing.references.glosses import gloss_of
from mkdocs_sima.parsing.references.groups import REACH, Groups
from mkdocs_sima.parsing.references.nearby import line_label, may_lead, word_before, word_behind
from mkdocs_sima.parsing.references.relation_words import Relations

if TYPE_CHECKING:
    from mkdocs_sima.parsing.markdown.source import Source
    from mkdocs_sima.settings import Settings


class Place(NamedTuple):
    """The surroundings of one hit."""

    gloss: str | None
    label: str | None
    relation: str | None
    in_related_section: bool
    leads_heading: bool


class _Group(NamedTuple):
    """What the lines of one group of a list have in common."""

    labels: tuple[str, ...]  # of the group and the headings, the nearest first
    label: str | None  # these in one
    relation: str | None  # that they name


class _Section(NamedTuple):
    """What the headings above some lines say, innermost first, those of level 1 left out."""

    start: int
    end: int
    headings: tuple[str, ...]
    relation: str | None
    is_related: bool
    body_line: int  # the first below the innermost heading
    groups: dict[tuple[str, ...], _Group]


class _Line(NamedTuple):
    """What all hits of one line have in common."""

    start: int
    end: int
    section: _Section
    group: _Group
    may_lead: bool  # it is a heading, or a bold line that serves as one


class Surroundings:
    """Answers for the hits of one text, asked in their order. Looks at each line once."""

    def __init__(self, source: Source, settings: Settings) -> None:
        self._source = source
        self._text = source.text
        self._relations = Relations.of(settings)
        self._groups = Groups(source)
        self._section: _Section | None = None  # this and the next are those of the last hit
        self._line: _Line | None = None

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
            _joined(*nearer, *line.group.labels) if nearer else line.group.label,
            relation or line.group.relation,
            line.section.is_related,
            line.may_lead and not any(map(str.isalpha, written)),
        )

    def _read(self, offset: int) -> _Line:
        """Read the line of an offset."""
        section = self._section
        if not (section and section.start <= offset < section.end):
            section = self._section = self._enter(offset)
        number = self._source.line_of(offset)
        start, end = self._source.line_span(number)
        groups = self._groups.of(number, section.body_line)
        group = section.groups.get(groups)
        if group is None:
            labels = (*groups, *section.headings)
            relation = next(filter(None, map(self._relations.of_label, groups)), None)
            group = _Group(labels, _joined(*labels), relation or section.relation)
            section.groups[groups] = group
        near = self._text[start : min(end, start + REACH)]
        return _Line(start, end, section, group, may_lead(near))

    def _enter(self, offset: int) -> _Section:
        """Read the headings above an offset; one does not describe the hits within itself."""
        sections = self._source.sections
        index = self._source.section_at(offset)
        start, body = (sections[index].start, sections[index].body) if index >= 0 else (0, 0)
        end = sections[index + 1].start if index + 1 < len(sections) else len(self._text)
        headings = self._headings(index, offset)
        return _Section(
            *((body, end) if body <= offset else (start, body)),
            headings,
            next(filter(None, map(self._relations.of_label, headings)), None),
            any(map(self._relations.head_a_list, headings)),
            self._source.line_of(body),
            {},
        )

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
