"""Tables, without a class: Material styles those, and makes them scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_sima.site.rendering.output import Output


class Tables:
    """Writes the tables of one document."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._align: tuple[str, ...] = ()
        self._column = 0
        self._tag = "td"

    def start(self, align: tuple[str, ...], _byte: int) -> None:
        """Open a table."""
        self._align = align
        self._output.write("<table>\n")

    def end(self, _value: object) -> None:
        """Close a table."""
        self._output.write("</tbody>\n</table>\n")

    def start_head(self, _value: object, _byte: int) -> None:
        """Open the row of headings."""
        self._tag, self._column = "th", 0
        self._output.write("<thead>\n<tr>\n")

    def end_head(self, _value: object) -> None:
        """Close the row of headings."""
        self._tag = "td"
        self._output.write("</tr>\n</thead>\n<tbody>\n")

    def start_row(self, _value: object, _byte: int) -> None:
        """Open a row."""
        self._column = 0
        self._output.write("<tr>\n")

    def end_row(self, _value: object) -> None:
        """Close a row."""
        self._output.write("</tr>\n")
        self._output.say("\n")

    def start_cell(self, _value: object, _byte: int) -> None:
        """Open a cell."""
        align = self._align[self._column] if self._column < len(self._align) else "None"
        style = "" if align == "None" else f' style="text-align: {align.lower()};"'
        self._output.write(f"<{self._tag}{style}>")

    def end_cell(self, _value: object) -> None:
        """Close a cell."""
        self._column += 1
        self._output.say(" ")
        self._output.write(f"</{self._tag}>\n")
