"""Which entry a document is, and by what other names it is cited."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from mkdocs_sima.model import RefId
from mkdocs_sima.parsing.fields import labels
from mkdocs_sima.parsing.fields.frame import header_block_end
from mkdocs_sima.parsing.fields.labels import fold_label
from mkdocs_sima.parsing.identity.file_names import (
    file_name_of,
    is_index_name,
    is_template_name,
    stem_of,
)
from mkdocs_sima.parsing.identity.grammar import Grammar, key_of
from mkdocs_sima.parsing.identity.named_ids import named_ids
from mkdocs_sima.settings.derived import of_settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs_sima.model import Field
    from mkdocs_sima.parsing.markdown.source import Source
    from mkdocs_sima.settings import Settings

# "LESS-15 (was LESS-09)", "LESS-15, draft": what follows is no part of the ID.
_VALUE_END = re.compile(r"[\s,;(|，；（、]")
_BOLD_LINE = re.compile(r"^[ \t]*(?:\*\*|__)([^*\n]+?)(?:\*\*|__)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Identity:
    """The REF-ID of a document and the other spellings that find it."""

    path: str
    ref_id: RefId | None = None
    aliases: tuple[str, ...] = ()  # file name, stem, bare ID, an ID of the file name that disagrees
    own_ids: tuple[RefId, ...] = ()
    """Every REF-ID by which the document names itself: never a reference."""

    def owns(self, ref_id: RefId) -> bool:
        """Tell whether an ID means this document, as far as it alone can say."""
        return key_of(ref_id) in {key_of(own) for own in self.own_ids}


def find_identity(
    path: str, source: Source, front_matter: Mapping[str, object], settings: Settings
) -> Identity:
    """Find the ID: stated in the text, else in the file name, else in a bold title or heading.

    Where the text has a bare ID and the file name a qualified one, the qualified one is the ID.
    """
    grammar = Grammar.of(settings)
    named = list(named_ids(path, source, settings))
    own = [
        *_stated(path, source, front_matter, settings),
        *named,
        *_headed(source, grammar, said=True),
    ]
    by_name = bool(named) and all(settings.types[i.type].inferred for i in (own[0], named[0]))
    if by_name:
        own.insert(0, named[0])  # the numbers of names made the type; titles are often copied
    if is_template_name(path):  # `0000-template.md` is no ADR-0000
        own = [ref_id for ref_id in own if ref_id.number.strip("0")]
    if is_index_name(path):  # INDEX-DEC-MASTER names no decision
        own = [ref_id for ref_id in own if any(c.isdigit() for c in ref_id.number)]
    elif not own:
        own = list(_titled(source, grammar))[:1]
    name = path.rpartition("/")[2]
    aliases = [name, stem_of(name), *_listed(front_matter.get("aliases"))]
    if not own:
        return Identity(path, None, tuple(dict.fromkeys(aliases)))
    ref_id = own[0]
    if not ref_id.prefix:
        bare = key_of(ref_id)
        ref_id = next((i for i in own if i.prefix and _bare_key(i) == bare), ref_id)
    if ref_id.prefix:
        own.append(RefId("", ref_id.type, ref_id.number, ref_id.glue))
    own_ids = tuple({key_of(i): i for i in [ref_id, *own]}.values())
    aliases += [str(i) for i in own_ids if i != ref_id and not by_name]
    return Identity(path, ref_id, tuple(dict.fromkeys(aliases)), own_ids)


def _bare_key(ref_id: RefId) -> str:
    return key_of(RefId("", ref_id.type, ref_id.number, ref_id.glue))


def _listed(value: object) -> list[str]:
    if isinstance(value, str):
        return [value] if value else []
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _stated(
    path: str, source: Source, front_matter: Mapping[str, object], settings: Settings
) -> Iterator[RefId]:
    """Yield the IDs that the text gives its document, the most binding first."""
    grammar = Grammar.of(settings)
    # The sections of an index are about other entries.
    own_end = header_block_end(source) if is_index_name(path) else len(source.text)
    fields = [
        field
        for field in source.fields
        if field.place == "tail" or (field.place == "head" and field.start < own_end)
    ]
    found = list(_of_fields(fields, front_matter, settings))
    yield from (ref_id for field, ref_id in found if field.place == "head")
    yield from _headed(source, grammar, said=False)
    yield from (ref_id for field, ref_id in found if field.place == "tail")


def _headed(source: Source, grammar: Grammar, *, said: bool) -> Iterator[RefId]:
    """Yield the IDs that the top headings begin with; if `said`, also "# ADR 7: Use Postgres"."""
    headings = (section.heading for section in source.sections)
    for heading in takewhile(lambda h: h.level == 1, headings):
        begin = grammar.begin(heading.text, said=said)
        if begin and not file_name_of(heading.text):
            yield begin[0]


def _of_fields(
    fields: Iterable[Field], front_matter: Mapping[str, object], settings: Settings
) -> Iterator[tuple[Field, RefId]]:
    """Yield the IDs in fields like `REF-ID`, `Decision ID`, or one that a type declares."""
    grammar = Grammar.of(settings)
    by_field, id_labels = _id_labels(settings)
    for field in fields:
        label = fold_label(field.label)
        if label not in id_labels and label != "number":
            continue
        value = _VALUE_END.split(field.value.strip("`*[] \t"), maxsplit=1)[0].strip("`*]")
        ref_id = None
        if label in by_field and value.isdigit():
            ref_id = RefId("", by_field[label], value)
        elif label in id_labels:
            ref_id = grammar.parse(value)
        elif field.origin == "yaml" and value.isdigit():
            ref_id = grammar.parse(f"{front_matter.get('type')}-{value}")
        if ref_id:
            yield field, ref_id


@of_settings
def _id_labels(settings: Settings) -> tuple[dict[str, str], frozenset[str]]:
    """Return field that a type declares → type, and all labels of fields that hold an ID."""
    types = settings.types.values()
    by_field = {fold_label(t.field): t.name for t in types if t.field}
    return by_field, frozenset(
        (*labels.ID, *by_field, *(f"{fold_label(t.label)} id" for t in types))
    )


def _titled(source: Source, grammar: Grammar) -> Iterator[RefId]:
    """Yield the IDs that begin a bold line or heading of the first sections: **DEC-04: Title**."""
    sections = [s for s in source.sections if s.heading.level > 1]
    end = sections[2].start if len(sections) > 2 else len(source.text)
    found = [
        match
        for section in sections
        if section.heading.level == 2 and (match := grammar.id.match(section.heading.text))
    ]
    if len(found) == 1:  # several name several entries
        yield grammar.ref_id(found[0])
    lines = [
        match
        for line in _BOLD_LINE.finditer(source.masked, source.body_start, end)
        if (match := grammar.id.match(line[1]))
        and line[1][match.end() : match.end() + 1] in (":", "：")
    ]
    if len({key_of(grammar.ref_id(match)) for match in lines}) == 1:
        yield grammar.ref_id(lines[0])
