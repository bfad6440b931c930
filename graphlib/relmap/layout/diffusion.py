"""Points spread over a rectangle until it is filled about evenly, as ink spreads in water.

Gastner and Newman, "Diffusion-based method for producing density-equalizing maps", PNAS 101(20),
2004: density flows from where there is much to where there is little, and carries everything
along. Neighbours stay neighbours, clusters stay together, and no two points change sides.
"""

from __future__ import annotations

from itertools import pairwise
from math import sqrt

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

#: Cells across and down.
_CELLS = (96, 64)
#: Moments at which the flow is looked at, in cells squared: dense at first, when it is fast.
_BEGIN, _END, _STEPS = 2.0, 1500.0, 32


def spread(points: Array, weights: Array, room: tuple[float, float], ground: float = 0.6) -> Array:
    """Let points (n by 2, inside a room around the origin) flow apart by their weights.

    `weights` are the areas that the points want. `ground` is the density of the empty room as a
    share of the mean: 0 fills the room evenly, more leaves some of the gaps between clusters.
    """
    size = np.array(room)
    cells = np.array(_CELLS, dtype=np.float64)
    places = np.clip((points / size + 0.5) * cells, 0.0, cells)
    modes, rates = _modes(_deposit(places, weights), ground)
    times = np.geomspace(_BEGIN, _END, _STEPS + 1)
    for now, then in pairwise(times.tolist()):
        density = _density(modes, rates, sqrt(now * then))
        flow = _flow(density)
        places = np.clip(places + _at(places, flow) * (then - now), 0.0, cells)
    spread_out: Array = (places / cells - 0.5) * size
    return spread_out


def _deposit(places: Array, weights: Array) -> Array:
    """Return the density, rows by columns: each weight shared among the four nearest cells."""
    columns, rows = _CELLS
    density = np.zeros(rows * columns)
    for index, share in _corners(places):
        density += np.bincount(index, weights * share, rows * columns)
    return density.reshape(rows, columns)


def _modes(density: Array, ground: float) -> tuple[npt.NDArray[np.complex128], Array]:
    """Return the waves of a density with walls around it, and how fast each one fades."""
    density = density + ground * density.mean()
    mirrored = np.vstack((density, density[::-1]))
    mirrored = np.hstack((mirrored, mirrored[:, ::-1]))
    down = 2 * np.pi * np.fft.fftfreq(mirrored.shape[0])
    across = 2 * np.pi * np.fft.rfftfreq(mirrored.shape[1])
    return np.fft.rfft2(mirrored), down[:, None] ** 2 + across[None, :] ** 2


def _density(modes: npt.NDArray[np.complex128], rates: Array, time: float) -> Array:
    columns, rows = _CELLS
    faded = np.fft.irfft2(modes * np.exp(-rates * time), s=(2 * rows, 2 * columns))
    density: Array = faded[:rows, :columns]
    return density


def _flow(density: Array) -> tuple[Array, Array]:
    """Return the velocities across and down: away from what is denser, none through a wall."""
    walled = np.pad(density, 1, mode="edge")
    floor = np.maximum(density, 1e-9 * density.mean())
    across = (walled[1:-1, :-2] - walled[1:-1, 2:]) / (2.0 * floor)
    down = (walled[:-2, 1:-1] - walled[2:, 1:-1]) / (2.0 * floor)
    return across.ravel(), down.ravel()


def _at(places: Array, flow: tuple[Array, Array]) -> Array:
    """Return the velocities at the places, interpolated between the middles of the cells."""
    found = np.zeros_like(places)
    for index, share in _corners(places):
        for axis in (0, 1):
            found[:, axis] += flow[axis][index] * share
    return found


def _corners(places: Array) -> list[tuple[npt.NDArray[np.intp], Array]]:
    """Return the four cells around each place, each with its share of it."""
    columns, rows = _CELLS
    shifted = places - 0.5
    low = np.floor(shifted)
    part = shifted - low
    column = np.clip(low[:, 0], 0, columns - 1).astype(np.intp)
    right = np.clip(low[:, 0] + 1, 0, columns - 1).astype(np.intp)
    row = np.clip(low[:, 1], 0, rows - 1).astype(np.intp)
    below = np.clip(low[:, 1] + 1, 0, rows - 1).astype(np.intp)
    x, y = part[:, 0], part[:, 1]
    return [
        (row * columns + column, (1 - x) * (1 - y)),
        (row * columns + right, x * (1 - y)),
        (below * columns + column, (1 - x) * y),
        (below * columns + right, x * y),
    ]
