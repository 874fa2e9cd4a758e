"""What other programs read of a site: `llms.txt`, the Markdown of pages, `objects.inv`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import sphobjinv
from mkdocs.commands.build import build
from mkdocs.config import load_config

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "a/LESS-01-One.md": "# LESS-01: One\n\n**Summary:** It is so.\n\nSee DEC-01, `DEC-01`.\n",
    "a/LESS-02-Zwei.md": "# LESS-02: Zwei é\n\nLESS-01, 02.\n",
    "DEC-01-Ship.md": "# DEC-01: Ship\n",
    "notes.md": "# Notes\n",
}


def make(tmp_path: Path, *, folders: bool, **options: object) -> Path:
    for path, text in FILES.items():
        (tmp_path / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / path).write_text(text, "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: Base\n", "utf-8")
    config = load_config(
        str(tmp_path / "mkdocs.yml"),
        site_url="https://example.org/kb/",
        site_description="What we know.",
        use_directory_urls=folders,
        plugins=[{"sima": {"cache": "off", **options}}],
        theme={"name": "material"},
    )
    build(config)
    return tmp_path / "site"


@pytest.mark.parametrize("folders", [True, False])
def test_the_list_leads_to_texts_whose_ids_are_links(tmp_path: Path, folders: bool) -> None:
    site = make(tmp_path, folders=folders)
    listed = (site / "llms.txt").read_text("utf-8")
    assert listed.startswith("# Base\n\n> What we know.\n\n## ")
    end = "/index.md" if folders else ".md"
    url = f"https://example.org/kb/a/LESS-01-One{end}"
    assert f"- [LESS-01: One]({url}): It is so.\n" in listed
    assert listed.index("## Optional") < listed.index("[Notes]")
    for address in re.findall(r"\]\(https://example\.org/kb/([^)]+)\)", listed):
        text = (site / address).read_text("utf-8")
        for link in re.findall(r"\]\(([^)]+)\)", text):
            assert ((site / address).parent / link).resolve().is_file()
    first = (site / f"a/LESS-01-One{end}").read_text("utf-8")
    assert re.search(r"See \[DEC-01\]\([./]+DEC-01-Ship\S*\), `DEC-01`\.", first)


def test_the_inventory_is_read_by_those_who_read_inventories(tmp_path: Path) -> None:
    site = make(tmp_path, folders=True, llms=False)
    assert not (site / "llms.txt").exists()
    inventory = sphobjinv.Inventory(site / "objects.inv")
    assert inventory.project == "Base"
    found = {
        item.name: (item.domain, item.role, item.uri, item.dispname) for item in inventory.objects
    }
    assert found["LESS-02"] == ("sima", "less", "id/LESS-02/", "Zwei é")
    assert len(found) == 3
    assert all((site / uri / "index.html").is_file() for _, _, uri, _ in found.values())
