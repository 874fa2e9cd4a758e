"""A knowledge base from a few lines, checked by one rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from mkdocs_sima.knowledge_base import KnowledgeBase
from mkdocs_sima.rules import Selection, check
from mkdocs_sima.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mkdocs_sima.model import Finding

    Find = Callable[..., list[Finding]]


@pytest.fixture
def find() -> Find:
    """Return a function: files and the rule that looks at them in, findings out."""

    def look(files: Mapping[str, str | bytes], *rules: str, **settings: Any) -> list[Finding]:
        contents = [
            (path, text if isinstance(text, bytes) else text.encode())
            for path, text in files.items()
            if path.endswith(".md")
        ]
        others = [path for path in files if not path.endswith(".md")]
        kb = KnowledgeBase.from_files(contents, read_settings(settings), others)
        return check(kb, Selection(select=rules))

    return look
