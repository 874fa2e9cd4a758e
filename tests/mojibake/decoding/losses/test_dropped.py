"""What a code page dropped is found again where the place tells, else it stays open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_sima.mojibake import repair
from mkdocs_sima.mojibake.channels.pages import Page, pages
from mkdocs_sima.mojibake.decoding.losses.pairs import restored

PAIRS = {page.name: page for page in pages() if page.pairs}
CODECS = {"gbk": "gb18030", "big5": "big5hkscs"}

LINES = [
    ("cp1250", "☑ Each box has its tick"),
    ("cp1251", "☑ Each box has its tick"),
    ("cp1253", "- ✅ The kettle is on"),
    ("cp1253", "**🚫 No bicycles**"),
    ("cp1253", "Ο καφές είναι έτοιμος στο τραπέζι"),
    ("cp1255", "ready → 🆕 kettle ✅"),
    ("cp1257", "Rytoj eisime ieškoti grybų prie šaltinio"),
    ("cp1257", "│   ├── kettle.py"),
    ("cp1258", "Chúng tôi đi học về bằng xe đạp"),
    ("cp874", "| kettle | ✅ ready |"),
    ("gbk", "tea → kettle"),
    ("gbk", "- ✅ The kettle is on"),
    ("cp949", "tea → kettle"),
]


def dropped(text: str, page: str) -> str:
    return text.encode().decode(CODECS.get(page, page), "ignore")


@pytest.mark.parametrize(("page", "clean"), LINES)
def test_what_the_place_tells_comes_back(page: str, clean: str) -> None:
    damaged = dropped(clean, page)
    assert damaged != clean
    assert repair(damaged).text == clean


@pytest.mark.parametrize(
    ("page", "clean"),
    [
        ("cp949", "├── kettle.py"),  # nothing is left of ──
        ("cp874", "น้ำชาอยู่บนโต๊ะในครัว"),  # fourteen letters leave the same
        ("cp1255", "הקומקום על השולחן במטבח"),
    ],
)
def test_what_nothing_tells_is_never_guessed(page: str, clean: str) -> None:
    damaged = dropped(clean, page)
    assert repair(damaged).text == damaged


def test_lines_around_tell_a_corner() -> None:
    box = "┌──────┐\n│ tea  │\n├──────┤\n│ milk │\n└──────┘"
    assert repair(dropped(box, "cp1253")).text == box


def test_a_straightened_quote_is_no_foreign_page() -> None:
    clean = "│ tea\n│ • milk"
    assert repair(clean.encode().decode("cp1252").replace("”", '"').replace("“", '"')).text == clean


def test_plain_blanks_are_no_foreign_page() -> None:
    warning = "\u00e2\u0161 \u00ef\u00b8 hot"  # ⚠️, with a blank for the no-break space
    tea = "✅ tea".encode().decode("cp1252")
    text = "\n".join([warning, tea, '\u00e2\u2020" below', tea])
    assert repair(text).text == "⚠️ hot\n✅ tea\n↓ below\n✅ tea"


def test_a_capital_inside_a_word_is_no_proof() -> None:
    damaged = "FinikieÄiÅ³"  # čių: Windows-1254 has dropped 8D, of which Windows-1257 knows
    assert repair(damaged).text == "Finikiečių"


@given(
    st.sampled_from(sorted(PAIRS)), st.text("→✅─│├•—ab ", min_size=1, max_size=8), st.booleans()
)
def test_a_reading_loses_just_what_was_lost(name: str, clean: str, marked: bool) -> None:
    page: Page = PAIRS[name]
    mark = "\ufffd" if marked else ""
    run = page.lose(clean.encode(), mark)
    if run and not any(char.isascii() for char in run):
        for reading in restored(run, page, ""):
            assert page.lose(reading.text.encode(), mark) == run


@pytest.mark.parametrize(
    "clean",
    [
        "α, β… γ — three angles",
        "Η ώρα είναι β… ή γ",
        "她说：鈫是一个很少见的字",
        "「笨」是一個常用字",
        "笨 is a word, and so are 水 and 竊",
        "笨 is one word",
        "한국어 문장 넂 하나",
        "Łódź ↔ Kraków ┌┐└┘",
    ],
)
def test_clean_text_stays(clean: str) -> None:
    assert repair(clean).text == clean


@pytest.mark.parametrize(
    ("page", "clean"),
    [
        ("cp1254", "Hızlı ŞEHİR çayı"),
        ("cp1254", "qırmızı çaydan və Ərik"),
    ],
)
def test_bare_capitals_of_turkish_text_come_back(page: str, clean: str) -> None:
    assert repair(dropped(clean, page)).text == clean


def test_bare_letters_of_others_stay() -> None:
    damaged = "Ærø og Ålesund, " + "blåbær".encode().decode("cp1252")
    assert repair(damaged).text == "Ærø og Ålesund, blåbær"
