"""Real documents with hand labels, where they are on the machine."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from mkdocs_sima.parsing import parse
from mkdocs_sima.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs_sima.model import Document


@pytest.fixture(scope="module")
def labelled(shared: Path) -> list[tuple[dict[str, Any], Document]]:
    labels = json.loads((shared / "score/references/dev.json").read_text("utf-8"))
    settings = Settings()
    pairs = []
    for label in labels:
        path = label["path"]
        file = shared / "corpus" / path
        if path.startswith("seed:"):
            file = shared / "seeds" / path.removeprefix("seed:")
            path = label.get("sibling") or f"{file.stem}.md"
        pairs.append((label, parse(path, file.read_bytes(), settings)))
    return pairs


@pytest.mark.parametrize("field", ["id", "priority", "created"])
def test_fields_agree_with_the_labels(
    labelled: list[tuple[dict[str, Any], Document]], field: str
) -> None:
    for label, document in labelled:
        accepted = [label[field], *label.get(f"{field}_alt", []), *label.get(f"{field}_accept", [])]
        if label.get(f"{field}_from"):
            accepted.append(None)
        assert getattr(document, field) in accepted, document.path


def test_statuses_and_keywords_agree_with_the_labels(
    labelled: list[tuple[dict[str, Any], Document]],
) -> None:
    for label, document in labelled:
        statuses = [label["status"], *label.get("status_alt", [])]
        assert document.status in statuses, document.path
        assert set(document.keywords) == set(label["keywords"]), document.path


def test_every_fourth_document_is_read(shared: Path) -> None:
    settings = Settings()
    corpus = shared / "corpus"
    for file in sorted(corpus.rglob("*.md"))[::4]:
        document = parse(file.relative_to(corpus).as_posix(), file.read_bytes(), settings)
        assert document.display_title
        assert {problem.rule for problem in document.problems} <= {"nested-fence"}
        lines = document.text.count("\n") + 1
        assert all(1 <= mention.line <= lines for mention in document.mentions)
