"""The settings of a knowledge base: the `sima` section of `mkdocs.yml`, checked and typed.

Pure data: the MkDocs plugin and the command line both build it with `Settings.from_mapping`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Literal, cast

from mkdocs_sima.defaults import FIELDS, RELATIONS, TYPES

Level = Literal["error", "warning", "info", "off"]
LEVELS: tuple[Level, ...] = ("error", "warning", "info", "off")
_TYPE_NAME = re.compile(r"[^\W\d_](?:\w|-(?=\w))*")  # what can stand in a REF-ID


class SettingsError(ValueError):
    """A setting that can't be used; the message names it and says what is allowed."""


@dataclass(frozen=True, slots=True)
class EntryType:
    """One type of entry: `LESS` → "Lesson", "Lessons", green."""

    name: str
    label: str
    plural: str
    color: str = "grey"
    field: str | None = None  # header or YAML field that holds the number alone: `eip: 1559`
    files: str | None = None  # glob of the files whose leading number is the ID: `adr/*.md`
    required: tuple[str, ...] = ()  # fields that an entry of this type must have
    inferred: bool = False  # not declared: a series of files is named after it


@dataclass(frozen=True, slots=True)
class Relation:
    """One direction of a relation; `inverse` names the other one."""

    name: str
    label: str
    inverse: str
    words: tuple[str, ...] = ()  # lower case: field names, list labels, section headings


@dataclass(frozen=True, slots=True)
class ScopeRule:
    """A scope that the owner declares."""

    path: str  # folder relative to the root; "" is the root
    prefix: str = ""
    next: tuple[str, ...] = ()  # paths or prefixes of the scopes to look in next


def _default_types() -> dict[str, EntryType]:
    return {name: EntryType(name, *row) for name, row in TYPES.items()}


def _default_relations() -> dict[str, Relation]:
    relations: dict[str, Relation] = {}
    for row in RELATIONS:
        relations[row.name] = Relation(row.name, row.label, row.inverse, row.words)
        if row.inverse != row.name:
            relations[row.inverse] = Relation(
                row.inverse, row.inverse_label, row.name, row.inverse_words
            )
    return relations


