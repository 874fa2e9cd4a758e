"""Terms with the pages that have them, as text in parts: a browser loads those it is asked for.

A line is a term, a blank and numbers: for each page its distance from the one before, times eight,
and the weight of the term there. A part holds all terms that begin with its name, but for those
that a part with a longer name holds.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from operator import sub
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LARGEST = 40_000  # characters of a part, a third of that on its way
_DEEPEST = 5  # characters of its name


class Postings:
    """The lines of all terms. Pages come in the order of their numbers, or one is replaced."""

    def __init__(self, most: float) -> None:
        """Begin without pages; a term on more than `most` of them gets no line."""
        self.most = most
        self.numbers: dict[str, list[int]] = {}  # term → page number times eight plus weight
        self.lines: dict[str, str] = {}
        self._touched: set[str] = set()

    def add(self, number: int, weights: Mapping[str, int]) -> None:
        """Add a page behind the others, or in the place of one that was removed."""
        base = number * 8
        for term, weight in weights.items():
            insort(self.numbers.setdefault(term, []), base + weight)
        self._touched.update(weights)

    def remove(self, number: int) -> None:
        """Remove a page."""
        base = number * 8
        for term, numbers in [*self.numbers.items()]:
            at = bisect_left(numbers, base)
            if at < len(numbers) and numbers[at] < base + 8:
                del numbers[at]
                self._touched.add(term)
                if not numbers:
                    del self.numbers[term]

    def write(self) -> list[str]:
        """Bring the lines up to date; return the terms that get none, as they are on most pages."""
        for term in self._touched:
            numbers = self.numbers.get(term, ())
            if 0 < len(numbers) <= self.most:
                self.lines[term] = f"{term} {_distances(numbers)}"
            else:
                self.lines.pop(term, None)
        self._touched.clear()
        return sorted(term for term, found in self.numbers.items() if len(found) > self.most)


def _distances(numbers: Sequence[int]) -> str:
    pages = [0, *(number & -8 for number in numbers)]  # without the weights
    return ",".join(map(str, map(sub, numbers, pages)))


def in_parts(lines: Mapping[str, str]) -> dict[str, str]:
    """Return the parts by their names; a name is the beginning of all terms of its part."""
    parts: dict[str, str] = {}
    _part("", sorted(lines), lines, parts)
    return parts


def _part(name: str, terms: Sequence[str], lines: Mapping[str, str], parts: dict[str, str]) -> None:
    size = sum(len(lines[term]) + 1 for term in terms)
    if size <= _LARGEST or len(name) == _DEEPEST:
        parts[name] = "\n".join(lines[term] for term in terms)
        return
    longer: defaultdict[str, list[str]] = defaultdict(list)
    for term in terms:
        longer[term[: len(name) + 1]].append(term)
    # What ends here stays here, and so do beginnings that are not worth a file of their own.
    here = longer.pop(name, [])
    for beginning in sorted(longer, key=lambda b: sum(len(lines[t]) for t in longer[b])):
        group = longer[beginning]
        if sum(len(lines[term]) + 1 for term in [*here, *group]) > _LARGEST:
            _part(beginning, group, lines, parts)
        else:
            here += group
    if here:
        parts[name] = "\n".join(lines[term] for term in sorted(here))
