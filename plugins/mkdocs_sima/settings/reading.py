"""Read the `sima` section of an `mkdocs.yml`."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from mkdocs_sima.settings import sections
from mkdocs_sima.settings.options import Settings
from mkdocs_sima.settings.other_bases import read_inventories
from mkdocs_sima.settings.validation import (
    SettingsError,
    boolean,
    checked_globs,
    count,
    mapping,
    one_of,
    strings,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def read_settings(raw: Mapping[str, Any]) -> Settings:
    """Return the settings that an owner wrote, and the defaults where he wrote nothing.

    Raises:
        SettingsError: a key or a value that can't be used.
    """
    known = {f.name: f for f in fields(Settings)}
    readers: dict[str, Callable[[Any], Any]] = {
        "types": sections.read_types,
        "scopes": sections.read_scopes,
        "aliases": sections.read_aliases,
        "fields": sections.read_fields,
        "relations": sections.read_relations,
        "inventories": read_inventories,
        "exclude": lambda v: checked_globs("exclude", strings("exclude", v)),
        "rules": sections.read_rules,
        "per_path_ignores": lambda v: {
            str(k): strings(f"per_path_ignores.{k}", names)
            for k, names in mapping("per_path_ignores", v).items()
        },
        "statuses": lambda v: strings("statuses", v),
        "line_limit": lambda v: count("line_limit", v),
        "review_after": sections.read_review_after,
        "markdown": lambda v: one_of("markdown", v, ("auto", "commonmark", "python-markdown")),
        "cache": sections.read_cache,
        "search": lambda v: one_of(
            "search", "material" if v == "full" else v, ("instant", "material", "compact")
        ),
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
        values[key] = readers[key](value) if key in readers else boolean(key, value)
    return Settings(**values)
