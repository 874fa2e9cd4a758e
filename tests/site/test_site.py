"""Real builds of small knowledge bases: what a reader finds on the pages."""

from __future__ import annotations

import json
import logging
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs.exceptions import Abort

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

THEME = os.environ.get("SIMA_TEST_THEME", "material")

LESSON = """\
# LESS-02-Tokens.md

**REF-ID:** LESS-02
**Status:** Deprecated
**Priority:** 🔴 Critical
**Keywords:** tokens, budget

# LESS-02: Count *tokens* first

Text:
- see DEC-01 and `DEC-01` and LESS-77
- [the decision](../decisions/DEC-01.md#why-so)
- wiki [[one thread#Why so?|thread]] and [[dict]]
- ![[One thread#Why so?]] ![[pic.png|300]] ![[pic.png|a picture]] ![[gone.png]]

```python
DEC-01
```

<img src="pic.png">

## Related

**Superseded by:** LESS-03
"""
DECISION = """\
---
title: One thread
keywords: [tokens, threads]
---
# DEC-01: One thread

LESS-02 taught us this.

## Why so?

Because.
"""
HOSTILE = """\
---
id: DEC-09
title: "<script>alert(1)</script></title><img src=x onerror=alert(1) "
status: "x\\"><img src=x onerror=alert(2)"
category: "<script>alert(3)</script>"
keywords: ["<script>alert(4)</script>", "a\\"onclick=alert(5)"]
superseded_by: "<script>alert(6)</script>"
description: "\\"><img src=x onerror=alert(7)>"
subtitle: "<img src=x onerror=alert(8)>"
icon: 🧠
---
Text.
"""
FILES = {
    "lessons/LESS-02-Tokens.md": LESSON,
    "lessons/LESS-03.md": "# LESS-03: Ask <b>first</b> & twice\n# File: LESS-03.md\n\n"
    "Nothing damaged: â€” here.\n",
    "lessons/LESS-10.md": "---\nmarkdown: python-markdown\n---\n# LESS-10: Old\n\nx:\n- LESS-03\n",
    "hostile.md": HOSTILE,
    "lessons/pic.png": "",
    "decisions/DEC-01.md": DECISION,
}


@pytest.fixture(scope="module")
def site(build_site: Callable[..., Path]) -> Path:
    settings = {"show_repairs": True, "search": "material"}
    return build_site(FILES, plugins=["search", {"sima": settings}])


def page(site: Path, path: str) -> str:
    html = (site / path / "index.html").read_text("utf-8")
    start = html.index('<article class="md-content__inner')
    return html[start : html.index("</article>")]


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_the_real_title_stands_in_heading_tab_and_menu(site: Path) -> None:
    html = (site / "lessons/LESS-02-Tokens/index.html").read_text("utf-8")
    assert "<title>LESS-02: Count tokens first - Library</title>" in html
    assert html.count("<h1") == 1
    assert re.search(r'<span class="md-ellipsis">\s*LESS-02: Count tokens first', html)


def test_the_label_above_the_title_is_kept(site: Path) -> None:
    html = page(site, "lessons/LESS-02-Tokens")
    assert '<p class="sima-label">LESS-02-Tokens.md</p>' in html
    assert 'id="less-02-tokensmd"' in html


def test_a_label_below_the_title_is_no_section(site: Path) -> None:
    html = page(site, "lessons/LESS-03")
    assert '<p class="sima-label">File: LESS-03.md</p>' in html
    assert not re.search(r"<h2[^>]*>File", html)


def test_the_head_says_what_the_author_says(site: Path) -> None:
    head = page(site, "lessons/LESS-02-Tokens").split('<div class="sima-body">')[0]
    words = text_of(head)
    for expected in ("Lesson", "LESS-02", "critical", "tokens budget"):
        assert expected in words
    assert 'data-sima-copy="LESS-02"' in head
    assert "This entry has been superseded by LESS-03: Ask first &amp; twice" in words


def test_mentions_become_links_outside_of_code(site: Path) -> None:
    html = page(site, "lessons/LESS-02-Tokens")
    link = re.search(
        r'<li>see (<a class="sima-ref" href="([^"]*)" title="([^"]*)">DEC-01</a>)', html
    )
    assert link
    assert link[2] == "../../decisions/DEC-01/"
    assert link[3] == "DEC-01: One thread (Decision)"
    assert re.search(r"<a [^>]*><code>DEC-01</code></a>", html)
    assert '<span class="n">DEC</span>' in html  # the code block
    wiki = re.search(
        r'<li>wiki <a class="sima-ref" href="([^"]*)"[^>]*>thread</a> and (.*?)<', html
    )
    assert wiki
    assert wiki.groups() == ("../../decisions/DEC-01/#why-so", "[[dict]]")


