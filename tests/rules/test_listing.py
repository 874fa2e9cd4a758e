"""Of thousands that have something in common, a message names the first few others."""

from __future__ import annotations

import pytest

from mkdocs_sima.rules.evidence.listing import some_others


@pytest.mark.parametrize(
    ("names", "others"),
    [
        ("ab", "b"),
        ("abcde", "b, c, d, e"),
        ("bcdea", "b, c, d, e"),
        ("abcdefg", "b, c, d, e and 2 more"),
        ("bcdefga", "b, c, d, e and 2 more"),
    ],
)
def test_the_others_are_named(names: str, others: str) -> None:
    items = [[name] for name in names]  # told apart by what they are, not by what they hold
    assert some_others(items, items[names.index("a")], "".join) == others
