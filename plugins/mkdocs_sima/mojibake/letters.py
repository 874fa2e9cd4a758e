"""Which letter fits: the alphabet of the language that the line is written in.

`Ä` with its second byte lost was `č`, `ā`, `ď` or `Đ`. What else is written in the line tells
which: beside `ī` and `ņ` it is Latvian, and between two consonants it is a vowel.
"""

from __future__ import annotations

import math
import unicodedata
from functools import lru_cache
from typing import Final

# The letters beyond ASCII of each language, the commonest first, then its quotation marks.
_ALPHABETS: Final = {
    "az": "əıüşöçğİ",
    "br": "ñùê",
    "ca": "àóéèíçòúï«»",
    "cs": "íáěéřčžýšůúťňďó„“",
    "cy": "ŵŷâêîô",
    "da": "øåæé»«",
    "de": "üäöß„“»«",
    "eo": "ĉĝŝŭĵĥ«»“”",
    "es": "óíáéñúü¿¡«»“”",
    "et": "äõüöšž„“”",
    "fi": "äöå”",
    "fo": "ðáíøóúýæ",
    "fr": "éèàêçâîùôûïëœ«»’",
    "fur": "âìèàòù",
    "ga": "áéíóú“”",
    "gd": "àìèòù",
    "gl": "óíáéñú«»“”",
    "hr": "čžšćđ„”»«",
    "hu": "éáőöóüíúű„”»«",
    "is": "íáðóéöúýþæ„“",
    "it": "àèùòìé«»“”",
    "lt": "ėšžųįūčąę„“",
    "lv": "āīšņēļžūķčģ“”„",
    "mt": "ħżġċàù",
    "nb": "åøæéòô«»",
    "nl": "ëéïèüö“”‘’",
    "oc": "òèàéçíóúïáá«»",
    "pl": "ąęłżśóćńź„”",
    "pt": "ãçáéíóêõàúâô“”«»",
    "ro": "ăîțâșşţ„”«»",
    "sc": "àùòèì",
    "sk": "áíýčžéšúľťôňďäóĺŕ„“",
    "sl": "čšž„“»«",
    "sq": "ëç„“«»",
    "sr": "čšžćđ„“”",
    "sv": "äåöé”",
    "tr": "ışıüğçöİâîû“”",
    "vi": "àáạảãâầấậẩẫăằắặẳẵèéẹẻẽêềếệểễìíịỉĩòóọỏõôồốộổỗơờớợởỡùúụủũưừứựửữỳýỵỷỹđ“”",
    "wa": "éåèîêûâô",
    "en": "’“”—‘éï",
}
_ABSENT: Final = 0.004
_VOWELS: Final = frozenset("aeiouyæøœıəAEIOUYÆØŒƏ")
_NEIGHBOURLY: Final = 1.8


def _weights(alphabet: str) -> dict[str, float]:
    ranks = {char: 1 / (rank + 2) for rank, char in reversed(list(enumerate(alphabet)))}
    ranks |= {char.upper(): weight / 6 for char, weight in ranks.items() if char.islower()}
    total = sum(ranks.values())
    return {char: weight / total for char, weight in ranks.items()}


@lru_cache(maxsize=1)
def _languages() -> tuple[dict[str, float], ...]:
    return tuple(_weights(alphabet) for alphabet in _ALPHABETS.values())


@lru_cache(maxsize=1_000)
def _posterior(evidence: frozenset[str]) -> tuple[float, ...]:
    """Return how probable each language is once the letters `evidence` have been seen."""
    scores = [
        math.prod(weights.get(char, _ABSENT) for char in evidence) for weights in _languages()
    ]
    total = sum(scores) or 1.0
    return tuple(score / total for score in scores)


def is_vowel(char: str) -> bool:
    """Tell whether `char` is a vowel of the Latin alphabet, accents aside."""
    return unicodedata.normalize("NFD", char)[:1] in _VOWELS


def language_cost(char: str, evidence: frozenset[str]) -> float:
    """Return minus the log probability of `char` beside the letters and quotes in `evidence`."""
    pairs = zip(_posterior(evidence), _languages(), strict=True)
    return -math.log(sum(chance * weights.get(char, _ABSENT) for chance, weights in pairs))


def syllable_cost(char: str, before: str, after: str) -> float:
    """Return what `char` costs as a vowel among vowels or a consonant among consonants."""
    if not (before.isalpha() and after.isalpha()):
        return 0.0
    vowels = is_vowel(before) + is_vowel(after)
    if is_vowel(char):
        return _NEIGHBOURLY if vowels == 2 else 0.0
    return _NEIGHBOURLY if vowels == 0 else 0.0