def test_embeds_show_how_a_note_begins_and_pictures(site: Path) -> None:
    html = page(site, "lessons/LESS-02-Tokens")
    assert (
        '<li><a class="sima-ref sima-embed" href="../../decisions/DEC-01/#why-so">'
        "<strong>One thread › Why so?</strong><span>Because.</span></a> "
        '<img src="../pic.png" alt="pic.png" width="300"> '
        '<img src="../pic.png" alt="a picture"> ![[gone.png]]</li>'
    ) in html


def test_what_leads_nowhere_is_marked_and_explained(site: Path) -> None:
    html = page(site, "lessons/LESS-02-Tokens")
    assert (
        '<span class="sima-ref sima-ref--missing" title="No entry LESS-77 was found.">LESS-77'
        '<span class="sima-ref__why"> (No entry LESS-77 was found.)</span></span>'
    ) in html


def test_links_lead_to_pages_and_raw_html_to_files(site: Path) -> None:
    html = page(site, "lessons/LESS-02-Tokens")
    assert 'href="../../decisions/DEC-01/#why-so"' in html
    assert '<img src="../pic.png">' in html


def test_backlinks_show_the_line_they_come_from(site: Path) -> None:
    related = page(site, "lessons/LESS-02-Tokens").split('id="sima-related"')[1]
    assert "DEC-01 One thread ⇄ Both refer to each other LESS-02 taught us this." in text_of(
        related
    )


def test_the_next_entry_is_that_of_the_next_number(site: Path) -> None:
    around = page(site, "lessons/LESS-03").split('class="sima-around"')[1]
    assert 'rel="prev" href="../LESS-02-Tokens/"' in around
    assert 'rel="next" href="../LESS-10/"' in around


def test_damaged_text_is_shown_repaired_and_said_to_be(site: Path) -> None:
    html = page(site, "lessons/LESS-03")
    assert "Nothing damaged: — here." in html
    assert "Repaired on this page: 1" in html
    assert "<del>â€”</del> → <ins>—</ins>" in html


def test_what_authors_write_in_fields_is_text_and_never_markup(site: Path) -> None:
    whole = (site / "hostile/index.html").read_text("utf-8")
    assert not re.search(r"alert\(\d\)[^<]*</script>|<img src=x", whole)
    html = page(site, "hostile")
    assert "<script" not in html
    assert "<img" not in html
    assert '"onclick' not in html
    assert "x&#34;&gt;&lt;img" in html


def test_a_page_may_ask_for_python_markdown(site: Path) -> None:
    html = page(site, "lessons/LESS-10")
    assert "<p>x:\n- <a class=" in html  # to Python-Markdown this is no list
    assert html.count("<h1") == 1
    assert "sima-related" in html


def test_documents_stand_in_no_menu(site: Path) -> None:
    html = (site / "lessons/LESS-03/index.html").read_text("utf-8")
    menu = html[html.index("md-nav--primary") : html.index("</nav>", html.index("md-nav--primary"))]
    assert "Tokens" not in menu.split("md-nav--secondary")[0].replace("Count tokens first", "")


