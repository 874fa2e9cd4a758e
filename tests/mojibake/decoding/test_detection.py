"""What the one regular expression may refuse unread, and what it must not."""

from __future__ import annotations

from itertools import product

import pytest

from mkdocs_sima.mojibake.decoding import detection
from mkdocs_sima.mojibake.decoding.candidates import UNSEEN, read

CLOSING = "”’…»–—›\u00a0"


@pytest.mark.parametrize("letter", detection._WORD_ENDS)
def test_the_decoder_takes_no_refused_word_end_for_damage(letter: str) -> None:
    for before, second, third, fourth in product("bA", CLOSING, CLOSING + "\"'aA", "a’\x8f€ "):
        reading = read(letter + second + third + fourth, before)
        assert reading is None or reading.options[0].gain <= UNSEEN


@pytest.mark.parametrize(
    "text", ["l’été’s", "«\u00a0voilà\u00a0»", "“la liberté”…", "“o irmão”, a irmã’s", "Straße”’"]
)
def test_closing_signs_after_a_small_letter_are_no_suspects(text: str) -> None:
    assert not detection._ANY.search(text)


@pytest.mark.parametrize("text", ["Ã©", "a â€”b", "l’Ã©tÃ©", "bÃ ", "РџСЂ", "vá»›i", "ðŸ“"])
def test_damage_is_a_suspect(text: str) -> None:
    assert detection.may_be_damaged(text)
