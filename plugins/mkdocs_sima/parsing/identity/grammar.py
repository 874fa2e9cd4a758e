"""What a REF-ID looks like: built once from the types and scope prefixes of the settings.

`AWS-Lambda-DEC-04` is a prefix, a declared type and a number. A number may carry a word before it
(`LANG-PY-03`), stand close to its type with a project code (`NMP01-LEE-02`), or be a word
(`ARCH-SUGA`). `UTF-8`, `SHA-256` and `us-east-1` are no IDs, because no type of that name is
declared; `LESS-XX` and `AP-##` are placeholders.
"""

from __future__ import annotations

import re
from functools import lru_cache
from string import ascii_uppercase
from typing import TYPE_CHECKING

from mkdocs_sima.model import RefId
from mkdocs_sima.parsing.identity.file_names import stem_of
from mkdocs_sima.parsing.identity.said import find_said, heads_with, said_pattern
from mkdocs_sima.parsing.identity.word_ends import FIRST_WIDE, ID_END, LETTER
from mkdocs_sima.settings.derived import of_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.settings import EntryType, Settings

# A word that stands for "any number" in templates and naming rules.
PLACEHOLDER = r"(?:X{2,}|N{2,}|Y{2,}|Z{2,}|ID|IDS|NUM|NUMBER|NAME)"

_PREFIX_WORD = r"[A-Z][A-Za-z0-9]*"
_NUMBER = rf"(?:(?!{PLACEHOLDER}-)[A-Z][A-Z0-9]{{0,7}}-)?\d{{1,5}}"
_SHAPES = {
    "worded": r"[A-Za-z][A-Za-z0-9]{0,11}-\d{1,5}",
    "dashed": r"\d{3,5}-\d{1,4}",
    "dotted": r"\d{1,5}(?:\.\d{1,4}){1,3}",
    "hex": r"(?-i:[0-9A-F]{2,4})",
    "lettered": r"(?-i:[A-Z]\d{1,4})",
}
_DIGIT = r"\d"
_BEGINS = {
    "hex": r"(?-i:[0-9A-F]{2})",
    "lettered": r"(?-i:[A-Z]\d)",
    "worded": r"(?:\d|[A-Za-z][A-Za-z0-9]{0,11}-\d)",
}
_GLUED = r"\d{2}-[A-Z][A-Z0-9]*-\d{1,3}"
_WORD = rf"(?-i:(?!{PLACEHOLDER}\b)[A-Z][A-Z0-9]+(?:-[A-Z][A-Z0-9]+){{0,3}})"

_ID_BEGIN = rf"(?<!-)(?<!{LETTER})"


_GOES_ON = re.compile(r"-\d+(?:-|$)|[-_](?:through|thru|to)[-_][A-Za-z0-9-]*\d", re.IGNORECASE)
_LEADING_ZEROS = re.compile(r"(?<=\D)0+(?=\d)")
_HYPHEN = re.compile(r"-(?<=\w-)(?=[^\Wa-z_])")  # no ID has small letters alone behind it
_SIGNS = re.compile(r"[^\w\"'“”‘’«»„]*")


