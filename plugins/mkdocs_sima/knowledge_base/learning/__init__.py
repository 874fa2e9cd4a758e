"""All files of a folder in, the types of entries that they number by themselves out."""

from mkdocs_sima.knowledge_base.learning.types import learn_types

__all__ = ["learn_types"]
