"""Whole documents in each dialect, as their authors write them."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_sima.parsing import parse
from mkdocs_sima.settings import Settings, read_settings

SETTINGS = Settings()

FIELD_HEADER = """\
# File: LESS-07.md

**REF-ID:** LESS-07
**Category:** Lessons → Operations
**Priority:** 🟠 HIGH
**Status:** Active
**Created:** 2025-03-01
**Last Updated:** 2025-04-02

# LESS-07: Warm Starts Keep State

---

## Summary

A warm container keeps module state. Never rely on it.

## Keywords

warm start, state

---

**Status:** Complete
**File:** `LESS-07.md`
"""

FILE_NAME_HEADER = """\
# Web-Queue-DEC-04-Small-Batches.md

**Version:** 1.0.0
**Date:** 2025-03-01
**Purpose:** Why batches are small
**Category:** Platform - Queue

---

## Decision

**DEC-04: Keep Batches Small**

**Status:** Accepted
**Date:** 2024-12-24

## Context

**Status:** not this one

---

**Decision ID:** DEC-04
**Keywords:** batches, queue

---

**END OF FILE**
"""

SECTIONS = """\
# LESS-09-Retry-Storms.md

**Date:** 2025-03-01

---

## Title

Retry Storms Need Jitter

---

## Priority

CRITICAL

---

## Related

- LESS-07: Warm starts

**Keywords:** retry, jitter

---

**END OF FILE**
"""

YAML = """\
---
id: LESS-11
title: Trace IDs everywhere
status: draft
priority: low
tags: [tracing, Logs]
date: 2025-05-06
---

