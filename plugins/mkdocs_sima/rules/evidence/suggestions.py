"""What the author of a reference that leads nowhere probably meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.lookup.title_words import words_of
from mkdocs_sima.parsing.identity.grammar import fold_id

if TYPE_CHECKING:
    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Mention

SAME_WORDS = 2
SLIP = 90  # percent of two names that agree, from which on one is the other mistyped
RENUMBERED = 4  # words of a name, type and suffix included, that are enough without the number


def likely(kb: KnowledgeBase, path: str, mention: Mention) -> str | None:
    """Return the ID or file name that was probably meant in the document `path`, if any.

    Nobody mistypes LESS-31 for LESS-01 or DEP-01 for DEC-01, which only look alike: another number
    or type counts only if the gloss says so.
    """
    close = kb.suggest(mention.text)
    if close and mention.form == "file":
        return _in_its_folder(kb, path, mention, close) if _alike(mention, close) else None
    found = kb.by_id(close) if close and mention.ref_id and mention.form == "id" else ()
    if not found or not mention.ref_id or not found[0].ref_id:
        return close
    if fold_id(found[0].ref_id.bare) == fold_id(mention.ref_id.bare):
        return close
    shared = words_of(mention.gloss or "") & words_of(found[0].display_title)
    return close if len(shared) >= SAME_WORDS and found[0].path != path else None


def _in_its_folder(kb: KnowledgeBase, path: str, mention: Mention, name: str) -> str:
    """Return a file name with its folders, from the root, if the author wrote a path."""
    if "/" not in mention.text:
        return name
    folder = mention.text.rpartition("/")[0]
    target = kb.find(f"{folder}/{name}", path).target or kb.find(name, path).target
    return ("/" if mention.text.startswith("/") else "") + target if target else name


def _alike(mention: Mention, name: str) -> bool:
    """Return whether a file name may be the one that is meant: a word left out, or a slip.

    `INT-03-Security-Interface.md` and `INT-11-Utility-Interface.md` only look alike, and so do
    `Session-4.md` and `Session-2.md`; an ID may be renumbered and keep its words. Who writes a word
    that no file has, as in `AWS-Guide.md` for `Guide.md`, means another file.
    """
    one, other = (path.rsplit("/", 1)[-1].casefold() for path in (mention.text, name))
    words, others = (set(re.findall(r"[^\W\d_]{2,}", text)) for text in (one, other))
    numbers = [re.findall(r"\d+", text) for text in (one, other)]
    if all(numbers) and numbers[0] != numbers[1]:
        renumbered = mention.ref_id is not None and len(words) >= RENUMBERED
        return renumbered and words <= others
    if words <= others or others <= words:
        return words <= others
    from rapidfuzz.fuzz import ratio  # loaded by the suggestion already

    return ratio(one, other) >= SLIP
