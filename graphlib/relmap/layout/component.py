"""One connected component to positions: several tries where it is small, one flow where it is not."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from relmap.layout.boxes import CANVAS, FOREMOST
from relmap.layout.diffusion import spread
from relmap.layout.forces import Model, settle, sunflower
from relmap.layout.joining import join
from relmap.layout.overlaps import Bodies, inner, part
from relmap.layout.shape import orient, unroll
from relmap.layout.springs import Springs
from relmap.layout.tries import lay_out_best

Array = npt.NDArray[np.float64]
Size = tuple[float, float]

#: Up to this many nodes several layouts are tried and judged; beyond, they look much alike.
_SMALL = 90
#: A large cloud is in balance after fewer steps than a small one: light nodes settle at once.
_ITERATIONS, _FEWER, _MANY = 240, 120, 500
#: One flow cannot pull apart what lies in a single cell of its grid.
_FLOWS = 2
#: The least area, in pixels, that a node asks for: the foremost share the canvas among them, so
#: that they stay apart when only they are shown; the others need to be told apart.
_FOREMOST_AREA = 0.5 * CANVAS[0] * CANVAS[1] / FOREMOST
_LEAST_AREA = 150.0


def lay_out_component(
    springs: Springs, bodies: Bodies, room: Size, *, forced: int, is_largest: bool = True
) -> Array:
    """Lay out connected nodes, strongest first, around (0, 0) in a room of pixels (n by 2).

    The first `forced` nodes are laid out by forces; the others join them beside their ties.
    Bodies stay inside the room and apart, as far as it is large enough. `is_largest` says whether
    the component is the one that is looked at first, and worth more tries.
    """
    if len(bodies.reach) <= min(_SMALL, forced):
        return lay_out_best(springs, bodies, room, is_largest=is_largest)
    return _lay_out_large(springs, bodies, room, forced)


def _lay_out_large(springs: Springs, bodies: Bodies, room: Size, forced: int) -> Array:
    """Settle, join, unroll over the room, let flow until it is filled, and part."""
    count = len(bodies.reach)
    first = springs.among(forced)
    start = sunflower(min(count, max(forced, 1)))
    iterations = _ITERATIONS if len(start) <= _MANY else _FEWER
    settled = settle(start[None], first, (Model(),), iterations)[0]
    cloud = orient(join(settled, springs, count), springs.strengths(count))
    within = inner(room, bodies)
    laid = unroll(cloud, *within)
    for _ in range(_FLOWS):
        laid = spread(laid, _areas(bodies), within)
    return part(laid, bodies, room)


def _areas(bodies: Bodies) -> Array:
    """Return the area that each body asks for, strongest first."""
    least = np.where(np.arange(len(bodies.reach)) < FOREMOST, _FOREMOST_AREA, _LEAST_AREA)
    areas: Array = np.maximum(4.0 * bodies.halves.prod(axis=1), least)
    return areas
