"""Our own words in other languages: all there, and filled in alike."""

from __future__ import annotations

import re

from mkdocs_sima.resources import templates
from mkdocs_sima.site.translations import LANGUAGES, WORDS, translate

_PLACEHOLDER = re.compile(r"\{\w+\}")
_USED = re.compile(r'\bt\("([^"]+)"\)')


def test_every_word_has_every_language_and_the_same_placeholders() -> None:
    for word, row in WORDS.items():
        assert len(row) == len(LANGUAGES), word
        assert all(row), word
        for text in row:
            assert sorted(_PLACEHOLDER.findall(text)) == sorted(_PLACEHOLDER.findall(word)), word


def test_every_word_that_a_template_uses_is_known() -> None:
    files = list(templates("site").rglob("*.html"))
    used = {word for path in files for word in _USED.findall(path.read_text("utf-8"))}
    assert len(used) > 20
    assert sorted(used - set(WORDS)) == []


def test_languages_are_found_by_their_code_and_unknown_ones_stay_english() -> None:
    assert translate("de_AT")("Next") == "Weiter"
    assert translate("zh-Hant")("Next") == "下一条"
    assert translate("nl")("Next") == "Next"
    assert translate("de")("not ours") == "not ours"
