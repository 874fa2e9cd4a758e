r"""Write the table of letter triples anew: `python scripts/lib/letter_triples.py FOLDER`.

It is counted in the messages that programs show, in lists of words, and taken from the profiles of
languages of langdetect. FOLDER holds wheels of packages whose licence allows that; the table was
made from these, all under a BSD, the MIT or the Apache licence:

    pip wheel --no-deps -w FOLDER Django djangorestframework django-allauth django-cms wagtail \
        Sphinx django-oscar django-filer Mezzanine djangocms-text-ckeditor humanize WTForms \
        django-import-export django-mptt Faker stopwordsiso langdetect

The names of places, languages and currencies that Babel has of Unicode's CLDR are counted as well.
Only how often a letter follows two others is kept, no word of any text. The three kinds weigh
alike, and so do the languages that share an alphabet, however much there is of each.
"""

from __future__ import annotations

import io
import json
import math
import re
import sys
import zipfile
from collections import Counter, defaultdict
from gettext import GNUTranslations
from itertools import chain, product
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale

from mkdocs_sima.mojibake.channels import alphabets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    Counts = Mapping[str, Counter[str]]  # language → triple → how often

LANGUAGES = {
    "CENTRAL": "cs sk pl hu ro hr sl bs sr_Latn sq",
    "TURKISH": "tr az",
    "BALTIC": "lt lv et",
    "GREEK": "el",
    "VIETNAMESE": "vi",
}
TABLE = Path(__file__).parents[2] / "plugins/mkdocs_sima/mojibake/evidence/letter_triples.txt"
STEP = 0.5  # nats, as in `evidence/letter_triples.py`
MOST = 12  # steps; what costs more is as good as never seen
EDGE = "_"
_CATALOGUE = re.compile(r"(?:^|/)locale/([A-Za-z_]+)/LC_MESSAGES/[^/]+\.mo$")
_LOREM = re.compile(r"faker/providers/lorem/([a-z]{2})_[A-Z]{2}/__init__\.py$")
_PROFILE = re.compile(r"langdetect/profiles/([a-z]{2})$")
_FOLDED = {"vi"}  # many of its vowels are one there
_STRING = re.compile(r"^ {8}\"(.+)\",$", re.MULTILINE)
_GAP = re.compile(r"%\(\w+\)\w|%\w|\{[^{}]*\}|<[^<>]*>|&\w+;")  # what programs fill in, markup


def main() -> None:
    """Count, and write the table."""
    wheels = [zipfile.ZipFile(path) for path in sorted(Path(sys.argv[1]).glob("*.whl"))]
    kinds = (counted(messages_of(wheels)), counted(words_of(wheels)), profiles_of(wheels))
    parts = [part(name, languages.split(), kinds) for name, languages in LANGUAGES.items()]
    TABLE.write_text("".join(parts), "utf-8")


def messages_of(wheels: Iterable[zipfile.ZipFile]) -> Mapping[str, set[str]]:
    """Return language → the messages that its translators wrote."""
    texts: dict[str, set[str]] = defaultdict(set)
    for wheel in wheels:
        for name in sorted(wheel.namelist()):
            if found := _CATALOGUE.search(name):
                texts[found[1]] |= set(translations(wheel.read(name)))
    return texts


def translations(catalogue: bytes) -> Iterator[str]:
    """Yield the translations of a catalogue that differ from what they translate."""
    entries = vars(GNUTranslations(io.BytesIO(catalogue)))["_catalog"]
    for source, text in entries.items():
        if source and text != source:
            yield _GAP.sub(" ", text)


def words_of(wheels: Iterable[zipfile.ZipFile]) -> Mapping[str, set[str]]:
    """Return language → words: small ones, those of invented texts, names that CLDR has."""
    words: dict[str, set[str]] = defaultdict(set)
    for wheel in wheels:
        for name in sorted(wheel.namelist()):
            if name.endswith("/stopwords-iso.json"):
                for language, small in json.loads(wheel.read(name)).items():
                    words[language].update(small)
            elif found := _LOREM.search(name):
                words[found[1]].update(_STRING.findall(wheel.read(name).decode()))
    for language in " ".join(LANGUAGES.values()).split():
        locale = Locale.parse(language.replace("sr_Latn", "sr_Latn_RS"))
        for table in (locale.territories, locale.languages, locale.currencies):
            words[language].update(table.values())
    return words


def counted(texts: Mapping[str, set[str]]) -> Counts:
    """Return language → how often letters follow each other in its texts."""
    return {
        language: Counter(chain(*map(triples, sorted(found)))) for language, found in texts.items()
    }


def triples(text: str) -> Iterator[str]:
    """Yield each character with the two before it, as `Triples.cost` asks for them."""
    second = first = EDGE
    for char in f"{text} ".lower():
        key = char if char.isalpha() else EDGE
        if first == EDGE:
            second = EDGE
        if not first == key == EDGE:
            yield second + first + key
        second, first = first, key


def profiles_of(wheels: Iterable[zipfile.ZipFile]) -> Counts:
    """Return the same of the profiles: what stands in them are sequences of up to three letters."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for wheel in wheels:
        for name in sorted(wheel.namelist()):
            match = _PROFILE.search(name)
            if not match or match[1] in _FOLDED:
                continue
            for letters, count in json.loads(wheel.read(name))["freq"].items():
                triple = letters.lower().replace(" ", EDGE)
                if len(triple) == 2 and triple[0] == EDGE:
                    triple = EDGE + triple
                if len(triple) == 3:
                    found[match[1]][triple] += count
    return found


def part(name: str, languages: list[str], kinds: Sequence[Counts]) -> str:
    """Return the rows of one alphabet."""
    letters = {*getattr(alphabets, name).lower(), *"abcdefghijklmnopqrstuvwxyz", EDGE}
    shares: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for counts, language in product(kinds, languages):
        own = {
            triple: n
            for triple, n in counts.get(language, {}).items()
            if letters.issuperset(triple)
        }
        whole = sum(own.values()) or 1
        for triple, count in own.items():
            shares[triple[:2]][triple[2]] += count / whole
            shares[triple[1]][triple[2]] += count / whole
    rows = (row(behind, following) for behind, following in sorted(shares.items()))
    return f"# {name}\n" + "".join(rows)


def row(behind: str, following: Mapping[str, float]) -> str:
    """Return `th ae ei …`: behind `th` an e that costs nothing, an i that costs four steps."""
    whole = sum(following.values())
    tiers: dict[int, list[str]] = defaultdict(list)
    for char, count in following.items():
        steps = round(-math.log(count / whole) / STEP)
        if steps <= MOST:
            tiers[steps].append(char)
    cells = (chr(ord("a") + steps) + "".join(sorted(tiers[steps])) for steps in sorted(tiers))
    return f"{behind} {' '.join(cells)}\n"


if __name__ == "__main__":
    main()
