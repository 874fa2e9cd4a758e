"""The labelled development data beside the checkout, where there is any: the floor."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

from mkdocs_sima.mojibake import repair_text

SHARED = Path(__file__).parents[2].parent / "shared"
LABELLED = SHARED / "score" / "mojibake"
SEEDS = SHARED / "seeds"

pytestmark = pytest.mark.skipif(not LABELLED.is_dir(), reason="no labelled data here")


def records(name: str) -> list[dict[str, Any]]:
    with (LABELLED / name).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def accepted(name: str) -> dict[str, float]:
    """Return the share of accepted lines of every set of pairs."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for record in records(name):
        output = repair_text(record["damaged"])
        total[record["set"]] += 1
        right[record["set"]] += output in {record["clean"], *record.get("candidates", ())}
    return {key: right[key] / total[key] for key in total}


def test_real_lines() -> None:
    shares = accepted("dev.jsonl")
    assert min(shares[key] for key in ("hand", "strict")) >= 0.995
    assert shares["wild-mo"] == 1
    assert shares["ftfy-cases"] >= 0.89  # what ftfy itself has right


def test_damaged_by_every_channel() -> None:
    for key, share in accepted("synth-dev.jsonl").items():
        if "straight" in key:
            assert share >= 0.90, key
        elif "drop" in key:
            assert share >= 0.95, key
        else:
            assert share >= 0.99, key


def test_undamaged_text_is_kept() -> None:
    altered: defaultdict[str, int] = defaultdict(int)
    for record in records("keep-dev.jsonl"):
        altered[record["set"]] += repair_text(record["text"]) != record["text"]
    for key in ("corpus", "multi", "docs", "ascii", "tricky", "quoted-example"):
        assert altered[f"keep-{key}"] == 0, key


def test_documents() -> None:
    for record in records("docs-dev.jsonl"):
        output = repair_text(record["damaged"]).split("\n")
        wanted = zip(record["damaged"].split("\n"), record["clean"].split("\n"), strict=True)
        for row, (damaged, clean) in enumerate(wanted):
            if damaged == clean and row not in record.get("skip", ()):
                assert output[row] == clean


def test_seeds() -> None:
    first = next(SEEDS.glob("002*")).read_bytes().decode()
    clean = (LABELLED / "seed002.clean.txt").read_bytes().decode()
    assert repair_text(first) == clean
    drawing = repair_text(next(SEEDS.glob("003*")).read_bytes().decode())
    assert "┌──────▼──────┐" in drawing
    assert "💥" in drawing
    assert "──▶" in drawing
    assert "⚠️" in drawing
    assert not set("âğÃ").intersection(drawing)
