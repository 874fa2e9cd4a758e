r"""Formulas as GitHub reads them: `$a_1$`, `` $`a_1`$ ``, `$$ … $$`, ```` ```math ````.

They come out as Material documents it for MathJax and KaTeX: `\(…\)` or `\[…\]` in `.arithmatex`.
"""

from __future__ import annotations

import re
from html import escape

from pyromark import Markdown, Options

from mkdocs_sima.parsing.markdown.events import MARKDOWN, OPTIONS

_WITH_FORMULAS = Markdown(options=OPTIONS | Options.ENABLE_MATH)
_WITHIN, _BLOCK = '<span class="arithmatex">', '<div class="arithmatex">'
# `from $5 to $10`, `$HOME/$USER` hold none: a formula touches its signs, and no letter or digit
# touches these from without.
_INLINE = re.compile(r"(?<![\w$\\])\$(?=[^\s$])(?:[^$\\]|\\.)*?(?<!\s)\$(?![\w$])", re.DOTALL)


def parser_for(body: str) -> Markdown:
    """Return the parser for a body: one that knows formulas if there may be some."""
    holds = "$" in body and ("$$" in body or _INLINE.search(body))
    return _WITH_FORMULAS if holds else MARKDOWN


def inline_formula(tex: str) -> str:
    """Return the HTML of a formula within a line."""
    if len(tex) > 1 and tex[0] == tex[-1] == "`":
        tex = tex.strip("`")
    return f"{_WITHIN}\\({escape(tex, quote=False)}\\)</span>"


def displayed_formula(tex: str, *, within: bool = False) -> str:
    """Return the HTML of a formula on lines of its own, or `within` a paragraph."""
    html = f"\\[\n{escape(tex.strip(), quote=False)}\n\\]"
    return f"{_WITHIN}{html}</span>" if within else f"{_BLOCK}{html}</div>\n"


def as_block(html: str) -> str | None:
    """Return a displayed formula as a block, if the HTML is one within a paragraph."""
    if not html.startswith(_WITHIN + "\\["):
        return None
    return f"{_BLOCK}{html.removeprefix(_WITHIN).removesuffix('</span>')}</div>\n"
