"""Headers of other tools: TOML between `+++`, a JSON object, the first lines of MultiMarkdown."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date, datetime, time
from typing import NamedTuple

from mkdocs_sima.parsing.fields import labels
from mkdocs_sima.parsing.fields.labels import fold_label

_TOML = re.compile(r"\+\+\+[ \t]*\n(?P<header>.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TOML_KEY = re.compile(r"^[ \t]*[\"']?([\w-]+)[\"']?[ \t]*=[ \t]*(.*)$", re.MULTILINE)
_JSON_KEY = re.compile(r"^[ \t]*\"([^\"\n]+)\"[ \t]*:[ \t]*(.*?),?[ \t]*$", re.MULTILINE)
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
# As MkDocs reads it: lines `Key: value`, those that go on are indented, up to a blank line.
_LINES = re.compile(
    r"(?P<header>(?:[A-Za-z0-9_-]+:[ \t]+\S.*\n(?:(?: {4,}|\t).*\S.*\n)*)+)(?:[ \t]*\n|\Z)"
)
_LINE_KEY = re.compile(r"^([A-Za-z0-9_-]+):[ \t]+(.*(?:\n(?: {4,}|\t).*)*)$", re.MULTILINE)
# One of them tells a header from prose that begins with "Note: …".
_TELLING = labels.PLAIN | {"author", "authors", "template", "draft"}
_DEEPEST = 20


class Found(NamedTuple):
    """A header that isn't YAML."""

    kind: str  # "TOML", "JSON", "MultiMarkdown"
    values: dict[str, object]  # scalars as strings
    keys: list[tuple[str, int, int, int]]  # key, and in the text: its start, and its value's span
    end: int  # where the body begins
    error: tuple[int, int, str] | None = None  # line, column, reason


def read_other_header(text: str) -> Found | None:
    """Return the header that a text begins with, if it is one of these."""
    if text.startswith("+++"):
        return _toml(text)
    if text.startswith("{"):
        return _json(text)
    return _lines(text)


def _toml(text: str) -> Found | None:
    match = _TOML.match(text)
    if not match or not _TOML_KEY.search(match["header"]):
        return None
    header, start = match["header"], match.start("header")
    table = re.search(r"^[ \t]*\[", header, re.MULTILINE)
    top = header[: table.start()] if table else header
    keys = [
        (m[1], start + m.start(), start + m.start(2), start + m.end(2))
        for m in _TOML_KEY.finditer(top)
    ]
    try:
        return Found("TOML", _plain(tomllib.loads(header)), keys, match.end())
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = _PLACE.search(str(error))
        line, column = (int(place[1]) + 1, int(place[2])) if place else (1, 1)
        reason = _PLACE.sub("", str(error)).strip().partition("\n")[0] or "nested too deep"
        values: dict[str, object] = {m[1]: m[2].strip("\"' ") for m in _TOML_KEY.finditer(top)}
        return Found("TOML", values, keys, match.end(), (line, column, reason))


def _json(text: str) -> Found | None:
    try:
        loaded, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return None  # braces may mean anything
    if not isinstance(loaded, dict) or text[end : end + 1] not in ("", "\n"):
        return None
    keys = [(m[1], *m.span(2)) for m in _JSON_KEY.finditer(text, 0, end) if m[1] in loaded]
    spans = [(key, text.rindex("\n", 0, start) + 1, start, stop) for key, start, stop in keys]
    return Found("JSON", _plain(loaded), spans, min(end + 1, len(text)))


def _lines(text: str) -> Found | None:
    match = _LINES.match(text)
    if not match:
        return None
    found = [*_LINE_KEY.finditer(match["header"])]
    if not any(fold_label(m[1]) in _TELLING for m in found):
        return None
    values: dict[str, object] = {m[1].lower(): " ".join(m[2].split()) for m in found}
    keys = [(m[1].lower(), m.start(), *m.span(2)) for m in found]
    return Found("MultiMarkdown", values, keys, match.end())


def _plain(values: dict[str, object]) -> dict[str, object]:
    """Return values as YAML's are read: scalars as strings, in lists and mappings too."""
    return {str(key): _as_text(value, 0) for key, value in values.items()}


def _as_text(value: object, depth: int) -> object:
    if depth > _DEEPEST:
        return ""
    if isinstance(value, dict):
        return {str(key): _as_text(inner, depth + 1) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_text(inner, depth + 1) for inner in value]
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return "" if value is None else str(value)
