"""Which letter fits behind two others, in the languages that share an alphabet.

`š` that has lost its second byte is `Å` in Windows-1257, as `ŗ` and `Ū` are; between `ik` and `ty`
it is plain which. The table beside this module tells for two letters which one follows, and how
surprising that is: counted in the messages of programs, languages weighed equally.
`scripts/lib/letter_triples.py` makes it anew.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from mkdocs_sima.mojibake.channels import alphabets

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

_STEP: Final = 0.5  # nats, from one letter of the table to the next
_THIN: Final = 6.0  # what follows two letters that it never followed, but may follow the second
_NEVER: Final = 8.0
_EDGE: Final = "_"  # the beginning or the end of a word


class Triples:
    """What a letter costs behind two others, in nats; case does not count."""

    def __init__(self, costs: Mapping[str, Mapping[str, float]], letters: str) -> None:
        self._costs = costs
        self._letters = frozenset(letters.lower() + "abcdefghijklmnopqrstuvwxyz")

    def cost(self, second: str, first: str, char: str) -> float:
        """Return what `char` costs behind `first`, which stands behind `second`."""
        char, first, second = map(self._key, (char, first, second))
        if first == _EDGE:
            if char == _EDGE:
                return 0.0
            second = _EDGE
        found = self._costs.get(second + first, {}).get(char)
        if found is None:
            found = min(_NEVER, max(_THIN, self._costs.get(first, {}).get(char, _NEVER)))
        return found

    def around(self, before: str, text: str, after: str) -> float:
        """Return what `text` and two characters behind it cost, between its neighbours."""
        chars = f"{before[-2:]:>2}{text}{after[:2]}"
        return sum(self.cost(*chars[at - 2 : at + 1]) for at in range(2, len(chars)))

    def _key(self, char: str) -> str:
        lower = char.lower()
        if lower in self._letters:
            return lower
        return "?" if char.isalpha() else _EDGE


@lru_cache(maxsize=40)
def triples_of(written: AbstractSet[str]) -> Triples | None:
    """Return the table of an alphabet of `channels.alphabets`, None where there is none."""
    return _tables().get(frozenset(written))


@lru_cache(maxsize=1)
def _tables() -> dict[frozenset[str], Triples]:
    text = files(__package__).joinpath("letter_triples.txt").read_text("utf-8")
    tables = {}
    for part in text.split("# ")[1:]:
        name, *rows = part.splitlines()
        letters = getattr(alphabets, name)
        tables[frozenset(letters)] = Triples(dict(map(_row, rows)), letters)
    return tables


def _row(line: str) -> tuple[str, dict[str, float]]:
    """Read a row: two letters, then `ee` for an e that costs five steps, `fai` for a and i …."""
    behind, *tiers = line.split(" ")
    costs = {char: _STEP * (ord(tier[0]) - ord("a")) for tier in tiers for char in tier[1:]}
    return behind, costs
