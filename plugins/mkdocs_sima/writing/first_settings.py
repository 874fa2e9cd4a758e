"""The `mkdocs.yml` of a folder that has none: what was found there, with comments."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mkdocs_sima.settings import EntryType

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document

_ENOUGH = 3  # files that look alike make a type; two may be chance
_NAMED = re.compile(r"([A-Za-z][A-Za-z0-9]{1,9})-(\d{1,6})(?![A-Za-z0-9])")
_NUMBERED = re.compile(r"\d{3,6}[-_ ]")
_DECISIONS = re.compile(r"(?:^|[-_])(?:adrs?|decisions?)(?:$|[-_])", re.IGNORECASE)
_PLAIN = re.compile(r"[A-Za-z][\w./-]*(?: [\w./-]+)*")
_NOT_PLAIN = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
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
    tops = {
        path.relative_to(folder).parts[0]
        for path in folder.rglob("*.md")
        if path.parent != folder and not path.relative_to(folder).parts[0].startswith(".")
    }
    if len(tops) == 1 and (top := tops.pop()) in _SITE_FOLDERS:
        return Place(folder / "mkdocs.yml", folder / top)
    return Place(folder.parent / "mkdocs.yml", folder)


@dataclass(frozen=True, slots=True)
class Guess:
    """Types that aren't declared, but that several files are named after."""

    sure: dict[str, EntryType]
    perhaps: dict[str, int]  # type → number of files; `Session-12` need not be an ID


def guess_types(kb: KnowledgeBase) -> Guess:
    """Guess the types of a folder's entries from its file names and front matter.

    What merely looks like an ID is believed only where nothing bears one of a known type.
    """
    named: dict[str, list[Document]] = defaultdict(list)
    numbered: dict[str, Counter[str]] = defaultdict(Counter)
    for path, document in kb.documents.items():
        folder, _, name = path.rpartition("/")
        if document.ref_id:
            continue
        if match := _NAMED.match(name):
            named[match[1].upper()].append(document)
        elif _NUMBERED.match(name) and (type_ := _type_of_folder(folder)):
            numbered[type_][folder] += 1
    # A series needs no declaration; declared it can be given a name.
    series = {t.name: replace(t, inferred=False) for t in kb.settings.types.values() if t.inferred}
    guess = Guess(series, {})
    strange = not any(document.ref_id for document in kb.documents.values())
    declared = {name.casefold() for name in kb.settings.types}
    for name, documents in sorted(named.items()):
        if len(documents) < _ENOUGH or name.casefold() in declared:
            continue
        number = _number_field(name, documents)
        if number or strange:
            guess.sure[name] = EntryType(name, name, f"{name}s", field=number)
        else:
            guess.perhaps[name] = len(documents)
    for name, folders in sorted(numbered.items()):
        folder, count = folders.most_common(1)[0]
        if count >= _ENOUGH and name.casefold() not in declared and name not in guess.sure:
            guess.sure[name] = EntryType(name, name, f"{name}s", files=f"{folder}/*.md")
    return guess


def _type_of_folder(folder: str) -> str:
    """Return the type that the numbered files of a folder bear: `docs/rfcs` → `RFC`."""
    name = folder.rpartition("/")[2]
    if _DECISIONS.search(name):
        return "ADR"
    word = re.sub(r"s$", "", name)
    return word.upper() if re.fullmatch(r"[A-Za-z]{2,4}", word) else ""


def _number_field(name: str, documents: list[Document]) -> str | None:
    """Return the front matter key that holds the number, where most files have it."""
    key = name.lower()
    having = sum(key in document.front_matter for document in documents)
    return key if 2 * having > len(documents) else None


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
            f"site_name: {_yaml(title[:1].upper() + title[1:])}",
            "# site_url: https://example.org/knowledge/  # where it will be published",
            f"docs_dir: {_yaml(docs_dir)}",
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
        yield f"      #   {_yaml(example)}: {{label: Proposal, plural: Proposals, color: indigo}}"
        return
    yield "      # Types that files are named after; say what they are called."
    yield "      types:"
    for name, kind in guess.sure.items():
        options = [f"label: {_yaml(kind.label)}", f"plural: {_yaml(kind.plural)}", "color: indigo"]
        if kind.field:
            options.append(f"field: {_yaml(kind.field)}")
        if kind.files:
            options.append(f"files: {_yaml(kind.files)}")
        yield f"        {_yaml(name)}: {{{', '.join(options)}}} # {counts[name]} entries"


def _scopes(kb: KnowledgeBase) -> Iterator[str]:
    entries = Counter(kb.scope_of(path).path for path, doc in kb.documents.items() if doc.ref_id)
    scopes = [scope for scope in kb.scopes if scope.path]
    if not scopes:
        return
    yield "      # Scopes number their entries by themselves. These were inferred; take the marks"
    yield "      # away to fix them."
    yield "      # scopes:"
    for scope in scopes:
        yield f"      #   - path: {_yaml(scope.path)}  # {entries[scope.path]} entries"
        if scope.prefix:
            yield f"      #     prefix: {_yaml(scope.prefix)}"


def _wrapped(text: str) -> Iterator[str]:
    line = "      #"
    for word in text.split(" "):
        if len(line) + len(word) > 98:
            yield line
            line = "      #  "
        line += f" {word}"
    yield line


def _yaml(text: str) -> str:
    """Return a text as a YAML scalar; JSON's strings are YAML's, too."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _NOT_PLAIN:
        return text
    return json.dumps(text, ensure_ascii=False)
