"""A cloud of points turned, evened out and stretched until it reaches into a rectangle's corners."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

#: How far the longer stretch may exceed the shorter one before a layout looks squashed.
_LARGEST_DISTORTION = 2.2


def orient(positions: Array, weights: Array) -> Array:
    """Turn points to their principal axis, which becomes horizontal, with a fixed sign.

    Mirrored pictures are equally good to the forces, so the sign is settled here: what weighs
    most comes to the left and to the top (y grows downwards, as on a screen).
    """
    centred = positions - positions.mean(axis=0)
    spread_x = (centred[:, 0] ** 2).sum()
    spread_y = (centred[:, 1] ** 2).sum()
    together = (centred[:, 0] * centred[:, 1]).sum()
    angle = 0.5 * np.arctan2(2.0 * together, spread_x - spread_y)
    turned: Array = np.column_stack(
        (
            centred[:, 0] * np.cos(angle) + centred[:, 1] * np.sin(angle),
            centred[:, 1] * np.cos(angle) - centred[:, 0] * np.sin(angle),
        )
    )
    return turned * _signs(turned, weights)


def fill(positions: Array, width: float, height: float, evenness: float = 0.35) -> Array:
    """Stretch points to a rectangle centred on the origin and even out where they crowd.

    `evenness` between 0 and 1 mixes each coordinate with its rank: 0 keeps the distances of the
    forces, 1 spaces the points evenly. Left of and above stay what they were for every pair.
    """
    even = _even(positions, evenness)
    lengths = np.maximum(even.max(axis=0) - even.min(axis=0), 1e-9)
    scale = np.array([width, height]) / lengths
    scale = np.minimum(scale, scale.min() * _LARGEST_DISTORTION)
    middle = (even.max(axis=0) + even.min(axis=0)) / 2.0
    filled: Array = (even - middle) * scale
    return filled


def unroll(positions: Array, width: float, height: float, evenness: float = 0.5) -> Array:
    """Spread a round cloud over a rectangle centred on the origin, corners and all.

    Forces leave a disc, crowded in the middle and with a few far out. `evenness` mixes the
    distance from the middle with the one that the point would have in an evenly filled disc of
    as many; then the disc becomes a square by the elliptical grid mapping (Fong, "Analytical
    Methods for Squaring the Disc", 2014), which keeps every direction and bends no line sharply.
    """
    round_cloud = positions / np.maximum(np.abs(positions).mean(axis=0), 1e-9)
    radii = np.hypot(round_cloud[:, 0], round_cloud[:, 1])
    ranks = np.argsort(np.argsort(radii, kind="stable"), kind="stable")
    even = np.sqrt((ranks + 0.5) / len(radii))
    near = radii / (radii + np.median(radii) + 1e-9)
    mixed = (1.0 - evenness) * near / max(float(near.max()), 1e-9) + evenness * even
    disc = round_cloud * (mixed / np.maximum(radii, 1e-9))[:, None]
    return _square(np.clip(disc, -1.0, 1.0)) * (np.array([width, height]) / 2.0)


def _square(disc: Array) -> Array:
    """Return the points of the unit disc in the square from -1 to 1."""
    u, v = disc[:, 0], disc[:, 1]
    lean, root = u * u - v * v, 2.0 * np.sqrt(2.0)
    across = [np.sqrt(np.maximum(2.0 + lean + sign * root * u, 0.0)) for sign in (1.0, -1.0)]
    down = [np.sqrt(np.maximum(2.0 - lean + sign * root * v, 0.0)) for sign in (1.0, -1.0)]
    return np.column_stack((across[0] - across[1], down[0] - down[1])) / 2.0


def _signs(turned: Array, weights: Array) -> Array:
    lean = (turned * weights[:, None]).sum(axis=0)
    size = np.abs(turned).sum() * max(float(weights.max(initial=0.0)), 1e-9)
    clear = np.abs(lean) > 1e-6 * max(size, 1e-9)
    signs: Array = np.where(clear & (lean > 0), -1.0, 1.0)
    return signs


def _even(positions: Array, evenness: float) -> Array:
    count = len(positions)
    if count < 3:
        return positions
    lengths = np.maximum(positions.max(axis=0) - positions.min(axis=0), 1e-9)
    relative = (positions - positions.min(axis=0)) / lengths
    ranks = np.argsort(np.argsort(positions, axis=0, kind="stable"), axis=0, kind="stable")
    mixed: Array = lengths * ((1.0 - evenness) * relative + evenness * ranks / (count - 1))
    return mixed