@dataclass(frozen=True)
class Settings:
    """Everything an owner can choose. Unknown or ill-typed settings raise `SettingsError`."""

    types: Mapping[str, EntryType] = field(default_factory=_default_types)
    scopes: tuple[ScopeRule, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    """Another prefix or ID → the one that is meant: `AWS06: AWS`, `LESS-99: LESS-12`."""
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Field → the labels by which authors call it, beside the known ones: `status: [Stand]`."""
    relations: Mapping[str, Relation] = field(default_factory=_default_relations)
    exclude: tuple[str, ...] = ()
    """Globs of files below the root that are no part of the knowledge base."""
    rules: Mapping[str, Level] = field(default_factory=dict)
    per_path_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    statuses: tuple[str, ...] = ()
    """The status words that entries may have; none means any."""
    line_limit: int = 400
    """Lines that the rule `line-limit` allows a document."""
    repair: bool = True
    markdown: Literal["commonmark", "python-markdown"] = "commonmark"
    sanitize: bool = False
    show_repairs: bool = False
    index_pages: bool = True
    graph: bool = True
    search: Literal["full", "compact"] = "full"

    @classmethod
    def from_mapping(cls, raw: Mapping[str, Any]) -> Settings:
        """Read the `sima` section of `mkdocs.yml`.

        Raises:
            SettingsError: a key or a value that can't be used.
        """
        known = {f.name: f for f in fields(cls)}
        readers: dict[str, Callable[[Any], Any]] = {
            "types": _read_types,
            "scopes": _read_scopes,
            "aliases": lambda v: {str(k): str(t) for k, t in _mapping("aliases", v).items()},
            "fields": _read_fields,
            "relations": _read_relations,
            "exclude": lambda v: checked_globs("exclude", _strings("exclude", v)),
            "rules": _read_rules,
            "per_path_ignores": lambda v: {
                str(k): _strings(f"per_path_ignores.{k}", names)
                for k, names in _mapping("per_path_ignores", v).items()
            },
            "statuses": lambda v: _strings("statuses", v),
            "line_limit": lambda v: _count("line_limit", v),
            "markdown": lambda v: _one_of("markdown", v, ("commonmark", "python-markdown")),
            "search": lambda v: _one_of("search", v, ("full", "compact")),
        }
        values: dict[str, Any] = {}
        for key, value in raw.items():
            if key not in known:
                raise SettingsError(
                    f"unknown setting '{key}' of the sima plugin; known are: "
                    + ", ".join(sorted(known))
                )
            if value is None:
                continue
            values[key] = readers[key](value) if key in readers else _boolean(key, value)
        return cls(**values)


def checked_globs(name: str, globs: Sequence[str]) -> tuple[str, ...]:
    """Return globs as those of a `.gitignore`, or say which of them is none.

    Raises:
        SettingsError: a glob that means nothing.
    """
    from pathspec import GitIgnoreSpec  # loaded only where there are any

    for glob in globs:
        try:
            GitIgnoreSpec.from_lines([glob])
        except ValueError as error:
            raise SettingsError(f"'{name}' has a glob that means nothing: '{glob}'") from error
    return tuple(globs)


def _mapping(name: str, value: object) -> Mapping[Any, Any]:
    if not isinstance(value, Mapping):
        raise SettingsError(f"'{name}' must be a mapping (key: value), not {_kind(value)}")
    return value


def _strings(name: str, value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, Sequence):
        raise SettingsError(f"'{name}' must be a list of strings, not {_kind(value)}")
    return tuple(str(item) for item in value)


def _text(name: str, value: object) -> str | None:
    if not isinstance(value, str | None):
        raise SettingsError(f"'{name}' must be a string, not {_kind(value)}")
    return value


def _boolean(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise SettingsError(f"'{name}' must be true or false, not {value!r}")
    return value


def _count(name: str, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise SettingsError(f"'{name}' must be a number from 1, not {value!r}")
    return value


def _one_of(name: str, value: object, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise SettingsError(f"'{name}' must be {' or '.join(allowed)}, not {value!r}")
    return str(value)


def _kind(value: object) -> str:
    return {str: "a string", list: "a list", bool: "true or false"}.get(type(value), repr(value))


def _options(name: str, value: object, allowed: set[str]) -> dict[str, Any]:
    options = dict(_mapping(name, value or {}))
    if unknown := set(options) - allowed:
        raise SettingsError(
            f"'{name}' has no option '{sorted(map(str, unknown))[0]}'; "
            f"known are: {', '.join(sorted(allowed))}"
        )
    return options


def _read_types(value: object) -> dict[str, EntryType]:
    types = _default_types()
    for name, raw in _mapping("types", value).items():
        name = str(name)
        if not _TYPE_NAME.fullmatch(name):
            raise SettingsError(
                f"'types' can't have {name!r}: a type is letters and digits, as in LESS-22"
            )
        if raw is False:  # `LESS: false` takes a default away
            types.pop(name, None)
            continue
        options = _options(
            f"types.{name}", raw, {"label", "plural", "color", "field", "files", "required"}
        )
        old = types.get(name)
        label = str(options.get("label") or (old.label if old else name))
        types[name] = EntryType(
            name=name,
            label=label,
            plural=str(options.get("plural") or (old.plural if old else f"{label}s")),
            color=str(options.get("color") or (old.color if old else "grey")),
            field=_text(f"types.{name}.field", options.get("field")),
            files=_text(f"types.{name}.files", options.get("files")),
            required=_strings(f"types.{name}.required", options.get("required") or ()),
        )
    return types


def _read_scopes(value: object) -> tuple[ScopeRule, ...]:
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise SettingsError(f"'scopes' must be a list of mappings with 'path', not {_kind(value)}")
    scopes = []
    for number, raw in enumerate(value, 1):
        options = _options(f"scopes[{number}]", raw, {"path", "prefix", "next"})
        if "path" not in options:
            raise SettingsError(f"'scopes[{number}]' needs a 'path': the folder of the scope")
        scopes.append(
            ScopeRule(
                path=str(options["path"] or "").strip("/").removeprefix("./"),
                prefix=str(options.get("prefix") or ""),
                next=_strings(f"scopes[{number}].next", options.get("next") or ()),
            )
        )
    return tuple(scopes)


def _read_fields(value: object) -> dict[str, tuple[str, ...]]:
    given = _options("fields", value, set(FIELDS))
    return {name: _strings(f"fields.{name}", labels or ()) for name, labels in given.items()}


def _read_relations(value: object) -> dict[str, Relation]:
    relations = _default_relations()
    for name, raw in _mapping("relations", value).items():
        name = str(name)
        key = f"relations.{name}"
        options = _options(
            key, raw, {"label", "words", "inverse", "inverse_label", "inverse_words"}
        )
        known = relations[name].inverse if name in relations else name
        inverse = str(options.get("inverse") or known)

        def add(name: str, inverse: str, label: object, words: object, key: str = key) -> None:
            old = relations.get(name)
            given = tuple(word.lower() for word in _strings(f"{key}.words", words or ()))
            relations[name] = Relation(
                name,
                str(label or (old.label if old else name.replace("-", " ").capitalize())),
                inverse,
                (old.words if old else (name.replace("-", " "),)) + given,
            )

        add(name, inverse, options.get("label"), options.get("words"))
        if inverse != name:
            add(inverse, name, options.get("inverse_label"), options.get("inverse_words"))
    return relations


def _read_rules(value: object) -> dict[str, Level]:
    levels: dict[str, Level] = {}
    for name, level in _mapping("rules", value).items():
        # YAML 1.1 reads a bare `off` as false and `on` as true.
        level = "off" if level is False else level
        levels[str(name)] = cast("Level", _one_of(f"rules.{name}", level, LEVELS))
    return levels
