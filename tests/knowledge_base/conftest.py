"""Small knowledge bases written in the tests themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from mkdocs_sima import KnowledgeBase
from mkdocs_sima.settings import read_settings

Library = Callable[..., KnowledgeBase]
Shop = Callable[..., KnowledgeBase]


@pytest.fixture(scope="session")
def library() -> Library:
    """Return the function that builds a knowledge base from {path: Markdown} and settings."""

    def build(files: dict[str, str], **settings: Any) -> KnowledgeBase:
        pairs = [(path, text.encode()) for path, text in files.items()]
        return KnowledgeBase.from_files(pairs, read_settings(settings))

    return build


@pytest.fixture(scope="session")
def shop(library: Library) -> Shop:
    """Return a function that puts more documents into a shop with three scopes.

    General entries in `base`; a folder `billing` that numbers from 1 anew; a folder `mail` whose
    entries carry the prefix `Mail`.
    """
    entries = {
        "base/DEC-01.md": "Ship small changes",
        "base/DEC-02.md": "Keep one database",
        "base/DEC-03.md": "Log in plain text",
        **{f"base/LESS-0{n}.md": f"Lesson number {n}" for n in range(1, 8)},
        "billing/decisions/DEC-01.md": "Round half to even",
        "billing/decisions/DEC-02.md": "Charge once",
        "mail/Mail-DEC-01.md": "Queue every letter",
        "mail/Mail-DEC-02.md": "Retry bounced letters",
    }
    files = {
        path: f"# {(ref := path.rpartition('/')[2].removesuffix('.md'))}: {title}\n\n"
        f"**REF-ID:** {ref}\n"
        for path, title in entries.items()
    }

    def with_documents(documents: dict[str, str], **settings: Any) -> KnowledgeBase:
        return library({**files, **documents}, **settings)

    return with_documents
