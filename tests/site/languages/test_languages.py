"""Sites in other languages, from entries whose names and headings are not ASCII."""

from __future__ import annotations

import json
import logging
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

if TYPE_CHECKING:
    from collections.abc import Callable


EXPECTED = {
    "de": (
        "Große Themen/LEHRE-02 Maße",
        ("Dieser Eintrag wurde ersetzt durch", "Wird zitiert von", "Lehre", "Status"),
        "Fehler",
        "Eine REF-ID oder ein Dateiname",
        "masse prufen",
    ),
    "fr": (
        "leçons/LESS-01 État partagé",
        ("Leçon", "haute", "3 août 2025", "1 déc. 2025", "Contenus liés", "Prérequis"),
        "Erreurs",
        "Un REF-ID, ou un nom de fichier",
        "etat partage piege memoire apres",
    ),
    "zh": (
        "经验/LESS-01-线程与锁",
        ("经验教训", "优先级", "2025年3月8日", "相关内容", "前置条件"),
        "错误",
        "REF-ID，或字段、相关章节中的文件名",
        None,
    ),
}


class Addresses(HTMLParser):
    """Collects where the links of a page lead, and the anchors that it has."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a":
            self.links.append(given.get("href") or given.get("xlink:href") or "")
        self.anchors |= {given.get("id") or "", given.get("name") or ""}


@pytest.mark.material
@pytest.mark.parametrize("language", sorted(EXPECTED))
def test_a_site_in_another_language(
    language: str, repository: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    source = repository / "tests/recipes/languages" / language / "mkdocs.yml"
    with caplog.at_level(logging.WARNING):
        config = load_config(str(source), site_dir=str(tmp_path))
        config.plugins["sima"].config["search"] = "material"  # whose index is looked into below
        build(config)
    assert len(caplog.records) == 1, "the reference that is missing, and nothing else"

    path, words, errors, rule, plain = EXPECTED[language]
    page = (tmp_path / path / "index.html").read_text("utf-8")
    assert f'<html lang="{language}"' in page
    chrome = page.replace("\u00a0", " ")
    assert [word for word in words if word not in chrome] == []
    health = (tmp_path / "browse/health/index.html").read_text("utf-8")
    assert errors in health
    assert f"<p>{rule}" in health
    assert '<span lang="en">no entry is called' in health

    index = json.loads((tmp_path / "search/search_index.json").read_text("utf-8"))
    entries = {unquote(entry["location"]).rstrip("/"): entry for entry in index["docs"]}
    assert entries[path].get("plain") == plain

    pages = {file: Addresses(file.read_text("utf-8")) for file in tmp_path.rglob("*.html")}
    for file, found in pages.items():
        if file.name == "404.html":  # its links begin at the root of the site
            continue
        for link in found.links:
            url, fragment = urldefrag(urljoin(file.as_uri(), link))
            if not link or not url.startswith("file:"):
                continue
            target = Path(unquote(url.removeprefix("file://")).partition("?")[0])
            target = target / "index.html" if target.is_dir() else target
            assert target.is_file(), f"{file}: {link}"
            if fragment and target in pages:
                assert unquote(fragment) in {*pages[target].anchors, "__skip"}, f"{file}: {link}"


def test_a_custom_dir_may_say_it_in_other_words(
    build_site: Callable[..., Path], tmp_path: Path
) -> None:
    words = tmp_path / "sima/languages/en.yml"
    words.parent.mkdir(parents=True)
    words.write_text("words:\n  Related: Around this entry\n  active: in force\n")
    entry = "# LESS-01: A\n\n**Status:** Active\n\nSee LESS-02.\n"
    files: dict[str, Any] = {"LESS-01.md": entry, "LESS-02.md": "# LESS-02: B\n\nText.\n"}
    site = build_site(files, theme={"custom_dir": str(tmp_path)})
    page = (site / "LESS-01/index.html").read_text("utf-8")
    assert "Around this entry</h2>" in page
    assert ">in force<" in page


@pytest.mark.material
def test_nothing_on_a_chinese_page_is_english(repository: Path, tmp_path: Path) -> None:
    source = repository / "tests/recipes/languages/zh/mkdocs.yml"
    build(load_config(str(source), site_dir=str(tmp_path)))
    apart = re.compile(r'<(script|style|code)\b.*?</\1>|<span lang="en">.*?</span>', re.DOTALL)
    read_out = re.compile(r'\b(?:title|aria-label|placeholder|data-sima-copied)="([^"]*)"')
    left: dict[str, str] = {}
    for file in tmp_path.rglob("*.html"):
        html = file.read_text("utf-8")
        content = apart.sub(" ", html[html.find("<article") : html.find("</article>")])
        texts = [*read_out.findall(content), re.sub(r"<[^>]*>", " ", content)]
        left |= dict.fromkeys(re.findall(r"[A-Za-z]{3,}", " ".join(texts)), file.name)
    assert left.keys() == {"LESS", "DEC", "REF", "JavaScript", "PNG", "SVG"}
