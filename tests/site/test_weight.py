"""What an entry's page costs on top of the same page of plain Material for MkDocs."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SENTENCE = "Whatever was measured before and after the change is worth more than an opinion."


def lesson(number: int, text: str) -> str:
    head = f"# LESS-{number:02}: Measure case {number} before you change anything about it"
    fields = (
        f"**REF-ID:** LESS-{number:02}  \n**Status:** Active  \n**Priority:** High  \n"
        f"**Created:** 2025-11-{number % 28 + 1:02}  \n"
        f"**Keywords:** measuring, case {number}, performance, profiling, changes"
    )
    return f"{head}\n\n{fields}\n\n{SENTENCE} {text}\n"


# More than the most cited entry of a real knowledge base of 544 files has: 47 and 12.
SECTIONS = "\n\n".join(
    f"## Section {n}\n\n{SENTENCE} See LESS-{n + 1:02} and LESS-{n + 21:02}." for n in range(1, 13)
)
FILES = {f"LESS-{n:02}.md": lesson(n, f"LESS-01 says why case {n} matters.") for n in range(2, 62)}
FILES["LESS-01.md"] = lesson(1, SECTIONS)


def test_an_entry_costs_less_than_100_kb_on_top_of_the_theme(
    build_site: Callable[..., Path],
) -> None:
    with_us = build_site(FILES)
    without = build_site(
        FILES,
        plugins=["search"],
        nav=["LESS-01.md"],
        not_in_nav="*",
        markdown_extensions=[{"toc": {"permalink": True}}],
    )
    pages = [(site / "LESS-01/index.html").read_bytes() for site in (with_us, without)]
    linked = re.findall(rb'(?:href|src)="\.\./(assets/sima/[^"]+)"', pages[0])
    files = [(with_us / name.decode()).read_bytes() for name in linked]
    assert len(files) == 5  # four stylesheets, one script
    html = pages[0].decode()
    assert html.count('class="sima-item') > 50
    assert html.count('class="sima-ref"') == 24
    assert _grown(pages, len) + sum(map(len, files)) < 100_000
    assert _grown(pages, _sent) + sum(map(_sent, files)) < 25_000


def _grown(pages: list[bytes], size: Callable[[bytes], int]) -> int:
    return size(pages[0]) - size(pages[1])


def _sent(content: bytes) -> int:
    """Return the bytes that a server sends."""
    return len(gzip.compress(content))
