from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_sima.parsing.text.encodings import decode


def test_utf8_with_bom_and_crlf_is_plain_text() -> None:
    assert decode("\ufeff# Zürich\r\nnext\rlast".encode()) == ("# Zürich\nnext\nlast", None)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_is_known_by_its_bom(codec: str) -> None:
    text, problem = decode("\ufeff# LESS-01: Träge".encode(codec))
    assert text == "# LESS-01: Träge"
    assert problem is not None
    assert "save it as UTF-8" in problem.message


def test_bytes_that_are_not_utf8_are_windows_1252_and_located() -> None:
    text, problem = decode("# Title ✓\nCaf".encode() + b"\xe9 \x93quoted\x94 \x81")
    assert text == "# Title ✓\nCafé “quoted” \x81"  # 81 is undefined there, so Latin-1
    assert problem is not None
    assert (problem.rule, problem.line, problem.column) == ("encoding", 2, 4)
    assert "E9" in problem.message


def test_a_binary_file_is_one_problem_and_no_text() -> None:
    text, problem = decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    assert text == ""
    assert problem is not None
    assert problem.rule == "encoding"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\r\0\ufeff")))
def test_utf8_text_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode()) == (text, None)


@given(st.binary(max_size=200))
def test_any_bytes_give_text(data: bytes) -> None:
    text, _problem = decode(data)
    assert "\r" not in text


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("cp1251", "# Урок\n\nСъешь же ещё этих мягких булок, да выпей чаю.\n"),
        ("koi8-r", "# Урок\n\nСъешь же ещё этих мягких булок, да выпей чаю.\n"),
        ("cp1253", "# Μάθημα\n\nΞεσκεπάζω την ψυχοφθόρα βδελυγμία.\n"),
        ("gb18030", "# 经验\n\n这个文件是在错误的代码页下打开的。\n"),
        ("cp932", "# 教訓\n\nこのファイルは間違った文字コードで開かれた。\n"),
        ("utf-16-le", "# LESS-01: plain words without a mark\n"),
    ],
)
def test_a_file_that_is_plainly_of_another_code_page_is_read_as_that(codec: str, text: str) -> None:
    found, problem = decode(text.encode(codec))
    assert found == text
    assert problem is not None
    assert "save it as UTF-8" in problem.message
