"""A review is noted beside the other dates, in a line like theirs."""

from __future__ import annotations

from datetime import date

import pytest

from mkdocs_sima.knowledge_base import KnowledgeBase
from mkdocs_sima.writing.reviewing.noting import label_of, reviewed

DAY = date(2026, 3, 7)
TITLE = "# LESS-01: A\n\n"


def noted(text: str) -> str:
    document = KnowledgeBase.from_files([("LESS-01.md", text.encode())]).documents["LESS-01.md"]
    return reviewed(document, text, label_of([document]), DAY)


CASES = {  # what stands there, and what then stands there
    "**REF-ID:** LESS-01  \n**Created:** 2025-01-02\n\nX\n": (
        "**REF-ID:** LESS-01  \n**Reviewed:** 2026-03-07  \n**Created:** 2025-01-02\n\nX\n"
    ),
    "- **Updated**: 02.01.2025 (draft)\r\n- **Owner**: B\r\n": (
        "- **Updated**: 02.01.2025 (draft)\r\n- **Reviewed**: 07.03.2026\r\n- **Owner**: B\r\n"
    ),
    "Date: January 2, 2025\n\nStatus: accepted\n": (
        "Date: January 2, 2025\nReviewed: March 7, 2026\n\nStatus: accepted\n"
    ),
    "| Field | Value |\n| --- | --- |\n| Status | Active |\n": (
        "| Field | Value |\n| --- | --- |\n| Status | Active |\n| Reviewed | 2026-03-07 |\n"
    ),
    "Text.\n": "**Reviewed:** 2026-03-07\n\nText.\n",
    "**Last Reviewed:** 2 Jan 2025  \n**Status:** Active\n": (
        "**Last Reviewed:** 7 Mar 2026  \n**Status:** Active\n"
    ),
    "**Reviewed:** never\n": "**Reviewed:** 2026-03-07\n",
}


@pytest.mark.parametrize("text", CASES)
def test_in_the_form_of_the_dates_beside_it(text: str) -> None:
    result = TITLE + CASES[text]
    assert noted(TITLE + text) == result
    assert noted(result) == result  # a second review on one day changes nothing


def test_in_front_matter() -> None:
    head = "---\nid: LESS-01\ncreated: '2025-01-02'\n{}tags: [a]\n---\n# A\n"
    assert noted(head.format("")) == head.format("reviewed: '2026-03-07'\n")


def test_in_a_file_that_has_only_a_title() -> None:
    assert noted("# LESS-01: A") == f"{TITLE}**Reviewed:** 2026-03-07\n"
