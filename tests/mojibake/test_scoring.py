"""The score that users judge the repair with on text of their own."""

from __future__ import annotations

import pytest

from mkdocs_sima.mojibake.scoring import score


def test_counts_each_kind_of_line() -> None:
    outputs = {"a?": "a!", "b?": "b?", "c?": "x", "d?": "d.", "kept": "kept", "lost": "found"}
    tally = score(
        [
            {"set": "s", "damaged": "a?", "clean": "a!"},
            {"set": "s", "damaged": "b?", "clean": "b!"},
            {"set": "s", "damaged": "c?", "clean": "c!"},
            {"set": "s", "damaged": "d?", "clean": "d!", "candidates": ["d."]},
            {"set": "s", "text": "kept"},
            {"set": "s", "text": "lost"},
        ],
        outputs.__getitem__,
    )["s"]
    assert (tally.lines, tally.accepted, tally.wrong, tally.unchanged) == (4, 2, 1, 1)
    assert (tally.intact, tally.altered) == (2, 1)


def test_scores_documents_line_by_line() -> None:
    record = {
        "damaged": "a?\nsame\nb?",
        "clean": "a!\nsame\nb!",
        "cand": {"2": ["b."]},
        "skip": [0],
    }
    tally = score([record], lambda text: text.replace("?", "."))[""]
    assert (tally.lines, tally.accepted, tally.intact, tally.altered) == (1, 1, 1, 0)


def test_a_document_that_loses_a_line_is_wrong_all_through() -> None:
    tally = score([{"damaged": "a?\nb", "clean": "a!\nb"}], lambda text: text.replace("\n", ""))[""]
    assert (tally.wrong, tally.altered) == (1, 1)


def test_a_record_without_text_is_an_error() -> None:
    with pytest.raises(KeyError):
        score([{"set": "s"}], str)
