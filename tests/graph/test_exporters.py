from __future__ import annotations

import io
import json
import shutil
import subprocess
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest

from mkdocs_sima.graph import to_dot, to_graphml, to_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_sima.graph import Graph

HOSTILE = 'a <b> & "c" \\ \x0c ]]> é 漢'
XML = "{http://graphml.graphdrawing.org/xmlns}"


def test_json_names_both_ends_of_every_edge(make_graph: Callable[..., Graph]) -> None:
    data = json.loads(
        to_json(make_graph({"LESS-1": HOSTILE, "LESS-2": "Two"}, ["LESS-1 -> LESS-2"]))
    )
    assert data["nodes"][0]["title"] == HOSTILE
    assert data["edges"] == [
        {"source": "LESS-1", "target": "LESS-2", "relation": "related", "count": 1}
    ]


def test_graphml_survives_whatever_a_title_holds(make_graph: Callable[..., Graph]) -> None:
    graph = make_graph({'x"<&/LESS-1': HOSTILE, "LESS-2": "Two"}, ['x"<&/LESS-1 -> LESS-2 next'])
    root = ET.fromstring(to_graphml(graph))
    declared = {key.get("id") for key in root.iter(f"{XML}key")}
    assert {data.get("key") for data in root.iter(f"{XML}data")} <= declared
    titles = [d.text for d in root.iter(f"{XML}data") if d.get("key") == "n_title"]
    assert HOSTILE.replace("\x0c", "") in titles
    (edge,) = root.iter(f"{XML}edge")
    assert (edge.get("source"), edge.get("target")) == ('x"<&/LESS-1', "LESS-2")


def test_dot_quotes_and_groups_by_scope(make_graph: Callable[..., Graph]) -> None:
    text = to_dot(
        make_graph({"cloud/LESS-1": 'say "hi"\\', "LESS-2": "Two"}, ["LESS-2 -> cloud/LESS-1"])
    )
    assert 'label="cloud";' in text
    assert 'tooltip="say \\"hi\\"\\\\"' in text
    assert '"LESS-2" -> "cloud/LESS-1" [label="related", weight=1];' in text


ENDS = {('x"<&/LESS-1', "LESS-2"), ("LESS-2", 'x"<&/LESS-1')}


@pytest.fixture
def hostile(make_graph: Callable[..., Graph]) -> Graph:
    edges = ['x"<&/LESS-1 -> LESS-2 next', 'LESS-2 -> x"<&/LESS-1']
    return make_graph({'x"<&/LESS-1': HOSTILE, "LESS-2": "Two \\"}, edges)


def test_networkx_reads_the_graphml(hostile: Graph) -> None:
    networkx = pytest.importorskip("networkx")
    read = networkx.read_graphml(io.BytesIO(to_graphml(hostile).encode()))
    assert set(read.edges()) == ENDS
    assert read.nodes["LESS-2"]["title"] == "Two \\"


def test_graphviz_reads_the_dot(hostile: Graph) -> None:
    if not shutil.which("dot"):
        pytest.skip("no Graphviz on this machine")
    done = subprocess.run(
        ["dot", "-Tjson"], input=to_dot(hostile).encode(), capture_output=True, check=True
    )
    assert not done.stderr
    read = json.loads(done.stdout)
    names = [node["name"] for node in read["objects"]]
    assert {(names[edge["tail"]], names[edge["head"]]) for edge in read["edges"]} == ENDS
