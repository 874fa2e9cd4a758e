"""The code page that a text was read with is found by all of it, and clean text stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_sima.mojibake import repair, repair_text
from mkdocs_sima.mojibake.channels import alphabets
from mkdocs_sima.mojibake.channels.pages import ROWS, Page, pages

WORDS = {
    alphabets.WESTERN: "Él pidió un café déjà vu, naïve façade; größer als möglich — „fünf“ Ærø",
    alphabets.CENTRAL: "Příliš žluťoučký kůň; zażółć gęślą jaźń – szép őszi űrhajó",
    alphabets.TURKISH: "Şu köşede ılık çay içtiğimiz güzel bir gün – İstanbul",
    alphabets.BALTIC: "Ąžuolas ir ėjęs vyšnių šaltinis – mājās ķēniņš ģērbās",
    alphabets.VIETNAMESE: "Tiếng Việt có nhiều dấu và những chữ cái đặc biệt – được",
    alphabets.CYRILLIC: "Съешь же ещё этих мягких булок, да выпей чаю — «Привет»",
    alphabets.GREEK: "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία — «καλημέρα»",
    alphabets.HEBREW: "דג סקרן שט בים מאוכזב ולפתע מצא חברה — שלום",
    alphabets.ARABIC: "نص حكيم له سر قاطع وذو شأن عظيم مكتوب على ثوب أخضر",
    alphabets.THAI: "เป็นมนุษย์สุดประเสริฐเลิศคุณค่า กว่าบรรดาฝูงสัตว์",
    "gbk": "这个文件是在错误的代码页下打开的，所以所有的汉字都坏了。",
    "big5": "這個檔案是在錯誤的字碼頁下開啟的，所以中文字都壞了。",
    "cp932": "このファイルは間違った文字コードで開かれたため、すべて壊れています。",
    "euc-jp": "このファイルは間違った文字コードで開かれたため、すべて壊れています。",
    "cp949": "이 파일은 잘못된 코드 페이지로 열려서 모든 글자가 깨졌습니다.",
}
SIGNS = "Done ✅ → next: don’t “guess” — 3 × 4 ≤ 12 • ❌ │ ├── file"
SINGLE = [page for page in pages() if not page.pairs]


def own_words(page: Page) -> str:
    row = next(row for row in ROWS if row.name == page.name)
    return WORDS[row.writes or row.name]


@pytest.mark.parametrize("page", SINGLE, ids=lambda page: page.name)
def test_what_its_users_write_comes_back_whole(page: Page) -> None:
    for clean in (own_words(page), SIGNS, f"{own_words(page)}\n{SIGNS}"):
        found = repair(page.show(clean.encode()))
        assert found.text == clean
        assert all(change.certain for change in found.changes)


@pytest.mark.parametrize("name", ["gbk", "big5", "cp932"])
def test_pages_of_pairs_lose_bytes_and_what_is_left_is_right(name: str) -> None:
    page = next(page for page in pages() if page.name == name)
    clean = own_words(page)
    found = repair_text(page.show(clean.encode()))
    # Each U+FFFD stands for what is lost; all else stands as it was, and in order.
    at = 0
    for piece in filter(None, found.split("\ufffd")):
        at = clean.index(piece, at) + len(piece)


@pytest.mark.parametrize(
    "name", ["cp1250", "cp1251", "cp1253", "cp1255", "cp1257", "cp1258", "cp874"]
)
def test_replaced_bytes_stay_replaced_where_nothing_tells_what_they_were(name: str) -> None:
    page = next(page for page in pages() if page.name == name)
    clean = f"{own_words(page)} {SIGNS}"
    lossy = clean.encode().decode(name, "replace")
    found = repair_text(lossy)
    assert found != lossy
    for piece in filter(None, found.split("\ufffd")):
        assert piece in clean


def test_a_line_that_misses_bytes_beyond_guessing_is_left_whole_and_reported() -> None:
    clean = "אפשר לבחור\nשלום — עולם"
    dropped = clean.encode().decode("cp1255", "ignore")
    found = repair(dropped)
    for before, after, right in zip(
        *(t.split("\n") for t in (dropped, found.text, clean)), strict=True
    ):
        assert after in (before, right)  # never half


def test_dropped_bytes_come_back_where_the_letters_beside_them_tell() -> None:
    clean = "Изтриване на файла: Иван и Искра избраха\nНе е намерен шаблон"
    assert repair_text(clean.encode().decode("cp1251", "ignore")) == clean


def test_a_page_decided_by_the_text_settles_a_place_that_is_open_alone() -> None:
    alone = pages()[[p.name for p in pages()].index("iso8859-2")].show("Krištof".encode())
    with_others = f"{alone} {SINGLE[0].show(b'')}KiszolgĂĄlĂłhiba, a rendszer tĂ\u00adpusa"
    assert repair_text(with_others).startswith("Krištof ")


def test_two_editors_in_one_file_and_two_damages_of_one_text() -> None:
    by_name = {page.name: page for page in pages()}
    first, second = "Съешь ещё мягких булок", "c’est déjà vu – naïve façade, größer, señor über"
    text = "\n".join(
        [by_name["cp1251"].show(first.encode()), by_name["cp1252"].show(second.encode())]
    )
    assert repair_text(text) == f"{first}\n{second}"
    twice = by_name["cp1251"].show(by_name["cp1252"].show("£5.8bn – déjà".encode()).encode())
    assert repair_text(twice) == "£5.8bn – déjà"


@pytest.mark.parametrize(
    "clean",
    [
        *WORDS.values(),
        SIGNS,
        "├──┤ ┬┐ └┴┘ ║ ╬ ═ ░▒▓",
        "ВСЁ ЕЩЁ В «Газпроме», №5",
        "∀x∈ℝ: ⌈x⌉ = −⌊−x⌋ ∧ ∂f/∂x ≠ ∅, [ˈfəʊnətɪk] ʃʒŋθ",
        "Æ Ø Å à la carte, «là», l’été’s, “o irmão”, a irmã’s",
        "状态：高，2025年11月8日；参见 LESS-22",
        "ＦＵＬＬＷＩＤＴＨ ｶﾀｶﾅ",
    ],
)
def test_clean_text_stays(clean: str) -> None:
    assert repair_text(clean) == clean


@given(st.sampled_from([*WORDS.values(), SIGNS]), st.data())
def test_clean_words_stay_in_any_order(sentence: str, data: st.DataObject) -> None:
    words = st.lists(st.sampled_from(sentence.split()), min_size=1, max_size=8)
    clean = " ".join(data.draw(words))
    assert repair_text(clean) == clean


def test_surrogates_that_were_written_one_by_one() -> None:
    units = ("\u263a", " ", "\ud83d", "\ude00")
    data = b"".join(unit.encode("utf-8", "surrogatepass") for unit in units)
    assert repair_text(data.decode("latin-1")) == "☺ 😀"


@pytest.mark.parametrize(
    "text",
    [
        "Бүхэл тоо оруулна уу",
        "её группы",
        "12 ТБ",
        "[дд][УЗ]",
        "redirect хаашаа",
        "Biến đó đó, Ca-đô",
        "těče",
    ],
)
def test_a_word_is_no_sign_of_another_page(text: str) -> None:
    assert repair(text).text == text
