from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_sima.site.search.instant import postings as module
from mkdocs_sima.site.search.instant.postings import in_parts, postings

WORDS = st.text("abcé関", min_size=1, max_size=7)


def decoded(line: str) -> dict[int, int]:
    """Return page → weight, as a browser reads a line."""
    page, found = 0, {}
    for number in map(int, line.partition(" ")[2].split(",")):
        page += number // 8
        found[page] = number % 8
    return found


@given(st.lists(st.dictionaries(WORDS, st.integers(1, 7))))
def test_what_goes_in_comes_out(pages: list[dict[str, int]]) -> None:
    lines, common = postings(pages, most=len(pages))
    assert common == []
    back: list[dict[str, int]] = [{} for _ in pages]
    for term, line in lines.items():
        for page, weight in decoded(line).items():
            back[page][term] = weight
    assert back == pages


def test_a_word_of_most_pages_is_left_out() -> None:
    lines, common = postings([{"the": 1, "lock": 2}, {"the": 3}, {"the": 1}], most=2)
    assert (lines, common) == ({"lock": "lock 2"}, ["the"])


@given(st.dictionaries(WORDS, st.integers(1, 30)), st.integers(20, 200))
def test_a_term_is_in_the_part_with_the_longest_name_that_it_begins_with(
    lengths: dict[str, int], largest: int
) -> None:
    lines = {term: f"{term} {'1' * length}" for term, length in lengths.items()}
    before, module._LARGEST = module._LARGEST, largest
    try:
        parts = in_parts(lines)
    finally:
        module._LARGEST = before
    for term, line in lines.items():
        names = (term[:length] for length in range(len(term), -1, -1))
        name = next(name for name in names if name in parts)
        assert line in parts[name].split("\n")
        assert len(parts[name]) <= largest or len(name) == module._DEEPEST or parts[name] == line
