"""Open the knowledge base that a command was given, with progress on a terminal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_sima.project import Project, find_project

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs_sima.knowledge_base import KnowledgeBase


@dataclass(frozen=True)
class Loaded:
    """A knowledge base with where it came from."""

    project: Project
    kb: KnowledgeBase

    @property
    def root(self) -> Path:
        """The folder that the paths of documents are relative to."""
        return self.project.root


def load(path: Path) -> Loaded:
    """Read the knowledge base at a path.

    Raises:
        ProjectError: it can't be opened.
    """
    from mkdocs_sima.knowledge_base import KnowledgeBase

    project = find_project(path)
    return Loaded(project, KnowledgeBase.load(project.root, project.settings))
