"""Terms with the pages that have them, as text in parts: a browser loads those it is asked for.

A line is a term, a blank and numbers: for each page its distance from the one before, times eight,
and the weight of the term there. A part holds all terms that begin with its name, but for those
that a part with a longer name holds.
"""

from __future__ import annotations

from collections import defaultdict
from operator import sub
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_LARGEST = 40_000  # characters of a part, a third of that on its way
_DEEPEST = 5  # characters of its name


def postings(pages: Iterable[Mapping[str, int]], most: float) -> tuple[dict[str, str], list[str]]:
    """Return the line of each term, and the terms on more than `most` pages, which get none."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, weights in enumerate(pages):
        base = number * 8
        for term, weight in weights.items():
            found[term].append(base + weight)
    common = sorted(term for term, numbers in found.items() if len(numbers) > most)
    for term in common:
        del found[term]
    return {term: f"{term} {_distances(numbers)}" for term, numbers in found.items()}, common


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
