"""What a document is called: by its author's words, wherever they stand."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from mkdocs_sima.parsing.fields import labels
from mkdocs_sima.parsing.fields.frame import header_block_end
from mkdocs_sima.parsing.fields.labels import fold_label
from mkdocs_sima.parsing.identity.file_names import after_file_name, file_name_of, stem_of, words_of
from mkdocs_sima.parsing.identity.grammar import Grammar
from mkdocs_sima.parsing.text.plain import cut_at_word, is_placeholder, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_sima.model import FieldOrigin
    from mkdocs_sima.parsing.identity.entry_id import Identity
    from mkdocs_sima.parsing.markdown.source import Source
    from mkdocs_sima.settings import Settings

# "LESS-22: State", "[LESS-22] State", "LESS-22 – State", "LESS-22 State".
_AFTER_ID = re.compile(r"[\])）】]?\s*(?:[:：–—|.]|-(?=\s)|\s)\s*(\S.*)", re.DOTALL)
_NUMBERED = re.compile(r"\d+\.\s+(?=\S)")  # "# 7. Use PostgreSQL"
_OWN_NUMBER = re.compile(r"([A-Z]?\d+)\s?[:–—|-]\s+(\S.*)")  # "# 0009: Labels" of `0009-labels.md`
# "Lesson: Never Share a Handler": the label is no part of the title.
_LABELLED = re.compile(r"([^:：]{1,40}?)\s*[:：]\s*(\S.*)")
_BOLD_LINE = re.compile(r"^[ \t]*(?:\*\*|__)([^*\n]+?)(?:\*\*|__)[ \t]*\\?$", re.MULTILINE)
_SHORT_CODE = re.compile(r":[a-z0-9_+-]+:$")  # `:rocket:`
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s|(?<=[。！？；])")
_LONGEST_TITLE = 80
# "## Lesson: Batch what you can" beside the labels of the declared types.
_KINDS = frozenset({"lesson", "lesson learned", "decision", "pattern", "anti pattern"})
# "# Version: 2" is a field that was written as a heading.
_NO_TITLE = labels.PLAIN | {"version", "author", "authors", "usage", "location", "audience"}


def find_title(source: Source, identity: Identity, settings: Settings) -> str | None:
    """Return the title that the author wrote, or None where the document states none."""
    for candidate in _candidates(source, identity, settings):
        title = candidate.strip(" \t\n：–—").removeprefix("- ").lstrip(": ")
        if not _SHORT_CODE.search(title):
            title = title.rstrip(" :")
        if any(c.isalnum() for c in title) and not is_placeholder(title):
            return _calmed(title, identity, settings)
    return None


def _calmed(title: str, identity: Identity, settings: Settings) -> str:
    """Return a title in capitals as the file name writes it, if that has the same words.

    A name in small letters does not tell `API` from `GLOSSARY`.
    """
    if title.isupper() and not stem_of(identity.path).islower():
        slug = _slug(identity.path, identity, Grammar.of(settings))
        if _squeeze(slug) == _squeeze(title):
            return slug
    return title


def display_title(title: str | None, summary: str | None, identity: Identity) -> str:
    """Return what to show where a title is needed: never empty.

    Without a title that is how the summary begins, else the ID, else the file or folder name.
    """
    if title:
        return title
    if identity.ref_id and summary:
        sentence = _SENTENCE_END.split(summary)[0].rstrip(" .。")
        if len(sentence) <= _LONGEST_TITLE:
            return sentence
        return cut_at_word(sentence, _LONGEST_TITLE).rstrip(" ,;:，；：") + " …"
    folder, _, name = identity.path.rpartition("/")
    stem = stem_of(name)
    if stem.lower() in ("readme", "index") and folder:
        stem = folder.rpartition("/")[2]
    return str(identity.ref_id or " ".join(words_of(stem)) or identity.path)


def _candidates(source: Source, identity: Identity, settings: Settings) -> Iterator[str]:
    """Yield what may be the title, the most telling first."""
    grammar = Grammar.of(settings)
    top, below = _first_headings(source)
    names = [name for text in top if (name := file_name_of(text))]
    titles = [text for text in top if not file_name_of(text)]

    def after_id(texts: Iterable[str]) -> Iterator[str]:
        for text in texts:
            begin = grammar.begin(text)
            if begin and identity.owns(begin[0]):
                rest = _AFTER_ID.fullmatch(text, begin[1])
                yield rest[1] if rest else ""

    yield from _values(source, "yaml")
    yield from after_id(titles)
    if identity.ref_id:  # else "### Title" may as well explain a form
        yield from _values(source, "section")
    besides = [after_file_name(text) for text in top]
    yield from after_id(besides)
    yield from (text for text in besides if not grammar.id.match(text))
    yield from after_id(_bold_lines(source))
    yield from (_plain_heading(text, identity) for text in titles if not grammar.begin(text))
    yield from _values(source, "section", "bold", "plain", "table")
    yield from after_id(below)
    kinds = _KINDS | {fold_label(t.label) for t in settings.types.values()}
    yield from (_after_kind(text, kinds) for text in below)
    yield from (_slug(name, identity, grammar) for name in (*names, identity.path))


def _plain_heading(text: str, identity: Identity) -> str:
    """Return a heading without the number before it, or nothing if it is a field."""
    own = _OWN_NUMBER.fullmatch(text) if identity.ref_id else None
    if own and identity.ref_id and own[1].lstrip("0") == identity.ref_id.number.lstrip("0"):
        return own[2]
    labelled = _LABELLED.fullmatch(text)
    if labelled and fold_label(labelled[1]) in _NO_TITLE:
        return ""
    return _NUMBERED.sub("", text, count=1)


def _after_kind(text: str, kinds: frozenset[str]) -> str:
    """Return what follows the kind of entry in a heading: "Lesson: Batch what you can"."""
    labelled = _LABELLED.fullmatch(text)
    return labelled[2] if labelled and fold_label(labelled[1]) in kinds else ""


def _first_headings(source: Source) -> tuple[list[str], list[str]]:
    """Return the headings of level 1 before any other, and the first two of the others."""
    headings = [section.heading for section in source.sections[:8]]
    top = [h.text for h in takewhile(lambda h: h.level == 1, headings)]
    below = [h.text for h in headings if h.level > 1]
    return top or [h.text for h in headings if h.level == 1][:1], below[:2]


def _values(source: Source, *origins: FieldOrigin) -> Iterator[str]:
    header_end = header_block_end(source)
    for field in source.fields:
        own = field.origin == "section" or field.start < header_end
        if own and field.origin in origins and fold_label(field.label) in labels.TITLE:
            yield plain_text(field.value.partition("\n")[0])


def _bold_lines(source: Source) -> Iterator[str]:
    """Yield the lines of the first sections that are bold as a whole."""
    ends = [section.start for section in source.sections if section.heading.level > 1]
    end = ends[2] if len(ends) > 2 else len(source.text)
    for match in _BOLD_LINE.finditer(source.masked, source.body_start, end):
        yield plain_text(source.text[match.start(1) : match.end(1)])


def _slug(name: str, identity: Identity, grammar: Grammar) -> str:
    """Return the words of a file name, without the ID and the folders named before it."""
    stem = stem_of(name)
    match = grammar.match_name(stem) if identity.ref_id else None
    if match:
        before, after = stem[: match.start()], stem[match.end() :]
        folders = {_squeeze(folder) for folder in identity.path.split("/")[:-1]}
        while (word := re.match(r"[^-_\s]+[-_\s]*", before)) and _squeeze(word[0]) in folders:
            before = before[word.end() :]
        stem = f"{before} {after}".strip(" -_.")
        if not stem and not any(c.isdigit() for c in match["number"]):
            stem = match["number"].title()  # `SPEC-FILE-NAMES`: the words are all the title it has
    elif stem.lower() in ("readme", "index"):
        return ""  # says nothing of this folder rather than another
    words = " ".join(words_of(stem))
    return words.capitalize() if words.islower() else words


def _squeeze(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
