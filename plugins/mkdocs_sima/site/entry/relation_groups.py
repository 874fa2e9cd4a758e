"""What cites a document and what it cites, grouped by how they are related."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.lookup.title_words import words_of
from mkdocs_sima.parsing.identity.file_names import stem_of
from mkdocs_sima.parsing.text.plain import cut_at_word
from mkdocs_sima.site.entry.card import says_title
from mkdocs_sima.site.entry.items import Group, Item, item_elsewhere, item_for
from mkdocs_sima.site.theme import naming

if TYPE_CHECKING:
    from mkdocs_sima.knowledge_base.lookup.answers import Backlink
    from mkdocs_sima.model import Document
    from mkdocs_sima.site.theme.context import SiteContext

_EXCERPT = 220  # characters
_PLAIN = "related"
_UNSPECIFIC = frozenset({_PLAIN, "references", "referenced-by"})  # what every reference is


def group_by_relation(site: SiteContext, document: Document, *, lists: bool) -> list[Group]:
    """Return what is related by how, in the order of the settings' relations, plain ones last.

    A document is listed once, under what either side says most precisely, with the sentence in
    which it cites this one, if that says more. What an index lists is not repeated: its text is
    that list.
    """
    cited = {} if lists else _cited(site, document)
    citing = _citing(site, document)
    found: dict[str, list[Item]] = defaultdict(list)
    for path in {**cited, **citing}:
        relation, note = cited.get(path, (_PLAIN, ""))
        if path in citing:
            theirs, note = citing[path]
            relation = theirs if relation == _PLAIN else relation
        if relation == _PLAIN:  # then who cites whom is all that is known
            relation = "referenced-by" if path in citing else "references"
        item = item_for(site, document, path, note)
        mutual = path in cited and path in citing
        found[relation].append(replace(item, cited=path in cited, mutual=mutual))
    for relation, item in () if lists else _elsewhere(site, document):
        found[relation].append(item)
    order = {
        name: site.t(relation.label)
        for name, relation in site.settings.relations.items()
        if name not in _UNSPECIFIC
    } | {"references": site.t("Refers to"), "referenced-by": site.t("Referenced by")}
    for items in found.values():  # what says something of itself before what lists others
        items.sort(key=lambda item: not item.is_entry)
    return [Group(label, found[name]) for name, label in order.items() if name in found]


def _elsewhere(site: SiteContext, document: Document) -> list[tuple[str, Item]]:
    """Return relation and line of each entry of another knowledge base that is cited."""
    chosen: dict[str, tuple[str, Item]] = {}
    for reference in site.kb.references(document.path):
        if found := site.kb.elsewhere(reference):
            relation = _known(site, reference.mention.relation)
            item = item_elsewhere(site, reference, found)
            if chosen.get(item.href, (_PLAIN,))[0] == _PLAIN:
                chosen[item.href] = (relation, item)
    return [("references" if name == _PLAIN else name, item) for name, item in chosen.values()]


def _known(site: SiteContext, relation: str) -> str:
    """Return a relation, or the plain one for what says no more or is not in the settings."""
    known = relation in site.settings.relations and relation not in _UNSPECIFIC
    return relation if known else _PLAIN


def _cited(site: SiteContext, document: Document) -> dict[str, tuple[str, str]]:
    """Return path → (relation, gloss) of what a document refers to, its most specific relation."""
    chosen: dict[str, tuple[str, str]] = {}
    for reference in site.kb.references(document.path):
        path, mention = reference.target, reference.mention
        if path and chosen.get(path, (_PLAIN, ""))[0] == _PLAIN:
            gloss = mention.gloss or ""
            known = says_title(site.kb.documents[path], gloss)  # then it says nothing new
            before = chosen.get(path, ("", ""))[1]
            chosen[path] = (_known(site, mention.relation), before if known else _shorten(gloss))
    return chosen


def _citing(site: SiteContext, document: Document) -> dict[str, tuple[str, str]]:
    """Return path → (relation as seen from here, sentence) of what refers to a document."""
    chosen: dict[str, tuple[str, str]] = {}
    for backlink in site.kb.backlinks(document.path):
        relation = _known(site, backlink.relation)
        before, said = chosen.get(backlink.source, (_PLAIN, ""))
        note = "" if _says_nothing_new(site, document, backlink) else _shorten(backlink.excerpt)
        if before == _PLAIN and relation != _PLAIN:
            chosen[backlink.source] = (relation, note or said)
        else:
            chosen[backlink.source] = (before, said or note)
    return chosen


def _says_nothing_new(site: SiteContext, document: Document, backlink: Backlink) -> bool:
    """Tell whether a line names the document and the relation, and says no more."""
    kind = naming.entry_type(site, document)
    known = [document.id or "", document.display_title, stem_of(document.path)]
    if kind:
        known += [kind.label, kind.plural]  # "Lesson: LESS-22 (Its Title)"
    if _known(site, backlink.relation) != _PLAIN:
        known.append(backlink.reference.mention.label or "")  # which heads the list
    return words_of(backlink.excerpt) <= words_of(" ".join(known))


def _shorten(text: str) -> str:
    if len(text) <= _EXCERPT:
        return text
    return cut_at_word(text, _EXCERPT) + " …"