Text.
"""


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (
            "lessons/LESS-07.md",
            FIELD_HEADER,
            {
                "id": "LESS-07", "kind": "entry", "title": "Warm Starts Keep State",
                "status": "active", "priority": "high", "created": "2025-03-01",
                "updated": "2025-04-02", "category": "Lessons → Operations",
                "keywords": ("warm start", "state"),
                "summary": "A warm container keeps module state. Never rely on it.",
                "aliases": ("LESS-07.md", "LESS-07"),
            },
        ),
        (
            "queue/Web-Queue-DEC-04-Small-Batches.md",
            FILE_NAME_HEADER,
            {
                "id": "Web-Queue-DEC-04", "title": "Keep Batches Small", "status": "accepted",
                "priority": None, "created": "2025-03-01", "keywords": ("batches", "queue"),
                "summary": "Why batches are small",
                "aliases": (
                    "Web-Queue-DEC-04-Small-Batches.md", "Web-Queue-DEC-04-Small-Batches", "DEC-04",
                ),
            },
        ),
        (
            "LESS-09-Retry-Storms.md",
            SECTIONS,
            {
                "id": "LESS-09", "title": "Retry Storms Need Jitter", "status": None,
                "priority": "critical", "keywords": ("retry", "jitter"),
            },
        ),
        (
            "notes/tracing.md",
            YAML,
            {
                "id": "LESS-11", "title": "Trace IDs everywhere", "status": "draft",
                "priority": "low", "keywords": ("tracing", "logs"), "created": "2025-05-06",
                "summary": "Text.",
            },
        ),
    ],
    ids=["field header", "file-name header", "sections", "yaml"],
)  # fmt: skip
def test_dialects(path: str, text: str, expected: dict[str, object]) -> None:
    document = parse(path, text.encode(), SETTINGS)
    assert {name: getattr(document, name) for name in expected} == expected
    assert document.problems == ()


@pytest.mark.parametrize(
    ("path", "text", "ref_id", "title"),
    [
        # The REF-ID is the ID even where the file is called otherwise.
        ("AWS06-LESS-03.md", "**REF-ID:** AWS-LESS-03\n\n# AWS-LESS-03: T", "AWS-LESS-03", "T"),
        # The ID at the end of a name beats the words before; folders are no part of the title.
        ("web/queue/Web-Queue-CostModel_WEB-LESS-11.md", "", "WEB-LESS-11", "Cost Model"),
        ("DEC-01-Queue-Choice.md", "# DEC-01-Queue-Choice.md", "DEC-01", "Queue Choice"),
        ("x.md", "**REF-ID:** `DEC-3`\n", "DEC-3", "X"),
        ("x.md", "# Notes\n\n## Lesson\n\n**LESS-05: Do It**\n", "LESS-05", "Do It"),
        ("x.md", "# x.md\n\n## LESS-05: Do It\n\ntext\n", "LESS-05", "Do It"),
        ("INT-08-Debug-Interface.md", "## INT-08: DEBUG INTERFACE", "INT-08", "Debug Interface"),
        ("guide/api.md", "# API\n", None, "API"),
        ("x.md", "# [LESS-05] Do It", "LESS-05", "Do It"),
        ("x.md", "# 🎓 LESS-05. Do It", "LESS-05", "Do It"),
        ("LESS-05.md", "**LESS-05:** a statement, no title.", "LESS-05", None),
        ("LESS-05.md", "# LESS-05.md - Name It\n", "LESS-05", "Name It"),
        ("LESS-05.md", "# AB-1.md - LESS-05\n\n# LESS-05: Real\n", "LESS-05", "Real"),
        (
            "LESS-05.md",
            "# LESS-05.md\n\n# Plain Second Heading\n",
            "LESS-05",
            "Plain Second Heading",
        ),
        ("DT-01.md", "# DT-01\n\n**Name:** Which Way\n", "DT-01", "Which Way"),
        ("LESS-56.md", "# LESS-56.md\n\n## Lesson: Audit Often\n", "LESS-56", "Audit Often"),
        ("ARCH-FLOW_ The Flow.md", "", "ARCH-FLOW", "The Flow"),
        # Look-alikes, placeholders, and names that merely mention an entry.
        ("UTF-8-Encoding.md", "**REF-ID:** LESS-##\n", None, "UTF 8 Encoding"),
        ("Phase-0.md", "# SHA-256: hashing\n", None, "SHA-256: hashing"),
        ("What-To-Do-About-LESS-55.md", "", None, "What To Do About LESS 55"),
        ("LESS-34-38-42.md", "", None, "LESS 34 38 42"),
        # An index lists IDs; none of them is its own.
        ("Less-Index.md", "# Lessons\n\n## LESS-01: A\n\n**REF-ID:** LESS-01\n", None, "Lessons"),
        ("ref.md", "# A\n\n## LESS-01: A\n\n## LESS-02: B\n", None, "A"),
    ],
)
def test_ids_and_titles(path: str, text: str, ref_id: str | None, title: str | None) -> None:
    document = parse(path, text.encode(), SETTINGS)
    assert (document.id, document.title) == (ref_id, title)


@pytest.mark.parametrize(
    ("path", "text", "kind"),
    [
        ("Queue-Index.md", "# Queue", "index"),
        ("lesson_template.md", "**REF-ID:** LESS-##", "template"),
        ("templates/lesson.md", "", "template"),
        ("LESS-01.md", "", "entry"),
        ("guide.md", "", "document"),
    ],
)
def test_kinds(path: str, text: str, kind: str) -> None:
    assert parse(path, text.encode(), SETTINGS).kind == kind


@pytest.mark.parametrize(
    ("path", "text", "shown"),
    [
        ("AP-10.md", "## Summary\n\nMutable defaults leak. More.", "Mutable defaults leak"),
        ("AP-10.md", "", "AP-10"),
        ("web/queue/README.md", "", "queue"),
        ("tag.md", "", "Tag"),
    ],
)
def test_what_is_shown_where_there_is_no_title(path: str, text: str, shown: str) -> None:
    assert parse(path, text.encode(), SETTINGS).display_title == shown


def test_an_index_has_only_the_fields_of_its_first_lines() -> None:
    text = "# Index\n\n**Date:** 2025-01-02\n\n## AP-08\n\n**Status:** Active\n**Severity:** High\n"
    document = parse("AP-Index.md", text.encode(), SETTINGS)
    assert (document.created, document.status, document.priority) == ("2025-01-02", None, None)


def test_keywords_within_an_index_or_an_example() -> None:
    overview = "# Index\n\n## Overview\n\n**Keywords:** a, b\n\n## Files\n\n### AP-08\n"
    assert parse("AP-Index.md", overview.encode(), SETTINGS).keywords == ("a", "b")
    example = "# AP-01: X\n\n## Why\n\nSo.\n\n## Examples\n\n### One\n\n**Keywords:** a\n"
    example += "\n## Then\n\nText.\n"
    assert parse("AP-01.md", example.encode(), SETTINGS).keywords == ()


def test_fields_may_stand_in_a_table_or_in_plain_lines() -> None:
    table = "| Field | Value |\n|---|---|\n| **ID** | DEC-09 |\n| Priority | ★★★★☆ |\n"
    assert parse("a.md", table.encode(), SETTINGS).priority == "high"
    assert parse("a.md", table.encode(), SETTINGS).id == "DEC-09"
    plain = "# DEC-02: X\n\nStatus: accepted\n* Date: 2025-01-02\n\n## Context\n\nStatus: no\n"
    document = parse("a.md", plain.encode(), SETTINGS)
    assert (document.status, document.created) == ("accepted", "2025-01-02")
    beside = "**Status:** Draft | **Priority:** P0 | **Tags:** a, b\n"
    document = parse("a.md", beside.encode(), SETTINGS)
    assert (document.status, document.priority) == ("draft", "critical")
    assert document.keywords == ("a", "b")
    signed = "# DEC-02: X\n\n*Status:* Draft\n🔴 Priority: High\n🏷️ **Tags:** a, b\n"
    document = parse("a.md", signed.encode(), SETTINGS)
    assert (document.status, document.priority) == ("draft", "high")
    assert document.keywords == ("a", "b")


def test_proposals_with_a_number_in_their_header() -> None:
    settings = read_settings({"types": {"EIP": {"label": "Proposal", "field": "eip"}}})
    text = "---\neip: 1559\ntitle: Fee market\nstatus: Final\nrequires: 2718, 2930\n---\n\nText.\n"
    document = parse("eips/eip-1559.md", text.encode(), settings)
    assert (document.id, document.title, document.status) == ("EIP-1559", "Fee market", "final")
    assert [(m.text, m.relation) for m in document.mentions] == [
        ("EIP-2718", "prerequisite"), ("EIP-2930", "prerequisite"),
    ]  # fmt: skip


def test_decision_records_numbered_by_their_files() -> None:
    settings = read_settings({"types": {"ADR": {"label": "Record", "files": "adr/*.md"}}})
    text = "# 7. Use Postgres\n\nDate: 2024-03-02\n\n## Status\n\nSuperseded by ADR-0012\n"
    document = parse("docs/adr/0007-use-postgres.md", text.encode(), settings)
    assert (document.id, document.title, document.status) == (
        "ADR-0007",
        "Use Postgres",
        "superseded",
    )
    assert (document.created, document.superseded_by) == ("2024-03-02", "ADR-0012")


def test_damaged_text_is_repaired_before_it_is_read_and_columns_stay_those_on_disk() -> None:
    text = "# LESS-01: Caching â†’ Speed\n\nâœ… see LESS-02\n"
    document = parse("LESS-01.md", text.encode(), SETTINGS)
    assert document.title == "Caching → Speed"
    mention = next(m for m in document.mentions if m.text == "LESS-02")
    assert (mention.line, mention.column) == (3, text.split("\n")[2].index("LESS") + 1)
    kept = parse("LESS-01.md", text.encode(), Settings(repair=False))
    assert kept.title == "Caching â†’ Speed"


@given(st.binary(max_size=300))
def test_any_bytes_make_a_document(data: bytes) -> None:
    document = parse("a/b.md", data, SETTINGS)
    assert document.display_title


@given(
    st.lists(
        st.sampled_from(
            ["---", "# x", "**REF-ID:** LESS-01", "**Keywords:**", "- a", "```", "|a|b|", "|-|-|",
             "> **A:** b", "[a](b.md)", "<!--", "<code>", "â†’", "", "title: [", "LESS-01 to 05"]
        ),
        max_size=12,
    )
)  # fmt: skip
def test_any_lines_make_a_document(lines: list[str]) -> None:
    document = parse("LESS-09.md", "\n".join(lines).encode(), SETTINGS)
    assert document.display_title
    for heading in document.headings:
        assert 1 <= heading.line <= len(lines)


def test_fragments_travel_between_processes() -> None:
    document = parse("a.md", b"# A\n\n# A\n\n<a id='x'></a>\n", SETTINGS)
    there = pickle.loads(pickle.dumps(document))
    assert there.anchors == document.anchors == {"a", "a-1", "a_1", "x"}
    assert there.headings == document.headings
    assert hash(there.headings[1]) == hash(document.headings[1])
