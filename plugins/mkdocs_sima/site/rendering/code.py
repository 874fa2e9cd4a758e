"""Code blocks with Pygments, in the markup on which Material hangs its copy buttons."""

from __future__ import annotations

from functools import cache
from html import escape
from typing import TYPE_CHECKING

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

from mkdocs_sima.site.rendering.spans.formulas import displayed_formula

if TYPE_CHECKING:
    from pygments.lexer import Lexer

_FORMATTER: HtmlFormatter[str] = HtmlFormatter(nowrap=True)
_PLAIN = frozenset({"", "text", "txt", "plain", "plaintext", "none"})
_MAX_HIGHLIGHTED = 200_000  # characters; Pygments would take seconds for a pasted log


@cache
def _lexer(language: str) -> Lexer | None:
    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


def code_block(code: str, info: str) -> str:
    """Return the HTML of a block of code.

    Args:
        code: its text.
        info: what stands behind the fence: "python", "python title=x", "" if indented.
    """
    language = info.split(maxsplit=1)[0].strip("{}.").lower() if info.strip("{} .") else ""
    if language == "mermaid":
        return f'<pre class="mermaid"><code>{escape(code, quote=False)}</code></pre>\n'
    if language == "math":
        return displayed_formula(code)
    lexer = None if language in _PLAIN or len(code) > _MAX_HIGHLIGHTED else _lexer(language)
    html = highlight(code, lexer, _FORMATTER) if lexer else escape(code, quote=False)
    kind = f"language-{escape(language)} highlight" if language else "highlight"
    return f'<div class="{kind}"><pre><span></span><code>{html}</code></pre></div>\n'
