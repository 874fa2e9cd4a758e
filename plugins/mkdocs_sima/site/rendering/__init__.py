"""Markdown as GitHub reads it, in the markup that Material for MkDocs styles."""

from mkdocs_sima.site.rendering.renderer import Rendered, Renderer, Section

__all__ = ["Rendered", "Renderer", "Section"]
