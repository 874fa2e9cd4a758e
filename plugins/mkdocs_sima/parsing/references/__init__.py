"""Find the places where one document points at others."""

from mkdocs_sima.parsing.references.mentions import find_mentions

__all__ = ["find_mentions"]
