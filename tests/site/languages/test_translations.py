"""Our own words in other languages: all there, filled in alike, with the plurals that they need."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel import Locale
from mkdocs.exceptions import PluginError

from mkdocs_sima import resources
from mkdocs_sima.rules import registry
from mkdocs_sima.settings import defaults
from mkdocs_sima.site.languages import translations
from mkdocs_sima.site.languages.language_files import FOLDER
from mkdocs_sima.site.languages.translations import translate

FILES = {path.stem: path for path in Path(translations.__file__).parent.glob("*.yml")}
ENGLISH: dict[str, Any] = yaml.safe_load(FILES["en"].read_text("utf-8"))
PLACEHOLDER = re.compile(r"\{\w+\}")
ASKED_FOR = re.compile(r'\bt\(\s*"([^"]+)"')


def forms_of(text: str | dict[str, str]) -> dict[str, str]:
    return text if isinstance(text, dict) else {"other": text}


@pytest.mark.parametrize("language", sorted(set(FILES) - {"en"}))
def test_a_language_has_every_word_with_its_placeholders_and_plurals(language: str) -> None:
    words = yaml.safe_load(FILES[language].read_text("utf-8"))["words"]
    assert list(words) == list(ENGLISH["words"]), "the same words in the same order as in en.yml"
    known = Locale.parse(language, sep="-").plural_form.rules.keys() | {"other"}
    for key, text in words.items():
        assert text, key
        for form, said in forms_of(text).items():
            assert form in known, key
            assert sorted(PLACEHOLDER.findall(said)) == sorted(PLACEHOLDER.findall(key)), key


@pytest.mark.parametrize("language", sorted(set(FILES) - {"en"}))
def test_a_language_explains_the_rules_that_there_are(language: str) -> None:
    rules = yaml.safe_load(FILES[language].read_text("utf-8"))["rules"]
    assert list(rules) == list(ENGLISH["rules"])
    assert set(rules) <= set(registry.NAMES)
    assert all(rules.values())


def test_the_words_are_those_that_the_site_says() -> None:
    package = Path(translations.__file__).parents[2]
    files = [*package.rglob("*.py"), *resources.templates("site").rglob("*.html")]
    source = "\n".join(path.read_text("utf-8") for path in files)
    words = set(ENGLISH["words"])
    assert set(ASKED_FOR.findall(source)) <= words
    labels = {label for row in defaults.TYPES.values() for label in (row.label, row.plural)}
    labels |= {label for r in defaults.RELATIONS for label in (r.label, r.inverse_label)}
    assert labels <= words
    text = FILES["en"].read_text("utf-8")
    statuses = yaml.safe_load(
        text.partition("# Statuses")[2].partition("\n\n")[0].partition("\n")[2]
    )
    said = {word for word in words if f'"{word}"' in source or f'"{word.lower()}"' in source}
    assert words - said - labels - set(statuses) == set(), "nothing says these"


def test_languages_are_found_by_their_code_and_unknown_ones_stay_english() -> None:
    assert translate("de_AT")("Next") == "Weiter"
    assert translate("zh-CN")("Next") == translate("zh-Hans")("Next") == "下一条"
    assert translate("zh-TW")("Next") == translate("zh-Hant")("Next") == "下一條"
    assert translate("xx-yy")("Next") == "Next"
    assert translate("de")("not {ours}", x=1) == "not {ours}"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["0 documents", "1 document", "2 documents", "12,345 documents"]),
        ("de", ["0 Dokumente", "1 Dokument", "2 Dokumente", "12.345 Dokumente"]),
        ("es", ["0 documentos", "1 documento", "2 documentos", "12.345 documentos"]),
        ("fr", ["0 document", "1 document", "2 documents", "12\u202f345 documents"]),
        ("zh", ["0 篇文档", "1 篇文档", "2 篇文档", "12,345 篇文档"]),
    ],
)
def test_numbers_choose_the_plural(language: str, expected: list[str]) -> None:
    t = translate(language)
    assert [t("{count} documents", count=count) for count in (0, 1, 2, 12345)] == expected


def test_dates_are_written_as_usual_in_the_language() -> None:
    written = [translate(code).date("2025-11-08") for code in ("en", "de", "es", "fr", "zh", "xx")]
    assert written == [
        "Nov 8, 2025",
        "08.11.2025",
        "8 nov 2025",
        "8 nov. 2025",
        "2025年11月8日",
        "Nov 8, 2025",
    ]
    assert translate("de").date("soon") == "soon"


def test_a_theme_adds_a_language_or_other_words(tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    folder.mkdir(parents=True)
    (folder / "pl.yml").write_text(
        'words:\n  Next: Dalej\n  Status:\n  "{count} documents":\n'
        '    one: "{count} dokument"\n    few: "{count} dokumenty"\n'
        '    other: "{count} dokumentów"\n'
    )
    (folder / "de.yml").write_text("words: {Next: Vorwärts}\nrules: {orphan: Allein.}\n")
    polish, german = translate("pl", [tmp_path]), translate("de", [tmp_path])
    assert [polish("Next"), polish("Status"), polish("Related")] == ["Dalej", "Status", "Related"]
    counts = [polish("{count} documents", count=count) for count in (1, 3, 5)]
    assert counts == ["1 dokument", "3 dokumenty", "5 dokumentów"]
    assert [german("Next"), german("Previous")] == ["Vorwärts", "Zurück"]
    assert german.rules["orphan"] == "Allein."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("words:\n  Next: [", "2:10: can't be read"),
        ("Next: Weiter", "holds nothing but `words:` and `rules:`"),
        ("- Next", "holds nothing but `words:` and `rules:`"),
        ("words: [Next]", "`words:` must be a mapping"),
        ("words: {Next: 3}", "'Next' must be a text"),
        ("rules: {orphan: {other: a}}", "'orphan' must be a text"),
        ("words: {Next: {one: a}}", "'Next' must be a text, or texts by plural form with `other`"),
        ("words:\n  Next: \xff", "can't be read"),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, text: str, reason: str) -> None:
    file = tmp_path / FOLDER / "de.yml"
    file.parent.mkdir(parents=True)
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(PluginError) as error:
        translate("de", [tmp_path])
    message = str(error.value)
    assert "\n" not in message
    assert str(file) in message
    assert reason in message
