"""Relations by their names: what labels, headings and the words before a hit say."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from mkdocs_sima.settings.derived import of_settings

if TYPE_CHECKING:
    from mkdocs_sima.settings import Settings

_NO_WORD = re.compile(r"(?:[^\w\s/&]|_)+")
_SIGNS = " \t*_`-|([:#>"  # what most often stands between a word, or the begin of a line, and a hit
_REACH = 60  # characters before a hit that may name its relation
# "References:" above a list says nothing of how they are related.
_NEUTRAL = re.compile(r"(?:cross ?)?references?$")
_RELATED = re.compile(
    r"(?:related\b.*|(?:cross ?)?references?|see also|links?|further reading|prerequisites?"
    r"|dependencies)$"
)


@lru_cache(maxsize=16384)
def fold_words(label: str) -> str:
    """Fold a label: case, emoji, markup and the colon go, `_` and `-` are blanks."""
    return " ".join(_NO_WORD.sub(" ", label).casefold().split())


class Relations:
    """The words that name the relations of the settings. Immutable; get it by `of`."""

    def __init__(self, settings: Settings) -> None:
        self._names: dict[str, str] = {}
        for relation in settings.relations.values():
            for word in (*relation.words, relation.name):
                folded = fold_words(word)
                self._names.setdefault(folded, relation.name)
                self._names.setdefault(f"{folded}s", relation.name)
        self._last_words = tuple({label.rpartition(" ")[2] for label in self._names})

    @staticmethod
    def of(settings: Settings) -> Relations:
        """Return the relations of these settings, made once."""
        return _of(settings)

    def of_field(self, label: str) -> str | None:
        """Return the relation that the label of a field names."""
        return self._names.get(fold_words(label))

    def of_label(self, label: str) -> str | None:
        """Return the relation that a label of a list names; "References" names none."""
        folded = fold_words(label)
        return None if _NEUTRAL.match(folded) else self._names.get(folded)

    def of_words_before(self, text: str) -> str | None:
        """Return the relation that the last words of a text name: "… is superseded by"."""
        whole = text[-_REACH:]
        text = whole.rstrip(_SIGNS)
        if not text:
            return None
        if text[-1].isalnum() and not text.casefold().endswith(self._last_words):
            return None  # as for most hits; looking at words takes longer
        words = _NO_WORD.sub(" ", text).casefold().split()
        for length in (3, 2, 1):
            last = " ".join(words[-length:])
            if len(words) >= length and (name := self._names.get(last)):
                is_label = ":" in whole[len(text) :]  # "this references LESS-02" says more
                return None if is_label and _NEUTRAL.match(last) else name
        return None

    def head_a_list(self, heading: str) -> bool:
        """Tell whether a section of this heading lists references."""
        folded = fold_words(heading)
        return folded in self._names or _RELATED.match(folded) is not None


@of_settings
def _of(settings: Settings) -> Relations:
    return Relations(settings)
