from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_sima.graph import local_svg
from mkdocs_sima.graph.drawing.text_width import text_width, wrap

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_sima.graph import Graph

LONG = "Cold starts dominate the latency of rarely used functions, so measure them first"
EDGES = [
    "LESS-1 -> DEC-2 prerequisite", "LESS-1 -> AP-3", "AP-3 -> LESS-1",
    *(f"BUG-{n} -> LESS-1" for n in range(12)),
]  # fmt: skip


@pytest.fixture(scope="module")
def graph(make_graph: Callable[..., Graph]) -> Graph:
    nodes = {"LESS-1": LONG, "DEC-2": "<script>&", "AP-3": "漢字" * 30}
    return make_graph(nodes | {f"BUG-{n}": f"{LONG} {n}" for n in range(12)}, EDGES)


def drawn(graph: Graph, key: str = "LESS-1") -> ET.Element:
    html = local_svg(graph, key, lambda path: f"../{path}/?a&b", more_href="map/?focus=LESS-1")
    return ET.fromstring(html.replace("xlink:href", "href"))


def test_neighbours_are_links_and_the_rest_leads_to_the_map(graph: Graph) -> None:
    links = [link.get("href") for link in drawn(graph).iter("a")]
    assert len(links) == 8 + 1 + 2
    assert "../DEC-2/?a&b" in links
    assert "map/?focus=LESS-1" in links
    assert "+4 more" in "".join(drawn(graph).itertext())


def test_who_cites_and_is_cited_stands_once_with_two_heads(graph: Graph) -> None:
    links = [link.get("href") for link in drawn(graph).iter("a")]
    assert links.count("../AP-3/?a&b") == 1
    wide = [p.get("d", "") for p in drawn(graph).iter("path") if "--wide" in p.get("class", "")]
    assert sorted(path.count("M") for path in wide) == [2] * 9 + [3]


def test_headings_say_what_a_neighbour_is_to_the_entry(graph: Graph) -> None:
    texts = [text.text for text in drawn(graph).iter("text")]
    assert {"Prerequisite", "Related", "Referenced by"} <= set(texts)
    assert "Enables" in [text.text for text in drawn(graph, "DEC-2").iter("text")]


def test_a_document_that_stands_alone_has_no_graph(make_graph: Callable[..., Graph]) -> None:
    assert local_svg(make_graph(["a", "b"], ["a -> a"]), "a", str) == ""


@pytest.mark.parametrize("arrangement", ["transform", "style"])
def test_cards_do_not_overlap_and_texts_fit_in_them(graph: Graph, arrangement: str) -> None:
    boxes = []
    for group in drawn(graph).iter("g"):
        rect = group.find(".//rect[@class='sima-local__box']")
        if rect is None:
            continue
        x, y = map(
            float, re.findall(r"translate\((-?\d+)\D+(-?\d+)", group.get(arrangement, ""))[0]
        )
        width, height = float(rect.get("width", 0)), float(rect.get("height", 0))
        boxes.append((x, y, x + width, y + height))
        for text in group.iter("text"):
            left, baseline = float(text.get("x", 0)), float(text.get("y", 0))
            assert left + text_width(text.text or "", 12) <= width
            assert 10 <= baseline <= height - 3
    assert len(boxes) == 11
    for n, a in enumerate(boxes):
        for b in boxes[:n]:
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


@given(st.text(max_size=200), st.integers(60, 300), st.integers(1, 5))
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int, most: int) -> None:
    lines = wrap(text, width, 12, most)
    assert len(lines) <= most
    assert all(text_width(line, 12) <= width for line in lines)
    if not lines[-1].endswith("…"):
        assert "".join("".join(lines).split()) == "".join(text.split())
