"""The CommonMark renderer, held to what the parser counts and to the markup Material styles."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from mkdocs_sima.model import Document
from mkdocs_sima.parsing import parse
from mkdocs_sima.parsing.markdown.events import MARKDOWN
from mkdocs_sima.parsing.markdown.structure import read_structure
from mkdocs_sima.settings import Settings
from mkdocs_sima.site.rendering import Mark, Marks, Rendered, Renderer, code
from mkdocs_sima.site.rendering.sanitize import sanitize
from mkdocs_sima.site.rendering.spans.autolinks import find_autolinks
from mkdocs_sima.site.rendering.spans.emoji import emoji_of_site

if TYPE_CHECKING:
    from pathlib import Path


def document(text: str) -> Document:
    return parse("a.md", text.encode(), Settings())


def render(text: str, **options: Any) -> Rendered:
    return Renderer().render(document(text), **options)


_TAG = re.compile(r"<(/?)(ul|ol|li|table|pre|h[1-6])\b")


class Counted:
    """Counts the elements of a page, and how deep its lists go."""

    def __init__(self, html: str) -> None:
        self.tags: Counter[str] = Counter()
        self.depths: Counter[int] = Counter()
        self.open_lists = 0
        for closing, tag in _TAG.findall(html):
            self.open_lists += (tag in ("ul", "ol")) * (-1 if closing else 1)
            self.tags[tag] += not closing
            if tag == "li" and not closing:
                self.depths[self.open_lists] += 1


def parsed(body: str) -> tuple[Counter[str], Counter[int]]:
    """Count the blocks that the parser finds, and the depths of its list items."""
    counts: Counter[str] = Counter()
    depths: Counter[int] = Counter()
    depth = 0
    event: Any
    for event in MARKDOWN.events(body):
        if not isinstance(event, dict) or not event.keys() & {"Start", "End"}:
            continue
        ((kind, tag),) = event.items()
        name = tag if isinstance(tag, str) else next(iter(tag))
        depth += (name == "List") * (1 if kind == "Start" else -1)
        if kind == "Start":
            counts[name] += 1
            depths[depth] += name == "Item"
    return counts, +depths


def assert_nothing_lost(doc: Document) -> int:
    rendered = Renderer().render(doc)
    shown = Counted(rendered.html)
    counts, depths = parsed(doc.text[doc.body_start :])
    headings = sum(shown.tags[f"h{level}"] for level in range(1, 7)) + len(rendered.leads)
    assert shown.depths == depths, doc.path
    assert shown.open_lists == 0, doc.path
    assert headings == counts["Heading"], doc.path
    assert shown.tags["table"] == counts["Table"], doc.path
    assert shown.tags["pre"] == counts["CodeBlock"], doc.path
    return shown.tags["li"]


def test_every_list_item_table_code_block_and_heading_of_a_real_knowledge_base_is_shown(
    shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(code, "_lexer", lambda _language: None)  # colours take half of the time
    items = 0
    for path in (shared / "corpus").rglob("*.md"):
        text = path.read_text("utf-8", errors="replace").removeprefix("\ufeff")
        headings = read_structure(text).headings
        items += assert_nothing_lost(Document(path.name, text, headings=headings))
    assert items == 35_593


def test_lists_that_python_markdown_does_not_see() -> None:
    text = "Text:\n- one\n  - two\n    - three\n1. first\n2. second\n\n**Bold**\n* a\n"
    assert assert_nothing_lost(document(text)) == 6


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a ~~b~~ *c* **d**", "<p>a <del>b</del> <em>c</em> <strong>d</strong></p>"),
        ("<&> &amp; \\*", "<p>&lt;&amp;&gt; &amp; *</p>"),
        ("3. x\n4. y", '<ol start="3">\n<li>x</li>\n<li>y</li>\n</ol>'),
        ("a\\\nb", "<p>a<br>\nb</p>"),
        ("![a *b* ![c](d)](e.png 'f\"')", '<img src="e.png" title="f&quot;" alt="a b c">'),
        ("<https://a.b/?x&y>", '<a href="https://a.b/?x&amp;y">https://a.b/?x&amp;y</a>'),
        ("<me@a.org>", '<a href="mailto:me@a.org">me@a.org</a>'),
        ("[a](b.md 'c')", '<a href="b.md" title="c">a</a>'),
        ("[see https://a.b](c)", '<a href="c">see https://a.b</a>'),
        ("|a|\n|:-:|\n|1|", '<td style="text-align: center;">1</td>'),
        ("```\n<b>\n```", '<div class="highlight"><pre><span></span><code>&lt;b&gt;\n</code>'),
        ("```nolanguage\nx\n```", '<div class="language-nolanguage highlight"><pre>'),
        ("```mermaid\na-->b\n```", '<pre class="mermaid"><code>a--&gt;b\n</code></pre>'),
        ("> [!CAUTION]\n> x", '<div class="admonition danger">\n<p class="admonition-title">C'),
        ("> x", "<blockquote>\n<p>x</p>\n</blockquote>"),
        ("<div>\n<b>x</b>\n</div>", "<div>\n<b>x</b>\n</div>"),
        ("x\n\n---\n", "<hr>"),
    ],
)
def test_markup(text: str, html: str) -> None:
    assert html in render(text).html


def test_code_is_highlighted() -> None:
    html = render("```python\ndef f(): pass\n```").html
    assert html.startswith('<div class="language-python highlight"><pre><span></span><code>')
    assert '<span class="k">def</span>' in html


def test_tasks_have_the_markup_of_material() -> None:
    html = render("- [x] a\n- [ ] b\n- c").html
    assert html.count('<ul class="task-list">') == 1
    assert html.count('<li class="task-list-item"><label class="task-list-control">') == 2
    assert 'disabled checked aria-label="done"' in html


def test_footnotes_are_numbered_as_they_are_referred_to_and_come_last() -> None:
    html = render("b[^b] a[^a] b[^b]\n\n[^a]: A\n[^b]: B\n[^c]: C\n\nend").html
    assert html.index("<p>end</p>") < html.index('<li id="fn:1">\n<p>B')
    assert html.index("<p>B") < html.index('<li id="fn:2">\n<p>A')
    assert ">C<" not in html
    assert 'id="fnref:1"' in html
    assert 'id="fnref2:1"' in html


def test_headings_keep_the_anchors_of_python_markdown_and_gain_those_of_github() -> None:
    html = render("text\n\n## C++ & *Go*\n\n## C++ & Go\n\n## Set {#mine}\n\n## Größe").html
    assert '<h2 id="c-go"><span class="sima-anchor" id="c--go"></span>C++ &amp; <em>Go</em>' in html
    assert '<h2 id="c-go_1"><span class="sima-anchor" id="c--go-1">' in html
    assert '<h2 id="mine">' in html
    assert "{#mine}" not in html
    assert '<h2 id="groe"><span class="sima-anchor" id="größe">' in html


def test_a_page_has_one_title_and_its_first_heading_is_not_lost() -> None:
    rendered = render(
        "# File.md\n\n# Real *title*\n\n## Part\n\n# Another", is_head="Real title".__eq__
    )
    assert [(lead.text, lead.anchors[0]) for lead in rendered.leads] == [
        ("File.md", "filemd"),
        ("Real title", "real-title"),
    ]
    assert "<h1" not in rendered.html
    assert [(t.level, t.title) for t in rendered.toc] == [(2, "Part"), (2, "Another")]


def test_a_heading_below_text_is_no_lead() -> None:
    assert render("text\n\n# Heading").leads == []
    assert '<h2 id="heading">' in render("text\n\n# Heading").html


def test_sections_for_the_search() -> None:
    sections = render("# T\n\nintro `code`\n\n## A\n\n- x\n- y\n\n|p|q|\n|-|-|\n|1|2|").sections
    assert [(s.id, s.title, s.text) for s in sections] == [
        ("", "", "intro code"),
        ("a", "A", "x y p q 1 2"),
    ]


def mark(text: str, *words: str) -> Rendered:
    spans = [Mark(at, at + len(w), "<a>", "</a>") for w in words if (at := text.index(w)) >= 0]
    return render(text, marks=Marks(sorted(spans)))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("é see LESS-1 & co", "é see <a>LESS-1</a> &amp; co"),
        ("x_y LESS-1_a_b.md", "x_y <a>LESS-1_a_b.md</a>"),
        ("**LESS-1**: x", "<strong><a>LESS-1</a></strong>: x"),
        ("`LESS-1`", "<a><code>LESS-1</code></a>"),
        ("[LESS-1](x)", '<a href="x">LESS-1</a>'),
        ("<a href='x'>LESS-1</a>", "<a href='x'>LESS-1</a>"),
    ],
)
def test_marks_stand_around_exactly_the_text_of_a_mention(text: str, html: str) -> None:
    word = "LESS-1_a_b.md" if "_a_b" in text else "LESS-1"
    assert html in mark(text, word).html


def test_what_a_mark_hides_is_left_out() -> None:
    text = "| [[a\\|b]] |\n|---|\n"
    spans = [Mark(2, 7, "", "", hidden=True), Mark(7, 8, "<a>", "</a>"), Mark(8, 10, "", "", True)]
    assert "<th><a>b</a></th>" in render(text, marks=Marks(spans)).html


def test_no_anchor_of_raw_html_left_open_swallows_the_references_below() -> None:
    assert "<p><a>LESS-1</a></p>" in mark("<a name='x'>\n\nLESS-1", "LESS-1").html


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("see https://a.b/c_(d). Or", ["https://a.b/c_(d)"]),
        ("(www.a.org)", ["http://www.a.org"]),
        ("mail me@a-b.org.", ["mailto:me@a-b.org"]),
        ("https://a.b&copy; x@y http://", ["https://a.b"]),
        ("git@github.com:a/b.git", ["mailto:git@github.com"]),
    ],
)
def test_bare_addresses_are_links_as_on_github(text: str, links: list[str]) -> None:
    assert [link.href for link in find_autolinks(text)] == links


def test_sanitizing_takes_away_what_runs_and_keeps_our_own_markup() -> None:
    hostile = "<script>alert(1)</script><img src=x onerror=alert(1)> <a href='javascript:alert(1)'>"
    text = f"{hostile}x</a>\n\n- [x] a\n\n|a|\n|:-:|\n|1|\n\n```python\nx\n```\n\n## H\n"
    html = sanitize(render(text).html)
    assert "alert" not in html
    assert "<script" not in html
    kept = ["text-align:center", "task-list-item", 'class="n"', '<h2 id="h">', "highlight", "x</a>"]
    assert [markup for markup in kept if markup not in html] == []


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a $x_1$.", r'<span class="arithmatex">\(x_1\)</span>'),
        ("a $`x_1`$.", r'<span class="arithmatex">\(x_1\)</span>'),
        ("$$\na < b\n$$", '<div class="arithmatex">\\[\na &lt; b\n\\]</div>'),
        ("```math\nx^2\n```", '<div class="arithmatex">\\[\nx^2\n\\]</div>'),
        ("from $5 to $10", "<p>from $5 to $10</p>"),
        ("$$x$$ and $HOME/$USER", "$HOME/$USER"),
        ("`$x$`", "<code>$x$</code>"),
        (":rocket: :+1:", "<p>🚀 👍</p>"),
        ("`:rocket:` :nonsense: 12:30:45", "<code>:rocket:</code> :nonsense: 12:30:45"),
        ("[to :tada:](x.md)", '<a href="x.md">to 🎉</a>'),
    ],
)
def test_formulas_and_emoji_as_on_github(text: str, html: str) -> None:
    assert html in render(text).html


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x](JaVa&#10;Script:alert(1))",
        "[x](vbscript:a)",
        "[x](data:text/html,y)",
        "[x][y]\n\n[y]: javascript:alert(1)",
        "<javascript:alert(1)>",
        "![x](javascript:alert(1))",
        "<a class='y' href=javascript:alert(1)>x</a>",
        '<p><a href="&#106;avascript:alert(1)">x</a></p>',
    ],
)
def test_a_link_that_runs_a_script_is_text(text: str) -> None:
    html = render(text).html
    assert not re.search(r"(?:href|src)=\W*(?:java|vb|data)", html, re.IGNORECASE)
    assert "<img" in html or re.search("[>]x|javascript:alert", html)


def test_a_picture_may_hold_its_own_data() -> None:
    assert 'src="data:image/png;base64,AA"' in render("![x](data:image/png;base64,AA)").html


def test_a_site_that_has_chosen_emoji_shows_its_own() -> None:
    from pymdownx.emoji import to_alt  # type: ignore[import-untyped]

    drawn = emoji_of_site({"pymdownx.emoji": {"emoji_generator": to_alt}})
    assert (drawn(":rocket:"), drawn(":nonsense:")) == ("🚀", None)
    assert "<img" in (emoji_of_site({})(":rocket:") or "")
