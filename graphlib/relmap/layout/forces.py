"""The force model of ForceAtlas2, vectorised, from a start that is the same every time.

Jacomy, Venturini, Heymann and Bastian, "ForceAtlas2, a Continuous Graph Layout Algorithm for
Handy Network Visualization", PLOS ONE 9(6), 2014: repulsion by degree, attraction along edges,
gravity to the centre, and a speed that adapts to how much the nodes swing. Only elementwise
operations and plain sums: no matrix product whose rounding depends on the number of threads.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Index = npt.NDArray[np.intp]

_GOLDEN_ANGLE = np.pi * (3.0 - np.sqrt(5.0))


@dataclass(frozen=True, slots=True)
class Springs:
    """The edges of one graph: ends as indices into the nodes, and their weights."""

    tails: Index
    heads: Index
    weights: Array


@dataclass(frozen=True, slots=True)
class Model:
    """The constants of the force model, named as in the paper.

    `linlog` makes attraction grow with the logarithm of the distance, which sets communities
    further apart; `jitter` is how much swinging a node is allowed before it is slowed down;
    `influence` is the exponent of the weights, 0 for springs that are all alike.
    """

    iterations: int = 240
    scaling: float = 2.0
    gravity: float = 1.0
    linlog: bool = False
    jitter: float = 1.0
    influence: float = 1.0


def sunflower(count: int, turn: float = 0.0) -> Array:
    """Spread `count` points evenly over a disc, the first in the middle: where forces begin."""
    steps = np.arange(count, dtype=np.float64)
    angles = steps * _GOLDEN_ANGLE + turn
    radii = np.sqrt(steps + 0.5) * 3.0
    return np.column_stack((radii * np.cos(angles), radii * np.sin(angles)))


def settle(start: Array, springs: Springs, model: Model) -> Array:
    """Move the points of `start` (n by 2) until the forces are nearly in balance."""
    positions = start.copy()
    mass = 1.0 + _degrees(len(start), springs)
    speed, last = 1.0, np.zeros_like(positions)
    for _ in range(model.iterations):
        force = _forces(positions, mass, springs, model)
        swing = np.hypot(*(force - last).T)
        traction = np.hypot(*(force + last).T) / 2.0
        speed = _adapt(speed, (mass * swing).sum(), (mass * traction).sum(), model.jitter)
        step = speed / (1.0 + np.sqrt(speed * swing))
        positions += force * step[:, None]
        last = force
    return positions


def _forces(positions: Array, mass: Array, springs: Springs, model: Model) -> Array:
    force = _repulsion(positions, mass) * model.scaling
    force -= model.gravity * mass[:, None] * _directions(positions)
    pull = positions[springs.heads] - positions[springs.tails]
    if model.linlog:
        distance = np.hypot(pull[:, 0], pull[:, 1]) + 1e-9
        pull *= (np.log1p(distance) / distance)[:, None]
    pull *= (springs.weights**model.influence)[:, None]
    for axis in (0, 1):
        count = len(positions)
        force[:, axis] += np.bincount(springs.tails, pull[:, axis], count)
        force[:, axis] -= np.bincount(springs.heads, pull[:, axis], count)
    return force


def _repulsion(positions: Array, mass: Array) -> Array:
    across = positions[:, 0][:, None] - positions[:, 0][None, :]
    down = positions[:, 1][:, None] - positions[:, 1][None, :]
    share = across * across
    share += down * down
    np.maximum(share, 1e-2, out=share)
    np.divide(mass[None, :], share, out=share)
    across *= share
    down *= share
    return np.column_stack((across.sum(axis=1), down.sum(axis=1))) * mass[:, None]


def _directions(positions: Array) -> Array:
    lengths = np.hypot(positions[:, 0], positions[:, 1])
    unit: Array = positions / np.maximum(lengths, 1e-9)[:, None]
    return unit


def _degrees(count: int, springs: Springs) -> Array:
    ends = np.concatenate((springs.tails, springs.heads))
    return np.bincount(ends, minlength=count).astype(np.float64)


def _adapt(speed: float, swing: float, traction: float, jitter: float) -> float:
    """Return the next speed: as fast as the swinging allows, rising by at most half a step."""
    if swing <= 0.0:
        return speed * 1.5
    return min(jitter * jitter * traction / swing, speed * 1.5)