class Grammar:
    """Reads REF-IDs by the types and prefixes that are declared. Immutable; get it by `of`."""

    def __init__(self, types: tuple[EntryType, ...], prefixes: tuple[str, ...]):
        self._names = {t.name.casefold(): t.name for t in types}
        spellings = {t.name: re.escape(t.name) for t in types}
        for t in types:
            if t.label.isalpha():  # `Checklist-04` is `CHK-04`, but `CHECKLIST-04` another word
                self._names.setdefault(t.label.casefold(), t.name)
                spellings.setdefault(t.label, f"(?-i:{t.label}|{t.label.lower()})")
            if t.inferred:  # by numbers, so it has no others; files may be called `adr-0007`
                forms = sorted({t.name, t.name.upper(), t.name.lower(), t.name.capitalize()})
                spellings[t.name] = (
                    rf"(?-i:{'|'.join(map(re.escape, forms))})(?=-{_BEGINS.get(t.numbers, _DIGIT)})"
                )
        alternatives = "|".join(
            spellings[word] for word in sorted(spellings, key=len, reverse=True)
        )
        declared = "|".join(re.escape(p) for p in sorted(prefixes, key=len, reverse=True) if p)
        before = rf"(?:{_PREFIX_WORD}-){{0,4}}?"
        prefix = f"(?:(?:{declared})-|{before})" if declared else before
        shapes = "".join(
            f"-{_SHAPES[shape]}|" for shape in sorted({t.numbers for t in types} - {""})
        )
        self.id_pattern = (
            rf"{_ID_BEGIN}(?P<prefix>{prefix})(?P<type>{alternatives})"
            rf"(?P<number>{shapes}-{_NUMBER}|-{_WORD}|{_GLUED})"
        )
        """Source of the pattern of one ID, with groups `prefix`, `type`, `number`."""
        self.id = re.compile(self.id_pattern + ID_END)
        owned = [t for t in types if t.is_own]
        own = [t.name for t in owned]
        words = (*spellings, *(t.label.lower() for t in types), *map(str.lower, own), *prefixes)
        self._first = frozenset(ascii_uppercase).union(word[0] for word in words if word)
        self.slugged = re.compile(
            rf"{self.id_pattern}(?:[-_](?=[A-Z][a-z])[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*){ID_END}"
        )
        """A file name without its extension: `LESS-05-Graceful-Degradation`."""
        self._said = said_pattern(own, any(t.numbers == "lettered" for t in owned))
        self._loose = re.compile(
            self.id_pattern.replace(_ID_BEGIN, r"(?<![^\W_])", 1), re.IGNORECASE
        )

    @staticmethod
    def of(settings: Settings) -> Grammar:
        """Return the grammar of these settings; equal settings share one."""
        return _of(settings)

    def said(self, text: str) -> Iterator[re.Match[str]]:
        """Yield IDs of own types as people say them: `ADR 7`, `RFC #7`, `nip01`, `SEP-45-based`."""
        return find_said(self._said, text) if self._said else iter(())

    def ref_id(self, match: re.Match[str]) -> RefId:
        """Take a match of `id` (or of a pattern built from `id_pattern`) apart."""
        number = match["number"]
        glue = "-" if number.startswith("-") else ""
        return RefId(
            prefix=match["prefix"].rstrip("-"),
            type=self._names[match["type"].casefold()],
            number=number.removeprefix("-"),
            glue=glue,
        )

    def starts(self, text: str) -> Iterator[int]:
        """Yield where hyphenated words begin that may begin with an ID.

        Looks for their hyphens, which a text has far fewer of than letters.
        """
        for hyphen in _HYPHEN.finditer(text):
            start = hyphen.start() - 1
            wide = text[start] >= FIRST_WIDE
            while (
                start
                and (
                    (before := text[start - 1]).isalnum()
                    or before == "_"
                    or (before == "-" and "a" <= text[start] <= "z")  # a hyphen that was left out
                )
                and (before >= FIRST_WIDE) == wide
            ):
                start -= 1
            if text[start] in self._first and text[start - 1 : start] != "-":
                yield start

    def begin(self, heading: str, *, said: bool = True) -> tuple[RefId, int] | None:
        """Return the ID that a heading begins with, and where it ends.

        It may stand behind an emoji or in brackets, and, if `said`, be written as people say it.
        """
        signs = _SIGNS.match(heading)
        start = signs.end() if signs else 0
        if match := self.id.match(heading, start):
            return self.ref_id(match), match.end()
        spoken = heads_with(self._said, heading, start) if self._said and said else None
        return (self.ref_id(spoken)._replace(glue="-"), spoken.end()) if spoken else None

    def parse(self, text: str) -> RefId | None:
        """Read a text that is one ID and nothing else, in any case."""
        match = self._loose.fullmatch(text.strip())
        return self.ref_id(match) if match else None

    def of_name(self, name: str) -> RefId | None:
        """Return the ID that a file name (with or without `.md`) begins or ends with."""
        return _of_name(self, name.rsplit("/", 1)[-1])

    def match_name(self, stem: str) -> re.Match[str] | None:
        """Find the ID that the stem of a file name begins or ends with.

        One at the end after `_` is more exact than the folder words before it:
        `AWS-Lambda-CostModel_AWS-LESS-11` is `AWS-LESS-11`.
        """
        found = [m for m in self._loose.finditer(stem) if _ends(stem, m.end()) and _is_meant(m)]
        if found and found[-1].end() == len(stem) and stem[: found[-1].start()].endswith("_"):
            return found[-1]
        if found and found[0].start() == 0:
            return found[0]
        return None


@lru_cache(maxsize=16384)  # texts cite the same files again and again
def _of_name(grammar: Grammar, name: str) -> RefId | None:
    match = grammar.match_name(stem_of(name))
    return grammar.ref_id(match) if match else None


def _is_meant(match: re.Match[str]) -> bool:
    """Whether words in small letters name an entry: those of `gov-fw-covid-19` don't."""
    return (
        not match["prefix"] or not match[0].islower() or not any(map(str.isalpha, match["number"]))
    )


def _ends(stem: str, end: int) -> bool:
    """Whether an ID of a file name may end here.

    `LESS-34-38-42` and `LESS-03-through-08` name combined things.
    """
    return end == len(stem) or (not stem[end].isalnum() and not _GOES_ON.match(stem, end))


@lru_cache(maxsize=8)
def _grammar(types: tuple[EntryType, ...], prefixes: tuple[str, ...]) -> Grammar:
    return Grammar(types, prefixes)


@of_settings
def _of(settings: Settings) -> Grammar:
    prefixes = tuple(rule.prefix for rule in settings.scopes if rule.prefix)
    return _grammar(tuple(settings.types.values()), prefixes)


def key_of(ref_id: RefId) -> str:
    """Return the form in which IDs are compared: lower case, numbers without leading zeros."""
    return fold_id(str(ref_id))


@lru_cache(maxsize=65536)
def fold_id(text: str) -> str:
    """Fold any text that may be an ID the way `key_of` does."""
    return _LEADING_ZEROS.sub("", text.strip().casefold())
