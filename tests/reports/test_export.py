from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import pytest
from click.testing import CliRunner

from mkdocs_sima.cli import main
from mkdocs_sima.knowledge_base import KnowledgeBase
from mkdocs_sima.reports.export import export_data, export_json
from mkdocs_sima.settings import Settings

FILES = {
    "LESS-01.md": "# LESS-01: Start\n\n**Priority:** High\n\nsee DEC-02, LESS-99 and [x](https://a.b)\n",
    "web/WEB-DEC-02-Cache.md": "**Created:** 2025-01-02\n**Keywords:** a, B\n\n- LESS-01: Start\n",
    "Index.md": "# Index\n\n[one](LESS-01.md) [gone](gone.md)\n",
    "empty.md": "",
}


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return KnowledgeBase.from_files(
        [(path, text.encode()) for path, text in FILES.items()], Settings()
    )


def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads((files("mkdocs_sima") / "schemas/export.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_export_keeps_to_its_schema(kb: KnowledgeBase) -> None:
    data = json.loads(export_json(kb))
    validator().validate(data)
    verdicts = {r["verdict"] for d in data["documents"] for r in d["references"]}
    assert {"resolved", "missing"} <= verdicts


def test_the_schema_refuses_what_the_contract_does_not_allow(kb: KnowledgeBase) -> None:
    check = validator()
    for change in ({"kind": "page"}, {"priority": "urgent"}, {"created": "1 May"}, {"extra": 1}):
        data = export_data(kb)
        data["documents"][0].update(change)
        assert not check.is_valid(data), change
    data = export_data(kb)
    resolved = next(
        r for d in data["documents"] for r in d["references"] if r["verdict"] == "resolved"
    )
    resolved["target"] = None
    assert not check.is_valid(data)


def test_documents_say_what_their_authors_wrote(kb: KnowledgeBase) -> None:
    documents = {d["path"]: d for d in export_data(kb)["documents"]}
    assert list(documents) == sorted(FILES)
    decision = documents["web/WEB-DEC-02-Cache.md"]
    assert {k: decision[k] for k in ("id", "prefix", "type", "number", "title", "created")} == {
        "id": "WEB-DEC-02", "prefix": "WEB", "type": "DEC", "number": "02", "title": "Cache",
        "created": "2025-01-02",
    }  # fmt: skip
    assert decision["keywords"] == ["a", "b"]
    (reference,) = decision["references"]
    assert (reference["text"], reference["line"], reference["column"]) == ("LESS-01", 4, 3)
    assert (reference["target"], reference["gloss"]) == ("LESS-01.md", "Start")
    assert (documents["LESS-01.md"]["prefix"], documents["empty.md"]["id"]) == (None, None)


def test_only_documents_below_the_focus_are_listed(kb: KnowledgeBase) -> None:
    assert [d["path"] for d in export_data(kb, "web")["documents"]] == ["web/WEB-DEC-02-Cache.md"]


def test_the_command_prints_the_same_bytes_each_time(tmp_path) -> None:  # type: ignore[no-untyped-def]
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    runs = [CliRunner().invoke(main, ["export", str(tmp_path)]).stdout_bytes for _ in range(2)]
    assert runs[0] == runs[1]
    assert len(json.loads(runs[0])["documents"]) == len(FILES)
    output = tmp_path / "out.json"
    CliRunner().invoke(main, ["export", str(tmp_path), "--output", str(output)])
    assert output.read_bytes() == runs[0]


def test_a_missing_folder_is_one_line_and_status_2() -> None:
    result = CliRunner().invoke(main, ["export", "no/such/folder"])
    assert result.exit_code == 2
    assert "no such file or folder" in result.stderr
