"""Where in a document a rule points when the parser kept no place: its ID, a field, its title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_sima.parsing.text.offsets import Positions

if TYPE_CHECKING:
    from mkdocs_sima.model import Document, Field, Mention, RefId


def id_line(document: Document) -> tuple[int, int]:
    """Return the place of the own ID, or the first line if only the file name has it."""
    return place_of(document, document.ref_id) if document.ref_id else (1, 1)


def place_of(document: Document, ref_id: RefId) -> tuple[int, int]:
    """Return the place where a document gives itself an ID, or its first line."""
    forms = (str(ref_id), ref_id.bare)
    for field in document.fields:
        for form in forms:
            if field.value.strip("`* ") == form:
                return place(document, field.line, form)
    for heading in document.headings[:3]:
        for form in forms:
            if form in heading.text:
                return place(document, heading.line, form)
    return 1, 1


def locate(document: Document, offset: int) -> tuple[int, int]:
    """Return line and column on disk of an offset in the repaired text."""
    return Positions(document.text, document.changes).locate(offset)


def place(document: Document, line: int, text: str) -> tuple[int, int]:
    """Return the place of a text on a line, or the line's first column if it isn't there."""
    positions = Positions(document.text, document.changes)
    if line > len(positions.line_starts):
        return line, 1
    start, end = positions.line_span(line)
    at = document.text.find(text, start, end)
    return positions.locate(at) if at >= 0 else (line, 1)


# `*-Index.md`, `filename.md`, `your-file.md`, `0000-my-feature.md`: any file, not this one.
EXAMPLE = re.compile(
    r"[-_]|(?:(?:your|my|some|other|new|old|example|sample)[-_]?)?(?:file[-_]?)?"
    r"(?:name|file|example|sample)\.(?:md|markdown)$"
    r"|(?-i:(?:\d+-)?(?:my|your)-[a-z]|[nx]{2,}-)",
    re.I,
)
_HIDDEN = re.compile(r"(?:^|/)\.\w")  # not listed, so nobody knows whether it is there
_INCLUDED = re.compile(r"(?:-+8<-+|\{%\s*include(?:-markdown)?|\{!)[\s\"']*$")  # for other programs
_SHOWN = re.compile(r"(?:for )?examples?\b", re.I)  # a label: "**Example output:** x.md"
# "a file such as `notes.md`", "is called notes.md".
_SUCH_AS = re.compile(r"(?:\be\.g\.|\bfor example|\bsuch as|\bcalled|\bnamed),?[\s*_`\"'(]*$", re.I)
# "Naming: type-number.md", "file name pattern".
_NAMING = re.compile(r"\bnaming\b|\b(?:file|name) (?:format|names?|pattern)s?\b", re.I)
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t#]*$")
# "File 3: `handlers.md`" heads the text of a file that is to be written.
_NUMBERED = re.compile(
    r"(?:file|filename|\w+ \d+)\s*[:.–—-]\s*[`*]*[^`*\s/]+[`*]*(?:\s*\([^()]*\))?", re.IGNORECASE
)


def names_no_file(document: Document, mention: Mention) -> bool:
    """Return whether a file name is an example, a pattern, or the name of what stands below it.

    One small word in running text (`project.md`), and what every folder may have (`README.md`), is
    a kind of file more often than a file.
    """
    heads = mention.label.split(" / ") if mention.label else []
    shown = bool(heads) and _SHOWN.match(heads[0]) is not None
    prose = mention.where == "prose"
    name = mention.text.rpartition("/")[2]
    if EXAMPLE.match(name) or _HIDDEN.search(mention.text) or shown:
        return True
    if prose and (
        re.fullmatch(r"[a-z]+\.md|(?:README|CHANGELOG|CONTRIBUTING)\.md", mention.text)
        or any(_NAMING.search(head) for head in heads)
        or _SUCH_AS.search(before := document.text[max(mention.start - 20, 0) : mention.start])
        or _INCLUDED.search(before)
        or f"*-{mention.text}" in document.text
    ):
        return True
    return _is_label(document, mention)


def _is_label(document: Document, mention: Mention) -> bool:
    """Return whether a file name is a heading for a file's text: `# x.md`, `## Part 2: x.md`."""
    text = document.text
    start = text.rfind("\n", 0, mention.start) + 1
    end = text.find("\n", mention.end)
    heading = _HEADING.fullmatch(text, start, end if end >= 0 else len(text))
    if heading is None:
        return False
    return heading[1] == "#" or _NUMBERED.fullmatch(heading[2]) is not None


def value_of(field: Field) -> str:
    """Return what a field says, without markup and quotes around it."""
    return field.value.strip("`* \"'")


def field_called(document: Document, *labels: str) -> Field | None:
    """Return the first field with one of these labels, in any case."""
    wanted = {label.casefold() for label in labels}
    return next((f for f in document.fields if f.label.casefold() in wanted), None)
