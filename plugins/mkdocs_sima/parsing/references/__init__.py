"""A document without its references in, every place where it points at others or at code out."""

from mkdocs_sima.parsing.references.code_paths import find_code_paths
from mkdocs_sima.parsing.references.mentions import find_mentions

__all__ = ["find_code_paths", "find_mentions"]
