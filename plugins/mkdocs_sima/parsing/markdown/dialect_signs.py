"""What only Python-Markdown understands, extension by extension: the signs that give a page away.

A page that uses none of them is read as GitHub reads it. What both understand is no sign: tables,
footnotes, task lists, `~~struck~~`, `## Limits {#limits}`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Where = Literal["text", "code", "anywhere"]

_ITEM = r"^[ \t>]*(?:(?:[*+-]|\d+[.)])[ \t]+)*"  # what may stand before a block
_ATTRIBUTE = r"(?:[#.][\w:-]+|[\w:-]+=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s\"'{}]+))"
_SURELY = r"(?:[#.][a-z][\w:-]*|[\w:-]+=\"[^\"\n]*\")"  # `{x=1}` may as well be a set
_KEY = r"(?:[a-z0-9]+(?:[-_][a-z0-9]+)*|\"[^\"\n]+\"|'[^'\n]+')"
_FENCE = r"^[ \t>]*(?:(?:[*+-]|\d+[.)])[ \t]+)*(?=(?P<at>`{3,}|~{3,}))(?P=at)[ \t]*"
_BRACES = r"\{[ ]*(?:[.#]\w|[\w-]+=)"  # "```{language}" is a gap in a template

# Extension or plugin → its sign, where it counts ("code": at the start of code, as a fence is).
_SIGNS: dict[str, tuple[str, Where]] = {
    "admonition": (_ITEM + r"(?P<at>!!!) ?[\w-]+", "text"),
    "pymdownx.details": (_ITEM + r"(?P<at>\?\?\?)\+? ?[\w-]+", "text"),
    "pymdownx.tabbed": (_ITEM + r"(?P<at>===)[+!]* +[\"']", "text"),
    "pymdownx.blocks": (_ITEM + r"(?P<at>/{3,})[ \t]*[\w-]+", "text"),
    "attr_list": (
        # Right behind what it is about: `[a](b){ .c }`; or last in a line or cell: `## A { .c }`.
        (
            rf"(?<=[)\]*`:>]) ?(?P<at>\{{:?[ ]*{_ATTRIBUTE}(?:[ ]+{_ATTRIBUTE})*[ ]*\}})"
            rf"|(?P<or>\{{:?[ ]*{_SURELY}(?:[ ]+{_ATTRIBUTE})*[ ]*\}})(?=[ \t]*(?:\||$))"
        ),
        "text",
    ),
    "def_list": (r"^(?P<at>[^\s:#>|`~<-][^\n]*)\n(?:[ \t]*\n)?[ ]{0,3}:[ ]{1,3}\S", "text"),
    "abbr": (r"^(?P<at>[*]\[[^\]\n]+\][ ]?:)", "text"),
    "md_in_html": (r"(?P<at><[a-z]\w*\b[^<>]*?\smarkdown(?=[\s=>]))", "text"),
    "pymdownx.snippets": (r"^[ \t]*(?P<at>-+8<-+)(?=[ \t\n])", "anywhere"),
    "pymdownx.keys": (rf"(?P<at>\+\+{_KEY}(?:\+{_KEY})*\+\+)", "text"),
    "pymdownx.caret": (r"(?P<at>\^\^?(?=[^\s^])[^\^\n]*[^\s^\\]\^|\^[^\s^]\^)", "text"),
    "pymdownx.tilde": (r"(?<!~)(?P<at>~(?!~)[^\s~]+~)(?!~)", "text"),
    "pymdownx.mark": (r"(?<!=)(?P<at>==(?=[^\s=])[^=\n]+==)(?!=)", "text"),
    "pymdownx.critic": (r"(?P<at>\{(?:\+\+|--|~~|==|>>))", "text"),
    "pymdownx.progressbar": (r"(?P<at>\[=+[ ]?[\d.]+(?:%|/))", "text"),
    "pymdownx.emoji": (r"(?P<at>:[a-z][a-z0-9]*(?:-[a-z0-9_]+)+:)", "text"),  # an icon of the theme
    "pymdownx.inlinehilite": (r"(?P<at>`+ ?(?:#!|:::)[\w.+-]+ )", "code"),
    "pymdownx.arithmatex": (r"(?P<at>\\\(|\\\[|^[ ]*\\begin\{)", "text"),
    "pymdownx.superfences": (
        _FENCE + rf"(?:{_BRACES}|[\w+#.-]*[ \t]+(?:{_BRACES}|[\w-]+=))",
        "code",
    ),
    "fenced_code": (_FENCE + rf"(?:{_BRACES}|[\w+#.-]*[ \t]+(?:{_BRACES}|hl_lines=))", "code"),
    "markdown_include.include": (r"(?P<at>\{!)", "anywhere"),
    "macros": (r"(?P<at>\{\{|\{%)", "text"),
    "mkdocstrings": (_ITEM + r"(?P<at>:::) [\w.]+|(?P<or>\]\[[\w.-]*\])", "text"),
    "autorefs": (r"(?P<at>\]\[[\w.-]*\])", "text"),
}
_BUNDLES = {
    "extra": ("fenced_code", "attr_list", "def_list", "abbr", "md_in_html"),
    "pymdownx.extra": ("pymdownx.superfences", "attr_list", "def_list", "abbr", "md_in_html"),
}
# They say nothing of their own, or what a page as GitHub reads it shows as well.
_SILENT = frozenset({
    "codehilite", "footnotes", "legacy_attrs", "legacy_em", "meta", "pymdownx.betterem",
    "pymdownx.escapeall", "pymdownx.highlight", "pymdownx.magiclink", "pymdownx.pathconverter",
    "pymdownx.quotes", "pymdownx.saneheaders", "pymdownx.smartsymbols", "pymdownx.tasklist",
    "pymdownx.fancylists", "sane_lists", "smarty", "tables", "toc", "wikilinks", "pymdownx.b64",
    "pymdownx.striphtml", "callouts", "material.extensions.preview", "mdx_truly_sane_lists",
})  # fmt: skip
_PLUGINS = ("macros", "mkdocstrings", "autorefs")


@dataclass(frozen=True)
class Sign:
    """What gives a page away as Python-Markdown's; `extension` is in the site's settings."""

    extension: str
    pattern: re.Pattern[str] | None  # its group "at" is the sign; None: it changes every page
    where: Where = "text"


def signs_of(
    extensions: Iterable[object], options: Mapping[str, Any], plugins: Iterable[str]
) -> tuple[Sign, ...]:
    """Return the signs that count in a site.

    Args:
        extensions: its `markdown_extensions`, by name; what isn't a name is a plugin's own.
        options: name of an extension → its options, as `markdown_extensions` gives them.
        plugins: the names of its plugins.
    """
    names = ["toc", "tables", "fenced_code"]  # which MkDocs always uses
    names += [e.removeprefix("markdown.extensions.") for e in extensions if isinstance(e, str)]
    names = [part for name in names for part in _BUNDLES.get(name, (name,))]
    names += [name for name in _PLUGINS if name in plugins]
    return tuple(s for name in dict.fromkeys(names) for s in _signs(name, options.get(name) or {}))


def _signs(name: str, options: Mapping[str, Any]) -> Iterator[Sign]:
    if name.startswith("pymdownx.blocks."):
        yield Sign(name, _compiled(_SIGNS["pymdownx.blocks"][0]))
    elif name in _SIGNS:
        pattern, where = _SIGNS[name]
        yield Sign(name, _compiled(pattern), where)
    elif name == "nl2br" or name not in _SILENT:
        yield Sign(name, None)  # nobody here knows what it does
    if name == "toc" and (marker := options.get("marker", "[TOC]")):
        yield Sign(name, _compiled(rf"^[ ]*(?P<at>{re.escape(str(marker))})[ ]*$"))
    if name == "pymdownx.snippets" and options.get("auto_append"):
        yield Sign(f"{name}: auto_append", None)
    if name == "pymdownx.arithmatex" and not options.get("generic"):
        yield Sign(name, _compiled(r"(?P<at>(?<![\\$])\$\$?(?=[^\s$])[^$]+\$)"))
    if name == "pymdownx.superfences":
        fences = options.get("custom_fences") or ()
        own = [f.get("name") for f in fences if isinstance(f, dict) and "validator" not in f]
        if own := [re.escape(str(fence)) for fence in own if fence and fence != "mermaid"]:
            yield Sign(name, _compiled(_FENCE + rf"(?:{'|'.join(own)})\b"), "code")


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.MULTILINE | re.IGNORECASE)
