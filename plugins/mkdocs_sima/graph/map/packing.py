"""Pack circles close together, those that belong together next to each other.

Circles are placed one after the other, each where it touches two that lie already. Radii come in
steps and the order is by radius, then by name, so one entry more seldom changes anything.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

STEP = 1.1  # ratio of one radius to the next
PULL = 0.3  # of ties, against the pull of the centre


@dataclass(frozen=True, slots=True)
class Circle:
    """A place and a radius, in units of the map."""

    x: float
    y: float
    r: float


def in_steps(radius: float) -> float:
    """Round a radius up to the next step."""
    return STEP ** math.ceil(math.log(radius, STEP) - 1e-9)


def pack(
    radii: Sequence[float],
    ties: Mapping[tuple[int, int], float],
    *,
    aspect: float = 1.0,
) -> list[Circle]:
    """Place circles around the origin without overlap.

    Args:
        radii: of each circle, in the order in which they are placed: largest first looks best.
        ties: (i, j) with i < j → how strongly two circles draw each other.
        aspect: width by height that the whole should have.
    """
    placed: list[Circle] = []
    pairs: list[tuple[int, int]] = []
    for number, radius in enumerate(radii):
        if number < 2:
            x = 0.0 if number == 0 else placed[0].r + radius
            placed.append(Circle(x, 0.0, radius))
            if number == 1:
                pairs.append((0, 1))
            continue
        pull = _pull(number, placed, ties)
        best = _best_place(radius, placed, pairs, pull, aspect)
        placed.append(best)
        for other, circle in enumerate(placed[:-1]):
            gap = math.hypot(best.x - circle.x, best.y - circle.y) - best.r - circle.r
            if gap < 2 * radius:
                pairs.append((other, number))
    return placed


def _pull(
    number: int, placed: Sequence[Circle], ties: Mapping[tuple[int, int], float]
) -> tuple[float, float, float]:
    """Return the mean place of the circles tied to one, and how strong the ties are (0 to 1)."""
    weights = [(ties.get((other, number), 0.0), circle) for other, circle in enumerate(placed)]
    total = sum(weight for weight, _ in weights)
    if not total:
        return 0.0, 0.0, 0.0
    x = sum(weight * circle.x for weight, circle in weights) / total
    y = sum(weight * circle.y for weight, circle in weights) / total
    return x, y, total / (total + 1)


def _best_place(
    radius: float,
    placed: Sequence[Circle],
    pairs: list[tuple[int, int]],
    pull: tuple[float, float, float],
    aspect: float,
) -> Circle:
    """Return the free place that touches two circles and is nearest to the centre and the ties."""
    places: list[tuple[float, float, float, tuple[int, int]]] = []
    for a, b in pairs:
        for x, y in _touching(placed[a], placed[b], radius):
            cost = math.hypot(x / aspect, y)
            cost += PULL * pull[2] * math.hypot(x - pull[0], y - pull[1])
            places.append((round(cost, 3), x, y, (a, b)))
    places.sort()
    blocked: set[tuple[int, int]] = set()
    for _, x, y, pair in places:
        if all((x - c.x) ** 2 + (y - c.y) ** 2 > (radius + c.r) ** 2 * 0.9999 for c in placed):
            # Whatever comes later is no larger, but an inner gap is seldom worth another look.
            pairs[:] = [p for p in pairs if p not in blocked]
            return Circle(x, y, radius)
        blocked.add(pair)
    edge = max(c.x + c.r for c in placed)
    return Circle(edge + radius, 0.0, radius)


def _touching(a: Circle, b: Circle, radius: float) -> list[tuple[float, float]]:
    """Return the two centres of a circle of that radius that touches both others."""
    ra, rb = a.r + radius, b.r + radius
    dx, dy = b.x - a.x, b.y - a.y
    d = math.hypot(dx, dy)
    if d > ra + rb or d < abs(ra - rb) or d == 0:
        return []
    along = (ra * ra - rb * rb + d * d) / (2 * d)
    height = math.sqrt(max(ra * ra - along * along, 0.0))
    x, y = a.x + along * dx / d, a.y + along * dy / d
    return [
        (x - height * dy / d, y + height * dx / d),
        (x + height * dy / d, y - height * dx / d),
    ]


def enclose(circles: Sequence[Circle]) -> Circle:
    """Return a circle around all others, within a few per cent of the smallest."""
    x = y = 0.0
    for step in range(1, 200):  # walk towards the farthest, ever shorter (Bădoiu and Clarkson)
        far = max(circles, key=lambda c: math.hypot(c.x - x, c.y - y) + c.r)
        away = math.hypot(far.x - x, far.y - y)
        reach = (away + far.r) / (step + 1)
        if away > 1e-9:
            x += (far.x - x) / away * min(reach, away)
            y += (far.y - y) / away * min(reach, away)
    return Circle(x, y, max(math.hypot(c.x - x, c.y - y) + c.r for c in circles))
