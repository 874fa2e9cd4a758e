"""The `mkdocs.yml` of a folder that has none: what was found there, with comments."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.loading.source_files import list_files
from mkdocs_sima.writing.yaml_text import scalar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.settings import EntryType
    from mkdocs_sima.writing.guess import Guess

_SITE_FOLDERS = ("docs", "entries")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the settings go, and which folder they are about."""

    config: Path
    docs_dir: Path


def find_place(folder: Path) -> Place:
    """Say where the `mkdocs.yml` of a folder belongs.

    MkDocs wants it above the documents. If all of them lie in `docs/` or `entries/`, but for a
    README and the like at the top, the folder is the project; otherwise it holds the documents
    and the file goes beside it.
    """
    tops = {path.partition("/")[0] for path in list_files(folder).documents if "/" in path}
    if len(tops) == 1 and (top := tops.pop()) in _SITE_FOLDERS:
        return Place(folder / "mkdocs.yml", folder / top)
    return Place(folder.parent / "mkdocs.yml", folder)


def settings_text(kb: KnowledgeBase, docs_dir: str, guess: Guess) -> str:
    """Return the text of an `mkdocs.yml` for a knowledge base.

    Args:
        kb: read with the guessed types.
        docs_dir: the folder of the documents as seen from the file.
        guess: the types that were guessed.
    """
    name = docs_dir.strip("./").rpartition("/")[2] or "knowledge base"
    title = re.sub(r"[-_]+", " ", name)
    return "\n".join(
        [
            "# Written by `sima init`. Look at the site: mkdocs serve. Check it: sima check",
            f"site_name: {scalar(title[:1].upper() + title[1:])}",
            "# site_url: https://example.org/knowledge/  # where it will be published",
            f"docs_dir: {scalar(docs_dir)}",
            "# repo_url: https://github.com/you/repository  # findings then link to their line",
            f"# edit_uri: edit/main/{name}/",
            "",
            _THEME,
            "",
            "plugins:",
            "  - search",
            "  - sima:",
            *_types(kb, guess),
            *_scopes(kb),
            _RULES,
            "",
        ]
    )


_THEME = """\
theme:
  name: material
  font: false # load nothing from other hosts
  # language: de  # es, de, fr, zh: our own words are translated as well
  features:
    - navigation.instant
    - navigation.top
    - navigation.indexes
    - navigation.sections # the ways in stay in sight; take it away for a long menu
    - content.code.copy
    - search.highlight
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      toggle: {icon: material/weather-night, name: Dark}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      toggle: {icon: material/weather-sunny, name: Light}"""

_RULES = """\
      # Severity of a rule: error, warning, info or off. `sima rule` lists them all.
      # rules:
      #   broken-reference: warning"""


def _types(kb: KnowledgeBase, guess: Guess) -> Iterator[str]:
    counts = Counter(doc.ref_id.type for doc in kb.documents.values() if doc.ref_id)
    known = [f"{name} {count}" for name, count in counts.most_common() if name not in guess.sure]
    if known:
        yield from _wrapped(f"Known types found: {', '.join(known)}.")
    if guess.perhaps:
        names = ", ".join(f"{name} {count}" for name, count in guess.perhaps.items())
        yield from _wrapped(f"Files are named after these, too; declare what is a type: {names}.")
    if not guess.sure:
        example = next(iter(guess.perhaps), "RFC")
        yield "      # types:"
        yield f"      #   {scalar(example)}: {{label: Proposal, plural: Proposals, color: indigo}}"
        return
    yield "      # Types that files are named after; say what they are called."
    yield "      types:"
    for name, kind in guess.sure.items():
        yield f"        {type_line(kind)} # {counts[name]} entries"


def type_line(kind: EntryType) -> str:
    """Return the line that declares a type, below `types:`."""
    options = [f"label: {scalar(kind.label)}", f"plural: {scalar(kind.plural)}", "color: indigo"]
    if kind.field:
        options.append(f"field: {scalar(kind.field)}")
    if kind.files:
        options.append(f"files: [{', '.join(map(scalar, kind.files))}]")
    if kind.numbers:
        options.append(f"numbers: {kind.numbers}")
    return f"{scalar(kind.name)}: {{{', '.join(options)}}}"


def _scopes(kb: KnowledgeBase) -> Iterator[str]:
    entries = Counter(kb.scope_of(path).path for path, doc in kb.documents.items() if doc.ref_id)
    scopes = [scope for scope in kb.scopes if scope.path]
    if not scopes:
        return
    yield "      # Scopes number their entries by themselves. These were inferred; take the marks"
    yield "      # away to fix them."
    yield "      # scopes:"
    for scope in scopes:
        yield f"      #   - path: {scalar(scope.path)}  # {entries[scope.path]} entries"
        if scope.prefix:
            yield f"      #     prefix: {scalar(scope.prefix)}"


def _wrapped(text: str) -> Iterator[str]:
    line = "      #"
    for word in text.split(" "):
        if len(line) + len(word) > 98:
            yield line
            line = "      #  "
        line += f" {word}"
    yield line
