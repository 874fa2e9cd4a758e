"""What other programs read of a site: `llms.txt`, the Markdown of pages, `objects.inv`."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest
import sphobjinv
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_sima.inventories import sphinx_format

if TYPE_CHECKING:
    from pathlib import Path

THEME = os.environ.get("SIMA_TEST_THEME", "material")

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
        theme={"name": THEME},
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


def test_a_second_base_links_the_first_until_that_drops_an_entry(tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    inventory = make(tmp_path / "first", folders=True, llms=False) / "objects.inv"
    second = tmp_path / "second"
    (second / "docs").mkdir(parents=True)
    text = "# DEC-07: Ours\n\n**Prerequisites:** KB-DEC-01\n\nAs KB-LESS-02 says.\n"
    (second / "docs" / "DEC-07.md").write_text(text, "utf-8")
    (second / "mkdocs.yml").write_text("site_name: Second\n", "utf-8")

    def page() -> str:
        theirs = {"source": str(inventory), "url": "https://example.org/kb/", "prefix": "KB"}
        config = load_config(
            str(second / "mkdocs.yml"),
            plugins=[{"sima": {"cache": str(tmp_path / "kept"), "inventories": [theirs]}}],
            theme={"name": THEME},
        )
        build(config)
        return (second / "site" / "DEC-07" / "index.html").read_text("utf-8")

    html = page()
    address = "https://example.org/kb/id/LESS-02/"
    assert f'href="{address}" title="LESS-02: Zwei é (Base)">KB-LESS-02</a>' in html
    assert 'xlink:href="https://example.org/kb/id/DEC-01/"' in html  # the graph
    assert html.count('<span class="sima-base">Base</span>') == 2  # related
    assert "external:KB-DEC-01" not in html

    entries = [e for e in sphinx_format.read(inventory.read_bytes())[1] if e.id != "LESS-02"]
    inventory.write_bytes(sphinx_format.write("Base", entries))
    html = page()  # of the second base no file has changed
    assert address not in html
    assert "sima-ref--missing" in html
