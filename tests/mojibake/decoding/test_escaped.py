"""Damage as C1 controls and as HTML entities comes back; entities that are meant stay."""

from __future__ import annotations

import pytest

from mkdocs_sima.mojibake import repair


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        ("It\x92s \x93tea\x94 \x96 no milk\x85", "It’s “tea” – no milk…"),
        ("na \x9clle and \x9ato", "na œlle and što"),
        ("It&acirc;&euro;&trade;s tea", "It’s tea"),
        ("caf&Atilde;&copy; &acirc;&#128;&#147; open", "café – open"),
        ("&acirc;&#x86;&#x92; the kettle", "→ the kettle"),
    ],
)
def test_it_comes_back(damaged: str, clean: str) -> None:
    found = repair(damaged)
    assert found.text == clean
    assert all(change.certain for change in found.changes)
    assert repair(clean).text == clean


@pytest.mark.parametrize(
    "text",
    [
        "Tom &amp;&nbsp;Ana &lt;&gt; &eacute;&agrave;",
        "Your page shows &acirc;&euro;&trade; when UTF-8 is read as Windows-1252.",
        "The source has `&acirc;&euro;&trade;` in it.",
        "```html\n<p>&acirc;&euro;&trade;</p>\n```",
        "<pre><code>one\n&acirc;&euro;&trade;\n</code></pre>",
        "&Auml;&ouml;&uuml; &copy;&reg;",
        "a \x81 b",  # a control that Windows-1252 has not
        "alone: \x9c",
    ],
)
def test_what_is_meant_stays(text: str) -> None:
    assert repair(text).text == text


def test_controls_of_damaged_text_are_decoded_with_it() -> None:
    clean = "It’s “tea” → ✅ café"
    assert repair(clean.encode().decode("latin-1")).text == clean
