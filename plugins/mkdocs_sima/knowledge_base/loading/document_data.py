"""Documents as plain values, which can be kept or sent, and back."""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter
from typing import Any

from mkdocs_sima.model import CodePath, Document, Field, Heading, Link, Mention, Problem, RefId
from mkdocs_sima.mojibake import Change
from mkdocs_sima.parsing.markdown.slugs import Fragments
from mkdocs_sima.store import BadDataError, pack, unpack, with_lists

_NAMES = tuple(field.name for field in fields(Document))
_CHANGE = attrgetter(*(field.name for field in fields(Change)))
_AT = {name: index for index, name in enumerate(_NAMES)}
_REF_ID = Mention._fields.index("ref_id")
_ROWS = {  # of plain values alone
    "links": Link,
    "code_paths": CodePath,
    "fields": Field,
    "problems": Problem,
}


def pack_document(document: Document) -> bytes:
    """Return a document as bytes.

    Raises:
        TypeError: its front matter, or what its anchors are, can't be kept.
        OverflowError: its front matter holds a number that can't be.
    """
    anchors = document.anchors
    if not isinstance(anchors, Fragments):
        raise TypeError("only what `parse` returns can be kept")
    row = [getattr(document, name) for name in _NAMES]
    row[_AT["headings"]] = [heading[:4] for heading in document.headings]
    row[_AT["anchors"]] = [anchors.headings, sorted(anchors.others)]
    row[_AT["changes"]] = [_CHANGE(change) for change in document.changes]
    return pack(row)


def unpack_document(data: bytes) -> Document:
    """Return the document again.

    Raises:
        BadDataError: the bytes are damaged, or those of another version.
    """
    try:
        return _document(list(unpack(data)))
    except (TypeError, ValueError, LookupError, AttributeError) as error:
        raise BadDataError(str(error)) from error


def _document(row: list[Any]) -> Document:
    headings, others = row[_AT["anchors"]]
    anchors = Fragments(headings, frozenset(others))
    row[_AT["anchors"]] = anchors
    made = [Heading._make((*heading, anchors)) for heading in row[_AT["headings"]]]
    row[_AT["headings"]] = tuple(made)
    row[_AT["mentions"]] = tuple([_mention(values) for values in row[_AT["mentions"]]])
    row[_AT["changes"]] = tuple([Change(*change) for change in row[_AT["changes"]]])
    for name, kind in _ROWS.items():
        row[_AT[name]] = tuple([kind(*values) for values in row[_AT[name]]])
    ref_id = row[_AT["ref_id"]]
    row[_AT["ref_id"]] = ref_id and RefId(*ref_id)
    row[_AT["front_matter"]] = with_lists(row[_AT["front_matter"]])
    if len(row) != len(_NAMES) or not isinstance(row[_AT["text"]], str):
        raise BadDataError("not a document")
    return Document(*row)


def _mention(values: tuple[Any, ...]) -> Mention:
    ref_id = values[_REF_ID]
    if ref_id:
        values = (*values[:_REF_ID], RefId(*ref_id), *values[_REF_ID + 1 :])
    return Mention._make(values)
