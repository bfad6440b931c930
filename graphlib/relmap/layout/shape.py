"""A cloud of points turned, stretched and evened out until it fills a rectangle."""

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


def draw_in(points: Array, width: float, height: float, rim: float = 0.3) -> Array:
    """Draw points that lie far outside of a rectangle's ellipse into a rim around it.

    `rim` is how wide the rim is at most, as a share of the ellipse; inside nothing moves.
    """
    radii = np.hypot(points[:, 0] / (width / 2.0), points[:, 1] / (height / 2.0))
    beyond = np.maximum(radii - 1.0, 0.0)
    drawn = np.where(beyond > 0, 1.0 + rim * (1.0 - np.exp(-beyond / rim)), radii)
    moved: Array = points * (drawn / np.maximum(radii, 1e-9))[:, None]
    return moved


def follow(points: Array, before: Array, after: Array) -> Array:
    """Move points along with those near them that went from `before` to `after`."""
    if not len(before) or not len(points):
        return points
    across = points[:, None, 0] - before[None, :, 0]
    down = points[:, None, 1] - before[None, :, 1]
    nearness = 1.0 / (across**2 + down**2 + 400.0) ** 1.5
    nearness /= nearness.sum(axis=1)[:, None]
    moves = after - before
    shift = [(nearness * moves[None, :, axis]).sum(axis=1) for axis in (0, 1)]
    moved: Array = points + np.column_stack(shift)
    return moved


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
