from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_sima.site.search.instant import postings as module
from mkdocs_sima.site.search.instant.kept_postings import kept_postings
from mkdocs_sima.site.search.instant.page_text import to_json
from mkdocs_sima.site.search.instant.postings import in_parts
from mkdocs_sima.store import NO_STORE, Store, temporary_store

WORDS = st.text("abcé関", min_size=1, max_size=7)
TERMS = st.dictionaries(WORDS, st.integers(1, 7))


def postings(
    pages: list[dict[str, int]], most: int, store: Store = NO_STORE
) -> tuple[dict[str, str], list[str]]:
    found = kept_postings(store, "text", [to_json(page).encode() for page in pages], most)
    common = found.write()
    return found.lines, common


def decoded(line: str) -> dict[int, int]:
    """Return page → weight, as a browser reads a line."""
    page, found = 0, {}
    for number in map(int, line.partition(" ")[2].split(",")):
        page += number // 8
        found[page] = number % 8
    return found


@given(st.lists(TERMS))
def test_what_goes_in_comes_out(pages: list[dict[str, int]]) -> None:
    lines, common = postings(pages, most=len(pages))
    assert common == []
    back: list[dict[str, int]] = [{} for _ in pages]
    for term, line in lines.items():
        for page, weight in decoded(line).items():
            back[page][term] = weight
    assert back == pages


@given(st.lists(TERMS, min_size=11, max_size=20), st.data())
def test_edited_pages_give_what_all_of_them_give(
    pages: list[dict[str, int]], data: st.DataObject
) -> None:
    with temporary_store() as store:
        for _ in range(3):
            assert postings(pages, 4, store) == postings(pages, 4)
            pages[data.draw(st.integers(0, len(pages) - 1))] = data.draw(TERMS)


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
