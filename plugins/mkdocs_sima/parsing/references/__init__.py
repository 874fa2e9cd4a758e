"""A document without its references in, every place where it points at others out."""

from mkdocs_sima.parsing.references.mentions import find_mentions

__all__ = ["find_mentions"]
