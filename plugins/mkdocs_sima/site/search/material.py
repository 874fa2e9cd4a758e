"""What Material's search reads of a page, and how it splits words so that REF-IDs stay whole."""

from __future__ import annotations

import re
from html import escape
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import get_plugin_logger

from mkdocs_sima.site.languages.translations import language_of
from mkdocs_sima.site.search.accents import without_accents

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_sima.model import Document, RefId
    from mkdocs_sima.site.rendering import Section

_log = get_plugin_logger("sima")

PLUGIN = "material/search"
FIELDS = {"spellings": {"boost": 1.0}, "keywords": {"boost": 1e3}, "plain": {"boost": 1e3}}
"""Fields of the index that are searched and never shown.

A spelling holds a REF-ID in one word, `less22`, which nobody writes in a text; it needs no weight
of its own, or else the `to` of a question would find every `tool04`. Where a REF-ID is typed, the
query says how much it weighs: see frontend/src/page/search.ts. Keywords weigh as much as titles,
and so do the words of both that have accents, kept without them: `etat` finds `état`.
"""

LISTS = 0.5
"""Weight of documents that list others: they hold the words of all that they list."""

SEPARATOR = r"[\s\u200b\u3000\-,:;!?=\[\]()\"'`/|、。，．？！；]+|\.(?!\d)|&[lg]t;"
"""Hyphens separate words: Material splits a query there in any case, so the index must as well.

That `LESS-22` is found first all the same is the work of the field of spellings.
"""

_LONGEST = 20_000  # characters of one section; nobody finds anything by what follows
_FACT = 40  # characters of a field that says something about the entry rather than its subject
_WORD = re.compile(r"[^\W\d_]{2}")
_LINE = 120  # characters of a paragraph, at least
# Where the search may cut what it shows of a section.
_SENTENCE_END = re.compile(r"(?<=[.!?:])\s+|(?<=[。！？])\s*|\n+")


def configure_search(config: MkDocsConfig, *, reads_words: bool = True) -> None:
    """Set up Material's search plugin, if it is used, where its owner has not.

    `reads_words` if the words that it finds are searched, and not only its sections taken.
    """
    plugin: Any = config.plugins.get(PLUGIN)
    if plugin is None:
        return
    plugin.config.separator = plugin.config.separator or SEPARATOR
    if reads_words and language_of(config).startswith("zh") and find_spec("jieba") is None:
        _log.info("the search parts Chinese words at blanks only; `pip install jieba` mends that")
    # A new mapping: the default one is shared by all builds of a process.
    plugin.config.fields = {**FIELDS, **plugin.config.fields}


def search_view(document: Document, sections: Sequence[Section], *, compact: bool) -> str:
    """Return a page as the search should see it: its text alone, the entry's own words first.

    The search plugin parses what it is given with a slow parser; markup that it would throw away
    costs a third of a build. What the search shows of a page is the first lines, or the paragraphs
    with the words that were asked for: so these are short, and fields about the entry come last.
    """
    title = document.display_title
    heading = f"{document.id}: {title}" if document.id else title
    texts = [("" if compact else section.text[:_LONGEST]) for section in sections]
    lead, facts = "", ""
    if texts and sections[0].level == 1:
        lead, facts = _without_facts(document, texts[0])
        texts[0] = ""
    summary = document.summary or ""
    parts = [
        f'<h1 id="title">{escape(heading)}</h1>',
        "" if summary and summary[:40] in lead else _paragraph(summary),
        _paragraph(" · ".join(document.keywords)),
        *map(_paragraph, _chunks(lead)),
        _paragraph(facts),
    ]
    for section, text in zip(sections, texts, strict=True):
        if section.level > 1:
            parts.append(f'<h{section.level} id="{escape(section.id)}">{escape(section.title)}')
            parts.append(f"</h{section.level}>")
        parts += map(_paragraph, _chunks(text))
    return "".join(parts)


def _without_facts(document: Document, text: str) -> tuple[str, str]:
    """Take the short fields, such as `Topic: Caching`, from the begin of a text; return both."""
    facts: list[str] = []
    kept: list[str] = []
    own = (document.id, document.ref_id.bare) if document.ref_id else ()
    own_file = document.path.rpartition("/")[2]
    for field in document.fields:
        value = field.value.replace("`", "")
        said = f"{field.label}: {value}"
        begin, found, rest = text.partition(said)
        if not found or begin.strip(" -–—"):
            continue
        text = rest.lstrip()
        if value in own or own_file in value or not _WORD.search(value):
            continue  # the title says it, or it is a version, or a date
        (kept if len(value) > _FACT else facts).append(said)
    return " ".join([*kept, text]), " · ".join(facts)


def _chunks(text: str) -> Iterable[str]:
    """Split a text between sentences into pieces of a line or two."""
    start = 0
    for end in _SENTENCE_END.finditer(text):
        if end.end() - start >= _LINE:
            yield text[start : end.start()].strip()
            start = end.end()
    yield text[start:].strip()


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text else ""


def spellings(ref_id: RefId) -> str:
    """Return the words by which the bearer of a REF-ID is found: `less22`, `awsless22`.

    What a bare ID is found by stands twice, so that for `LESS-22` it comes before `AWS-LESS-22`.
    """
    plain = ref_id.number.lstrip("0") or ref_id.number  # LESS-02 is also asked for as LESS-2
    stems = dict.fromkeys((f"{ref_id.prefix}{ref_id.type}", ref_id.type))
    numbers = dict.fromkeys((plain, ref_id.number))
    words = [re.sub(r"[-_]", "", f"{stem}{number}") for stem in stems for number in numbers]
    return " ".join(words if ref_id.prefix else words * 2)


def weigh(config: MkDocsConfig, documents: Mapping[str, Document]) -> None:
    """Add to the index of documents, by address, what they are found by and how much they weigh."""
    plugin: Any = config.plugins.get(PLUGIN)
    index = getattr(plugin, "search_index", None)
    entries: Iterable[dict[str, Any]] = getattr(index, "entries", ())
    for entry in entries:
        address, _, section = entry.get("location", "").partition("#")
        document = documents.get(address)
        if document is None:
            continue
        if document.kind in ("index", "template"):
            entry.setdefault("boost", LISTS)
        if section:
            continue
        if document.keywords:
            entry["keywords"] = escape(" ".join(document.keywords))
        if plain := without_accents(" ".join((document.display_title, *document.keywords))):
            entry["plain"] = plain
        if document.ref_id:
            entry["spellings"] = spellings(document.ref_id)
