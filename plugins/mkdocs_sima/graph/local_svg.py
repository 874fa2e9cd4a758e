"""The graph around one entry as an SVG: its nodes are links, it needs neither script nor network.

Text can't shrink on a phone, so nothing is scaled. The drawing knows two arrangements of the same
cards, *wide* (citing, focus, cited side by side) and *narrow* (one below the other); the
stylesheet moves the cards and shows the arrows of the one that fits. Without a stylesheet it is
the wide one. Colours come from classes only, so light, dark and print are up to the theme.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from mkdocs_sima.graph.neighbourhood import neighbourhood
from mkdocs_sima.graph.text import wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs_sima.graph.model import Graph, Node
    from mkdocs_sima.graph.neighbourhood import Group

CARD = 204  # width of a card, pixels as all lengths here
GAP = 36  # between columns, room for the arrows; three columns fit Material's text column
GUTTER = 30  # left of the cards in the narrow arrangement
SIZE, LINE = 12, 16  # font size and height of a line
PAD = 8
BETWEEN = 8  # cards
HEADING = 22


@dataclass
class _Card:
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
class _Column:
    """Cards and headings of one side, from top to bottom."""

    items: list[_Card | str] = field(default_factory=list)

    @property
    def cards(self) -> list[_Card]:
        return [item for item in self.items if isinstance(item, _Card)]

    @property
    def height(self) -> int:
        return sum(_height(item) for item in self.items) - BETWEEN


def local_svg(
    graph: Graph,
    path: str,
    href: Callable[[str], str],
    *,
    t: Callable[[str], str] = str,
    more_href: str | None = None,
    most: int = 8,
) -> str:
    """Draw what a document cites and who cites it.

    Args:
        graph: the graph of the knowledge base.
        path: the document in the middle.
        href: path of a document → its address as seen from this one.
        t: translates our own words.
        more_href: address that shows all neighbours, for "12 more"; plain text without.
        most: neighbours drawn on each side.

    Returns:
        One `<div>` with an `<svg>`, or "" if nothing cites the document and it cites nothing.
    """
    around = neighbourhood(graph, path, most=most)
    if not around.citing and not around.cited:
        return ""
    left = _column(around.citing, around.more_citing, href, more_href, t)
    right = _column(around.cited, around.more_cited, href, more_href, t)
    focus = _node_card(around.focus, None, "sima-local__focus")
    arrows = max(len(left.cards), len(right.cards))
    focus.height = max(focus.height, 10 * arrows + 12)

    width, height = _place_wide(left, focus, right)
    narrow_height = _place_narrow(left, focus, right)
    parts = [
        *_headings(left, "in"),
        *_arrows(left.cards, focus, into_focus=True),
        *_arrows(right.cards, focus, into_focus=False),
        *(_draw(card) for card in left.cards),
        _draw(focus),
        *_headings(right, "out"),
        *(_draw(card) for card in right.cards),
    ]
    name = escape(f"{t('Graph of this entry')}: {around.focus.label}")
    return (
        f'<div class="sima-local-frame"><svg class="sima-local" role="group" aria-label="{name}"'
        f' width="{width}" height="{height}" style="--w:{width}px;--h:{height}px;'
        f'--n-w:{GUTTER + CARD + 2}px;--n-h:{narrow_height}px">' + "".join(parts) + "</svg></div>"
    )


def _column(
    groups: tuple[Group, ...],
    more: int,
    href: Callable[[str], str],
    more_href: str | None,
    t: Callable[[str], str],
) -> _Column:
    column = _Column()
    for group in groups:
        column.items.append(t(group.heading))
        for neighbour in group.neighbours:
            card = _node_card(neighbour.node, href(neighbour.node.key), "sima-local__card")
            card.arrow = f"sima-rel-{_slug(neighbour.relation)}"
            card.mutual = neighbour.mutual
            column.items.append(card)
    if more:
        text = t("+{count} more").format(count=more)
        card = _Card([("sima-local__more", text)], more_href, "sima-local__rest")
        card.height = LINE + PAD
        column.items.append(card)
    return column


def _node_card(node: Node, href: str | None, classes: str) -> _Card:
    lines = [("sima-local__id", line) for line in _wrapped(node.id, 2)] if node.id else []
    if node.title != node.id:
        lines += [("sima-local__title", line) for line in _wrapped(node.title, 4)]
    type_class = f" sima-type-{_slug(node.type)}" if node.type else ""
    return _Card(
        lines,
        href,
        f"{classes}{type_class}",
        title=f"{node.id}: {node.title}" if node.id else node.title,
        height=len(lines) * LINE + 2 * PAD - 2,
    )


def _wrapped(text: str, most: int) -> list[str]:
    return wrap(text, CARD - 2 * PAD - 6, SIZE, most)


def _slug(name: str) -> str:
    return "".join(char if char.isalnum() else "-" for char in name.lower())


def _height(item: _Card | str) -> int:
    return HEADING if isinstance(item, str) else item.height + BETWEEN


def _place_wide(left: _Column, focus: _Card, right: _Column) -> tuple[int, int]:
    """Put the columns side by side, each centred on the focus; return width and height."""
    columns = [c for c in (left, _Column([focus]), right) if c.items]
    height = max(column.height for column in columns)
    for number, column in enumerate(columns):
        y = (height - column.height) // 2
        for item in column.items:
            if isinstance(item, _Card):
                item.wide = (1 + number * (CARD + GAP), 1 + y)
            y += _height(item)
    return len(columns) * (CARD + GAP) - GAP + 2, height + 2


def _place_narrow(left: _Column, focus: _Card, right: _Column) -> int:
    """Put everything below each other, right of a gutter for the arrows; return the height."""
    y = 0
    for item in (*left.items, focus, *right.items):
        if isinstance(item, _Card):
            item.narrow = (GUTTER, 1 + y)
        y += _height(item) + (BETWEEN if item is focus else 0)
    return y


def _headings(column: _Column, side: str) -> Iterable[str]:
    """Write each heading above the first card of its group; it moves with that card."""
    for item, after in zip(column.items, column.items[1:], strict=False):
        if isinstance(item, str) and isinstance(after, _Card):
            yield (
                f'<g class="sima-local__move"{_moves(after)}><text class="sima-local__heading'
                f' sima-local__heading--{side}" x="2" y="-7">{escape(item)}</text></g>'
            )


def _moves(card: _Card) -> str:
    x, y = card.narrow
    return (
        f' transform="translate({card.wide[0]} {card.wide[1]})" style="--n:translate({x}px,{y}px)"'
    )


def _draw(card: _Card) -> str:
    y = (card.height - len(card.lines) * LINE) / 2 + SIZE
    text = "".join(
        f'<text class="{name}" x="{PAD + 6}" y="{y + number * LINE:g}">{escape(line)}</text>'
        for number, (name, line) in enumerate(card.lines)
    )
    bar = f'<rect class="sima-local__bar" width="4" height="{card.height}" rx="2"/>'
    box = f'<rect class="sima-local__box" width="{CARD}" height="{card.height}" rx="4"/>'
    body = (box + bar if card.title else "") + text
    if card.title:
        body = f"<title>{escape(card.title)}</title>{body}"
    if card.href is not None:
        # Material's instant navigation can't handle the `href` of an <a> of SVG, and fails on it.
        body = f'<a xlink:href="{escape(card.href)}">{body}</a>'
    return f'<g class="sima-local__move {card.classes}"{_moves(card)}>{body}</g>'


def _arrows(cards: list[_Card], focus: _Card, *, into_focus: bool) -> Iterable[str]:
    """Draw both arrangements of the arrows between the focus and the cards of one side."""
    ends = [card for card in cards if card.arrow]
    for number, card in enumerate(ends):
        port = focus.height * (number + 1) / (len(ends) + 1)
        side = CARD if not into_focus else 0
        at_focus = (focus.wide[0] + side, focus.wide[1] + port)
        at_card = (card.wide[0] + (CARD if into_focus else 0), card.wide[1] + card.height / 2)
        start, end = (at_card, at_focus) if into_focus else (at_focus, at_card)
        wide = _curve(start, end) + _head(end, 1) + (_head(start, -1) if card.mutual else "")
        narrow = _bus(card, focus, number, into_focus=into_focus)
        yield (
            f'<path class="sima-local__arrow sima-local__arrow--wide {card.arrow}" d="{wide}"/>'
            f'<path class="sima-local__arrow sima-local__arrow--narrow {card.arrow}" d="{narrow}"/>'
        )


def _curve(start: tuple[float, float], end: tuple[float, float]) -> str:
    (x1, y1), (x2, y2) = start, end
    middle = (x1 + x2) / 2
    return f"M{x1:g} {y1:.1f}C{middle:g} {y1:.1f} {middle:g} {y2:.1f} {x2:g} {y2:.1f}"


def _head(tip: tuple[float, float], direction: int) -> str:
    """Draw an open arrow head that points to the right (1) or to the left (-1)."""
    x, y = tip
    back = x - 6 * direction
    return f"M{back:g} {y - 4:.1f}L{x:g} {y:.1f}L{back:g} {y + 4:.1f}"


def _bus(card: _Card, focus: _Card, number: int, *, into_focus: bool) -> str:
    """Lead from one card to the other along the gutter on the left."""
    x = GUTTER
    lane = x - 20
    y_card = card.narrow[1] + card.height / 2
    y_focus = focus.narrow[1] + focus.height * (0.3 if into_focus else 0.7)
    tip = y_focus if into_focus else y_card
    turn = 6 if y_focus > y_card else -6
    path = (
        f"M{x} {y_card:.1f}H{lane + 6}Q{lane} {y_card:.1f} {lane} {y_card + turn:.1f}"
        f"V{y_focus - turn:.1f}Q{lane} {y_focus:.1f} {lane + 6} {y_focus:.1f}H{x}"
    )
    heads = _head((x, tip), 1)
    if card.mutual:
        heads += _head((x, y_card if into_focus else y_focus), 1)
    return path + heads