@pytest.mark.material
def test_the_search_reads_titles_ids_keywords_and_text_once(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    entries = {entry["location"]: entry for entry in index["docs"]}
    entry = entries["lessons/LESS-02-Tokens/"]
    assert entry["title"] == "LESS-02: Count tokens first"
    assert set(entry["spellings"].split()) == {"LESS02", "LESS2"}
    assert entry["keywords"] == "tokens budget"
    assert entry["text"].startswith("<p>tokens · budget</p>")
    assert "REF-ID" not in entry["text"]
    section = entries["lessons/LESS-02-Tokens/#less-02-count-tokens-first"]
    assert section["text"].startswith("<p>Text: see DEC-01 and DEC-01 and LESS-77 the decision")
    assert entries["decisions/DEC-01/#why-so"]["text"] == "<p>Because.</p>"
    assert not any("browse" in location for location in entries)  # indexes would crowd them out
    assert set(index["config"]["fields"]) > {"spellings", "keywords"}


@pytest.mark.material
def test_a_compact_index_holds_no_text(build_site: Callable[..., Path]) -> None:
    plugins = ["search", {"sima": {"search": "compact", "graph": False}}]
    index = build_site(FILES, plugins=plugins) / "search/search_index.json"
    entries = {e["location"]: e for e in json.loads(index.read_text("utf-8"))["docs"]}
    summary = "<p>LESS-02 taught us this.</p>"
    assert entries["decisions/DEC-01/"]["text"] == f"{summary}<p>tokens · threads</p>"
    assert entries["decisions/DEC-01/#why-so"]["text"] == ""
    assert not any("Because" in entry["text"] for entry in entries.values())
    assert entries["lessons/LESS-10/"]["text"] == ""  # rendered by Python-Markdown


def test_every_address_works_without_directory_urls_below_a_path_and_in_german(
    build_site: Callable[..., Path],
) -> None:
    site = build_site(
        FILES,
        use_directory_urls=False,
        site_url="https://example.org/kb/",
        theme={"language": "de", "features": ["navigation.instant"]},
        strict=False,
    )
    html = (site / "lessons/LESS-02-Tokens.html").read_text("utf-8")
    assert 'href="../decisions/DEC-01.html#why-so"' in html
    assert "Wird zitiert von" in html
    assert '<img src="pic.png">' in html
    local = re.findall(r'(?:href|src)="((?!https?:|data:|#|mailto:|/)[^"#?]+)', html)
    assert len(local) > 20
    assert [url for url in local if not (site / "lessons" / url).resolve().exists()] == []


def test_strict_fails_on_errors_and_names_file_and_line(
    build_site: Callable[..., Path], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "mkdocs"), pytest.raises(Abort):
        build_site({"a.md": "# DEC-01: A\n\nText.\n\nSee LESS-77.\n"}, strict=True)
    assert re.search(r"a\.md:5:5: .*LESS-77.*\(broken-reference\)", caplog.text)


def test_strict_passes_what_the_rules_let_pass(build_site: Callable[..., Path]) -> None:
    rules = {"sima": {"rules": {"broken-reference": "off"}}}
    build_site({"a.md": "# DEC-01: A\n\nSee LESS-77.\n"}, strict=True, plugins=["search", rules])


def test_mkdocs_warns_of_links_as_ever(
    build_site: Callable[..., Path], caplog: pytest.LogCaptureFixture
) -> None:
    text = "# A\n\n[a](gone.md) [b](#none) [c](/x) [d](folder)\n"
    levels = {"links": {"anchors": "warn", "absolute_links": "warn", "unrecognized_links": "warn"}}
    silent = ["search", {"sima": {"rules": {"broken-link": "off"}}}]
    with caplog.at_level(logging.WARNING, "mkdocs"):
        build_site({"index.md": text}, validation=levels, plugins=silent)
    for message in (
        "contains a link 'gone.md', but the target is not found",
        "contains a link '#none', but there is no such anchor on this page",
        "contains an absolute link '/x', it was left as is",
        "contains an unrecognized relative link 'folder', it was left as is",
    ):
        assert message in caplog.text


def test_a_broken_link_is_said_once_with_its_line(
    build_site: Callable[..., Path], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "mkdocs"):
        build_site({"index.md": "# A\n\n[a](gone.md)\n"})
    said = [record.getMessage() for record in caplog.records if "gone.md" in record.getMessage()]
    assert len(said) == 1
    assert "index.md:3:1: no file is at gone.md (broken-link)" in said[0]


def test_the_map_stays_without_index_pages(build_site: Callable[..., Path]) -> None:
    site = build_site(FILES, plugins=["search", {"sima": {"index_pages": False}}])
    assert (site / "browse/map/index.html").is_file()
    assert not (site / "browse/catalogue").exists()
    html = (site / "lessons/LESS-03/index.html").read_text("utf-8")
    menu = html.split("md-nav--primary")[1]
    assert "Count tokens first" in menu  # then the documents themselves are the way in
    assert 'href="../../browse/map/"' in menu


def test_each_overview_has_its_own_line_in_the_menu(build_site: Callable[..., Path]) -> None:
    site = build_site({"DEC-01.md": "# DEC-01: A"}, theme={"features": ["navigation.indexes"]})
    html = (site / "DEC-01/index.html").read_text("utf-8")
    line = html[: html.index("md-nav--secondary")].split('href="../browse/types/"')[1]
    assert re.search(r">\s*Types\s*<", line.split("</a>")[0])  # not as the heading of the section


def test_each_document_is_related_once(build_site: Callable[..., Path]) -> None:
    site = build_site(
        {
            "LESS-01.md": "# LESS-01: A\n\n## Related\n\n- Enables: LESS-02\n- LESS-04\n",
            "LESS-02.md": "# LESS-02: B\n\nWithout LESS-01 none of this.\n",
            "LESS-03.md": "# LESS-03: C\n\n## Related\n\n- Prerequisites: LESS-01\n",
            "LESS-04.md": "# LESS-04: D\n\nThink of LESS-01.\n",
            "LESS-05.md": "# LESS-05: E\n\nThink of LESS-01.\n",
        }
    )
    related = page(site, "LESS-01").split('id="sima-related"')[1].split("</svg>")[-1]
    assert re.findall(r"<h3[^>]*>([^<]+)", related) == ["Enables ", "Referenced by "]
    listed = re.findall(r'sima-id">(LESS-\d+)', related.split("sima-around")[0])
    assert listed == ["LESS-02", "LESS-03", "LESS-04", "LESS-05"]
    assert related.count("⇄") == 2
    assert "Think of LESS-01." in related
    assert "Prerequisites: LESS-01" not in related  # which says no more than the list does


def test_the_navigation_of_the_owner_is_kept(build_site: Callable[..., Path]) -> None:
    nav = [{"Start": "index.md"}, {"Ours": [{"The one": "DEC-01.md"}]}]
    site = build_site({"index.md": "# Hello", "DEC-01.md": "# DEC-01: A"}, nav=nav)
    html = (site / "DEC-01/index.html").read_text("utf-8")
    assert "<title>The one - Library</title>" in html
    assert "Knowledge base" in html


def test_the_menu_is_left_to_a_plugin_that_writes_menus(
    build_site: Callable[..., Path], tmp_path: Path
) -> None:
    hook = tmp_path / "hook.py"
    hook.write_text(
        "from mkdocs.plugins import BasePlugin\n"
        "def on_config(config):\n    config.plugins['awesome-nav'] = BasePlugin()\n"
        "def on_nav(nav, config, **_):\n    assert config.nav is None\n"
    )
    site = build_site({"DEC-01.md": "# DEC-01: A", "DEC-02.md": "# DEC-02: B"}, hooks=[str(hook)])
    menu = (site / "DEC-01/index.html").read_text("utf-8").split("md-nav--primary")[1]
    assert 'href="../DEC-02/" class="md-nav__link"' in menu
    assert 'href="../browse/catalogue/" class="md-nav__link"' in menu


def test_templates_can_be_overridden(build_site: Callable[..., Path], tmp_path: Path) -> None:
    (tmp_path / "sima").mkdir()
    (tmp_path / "sima/entry.html").write_text(
        '{% extends "!sima/entry.html" %}{% block body %}<hr id="ours">{{ super() }}{% endblock %}'
    )
    site = build_site({"DEC-01.md": "# DEC-01: A\n\nB"}, theme={"custom_dir": str(tmp_path)})
    assert '<hr id="ours">' in page(site, "DEC-01")


def test_text_that_another_plugin_changes_is_read_anew(
    build_site: Callable[..., Path], tmp_path: Path
) -> None:
    hook = tmp_path / "hook.py"
    hook.write_text("def on_page_markdown(markdown, **_): return 'DEC-02 ' + markdown\n")
    files = {"DEC-01.md": "A: {{x}}\n", "DEC-02.md": "# DEC-02: B\n"}
    html = page(build_site(files, hooks=[str(hook)]), "DEC-01")
    assert re.search(r'<p><a class="sima-ref" href="../DEC-02/"[^>]*>DEC-02</a> A:', html)


def test_settings_that_cannot_be_used_are_named(
    build_site: Callable[..., Path], caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(Abort):
        build_site({"a.md": "# A"}, plugins=[{"sima": {"rules": {"x": "loud"}}}])
    assert "sima: 'rules.x' must be error or warning or info or off, not 'loud'" in caplog.text


def test_properdocs_builds_the_same(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/DEC-01.md").write_text("# DEC-01: A\n\nText.\n")
    (tmp_path / "mkdocs.yml").write_text(
        f"site_name: X\ntheme: {{name: {THEME}, font: false}}\nplugins: [search, sima]\n"
    )
    command = [sys.executable, "-m", "properdocs", "build", "-f", "mkdocs.yml", "--strict"]
    run: Any = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stderr
    assert 'class="sima-head' in (tmp_path / "site/DEC-01/index.html").read_text("utf-8")
