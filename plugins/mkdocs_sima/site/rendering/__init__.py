"""Markdown as GitHub reads it in, HTML in the markup that Material styles out."""

from mkdocs_sima.site.rendering.headings import Lead, Permalinks, Section, TocToken, nest
from mkdocs_sima.site.rendering.marks import LinkTarget, Mark, Marks
from mkdocs_sima.site.rendering.renderer import Rendered, Renderer

__all__ = [
    "Lead",
    "LinkTarget",
    "Mark",
    "Marks",
    "Permalinks",
    "Rendered",
    "Renderer",
    "Section",
    "TocToken",
    "nest",
]
