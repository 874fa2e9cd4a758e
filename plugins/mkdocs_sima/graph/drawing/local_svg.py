"""The graph around one entry as an SVG: its nodes are links, it needs neither script nor network.

Text can't shrink on a phone, so nothing is scaled. The drawing knows two arrangements of the same
cards, *wide* (citing, focus, cited side by side) and *narrow* (one below the other); the
stylesheet moves the cards and shows the arrows of the one that fits. Without a stylesheet it is
the wide one. Colours come from classes only, so light, dark and print are up to the theme.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from mkdocs_sima.graph.drawing.arrows import draw_arrows
from mkdocs_sima.graph.drawing.cards import (
    BETWEEN,
    GAP,
    GUTTER,
    LINE,
    PAD,
    SIZE,
    WIDTH,
    Card,
    Column,
    card_of,
    column_of,
    height_of,
)
from mkdocs_sima.graph.drawing.neighbourhood import neighbourhood
from mkdocs_sima.graph.drawing.text_width import in_english

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs_sima.graph.nodes import Graph


def local_svg(
    graph: Graph,
    path: str,
    href: Callable[[str], str],
    *,
    t: Callable[..., str] = in_english,
    more_href: str | None = None,
    most: int = 8,
) -> str:
    """Draw what a document cites and who cites it.

    Args:
        graph: the graph of the knowledge base.
        path: the document in the middle.
        href: path of a document → its address as seen from this one.
        t: translates our own words and fills them in.
        more_href: address that shows all neighbours, for "12 more"; plain text without.
        most: neighbours drawn on each side.

    Returns:
        One `<div>` with an `<svg>`, or "" if nothing cites the document and it cites nothing.
    """
    around = neighbourhood(graph, path, most=most)
    if not around.citing and not around.cited:
        return ""
    left = column_of(around.citing, around.more_citing, href, more_href, t)
    right = column_of(around.cited, around.more_cited, href, more_href, t)
    focus = card_of(around.focus, None, "sima-local__focus")
    arrows = max(len(left.cards), len(right.cards))
    focus.height = max(focus.height, 10 * arrows + 12)

    width, height = _place_wide(left, focus, right)
    narrow_height = _place_narrow(left, focus, right)
    parts = [
        *_headings(left, "in"),
        *draw_arrows(left.cards, focus, into_focus=True),
        *draw_arrows(right.cards, focus, into_focus=False),
        *(_draw(card) for card in left.cards),
        _draw(focus),
        *_headings(right, "out"),
        *(_draw(card) for card in right.cards),
    ]
    name = escape(t("Graph of this entry: {name}", name=around.focus.label))
    return (
        f'<div class="sima-local-frame"><svg class="sima-local" role="group" aria-label="{name}"'
        f' width="{width}" height="{height}" style="--w:{width}px;--h:{height}px;'
        f'--n-w:{GUTTER + WIDTH + 2}px;--n-h:{narrow_height}px">' + "".join(parts) + "</svg></div>"
    )


def _place_wide(left: Column, focus: Card, right: Column) -> tuple[int, int]:
    """Put the columns side by side, each centred on the focus; return width and height."""
    columns = [c for c in (left, Column([focus]), right) if c.items]
    height = max(column.height for column in columns)
    for number, column in enumerate(columns):
        y = (height - column.height) // 2
        for item in column.items:
            if isinstance(item, Card):
                item.wide = (1 + number * (WIDTH + GAP), 1 + y)
            y += height_of(item)
    return len(columns) * (WIDTH + GAP) - GAP + 2, height + 2


def _place_narrow(left: Column, focus: Card, right: Column) -> int:
    """Put everything below each other, right of a gutter for the arrows; return the height."""
    y = 0
    for item in (*left.items, focus, *right.items):
        if isinstance(item, Card):
            item.narrow = (GUTTER, 1 + y)
        y += height_of(item) + (BETWEEN if item is focus else 0)
    return y


def _headings(column: Column, side: str) -> Iterable[str]:
    """Write each heading above the first card of its group; it moves with that card."""
    for item, after in zip(column.items, column.items[1:], strict=False):
        if isinstance(item, str) and isinstance(after, Card):
            yield (
                f'<g class="sima-local__move"{_moves(after)}><text class="sima-local__heading'
                f' sima-local__heading--{side}" x="2" y="-7">{escape(item)}</text></g>'
            )


def _moves(card: Card) -> str:
    x, y = card.narrow
    return (
        f' transform="translate({card.wide[0]} {card.wide[1]})" style="--n:translate({x}px,{y}px)"'
    )


def _draw(card: Card) -> str:
    y = (card.height - len(card.lines) * LINE) / 2 + SIZE
    text = "".join(
        f'<text class="{name}" x="{PAD + 6}" y="{y + number * LINE:g}">{escape(line)}</text>'
        for number, (name, line) in enumerate(card.lines)
    )
    bar = f'<rect class="sima-local__bar" width="4" height="{card.height}" rx="2"/>'
    box = f'<rect class="sima-local__box" width="{WIDTH}" height="{card.height}" rx="4"/>'
    body = (box + bar if card.title else "") + text
    if card.title:
        body = f"<title>{escape(card.title)}</title>{body}"
    if card.href is not None:
        # Material's instant navigation can't handle the `href` of an <a> of SVG, and fails on it.
        body = f'<a xlink:href="{escape(card.href)}">{body}</a>'
    return f'<g class="sima-local__move {card.classes}"{_moves(card)}>{body}</g>'
