"""One value of the settings each: what it must be, and a message that says so where it is not."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from mkdocs_sima.settings.defaults import COLORS

_CSS_COLOR = re.compile(
    r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})"
    r"|(?:rgb|hsl|oklch|oklab|lch|lab)a?\([\w\s.,%/+-]*\)",
    re.IGNORECASE,
)


class SettingsError(ValueError):
    """A setting that can't be used; the message names it and says what is allowed."""


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


def mapping(name: str, value: object) -> Mapping[Any, Any]:
    """Return a mapping."""
    if not isinstance(value, Mapping):
        raise SettingsError(f"'{name}' must be a mapping (key: value), not {kind_of(value)}")
    return value


def strings(name: str, value: object) -> tuple[str, ...]:
    """Return a list of strings; one string is a list of one."""
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, Sequence):
        raise SettingsError(f"'{name}' must be a list of strings, not {kind_of(value)}")
    return tuple(str(item) for item in value)


def text(name: str, value: object) -> str | None:
    """Return a string, or nothing."""
    if not isinstance(value, str | None):
        raise SettingsError(f"'{name}' must be a string, not {kind_of(value)}")
    return value


def color(name: str, value: object) -> str | None:
    """Return a colour, or nothing: a name of the palette, or one written as in CSS."""
    given = text(name, value)
    if given is None or _CSS_COLOR.fullmatch(given.strip()):
        return given
    if (folded := given.strip().lower().replace(" ", "-")) in COLORS:
        return folded
    raise SettingsError(
        f"'{name}' must be '#' and digits as in CSS, or one of {', '.join(COLORS)}; not '{given}'"
    )


def boolean(name: str, value: object) -> bool:
    """Return true or false."""
    if not isinstance(value, bool):
        raise SettingsError(f"'{name}' must be true or false, not {value!r}")
    return value


def count(name: str, value: object) -> int:
    """Return a number from 1."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise SettingsError(f"'{name}' must be a number from 1, not {value!r}")
    return value


def one_of(name: str, value: object, allowed: tuple[str, ...]) -> str:
    """Return one of the allowed words."""
    if value not in allowed:
        raise SettingsError(f"'{name}' must be {' or '.join(allowed)}, not {value!r}")
    return str(value)


def kind_of(value: object) -> str:
    """Return how people call what a value is."""
    return {str: "a string", list: "a list", bool: "true or false"}.get(type(value), repr(value))


def options_of(name: str, value: object, allowed: set[str]) -> dict[str, Any]:
    """Return a mapping that has no other keys than the allowed ones."""
    options = dict(mapping(name, value or {}))
    if unknown := set(options) - allowed:
        raise SettingsError(
            f"'{name}' has no option '{sorted(map(str, unknown))[0]}'; "
            f"known are: {', '.join(sorted(allowed))}"
        )
    return options
