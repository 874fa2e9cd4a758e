"""The closed list of rules. A rule lives in the module of its name and is loaded when needed."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from mkdocs_sima.rules.rule import Rule

CHECKS: dict[str, tuple[str, ...]] = {
    "references": (
        "ambiguous-reference",
        "broken-reference",
        "changed-reference",
        "gloss-mismatch",
        "known-missing",
        "missing-file",
        "one-way-relation",
        "self-reference",
        "stale-file-name",
        "stale-status",
        "succession-cycle",
        "superseded-reference",
        "unread-inventory",
        "wrong-case",
    ),
    "links": (
        "broken-anchor",
        "broken-link",
        "external-link",
    ),
    "code": (
        "broken-code-path",
        "changed-code",
    ),
    "entries": (
        "duplicate-id",
        "duplicate-title",
        "id-mismatch",
        "invalid-field",
        "missing-field",
        "missing-title",
        "number-gap",
        "orphan",
        "placeholder-left",
        "similar-entry",
        "stale-index",
        "unknown-type",
    ),
    "files": (
        "empty-file",
        "encoding",
        "front-matter",
        "line-limit",
        "mojibake",
        "mojibake-uncertain",
        "nested-fence",
        "unclosed-fence",
        "unreadable-file",
        "unused-ignore",
    ),
}
"""The rules by their folder in `checks/`."""

_FOLDERS = {name: folder for folder, names in CHECKS.items() for name in names}

NAMES: tuple[str, ...] = tuple(sorted(_FOLDERS))


class UnknownRuleError(ValueError):
    """A name that is no rule's; the message says which one is close."""


def get(name: str) -> Rule:
    """Return the rule of this name.

    Raises:
        UnknownRuleError: there is none.
    """
    if name not in NAMES:
        raise UnknownRuleError(unknown(name))
    place = f"{_FOLDERS[name]}.{name.replace('-', '_')}"
    module = import_module(f"mkdocs_sima.rules.checks.{place}")
    return cast("Rule", module.RULE)


def unknown(name: str) -> str:
    """Return the message for a rule that does not exist, with the closest one that does."""
    from difflib import get_close_matches

    close = get_close_matches(name.lower().replace("_", "-"), NAMES, 1)
    hint = f"; did you mean '{close[0]}'?" if close else ""
    return f"no rule is called '{name}'{hint} (`sima rule` lists them)"
