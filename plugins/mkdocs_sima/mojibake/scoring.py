"""Judge a repair function on labelled lines, so that anyone can do so with text of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


@dataclass(slots=True)
class Tally:
    """How often a repair function did what, counted in lines."""

    lines: int = 0
    accepted: int = 0  # the output is the clean text, or another that the record accepts
    wrong: int = 0  # changed into something else
    unchanged: int = 0  # left damaged
    intact: int = 0  # lines that were not damaged
    altered: int = 0  # of these, changed all the same

    def add(self, damaged: str, output: str, accepted: Iterable[str]) -> None:
        """Count one line: what went in, what came out, and what should have."""
        wanted = list(accepted)
        if damaged == wanted[0]:
            self.intact += 1
            self.altered += output != damaged
            return
        self.lines += 1
        if output in wanted:
            self.accepted += 1
        elif output == damaged:
            self.unchanged += 1
        else:
            self.wrong += 1


def score(records: Iterable[Mapping[str, Any]], repair: Callable[[str], str]) -> dict[str, Tally]:
    """Return a tally for each `set` that `records` name; records without one share the set "".

    A record holds `damaged` and `clean`, one line or several, and may hold `candidates`, other
    lines that count as right; or it holds `text`, which must stay as it is. In a document, `cand`
    maps the number of a line, counted from 0, to its candidates, and `skip` lists lines that do
    not count. A document whose number of lines changes counts as altered or wrong all through.

    Raises KeyError for a record with neither `damaged` and `clean` nor `text`.
    """
    tallies: dict[str, Tally] = {}
    for record in records:
        tally = tallies.setdefault(str(record.get("set", "")), Tally())
        damaged = record["text"] if "text" in record else record["damaged"]
        clean = record.get("clean", damaged)
        output = repair(damaged).split("\n")
        rows = damaged.split("\n")
        whole = len(rows) == 1
        if len(output) != len(rows):
            output = ["\n"] * len(rows)  # equal to no line at all
        for number, (before, wanted) in enumerate(zip(rows, clean.split("\n"), strict=True)):
            if number not in record.get("skip", ()):
                more = record.get("candidates", ()) if whole else ()
                more = record.get("cand", {}).get(str(number), more)
                tally.add(before, output[number], [wanted, *more])
    return tallies
