"""Read one file: decode, repair, find its structure, its fields, its references."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_sima.model import Document
from mkdocs_sima.mojibake import repair
from mkdocs_sima.parsing.fields.about import read_about
from mkdocs_sima.parsing.fields.front_matter import read_front_matter
from mkdocs_sima.parsing.fields.labels import fold_label, labels_of
from mkdocs_sima.parsing.fields.scan import find_fields
from mkdocs_sima.parsing.identity.entry_id import find_identity
from mkdocs_sima.parsing.identity.file_names import is_index_name, is_template_name
from mkdocs_sima.parsing.identity.titles import display_title, find_title
from mkdocs_sima.parsing.markdown.structure import read_structure
from mkdocs_sima.parsing.references import find_code_paths, find_mentions
from mkdocs_sima.parsing.text.encodings import decode
from mkdocs_sima.settings.derived import of_settings

if TYPE_CHECKING:
    from mkdocs_sima.model import Kind
    from mkdocs_sima.mojibake import Change
    from mkdocs_sima.parsing.identity.entry_id import Identity
    from mkdocs_sima.settings import Settings


def parse(path: str, data: bytes, settings: Settings) -> Document:
    """Read one Markdown file.

    Args:
        path: relative to the root of the knowledge base, with `/`.
        data: the file's bytes, whatever they are.
        settings: what counts as a type, a field, a relation.

    Returns:
        The document. What is wrong with the file is in its `problems`; the rest is read all the
        same.
    """
    text, problem = decode(data)
    changes: tuple[Change, ...] = ()
    if settings.repair:
        repaired = repair(text)
        text, changes = repaired.text, repaired.changes
    header = read_front_matter(text)
    source = read_structure(text, header.end, changes)
    own = labels_of(settings)
    stated = (field._replace(label=own.label(field.label)) for field in header.fields)
    found = find_fields(source, own, _type_fields(settings))
    source = replace(source, fields=(*stated, *found))
    identity = find_identity(path, source, header.values, settings)
    title = find_title(source, identity, settings)
    about = read_about(
        source, own, is_entry=identity.ref_id is not None, lists_others=is_index_name(path)
    )
    return Document(
        path=path,
        text=text,
        kind=_kind(identity),
        ref_id=identity.ref_id,
        aliases=identity.aliases,
        title=title,
        display_title=display_title(title, about.summary, identity),
        headings=source.headings,
        anchors=source.anchors,
        links=source.links,
        mentions=find_mentions(source, identity, settings),
        code_paths=find_code_paths(source),
        fields=source.fields,
        front_matter=header.values,
        body_start=header.end,
        changes=changes,
        problems=tuple(p for p in (problem, header.problem, *source.problems) if p),
        **about._asdict(),
    )


@of_settings
def _type_fields(settings: Settings) -> frozenset[str]:
    return frozenset(fold_label(t.field) for t in settings.types.values() if t.field)


def _kind(identity: Identity) -> Kind:
    if identity.ref_id:
        return "entry"
    if is_index_name(identity.path):
        return "index"
    return "template" if is_template_name(identity.path) else "document"
