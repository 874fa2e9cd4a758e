"""Our own words on pages, in the language of the site.

The key of a text is its English form, which is also what is shown where a language lacks it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal

from mkdocs_sima.site.languages.language_files import FOLDER, read, shipped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_sima.site.languages.language_files import Text

_SEPARATOR = re.compile(r"[-_]")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Words:
    """The words of one language. Called with an English text, it returns that of the language."""

    language: str  # "de", "pt-BR"
    texts: Mapping[str, Text] = field(default_factory=dict)
    rules: Mapping[str, str] = field(default_factory=dict)
    """What each rule reports, by the rule's name; of English none, the rules say it themselves."""

    def __call__(self, text: str, /, **values: object) -> str:
        """Return a text of ours in this language, English if it is lacking.

        Args:
            text: the English text; may be any, an owner's label for example.
            values: what `{…}` stands for. A `count` chooses the form of the plural.
        """
        found = self.texts.get(text, text)
        if isinstance(found, dict):
            count = values.get("count")
            form = self._locale.plural_form(count) if isinstance(count, int) else "other"
            found = found.get(form) or found["other"]
        if not values:
            return found
        return _PLACEHOLDER.sub(lambda match: self._filled_in(match, values), found)

    def _filled_in(self, match: re.Match[str], values: Mapping[str, object]) -> str:
        value = values.get(match[1], match[0])
        return self.number(value) if isinstance(value, int) else str(value)

    def forms(self, text: str) -> Text:
        """Return all forms of a text, for a script that fills them in."""
        return self.texts.get(text, text)

    def number(self, number: int) -> str:
        """Return a number with the language's signs between thousands: "10,000", "10.000"."""
        return str(number) if abs(number) < 1000 else format_decimal(number, locale=self._locale)

    def date(self, day: str) -> str:
        """Return an ISO date as people of the language write it: "8 nov. 2025"."""
        return _date(self._locale, day)

    @cached_property
    def _locale(self) -> Locale:
        return _locale_of(self.language)


def _locale_of(language: str) -> Locale:
    parts = _SEPARATOR.split(language)
    for code in ("_".join(parts), parts[0]):
        try:
            return Locale.parse(code)
        except (ValueError, UnknownLocaleError):
            continue
    return Locale("en")


@lru_cache(maxsize=4096)
def _date(locale: Locale, day: str) -> str:
    try:
        return format_date(date.fromisoformat(day[:10]), "medium", locale)
    except ValueError:
        return day


def language_of(config: MkDocsConfig) -> str:
    """Return the language of the theme: Material calls it so, MkDocs's own themes `locale`."""
    return str(config.theme.get("language") or config.theme.get("locale") or "en")


def translate(language: str, themes: Sequence[Path] = ()) -> Words:
    """Return the words of a language: "de", "zh-Hant", "fr_CA".

    What is said for a language also holds for its regional forms, what a theme says comes before
    what we say.

    Args:
        language: of the theme.
        themes: the theme's folders, the most important last; see `FOLDER`.

    Raises:
        PluginError: a file of such a folder can't be used.
    """
    texts: dict[str, Text] = dict(shipped("en").words)
    rules: dict[str, str] = {}
    for name in _names(language):
        found = [shipped(name), *(read(theme / FOLDER, name) for theme in themes)]
        for given in found:
            texts |= given.words
            rules |= given.rules
    return Words("-".join(_SEPARATOR.split(language)), texts, rules)


def _names(language: str) -> list[str]:
    """Return what files may be called, the most important last: zh, zh-hant, zh-tw."""
    parts = _SEPARATOR.split(language.lower())
    names = ["-".join(parts[:length]) for length in range(1, len(parts) + 1)]
    if script := _locale_of(language).script:  # of a region it is known
        names.insert(1, f"{parts[0]}-{script.lower()}")
    return list(dict.fromkeys(names))
