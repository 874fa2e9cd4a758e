from __future__ import annotations

import pytest

from mkdocs_sima.parsing.fields import values
from mkdocs_sima.parsing.text.plain import cut_at_word


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("🔴 CRITICAL", "critical"),
        ("⭐⭐⭐⭐ HIGH", "high"),
        ("⭐⭐⭐ HIGH", "high"),  # the word wins
        ("★★★☆☆", "medium"),
        ("🟡", "medium"),
        ("P1", "high"),
        ("High (security and cost)", "high"),
        ("Medium - revisit in spring", "medium"),
        ("**Low**", "low"),
        ("🟡 Hoch", "high"),
        ("élevée", "high"),
        ("crítica (por ahora)", "critical"),
        ("中", "medium"),
        ("Framework", None),
        ("OPTIONAL (high value for large teams)", None),
        ("Critical | High | Medium | Low", None),
        ("🔴 Critical | 🟡 High | 🟢 Low", None),
        ("[priority]", None),
        ("", None),
    ],
)
def test_priorities(written: str, read: str | None) -> None:
    assert values.read_priority(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Active", "active"),
        ("✅ Active - used in all services", "active"),
        ("Production-validated (11 months)", "production-validated"),
        ("Superseded by [ADR-0012](0012.md)", "superseded"),
        ("In Progress, blocked", "in progress"),
        ("已采纳（2025 年起）", "已采纳"),
        ("Active | Draft | Deprecated", None),
        ("[status]", None),
        ("- Core: 100 %", None),
    ],
)
def test_statuses(written: str, read: str | None) -> None:
    assert values.read_status(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Superseded by [ADR-0012](0012-use-x.md)", "ADR-0012"),
        ("Deprecated\n\nReplaced by DEC-07.", "DEC-07"),
        ("Active", None),
    ],
)
def test_successors(written: str, read: str | None) -> None:
    assert values.read_superseded_by(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2025-11-01 (moved)", "2025-11-01"),
        ("2025/1/2", "2025-01-02"),
        ("24.12.2025", "2025-12-24"),
        ("November 3rd, 2025", "2025-11-03"),
        ("3 March 2025", "2025-03-03"),
        ("8. März 2025", "2025-03-08"),
        ("1er juillet 2025", "2025-07-01"),
        ("3 de agosto de 2025", "2025-08-03"),
        ("2025年3月8日", "2025-03-08"),
        ("8 jui 2025", None),
        ("2025-02-30", None),
        ("YYYY-MM-DD", None),
        ("version 12025-11-01", None),
    ],
)
def test_dates(written: str, read: str | None) -> None:
    assert values.read_date(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Cold start, IAM , cold start.", ("cold start", "iam")),
        ("`a-b`, `c`", ("a-b", "c")),
        ("- one\n- Two\n", ("one", "two")),
        ("#cold-start #iam", ("cold-start", "iam")),
        ("线程锁、并发，单线程", ("线程锁", "并发", "单线程")),
        ("a; b; O(1)", ("a", "b", "o(1)")),
        ("[queue, cache]", ("queue", "cache")),
        ("TBD", ()),
        ("N/A", ()),
        ("cost (per call, per month), O(n)", ("cost (per call, per month)", "o(n)")),
        ("**Core:** a, b\n**Cost:** c", ("a", "b", "c")),
        ("`[topic]`, `lesson`, `[area]`", ()),
        ("- [ ] four to eight keywords", ()),
        ("cache, queue\n\n**Owner:** Team Blue\nfoo", ("cache", "queue")),
    ],
)
def test_keywords(written: str, read: tuple[str, ...]) -> None:
    assert values.read_keywords(written) == read


def test_a_text_is_cut_where_a_word_ends_if_it_has_blanks() -> None:
    assert cut_at_word("one two three", 9) == "one two"
    assert cut_at_word("LESS-01 每个实例一次只执行一个请求", 14) == "LESS-01 每个实例一次"
    assert cut_at_word("每个实例", 2) == "每个"
