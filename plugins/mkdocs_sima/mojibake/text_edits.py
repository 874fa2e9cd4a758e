"""Edits of a text: applied, and added up when one pass follows another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_sima.mojibake.channels import traces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Edit(NamedTuple):
    """`text[start:end]` becomes `after`, or stays as it is where `after` is None."""

    start: int
    end: int
    after: str | None
    trace: int
    certain: bool = True
    options: tuple[str, ...] = ()
    channel: str = ""  # in words, where the traces don't tell


def joined(edits: Iterable[Edit]) -> list[Edit]:
    """Return `edits`, which are in order, with neighbours that touch made one."""
    groups: list[list[Edit]] = []
    for edit in edits:
        last = groups[-1][-1] if groups else None
        if last is None or last.end != edit.start or last.after is None or edit.after is None:
            groups.append([edit])
        else:
            groups[-1].append(edit)
    return [group[0] if len(group) == 1 else _joined(group) for group in groups]


def _joined(group: list[Edit]) -> Edit:
    trace = traces.NONE
    for edit in group:
        trace |= edit.trace
    return Edit(
        group[0].start,
        group[-1].end,
        "".join(edit.after or "" for edit in group),
        trace,
        all(edit.certain for edit in group),
        next((edit.options for edit in group if edit.options), ()),
        _channel(group),
    )


def _channel(edits: Iterable[Edit]) -> str:
    return next((edit.channel for edit in edits if edit.channel), "")


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with `edits`, which are in order and apart, carried out."""
    parts: list[str] = []
    at = 0
    for edit in edits:
        if edit.after is not None:
            parts += text[at : edit.start], edit.after
            at = edit.end
    return "".join([*parts, text[at:]])


def rows_of(text: str, edits: Iterable[Edit]) -> Iterator[tuple[int, int]]:
    """Yield for each edit the row that it begins in, counted from 0, and where that row begins."""
    row = start = at = 0
    for edit in edits:
        row += text.count("\n", at, edit.start)
        start = max(start, text.rfind("\n", at, edit.start) + 1)
        at = edit.start
        yield row, start


def composed(first: list[Edit], middle: str, second: list[Edit]) -> list[Edit]:
    """Return the edits that do to a text what `first` and then `second` do.

    `middle` is the text between the two, in which `second` counts. Doubts of `first` (edits
    without a text) are left out: the second pass has looked at those places again.
    """
    if not second:
        return [edit for edit in first if edit.after is not None]
    if not first:
        return second
    made = []  # the edits of `first`, counted in `middle`
    shift = 0  # how far `middle` runs ahead of the text before it
    for edit in first:
        if edit.after is not None:
            start = edit.start + shift
            shift += len(edit.after) - (edit.end - edit.start)
            made.append((start, start + len(edit.after), edit, True))
    pending = sorted([*made, *((e.start, e.end, e, False) for e in second)], key=_span)
    result: list[Edit] = []
    shift = at = 0
    while at < len(pending):
        start, end = pending[at][:2]
        cluster: list[tuple[int, int, Edit, bool]] = []
        while at < len(pending) and (pending[at][0] < end or not cluster):
            end = max(end, pending[at][1])
            cluster.append(pending[at])
            at += 1
        if len(cluster) == 1:  # as nearly all are
            edit, early = cluster[0][2:]
            if not early:
                edit = edit._replace(start=start - shift, end=end - shift)
            else:
                shift += end - start - (edit.end - edit.start)
            result.append(edit)
            continue
        grown = sum(b - a - (e.end - e.start) for a, b, e, early in cluster if early)
        late = [e for *_, e, early in cluster if not early]
        result.append(
            Edit(
                start - shift,
                end - shift - grown,
                *_merged(middle, start, end, cluster, late),
                _channel(e for *_, e, _ in cluster),
            )
        )
        shift += grown
    return result


def _span(item: tuple[int, int, Edit, bool]) -> tuple[int, int]:
    return item[:2]


def _merged(
    middle: str, start: int, end: int, cluster: list[tuple[int, int, Edit, bool]], late: list[Edit]
) -> tuple[str | None, int, bool, tuple[str, ...]]:
    """Return the after, trace, certainty and options of the edits in `cluster` taken as one."""
    edits = [edit for *_, edit, _ in cluster]
    trace = traces.NONE
    for edit in edits:
        trace |= edit.trace
    options = next((edit.options for edit in edits if edit.options), ())
    certain = all(edit.certain for edit in edits)
    if len(late) == len(edits) and all(edit.after is None for edit in late):
        return None, trace, certain, options
    if len(edits) > len(late) and any(edit.after is not None for edit in late):
        trace |= traces.TWICE
    moved = [edit._replace(start=edit.start - start, end=edit.end - start) for edit in late]
    return applied(middle[start:end], moved), trace, certain, options
