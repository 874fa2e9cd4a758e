"""Which Markdown a page is written in: by what only one of the two understands."""

from __future__ import annotations

import pytest

from mkdocs_sima.parsing.markdown.dialect import dialect_of
from mkdocs_sima.parsing.markdown.dialect_signs import signs_of

EXTENSIONS = (
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html",
    "pymdownx.arithmatex", "pymdownx.caret", "pymdownx.details", "pymdownx.emoji",
    "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.mark", "pymdownx.snippets",
    "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tilde",
)  # fmt: skip
SIGNS = signs_of(EXTENSIONS, {"pymdownx.arithmatex": {"generic": True}}, ["macros", "mkdocstrings"])


@pytest.mark.parametrize(
    ("text", "extension"),
    [
        ("A\n\n!!! note\n    x", "admonition"),
        ("- a\n\n    ??? tip", "pymdownx.details"),
        ('=== "Tab"\n\n    x', "pymdownx.tabbed"),
        ("[a](b){ .md-button }", "attr_list"),
        ("## A { .c }", "attr_list"),
        ("Term\n\n:   what it is", "def_list"),
        ("*[HTML]: Hyper", "abbr"),
        ('<div class="grid" markdown>', "md_in_html"),
        ("Press ++ctrl+alt++.", "pymdownx.keys"),
        ("2^10^", "pymdownx.caret"),
        ("H~2~O", "pymdownx.tilde"),
        ("==new==", "pymdownx.mark"),
        ("```\n--8<-- 'x.py'\n```", "pymdownx.snippets"),
        ('``` py title="a"\nx\n```', "pymdownx.superfences"),
        ("`#!py x`", "pymdownx.inlinehilite"),
        (":material-plus:", "pymdownx.emoji"),
        (r"\(x\)", "pymdownx.arithmatex"),
        ("[TOC]", "toc"),
        ("::: package.module", "mkdocstrings"),
        ("{{ version }}", "macros"),
    ],
)
def test_what_only_python_markdown_understands(text: str, extension: str) -> None:
    reading = dialect_of(text, SIGNS)
    assert (reading.is_python_markdown, reading.extension) == (True, extension)
    assert not dialect_of(text, signs_of(["footnotes"], {}, [])).is_python_markdown or (
        extension == "toc"  # which MkDocs always uses
    )


@pytest.mark.parametrize(
    "text",
    [
        "`!!! note` and `++ctrl++`",
        "```\n!!! note\n```",
        "    !!! note\n",
        "````md\n``` py title=x\n```\n````",
        "<!-- !!! note\n-->",
        "## Limits {#limits}",
        "i++, a == b, c == d, at 12:30-40:50, {x=1} in $\\frac{a=1}{b}$, :rocket:",
        "~~gone~~, $a_1$, [^1]\n\n[^1]: x\n\n- [ ] a\n  - b\n\n| a |\n| - |\n| b |",
        "> [!NOTE]\n> x",
        "H<sub>2</sub>O\n\n<details><summary>x</summary>\ny\n</details>",
    ],
)
def test_what_github_understands_as_well(text: str) -> None:
    assert not dialect_of(text, SIGNS).is_python_markdown


def test_the_first_sign_is_named_with_its_place() -> None:
    reading = dialect_of("`!!! no`\n\nx ++a++\n\n!!! note\n    x\n", SIGNS)
    assert (reading.extension, reading.sign, reading.offset) == ("pymdownx.keys", "++a++", 12)


def test_what_nobody_knows_or_appends_to_every_page_changes_every_page() -> None:
    for extensions, options in (
        (["somebody.extension"], {}),
        (["pymdownx.snippets"], {"pymdownx.snippets": {"auto_append": ["abbr.md"]}}),
    ):
        reading = dialect_of("plain", signs_of(extensions, options, []))
        assert (reading.is_python_markdown, reading.sign) == (True, "")
