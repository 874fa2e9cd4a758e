from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_sima.site.search.instant.terms import compact, fold, terms_of


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Locks in Python3", ["locks", "in", "python", "3", "python3"]),
        ("LESS-022", ["less", "22", "less22"]),
        ("Über état œuvre", ["uber", "etat", "oeuvre"]),
        ("ﬁle ＡＢＣ", ["file", "abc"]),
        ("東京都 2025", ["東京", "京都", "都", "2025"]),
        ("Lambda関数", ["lambda", "関数", "数"]),
        ("हिन्दी 한국어", ["हिन्दी", "한국어"]),
        ("don't 0 007", ["don", "t", "0", "7"]),
        (f"key {'a' * 41}", ["key"]),
    ],
)
def test_terms(text: str, terms: list[str]) -> None:
    assert terms_of(text) == terms


@pytest.mark.parametrize("spelling", ["AWS-Lambda-DEC-04", "aws lambda dec 4", "AWSLambdaDEC_004"])
def test_all_spellings_of_an_id_agree(spelling: str) -> None:
    assert compact(spelling) == "awslambdadec4"


@given(st.text(st.characters(categories=["L", "P", "Z"])))
def test_a_text_in_capitals_has_the_same_terms(text: str) -> None:
    assert terms_of(fold(text)) == terms_of(text)
    assert all(term and not term.isspace() for term in terms_of(text))
