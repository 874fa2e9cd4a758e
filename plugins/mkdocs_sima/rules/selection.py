"""Which rules run, how grave their findings are, and where they keep silent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from mkdocs_sima.rules.registry import NAMES, UnknownRuleError, get, unknown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_sima.model import Severity
    from mkdocs_sima.rules.rule import Rule
    from mkdocs_sima.settings import Settings

ALL = "all"


@dataclass(frozen=True)
class Selection:
    """What the caller asked for on top of the settings."""

    select: tuple[str, ...] = ()  # only these; they run even if they are off by default
    ignore: tuple[str, ...] = ()
    focus: str = ""  # only findings in this file or folder, relative to the root

    def rules(self, settings: Settings) -> list[tuple[Rule, Severity]]:
        """Return the rules that run, each with the severity its findings get.

        Raises:
            UnknownRuleError: a name in the selection or the settings that is no rule's.
        """
        self._check_names(settings)
        chosen: list[tuple[Rule, Severity]] = []
        for name in NAMES:
            names = {name, ALL}
            if names & set(self.ignore) or (self.select and not names & set(self.select)):
                continue
            rule = get(name)
            level = settings.rules.get(name, rule.level)
            if level == "off":
                if not names & set(self.select):
                    continue
                level = rule.severity
            chosen.append((rule, level))
        return chosen

    def _check_names(self, settings: Settings) -> None:
        by_path = [name for names in settings.per_path_ignores.values() for name in names]
        for where, names, allowed in (
            ("", (*self.select, *self.ignore), (*NAMES, ALL)),
            ("'rules': ", settings.rules, NAMES),
            ("'per_path_ignores': ", by_path, (*NAMES, ALL)),
        ):
            for name in names:
                if name not in allowed:
                    raise UnknownRuleError(where + unknown(name))

    def covers(self, path: str) -> bool:
        """Return whether findings of this file were asked for."""
        return not self.focus or path == self.focus or path.startswith(self.focus + "/")


class PathIgnores:
    """The `per_path_ignores` of the settings: a glob → names of rules, or `all`."""

    def __init__(self, settings: Settings) -> None:
        self._globs = settings.per_path_ignores

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], frozenset[str]]]:
        return [(glob(text), frozenset(names)) for text, names in self._globs.items()]

    def hide(self, path: str, rule: str) -> bool:
        """Return whether the settings silence this rule in this file."""
        return any(
            pattern.fullmatch(path) and {rule, ALL} & names for pattern, names in self._patterns
        )


def glob(text: str) -> re.Pattern[str]:
    """Compile a glob of paths: `*` stays inside a folder, `**` and a folder name go below it."""
    parts = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    pieces = re.split(r"(\*\*/|\*\*|\*|\?)", text.strip("/"))
    body = "".join(parts.get(piece, re.escape(piece)) for piece in pieces)
    start = "" if "/" in text.strip("/") else "(?:.*/)?"  # a bare name counts in every folder
    return re.compile(f"{start}{body}(?:/.*)?")


def split_names(values: Iterable[str]) -> tuple[str, ...]:
    """Return the names of `--select a,b --select c`."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())
