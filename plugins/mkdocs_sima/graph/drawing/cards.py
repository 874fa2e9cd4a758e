"""The cards of the drawing on an entry: what each says, and the two columns that they make."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs_sima.graph.drawing.text_width import wrap

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_sima.graph.drawing.neighbourhood import Group
    from mkdocs_sima.graph.nodes import Node

WIDTH = 204  # width of a card, pixels as all lengths here
GAP = 36  # between columns, room for the arrows; three columns fit Material's text column
GUTTER = 30  # left of the cards in the narrow arrangement
SIZE, LINE = 12, 16  # font size and height of a line
PAD = 8
BETWEEN = 8  # cards
HEADING = 22


@dataclass
class Card:
    """One box: the focus, a neighbour, or the words "12 more"."""

    lines: list[tuple[str, str]]  # (class, text)
    href: str | None
    classes: str
    title: str = ""
    arrow: str = ""  # classes of the arrow to the focus; "" for none
    mutual: bool = False
    wide: tuple[int, int] = (0, 0)
    narrow: tuple[int, int] = (0, 0)
    height: int = 0


@dataclass
class Column:
    """Cards and headings of one side, from top to bottom."""

    items: list[Card | str] = field(default_factory=list)

    @property
    def cards(self) -> list[Card]:
        """The cards without the headings."""
        return [item for item in self.items if isinstance(item, Card)]

    @property
    def height(self) -> int:
        """How much room it takes."""
        return sum(height_of(item) for item in self.items) - BETWEEN


def height_of(item: Card | str) -> int:
    """Return the room that a card or a heading takes, with what parts it from the next."""
    return HEADING if isinstance(item, str) else item.height + BETWEEN


def column_of(
    groups: tuple[Group, ...],
    more: int,
    href: Callable[[str], str],
    more_href: str | None,
    t: Callable[..., str],
) -> Column:
    """Return the cards of one side, below the headings of their groups; the rest as "12 more"."""
    column = Column()
    for group in groups:
        column.items.append(t(group.heading))
        for neighbour in group.neighbours:
            card = card_of(neighbour.node, href(neighbour.node.key), "sima-local__card")
            card.arrow = f"sima-rel-{_slug(neighbour.relation)}"
            card.mutual = neighbour.mutual
            column.items.append(card)
    if more:
        text = t("+{count} more", count=more)
        card = Card([("sima-local__more", text)], more_href, "sima-local__rest")
        card.height = LINE + PAD
        column.items.append(card)
    return column


def card_of(node: Node, href: str | None, classes: str) -> Card:
    """Return the card of a document; without `href` it is no link."""
    lines = [("sima-local__id", line) for line in _wrapped(node.id, 2)] if node.id else []
    if node.title != node.id:
        lines += [("sima-local__title", line) for line in _wrapped(node.title, 4)]
    if node.kind == "external":
        lines += [("sima-local__base", line) for line in _wrapped(node.scope_name, 1)]
    type_class = f" sima-type-{_slug(node.type)}" if node.type else ""
    return Card(
        lines,
        href,
        f"{classes}{type_class}",
        title=f"{node.id}: {node.title}" if node.id else node.title,
        height=len(lines) * LINE + 2 * PAD - 2,
    )


def _wrapped(text: str, most: int) -> tuple[str, ...]:
    return wrap(text, WIDTH - 2 * PAD - 6, SIZE, most)


def _slug(name: str) -> str:
    return "".join(char if char.isalnum() else "-" for char in name.lower())
