"""The settings that have a structure of their own: types, scopes, fields, relations, rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from mkdocs_sima.settings.defaults import FIELDS
from mkdocs_sima.settings.options import (
    LEVELS,
    NUMBERS,
    EntryType,
    Level,
    Relation,
    ScopeRule,
    default_relations,
    default_types,
)
from mkdocs_sima.settings.validation import (
    SettingsError,
    color,
    count,
    kind_of,
    mapping,
    one_of,
    options_of,
    strings,
    text,
)

_TYPE_OPTIONS = {"label", "plural", "color", "field", "files", "numbers", "required"}
_TYPE_NAME = re.compile(r"[^\W\d_](?:\w|-(?=\w))*")  # what can stand in a REF-ID


def read_types(value: object) -> dict[str, EntryType]:
    """Return the default types with those of the owner; `LESS: false` takes one away."""
    types = default_types()
    for name, raw in mapping("types", value).items():
        name = str(name)
        if not _TYPE_NAME.fullmatch(name):
            raise SettingsError(
                f"'types' can't have {name!r}: a type is letters and digits, as in LESS-22"
            )
        if raw is False:  # `LESS: false` takes a default away
            types.pop(name, None)
            continue
        options = options_of(
            f"types.{name}",
            raw,
            {"label", "plural", "color", "field", "files", "numbers", "required"},
        )
        old = types.get(name)
        label = text(f"types.{name}.label", options.get("label")) or (old.label if old else name)
        plural = text(f"types.{name}.plural", options.get("plural"))
        types[name] = EntryType(
            name=name,
            label=label,
            plural=plural or (old.plural if old else f"{label}s"),
            color=color(f"types.{name}.color", options.get("color"))
            or (old.color if old else "grey"),
            field=text(f"types.{name}.field", options.get("field")),
            files=strings(f"types.{name}.files", options.get("files") or ()),
            numbers=one_of(f"types.{name}.numbers", options.get("numbers") or "", NUMBERS),
            required=strings(f"types.{name}.required", options.get("required") or ()),
        )
    return types


def read_scopes(value: object) -> tuple[ScopeRule, ...]:
    """Return the scopes that the owner declares."""
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise SettingsError(
            f"'scopes' must be a list of mappings with 'path', not {kind_of(value)}"
        )
    scopes = []
    for number, raw in enumerate(value, 1):
        name = f"scopes[{number}]"
        options = options_of(name, raw, {"path", "prefix", "next"})
        if "path" not in options:
            raise SettingsError(f"'{name}' needs a 'path': the folder of the scope")
        path = text(f"{name}.path", options["path"]) or ""
        scopes.append(
            ScopeRule(
                path="" if path == "." else path.removeprefix("./").strip("/"),
                prefix=text(f"{name}.prefix", options.get("prefix")) or "",
                next=strings(f"{name}.next", options.get("next") or ()),
            )
        )
    return tuple(scopes)


def read_aliases(value: object) -> dict[str, str]:
    """Return prefix or ID → the one that is meant; a prefix may mean none."""
    aliases = mapping("aliases", value)
    return {str(old): text(f"aliases.{old}", new) or "" for old, new in aliases.items()}


def read_fields(value: object) -> dict[str, tuple[str, ...]]:
    """Return field → the labels that count beside the known ones."""
    given = options_of("fields", value, set(FIELDS))
    return {name: strings(f"fields.{name}", labels or ()) for name, labels in given.items()}


def read_relations(value: object) -> dict[str, Relation]:
    """Return the default relations with those of the owner, both directions of each."""
    relations = default_relations()
    for name, raw in mapping("relations", value).items():
        name = str(name)
        key = f"relations.{name}"
        options = options_of(
            key, raw, {"label", "words", "inverse", "inverse_label", "inverse_words"}
        )
        known = relations[name].inverse if name in relations else name
        inverse = str(options.get("inverse") or known)

        def add(name: str, inverse: str, label: object, words: object, key: str = key) -> None:
            old = relations.get(name)
            given = tuple(word.lower() for word in strings(f"{key}.words", words or ()))
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


def read_rules(value: object) -> dict[str, Level]:
    """Return rule → the severity that it has here."""
    levels: dict[str, Level] = {}
    for name, level in mapping("rules", value).items():
        # YAML 1.1 reads a bare `off` as false and `on` as true.
        level = "off" if level is False else level
        levels[str(name)] = cast("Level", one_of(f"rules.{name}", level, LEVELS))
    return levels


def read_review_after(value: object) -> dict[str, int]:
    """Return type → days; one number holds for all types."""
    if isinstance(value, int):
        return {"": count("review_after", value)}
    given = mapping("review_after", value)
    return {str(name): count(f"review_after.{name}", days) for name, days in given.items()}


def read_cache(value: object) -> str:
    """Return the folder of the cache, or "off"; YAML reads a bare `off` as false."""
    if value is False:
        return "off"
    return "user" if value is True else text("cache", value) or "user"
