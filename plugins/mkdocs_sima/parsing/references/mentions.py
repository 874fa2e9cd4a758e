"""Every place where one document points at others, in the order of its text."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from mkdocs_sima.model import Mention, RefId
from mkdocs_sima.parsing.identity.grammar import Grammar
from mkdocs_sima.parsing.references.hits import Hit, scan
from mkdocs_sima.parsing.references.relation_words import Relations
from mkdocs_sima.parsing.references.surroundings import Surroundings
from mkdocs_sima.parsing.references.wiki_links import wiki_hits
from mkdocs_sima.parsing.text.blanks import blank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.model import Field, Link, Where
    from mkdocs_sima.parsing.identity.entry_id import Identity
    from mkdocs_sima.parsing.markdown.source import Source
    from mkdocs_sima.settings import Settings

_UNDERSCORED = re.compile(
    r"(?<![\w/.\\-])(?P<open>_{1,3})(?=[^\s_])[^_\n]{1,300}?(?<=[^\s\\])(?P<close>(?P=open))(?!\w|\.\w)"
)
# `related: [12, 13]`: the numbers of entries of the same type.
_NUMBERS = re.compile(r"[\s\[\]\"',;-]*\d{1,6}(?:[\s\[\]\"',;-]+\d{1,6})*[\s\[\]\"',;-]*")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")  # nothing in `foo@LESS-98.org` is an ID
_WORD = re.compile(r"\w")
_NUMBER = re.compile(r"\d{1,6}")
_NO_DOCUMENT = re.compile(r"#|(?:mailto|tel|javascript|data):", re.IGNORECASE)
EXTERNAL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_ASSET = re.compile(r"\.(?!md\b|markdown\b|html?\b)[A-Za-z0-9]{1,5}(?:[?#]|$)", re.IGNORECASE)


def find_mentions(source: Source, identity: Identity, settings: Settings) -> tuple[Mention, ...]:
    """Find the mentions of a document.

    Args:
        source: its text and structure.
        identity: its own ID, whose type bare numbers of YAML fields have.
        settings: types, prefixes and relation words.
    """
    grammar = Grammar.of(settings)
    links = [link for link in source.links if not link.image and link.destination]
    # Each link is one mention, whatever its text says.
    prose = blank(source.masked, [(link.start, link.end) for link in links])
    hits = _scan(prose, grammar)
    hits += [_link_hit(link, grammar) for link in links if not _is_asset(link.destination)]
    hits.sort(key=lambda hit: (hit.start, hit.form == "range"))
    around = Surroundings(source, settings)
    fields = _FieldTable(source)
    texts = {link.start: link.text for link in links}
    mentions = [
        *_yaml_mentions(source, identity, grammar, settings),
        *_mentions(hits, source, around, fields, texts, Relations.of(settings)),
    ]
    return tuple(mentions)


def _scan(text: str, grammar: Grammar) -> list[Hit]:
    """Return all hits; a wiki link stands before what is found within it, if that is less."""
    if "@" in text:
        text = blank(text, (match.span() for match in _MAIL.finditer(text)))
    if "_" in text:  # `_see LESS-01_` is emphasis, and no ID ends in such a sign
        marks = (m.span(side) for m in _UNDERSCORED.finditer(text) for side in ("open", "close"))
        hits = list(scan(blank(text, marks), grammar))
    else:
        hits = list(scan(text, grammar))
    whole = {(hit.start, hit.end) for hit in hits}
    return [*(hit for hit in wiki_hits(text) if (hit.start, hit.end) not in whole), *hits]


def _mentions(
    hits: list[Hit],
    source: Source,
    around: Surroundings,
    fields: _FieldTable,
    link_texts: dict[int, str],
    relations: Relations,
) -> Iterator[Mention]:
    written = [hit for hit in hits if hit.form != "range"]
    ends = [0, *(hit.end for hit in written)]
    starts = [*(hit.start for hit in written), len(source.text)]
    index = 0
    for hit in hits:
        if hit.form != "range":  # inner numbers of a range share the place of its first end
            place = around.place(hit.start, hit.end, ends[index], starts[index + 1])
            line, column = source.locate(hit.start)
            index += 1
        field = fields.at(hit.start)
        relation = place.relation
        where: Where = "prose"
        if hit.form == "link":
            where = "link"
        elif place.in_related_section:
            where = "section"
        elif field:
            where = "field"
        if field and relation is None:
            relation = relations.of_label(field.label)
        gloss = place.gloss
        if hit.form == "link":
            gloss = " ".join(filter(None, (link_texts.get(hit.start), gloss)))
        yield Mention(
            text=hit.text,
            form=hit.form,
            line=line,
            column=column,
            start=hit.start,
            end=hit.end,
            where=where,
            ref_id=hit.ref_id,
            relation=relation or "related",
            gloss=gloss if hit.form != "range" else None,
            label=place.label,
            local_heading=place.leads_heading and hit.form in ("id", "range"),
        )


class _FieldTable:
    """Which header or tail field an offset stands in. Sections used as fields don't count."""

    def __init__(self, source: Source) -> None:
        fields = (f for f in source.fields if f.origin in ("bold", "plain"))
        self._fields = sorted(fields, key=lambda field: field.start)
        self._starts = [field.start for field in self._fields]

    def at(self, offset: int) -> Field | None:
        """Return the field whose value holds the offset."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset < self._fields[index].end:
            return self._fields[index]
        return None


def _is_asset(destination: str) -> bool:
    """Whether a link leads to no document: an anchor of this page, mail, a download."""
    if _NO_DOCUMENT.match(destination):
        return True
    return not EXTERNAL.match(destination) and _ASSET.search(destination) is not None


def _link_hit(link: Link, grammar: Grammar) -> Hit:
    match = grammar.id.search(link.text)
    ref_id = grammar.ref_id(match) if match else None
    return Hit(link.destination, "link", link.start, link.end, ref_id)


def _yaml_mentions(
    source: Source, identity: Identity, grammar: Grammar, settings: Settings
) -> Iterator[Mention]:
    """Yield what the YAML header refers to: IDs, file names, and numbers of the own type."""
    relations = Relations.of(settings)
    for field in source.fields:
        if field.origin != "yaml":
            continue
        relation = relations.of_field(field.label)
        value = source.text[field.start : field.end]
        hits = _scan(value, grammar)
        if not hits and relation and identity.ref_id and _NUMBERS.fullmatch(field.value):
            hits = list(_numbers(value, identity.ref_id))
        said, end = relation, 0
        for hit in sorted(hits, key=lambda hit: hit.start):
            start = field.start + hit.start
            # MADR: `status: superseded by [ADR-0005](0005-use-mysql.md)`
            if relation is None and _WORD.search(value, end, hit.start):
                said = relations.of_words_before(value[: hit.start])
            end = hit.end
            if said is None and hit.ref_id in (identity.ref_id, *identity.own_ids):
                continue
            line, column = source.locate(start)
            yield Mention(
                text=hit.text,
                form=hit.form,
                line=line,
                column=column,
                start=start,
                end=field.start + hit.end,
                where="field",
                ref_id=hit.ref_id,
                relation=said or "related",
            )


def _numbers(value: str, own: RefId) -> Iterator[Hit]:
    """Yield `EIP-2718` for the 2718 of `requires: 2718, 2930` in a document of type EIP."""
    begin = value.find(":") + 1  # the span may hold the key
    for match in _NUMBER.finditer(value, begin):
        ref_id = RefId(own.prefix, own.type, match.group(), own.glue)
        yield Hit(str(ref_id), "id", match.start(), match.end(), ref_id)
