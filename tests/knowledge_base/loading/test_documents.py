"""Reading a folder: nothing raises, nothing is followed out of it, nothing is parsed twice."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from mkdocs_sima import KnowledgeBase, processes
from mkdocs_sima.knowledge_base import ParseCache
from mkdocs_sima.knowledge_base.loading import workers
from mkdocs_sima.knowledge_base.loading.source_files import list_files
from mkdocs_sima.parsing import parse
from mkdocs_sima.settings import Settings
from mkdocs_sima.settings.project import ProjectError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mkdocs_sima.model import Document


def write(root: Path, *names: str, text: str = "# DEC-01: One\n") -> None:
    for name in names:
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def test_only_markdown_is_read_and_everything_is_listed(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "b/C.MARKDOWN", "b/picture.png")
    write(tmp_path, ".hidden.md", ".git/x.md", "b/node_modules/c/README.md", "drafts/d.md")
    kb = KnowledgeBase.load(tmp_path, Settings(exclude=("drafts/",)))
    assert list(kb.documents) == ["a.md", "b/C.MARKDOWN"]
    assert kb.files == {"a.md", "b/C.MARKDOWN", "b/picture.png"}
    assert kb.root == tmp_path


def test_symbolic_links_lead_neither_out_nor_in_circles(tmp_path: Path) -> None:
    root = tmp_path / "root"
    write(root, "a.md")
    write(tmp_path, "secret.md", "other/x.md")
    (root / "inside.md").symlink_to("a.md")
    (root / "outside.md").symlink_to(tmp_path / "secret.md")
    (root / "folder").symlink_to(tmp_path / "other")
    (root / "circle").symlink_to(root)
    (root / "dangling.md").symlink_to("nowhere.md")
    (root / "dangling.png").symlink_to("nowhere.png")
    listing = list_files(root)
    assert listing.documents == ["a.md", "dangling.md", "inside.md"]  # reading says what is wrong
    assert not listing.others
    problems = KnowledgeBase.load(root).documents["dangling.md"].problems
    assert [problem.rule for problem in problems] == ["unreadable-file"]


def test_a_file_that_cannot_be_read_is_a_document_that_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "a.md", "b.md")
    listing = list_files(tmp_path)
    monkeypatch.setattr("mkdocs_sima.knowledge_base.loading.sources.list_files", lambda *_: listing)
    (tmp_path / "b.md").unlink()  # between listing and reading
    document = KnowledgeBase.load(tmp_path).documents["b.md"]
    assert [problem.rule for problem in document.problems] == ["unreadable-file"]


def test_missing_and_empty_folders(tmp_path: Path) -> None:
    assert not KnowledgeBase.load(tmp_path).documents
    with pytest.raises(ProjectError, match="no such file or folder"):
        KnowledgeBase.load(tmp_path / "nowhere")


def test_only_changed_files_are_parsed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "a.md", "b.md")
    cache = ParseCache()
    first = KnowledgeBase.load(tmp_path, cache=cache)
    write(tmp_path, "b.md", text="# DEC-02: Two\n")
    parsed: list[str] = []

    def counted(path: str, data: bytes, settings: Settings) -> Document:
        parsed.append(path)
        return parse(path, data, settings)

    monkeypatch.setattr(workers, "parse", counted)
    second = KnowledgeBase.load(tmp_path, cache=cache)
    assert parsed == ["b.md"]
    assert second.documents["a.md"] is first.documents["a.md"]
    KnowledgeBase.load(tmp_path, Settings(repair=False), cache=cache)
    assert parsed == ["b.md", "a.md", "b.md"]  # other settings read other documents


def test_worker_processes_read_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, *(f"{n}.md" for n in range(5)))
    steps: list[tuple[int, int]] = []
    alone = KnowledgeBase.load(tmp_path, progress=lambda done, of: steps.append((done, of)))
    assert steps[-1] == (5, 5)
    monkeypatch.setattr(workers, "_processes", lambda _: 3)
    assert dict(KnowledgeBase.load(tmp_path).documents) == dict(alone.documents)


def test_a_worker_that_is_killed_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(results: Iterator[object]) -> bytes:
        next(results, None)  # it has taken files that nobody else will get
        os.kill(os.getpid(), signal.SIGKILL)
        return b""

    write(tmp_path, *(f"{n}.md" for n in range(50)))
    monkeypatch.setattr(workers, "_processes", lambda _: 3)
    monkeypatch.setattr(processes, "_pickled", killed)
    assert len(KnowledgeBase.load(tmp_path).documents) == 50


def test_links_lead_to_documents_files_folders_or_nowhere() -> None:
    files = [(p, b"# T\n") for p in ("index.md", "a/note.md", "a/b/deep one.md", "c/README.md")]
    kb = KnowledgeBase.from_files(files, other_files=["a/plan.pdf"])
    expected = {
        "b/deep%20one.md#part": ("document", "a/b/deep one.md", "part", True),
        "../index.md?x=1": ("document", "index.md", "", True),
        "plan.pdf": ("file", "a/plan.pdf", "", True),
        "../c/": ("document", "c/README.md", "", True),
        "b": ("folder", "a/b", "", True),
        "#here": ("document", "a/note.md", "here", True),
        "/site/c/README.md": ("document", "c/README.md", "", True),
        "c/README.md": ("document", "c/README.md", "", False),  # from the root: no browser does
        "../../etc/passwd": ("outside", None, "", True),
        "gone.md": ("missing", None, "", True),
        "https://example.org/x.md": ("external", None, "", True),
        "mailto:a@example.org": ("external", None, "", True),
    }
    for destination, wanted in expected.items():
        found = kb.resolve_link("a/note.md", destination)
        assert (found.kind, found.path, found.fragment, found.exact) == wanted, destination
