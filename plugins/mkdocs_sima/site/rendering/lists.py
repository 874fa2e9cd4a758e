"""Lists, of tasks too, in the markup of `pymdownx.tasklist` that Material styles."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_sima.site.rendering.output import Output


class Lists:
    """Writes the lists of one document."""

    def __init__(self, output: Output, t: Callable[[str], str]) -> None:
        self._output, self._t = output, t
        self._lists: list[int] = []  # where the tag of each open list stands in the output
        self._items: list[int] = []

    def start(self, first: int | None, _byte: int) -> None:
        """Open a list; `first` is the number of an ordered one."""
        self._lists.append(len(self._output.pieces))
        start = "" if first is None or first == 1 else f' start="{first}"'
        self._output.write("<ul>\n" if first is None else f"<ol{start}>\n")

    def end(self, ordered: bool) -> None:
        """Close a list."""
        self._lists.pop()
        self._output.write("</ol>\n" if ordered else "</ul>\n")

    def start_item(self, _value: object, _byte: int) -> None:
        """Open an item."""
        self._items.append(len(self._output.pieces))
        self._output.write("<li>")

    def end_item(self, _value: object) -> None:
        """Close an item."""
        self._items.pop()
        self._output.write("</li>\n")
        self._output.say("\n")

    def task(self, done: bool, _start: int, _end: int) -> None:
        """Make the open item a task, with a box."""
        pieces = self._output.pieces
        pieces[self._items[-1]] = '<li class="task-list-item">'
        tag = pieces[self._lists[-1]]
        if "class" not in tag:
            pieces[self._lists[-1]] = f'{tag[:3]} class="task-list"{tag[3:]}'
        state, label = (" checked", self._t("done")) if done else ("", self._t("open"))
        self._output.write(
            '<label class="task-list-control">'
            f'<input type="checkbox" disabled{state} aria-label="{escape(label)}">'
            '<span class="task-list-indicator"></span></label> '
        )
