"""The arrows of the drawing on an entry, in both of its arrangements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.graph.drawing.cards import GUTTER, WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_sima.graph.drawing.cards import Card


def draw_arrows(cards: list[Card], focus: Card, *, into_focus: bool) -> Iterable[str]:
    """Draw both arrangements of the arrows between the focus and the cards of one side."""
    ends = [card for card in cards if card.arrow]
    for number, card in enumerate(ends):
        port = focus.height * (number + 1) / (len(ends) + 1)
        side = WIDTH if not into_focus else 0
        at_focus = (focus.wide[0] + side, focus.wide[1] + port)
        at_card = (card.wide[0] + (WIDTH if into_focus else 0), card.wide[1] + card.height / 2)
        start, end = (at_card, at_focus) if into_focus else (at_focus, at_card)
        wide = _curve(start, end) + _head(end, 1) + (_head(start, -1) if card.mutual else "")
        narrow = _bus(card, focus, into_focus=into_focus)
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


def _bus(card: Card, focus: Card, *, into_focus: bool) -> str:
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
