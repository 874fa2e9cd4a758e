"""Which Markdown a page is read as, and by which line, for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs_sima.parsing.markdown.dialect import (
    AUTO,
    COMMONMARK,
    PYTHON_MARKDOWN,
    dialect_of,
)
from mkdocs_sima.parsing.markdown.dialect_signs import signs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs_sima.model import Document
    from mkdocs_sima.settings.project import Project

_NAMES = {COMMONMARK: "GitHub's Markdown", PYTHON_MARKDOWN: "Python-Markdown"}


def read_as_line(project: Project, document: Document) -> str:
    """Return how a document's page is read: "Python-Markdown (admonition), line 12: !!! note".

    What a hook or another plugin adds to the extensions isn't known here.
    """
    stated = document.front_matter.get("markdown")
    if stated in _NAMES:
        return f"{_NAMES[str(stated)]}, says its front matter"
    wanted = AUTO if stated == AUTO else project.settings.markdown
    if wanted != AUTO:
        return f"{_NAMES[wanted]}, say the settings"
    extensions = dict(_named(project.site.get("markdown_extensions")))
    plugins = [name for name, _ in _named(project.site.get("plugins"))]
    body = document.text[document.body_start :]
    reading = dialect_of(body, signs_of(extensions, extensions, plugins))
    if not reading.is_python_markdown:
        return _NAMES[COMMONMARK]
    why = f"{_NAMES[PYTHON_MARKDOWN]} ({reading.extension})"
    if not reading.sign:
        return f"{why}, which changes every page"
    line = document.text.count("\n", 0, document.body_start + reading.offset) + 1
    return f"{why}, line {line}: {reading.sign}"


def _named(items: object) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the names in one of MkDocs's lists or mappings, each with its options."""
    if isinstance(items, dict):
        items = [{name: options} for name, options in items.items()]
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict):
            for name, options in item.items():
                yield str(name), options if isinstance(options, dict) else {}
        elif isinstance(item, str):
            yield item, {}
