"""The force model of ForceAtlas2, vectorised over nodes and over several tries at once.

Jacomy, Venturini, Heymann and Bastian, "ForceAtlas2, a Continuous Graph Layout Algorithm for
Handy Network Visualization", PLOS ONE 9(6), 2014: repulsion by degree, attraction along edges,
gravity to the centre, and a speed that adapts to how much the nodes swing. All pairs are looked
at, in single precision and in blocks that stay in the processor's cache. Only elementwise
operations and plain sums: no matrix product whose rounding depends on the number of threads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from relmap.layout.springs import Springs

Array = npt.NDArray[np.float64]
Single = npt.NDArray[np.float32]

_GOLDEN_ANGLE = np.pi * (3.0 - np.sqrt(5.0))
#: Pairs that are looked at together: as many as the cache next to the processor holds.
_BLOCK = 1 << 16


@dataclass(frozen=True, slots=True)
class Model:
    """The constants of the force model, named as in the paper.

    `linlog` makes attraction grow with the logarithm of the distance, which sets communities
    further apart; `jitter` is how much swinging a node is allowed before it is slowed down;
    `influence` is the exponent of the weights, 0 for springs that are all alike.
    """

    scaling: float = 2.0
    gravity: float = 1.0
    linlog: bool = False
    jitter: float = 1.0
    influence: float = 1.0


def sunflower(count: int) -> Array:
    """Spread `count` points evenly over a disc, the first in the middle: where forces begin."""
    steps = np.arange(count, dtype=np.float64)
    angles = steps * _GOLDEN_ANGLE
    radii = np.sqrt(steps + 0.5) * 3.0
    return np.column_stack((radii * np.cos(angles), radii * np.sin(angles)))


def settle(
    starts: Array, springs: Springs, models: Sequence[Model], iterations: int, rest: float = 2e-3
) -> Array:
    """Move the points of `starts` (tries by nodes by 2) until the forces are nearly in balance.

    Each try follows the model of its own. Ends after `iterations`, or as soon as the nodes of no
    try move further in one step than `rest` of the size of the cloud.
    """
    field = _Field(starts, springs, models)
    for _ in range(iterations):
        if field.step() < rest:
            break
    return field.positions()


class _Field:
    """Several tries of one graph on their way, x and y in rows of their own."""

    def __init__(self, starts: Array, springs: Springs, models: Sequence[Model]) -> None:
        tries, count, _ = starts.shape
        self.shape = tries, count
        self.places = np.ascontiguousarray(starts.transpose(2, 0, 1), dtype=np.float32)
        self.last = np.zeros_like(self.places)
        self.speed = np.ones(tries)
        ends = np.concatenate((springs.tails, springs.heads))
        self.mass = (1.0 + np.bincount(ends, minlength=count)).astype(np.float32)
        self.springs = springs
        rows = np.arange(tries)[:, None] * count
        self.tails, self.heads = (rows + springs.tails).ravel(), (rows + springs.heads).ravel()
        influence = np.array([[model.influence] for model in models])
        self.pulls = (springs.weights[None, :] ** influence).astype(np.float32)
        self.linlog = np.array([model.linlog for model in models])
        self.gravity = np.array([[model.gravity] for model in models], dtype=np.float32)
        self.scaling = np.array([[model.scaling] for model in models], dtype=np.float32)
        self.jitter = np.array([model.jitter for model in models])

    def positions(self) -> Array:
        return self.places.transpose(1, 2, 0).astype(np.float64)

    def step(self) -> float:
        """Move everything once; return the longest mean way as a share of the cloud."""
        force = self._repulsion() - self._gravity() + self._attraction()
        swing = _length(force - self.last)
        traction = _length(force + self.last) / 2.0
        self._adapt((self.mass * swing).sum(axis=1), (self.mass * traction).sum(axis=1))
        speed = self.speed[:, None].astype(np.float32)
        moves = force * (speed / (1.0 + np.sqrt(speed * swing)))
        self.places += moves
        self.last = force
        way = _length(moves).mean(axis=1)
        size = _length(self.places).mean(axis=1)
        return float((way / np.maximum(size, 1e-9)).max())

    def _repulsion(self) -> Single:
        tries, count = self.shape
        force = np.empty_like(self.places)
        height = max(1, _BLOCK // max(tries * count, 1))
        across_all, down_all = self.places
        for top in range(0, count, height):
            rows = slice(top, top + height)
            across = across_all[:, rows, None] - across_all[:, None, :]
            down = down_all[:, rows, None] - down_all[:, None, :]
            share = across * across
            share += down * down
            np.maximum(share, np.float32(1e-2), out=share)
            np.divide(self.mass, share, out=share)
            force[0][:, rows] = np.einsum("tij,tij->ti", share, across)
            force[1][:, rows] = np.einsum("tij,tij->ti", share, down)
        force *= self.mass * self.scaling
        return force

    def _gravity(self) -> Single:
        lengths = _length(self.places)
        pulled: Single = self.places * (self.gravity * self.mass / lengths)
        return pulled

    def _attraction(self) -> Single:
        tries, count = self.shape
        flat = self.places.reshape(2, -1)
        along = (flat[:, self.heads] - flat[:, self.tails]).reshape(2, tries, -1)
        along *= self.pulls
        if self.linlog.any():
            distance = _length(along[:, self.linlog] / self.pulls[self.linlog])
            along[:, self.linlog] *= np.log1p(distance) / distance
        force = np.empty_like(self.places)
        for axis in (0, 1):
            pull = along[axis].ravel()
            drawn = np.bincount(self.tails, pull, tries * count)
            drawn -= np.bincount(self.heads, pull, tries * count)
            force[axis] = drawn.reshape(tries, count)
        return force

    def _adapt(self, swing: npt.NDArray[np.floating], traction: npt.NDArray[np.floating]) -> None:
        """As fast as the swinging allows, rising by at most half a step."""
        allowed = self.jitter**2 * traction / np.maximum(swing, 1e-9)
        self.speed = np.minimum(allowed, self.speed * 1.5)


def _length(vectors: Single) -> Single:
    """Return the lengths of vectors whose x and y are rows; never zero, to divide by them."""
    length: Single = np.sqrt(vectors[0] * vectors[0] + vectors[1] * vectors[1])
    return np.maximum(length, np.float32(1e-9))
