"""Whether a word before numbers is a type: two of file names, texts and citations agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.learning.cited_words import ENOUGH, astray, count_cited
from mkdocs_sima.knowledge_base.learning.declaration import words_of_claim
from mkdocs_sima.knowledge_base.learning.numbering import key_of_number
from mkdocs_sima.knowledge_base.learning.ordinary_words import HOMES
from mkdocs_sima.knowledge_base.learning.series import (
    are_versions,
    counts_again,
    is_family,
    is_series,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs_sima.knowledge_base.learning.cited_words import Citations
    from mkdocs_sima.knowledge_base.learning.numbering import Claim

    Claims = Mapping[str, list[Claim]]  # path → what its file says its number is

# Where three times as many numbers are cited in vain as exist, the series is another base's.
_ELSEWHERE = 3


def is_type(word: str, documents: Claims, claims: Claims, citations: Citations) -> bool:
    """Tell whether a word is a type.

    Args:
        word: in lower case.
        documents: path → the claims with that word.
        claims: path → all claims.
        citations: how numbers are cited.
    """
    own = [claim for found in documents.values() for claim in found]
    names = [claim for claim in own if claim.source == "name"]
    if counts_again(documents) or are_versions([found[0] for found in documents.values()]):
        return False
    if word.upper() in HOMES:
        return True
    numbers = {key_of_number(claims[path][0].number): path for path in documents}
    seen = is_series(names) or is_family(names) or _are_ids(own)
    return (seen or _is_witnessed(word, documents, claims, numbers, citations)) and (
        len(astray(citations.of_word(word.upper()), numbers)) <= _ELSEWHERE * len(numbers)
    )


def _is_witnessed(
    word: str,
    documents: Claims,
    claims: Claims,
    numbers: Mapping[str, str],
    citations: Citations,
) -> bool:
    """Tell whether files say the word twice, or others cite them by it."""
    # "# Gün 4" above `04_day.md` agrees as well; whoever names entries does so in capitals, or in
    # a header, or calls files so.
    own = [claim for found in documents.values() for claim in found]
    if not any(c.source != "title" or word.upper() in words_of_claim(c) for c in own):
        return False
    agree = sum(_agrees(found, claims[path]) for path, found in documents.items())
    if agree >= 2 and 2 * agree >= len(documents):
        return True
    cited = count_cited(word, numbers, citations) if len(numbers) > 1 else 0
    return cited >= ENOUGH or (cited >= 2 and 2 * cited >= len(numbers))


def _are_ids(claims: Sequence[Claim]) -> bool:
    """Tell whether fields say so in as many words: `id: PROP-7`, each another number."""
    said = [claim for claim in claims if claim.source == "id" and claim.word.isupper()]
    return len({key_of_number(claim.number) for claim in said}) == len(said) >= ENOUGH


def _agrees(claims: Sequence[Claim], others: Sequence[Claim]) -> bool:
    """Tell whether two places of a file give it one number, one of them with the word."""
    return any(
        other.source != claim.source
        and key_of_number(other.number) == key_of_number(claim.number)
        and (not other.word or _share_a_word(claim, other))
        for claim in claims
        for other in others
    )


def _share_a_word(one: Claim, other: Claim) -> bool:
    words = set(map(str.casefold, words_of_claim(one)))
    return not words.isdisjoint(map(str.casefold, words_of_claim(other)))
