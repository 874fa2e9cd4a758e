"""The files of our words, one a language: `NAME.yml` here and in the theme's folders."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import yaml
from mkdocs.exceptions import PluginError

FOLDER = "sima/languages"
"""Where a theme or its `custom_dir` may hold languages of its own, or other words for ours."""

Text = str | dict[str, str]
"""One text for all numbers, or one for each of the language's plural forms (`one`, `other` …)."""

_OWN = Path(__file__).parent


@dataclass(frozen=True)
class LanguageFile:
    """What one file says; what it leaves empty is not in it."""

    words: dict[str, Text] = field(default_factory=dict)  # by the English text
    rules: dict[str, str] = field(default_factory=dict)  # what each rule reports, by its name


@lru_cache
def shipped(name: str) -> LanguageFile:
    """Return the words of ours for a language in lower case: "de", "pt-br"."""
    return read(_OWN, name)


def read(folder: Path, name: str) -> LanguageFile:
    """Return the file of a language in a folder, an empty one where there is none.

    Raises:
        PluginError: it can't be used; the message names it and says why.
    """
    files = sorted(folder.glob("*.yml")) if folder.is_dir() else []
    path = next((path for path in files if path.stem.lower() == name), None)
    content = LanguageFile()
    loaded = _load(path) if path else {}
    sections = vars(content)
    if not isinstance(loaded, dict) or loaded.keys() - sections.keys():
        raise PluginError(f"sima: {path}: holds nothing but `words:` and `rules:`")
    for section, texts in loaded.items():
        if not isinstance(texts, dict | None):
            raise PluginError(f"sima: {path}: `{section}:` must be a mapping (English: yours)")
        for key, text in (texts or {}).items():
            if not (text is None or isinstance(text, str) or _is_plural(section, text)):
                raise PluginError(
                    f"sima: {path}: '{key}' must be a text, or texts by plural form with `other`"
                )
            if text:
                sections[section][str(key)] = text
    return content


def _load(path: Path) -> object:
    try:
        return yaml.safe_load(path.read_text("utf-8")) or {}
    except (OSError, ValueError, yaml.YAMLError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
        reason = getattr(error, "problem", None) or error
        raise PluginError(f"sima: {path}{place}: can't be read: {reason}") from error


def _is_plural(section: str, text: object) -> bool:
    return (
        section == "words"
        and isinstance(text, dict)
        and isinstance(text.get("other"), str)
        and all(isinstance(form, str) for form in text.values())
    )
