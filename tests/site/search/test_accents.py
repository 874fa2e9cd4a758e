"""Words with accents, found and sorted without them."""

from __future__ import annotations

import pytest

from mkdocs_sima.site.search.accents import unaccented, without_accents


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L’état partagé, état", "etat partage"),
        ("Größen im Œuvre", "grossen oeuvre"),
        ("L’e\u0301tat", "etat"),
        ("单线程 ガ 한국", ""),
        ("plain words", ""),
    ],
)
def test_only_words_with_accents_are_repeated_without(text: str, words: str) -> None:
    assert without_accents(text) == words


def test_words_with_accents_are_sorted_among_the_others() -> None:
    words = ["zèle", "état", "erreur", "ébauche"]
    assert sorted(words, key=unaccented) == ["ébauche", "erreur", "état", "zèle"]
