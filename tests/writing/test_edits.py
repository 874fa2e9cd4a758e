"""Edits change what they name and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_sima.model import Edit
from mkdocs_sima.writing import edits

if TYPE_CHECKING:
    from pathlib import Path

LINES = st.lists(st.text(alphabet="aé✅ -", max_size=12), min_size=1, max_size=8)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])


@given(LINES, ENDS, st.data())
def test_an_edit_replaces_one_place_and_keeps_the_line_ends(
    lines: list[str], end: str, data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, len(lines) - 1))
    start = data.draw(st.integers(0, len(lines[number])))
    stop = data.draw(st.integers(start, len(lines[number])))
    edit = Edit(number + 1, start + 1, lines[number][start:stop], "NEW")
    expected = [*lines]
    expected[number] = lines[number][:start] + "NEW" + lines[number][stop:]
    assert edits.apply(end.join(lines), [edit]) == end.join(expected)


def test_what_is_not_there_any_more_is_left_alone() -> None:
    text = "See LESS-1.\n"
    assert edits.apply(text, [Edit(1, 5, "LESS-2", "x"), Edit(9, 1, "a", "b")]) == text


def test_of_two_edits_that_touch_the_first_is_made() -> None:
    both = [Edit(1, 1, "abc", "X"), Edit(1, 2, "bcd", "Y"), Edit(1, 1, "abc", "X")]
    assert edits.apply("abcd", both) == "Xd"


def test_a_file_keeps_its_bom(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"\xef\xbb\xbf# A\r\nx\r\n")
    edited = edits.edit(tmp_path, "a.md", [Edit(2, 1, "x", "y")])
    edits.write(file, edited.new, edited.bom)
    assert edited.old == "# A\r\nx\r\n"
    assert file.read_bytes() == b"\xef\xbb\xbf# A\r\ny\r\n"


def test_a_file_whose_encoding_nobody_can_tell_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes("é".encode() + b" Caf\xe9 x")  # both in one file
    with pytest.raises(edits.EditError, match="not UTF-8"):
        edits.edit(tmp_path, "a.md", [Edit(1, 6, "x", "y")])
