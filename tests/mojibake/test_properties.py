"""What must hold for every text."""

from __future__ import annotations

import time

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mkdocs_sima.mojibake import repair, repair_text
from mkdocs_sima.mojibake.channels.code_pages import CONTINUATIONS, LEADS
from mkdocs_sima.mojibake.channels.damage import damage

# Characters whose damaged form is theirs alone, whatever stands beside them.
UNIQUE = "✅❌→├─│•≤🚀🎯🔗🟢💡☑⚡🧪🛑"
LINES = st.lists(st.text("ab .#-" + UNIQUE, max_size=12), min_size=1, max_size=4).map("\n".join)
PIECES = st.text(LEADS + CONTINUATIONS + "\"' \n\rab1`|…√Р\u2028\x85\ufffd", max_size=20)
PAGES = st.sampled_from(["cp1252", "cp1254", "latin-1"])


@given(PIECES)
@settings(max_examples=400)
def test_repairing_twice_is_repairing_once(text: str) -> None:
    once = repair_text(text)
    assert repair_text(once) == once


@given(PIECES)
@settings(max_examples=300)
def test_lines_stay_and_changes_add_up(text: str) -> None:
    result = repair(text)
    assert result.text.count("\n") == text.count("\n")
    rebuilt, at = [], 0
    for change in result.changes:
        assert text.startswith(change.before, change.offset)
        assert change.line == text.count("\n", 0, change.offset) + 1
        assert change.column == change.offset - text.rfind("\n", 0, change.offset)
        assert change.changed or len(change.options) > 1
        rebuilt += [text[at : change.offset], change.after]
        at = change.offset + len(change.before)
    assert "".join([*rebuilt, text[at:]]) == result.text


@given(st.text("abc xyz.,:;!?()[]{}#*`'\"\n\t\r0123456789", max_size=60))
def test_ascii_is_never_touched(text: str) -> None:
    assert repair_text(text) == text


@given(LINES, PAGES, st.booleans())
@settings(max_examples=300)
def test_round_trip(clean: str, page: str, dropped: bool) -> None:
    assume(repair_text(clean) == clean)  # `a├│` may well be the aó of a console
    assert repair_text(damage(clean, page, dropped=dropped)) == clean


@given(LINES, st.sampled_from(["cp1252", "cp1254"]))
@settings(max_examples=200)
def test_round_trip_twice(clean: str, page: str) -> None:
    assume(repair_text(clean) == clean)
    assert repair_text(damage(damage(clean, page), page)) == clean


def test_hostile_text_takes_linear_time() -> None:
    for text in (
        "â" * 1_000_000,
        "Ã" * 300_000,
        "Ã" + "ƒ" * 100_000,
        "`â€" * 20_000,
        "`&Atilde;&copy; " * 20_000,
    ):
        start = time.process_time()
        repair(text)
        assert time.process_time() - start < 3  # linear takes a fraction; quadratic takes minutes
