"""The closed list of rules. A rule lives in the module of its name and is loaded when needed."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from mkdocs_sima.rules.rule import Rule

NAMES: tuple[str, ...] = (
    "ambiguous-reference",
    "broken-anchor",
    "broken-link",
    "broken-reference",
    "duplicate-id",
    "duplicate-title",
    "empty-file",
    "encoding",
    "external-link",
    "front-matter",
    "gloss-mismatch",
    "id-mismatch",
    "invalid-field",
    "known-missing",
    "line-limit",
    "missing-field",
    "missing-file",
    "missing-title",
    "mojibake",
    "mojibake-uncertain",
    "nested-fence",
    "number-gap",
    "one-way-relation",
    "orphan",
    "placeholder-left",
    "self-reference",
    "stale-file-name",
    "stale-index",
    "succession-cycle",
    "superseded-reference",
    "unclosed-fence",
    "unknown-type",
    "unreadable-file",
    "unused-ignore",
    "wrong-case",
)


class UnknownRuleError(ValueError):
    """A name that is no rule's; the message says which one is close."""


def get(name: str) -> Rule:
    """Return the rule of this name.

    Raises:
        UnknownRuleError: there is none.
    """
    if name not in NAMES:
        raise UnknownRuleError(unknown(name))
    module = import_module(f"mkdocs_sima.rules.{name.replace('-', '_')}")
    return cast("Rule", module.RULE)


def unknown(name: str) -> str:
    """Return the message for a rule that does not exist, with the closest one that does."""
    from difflib import get_close_matches

    close = get_close_matches(name.lower().replace("_", "-"), NAMES, 1)
    hint = f"; did you mean '{close[0]}'?" if close else ""
    return f"no rule is called '{name}'{hint} (`sima rule` lists them)"
