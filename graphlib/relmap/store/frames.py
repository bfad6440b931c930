"""The frame of a sentence as one number: the gap before it, its role, how many mentions it has.

Nearly all stand close behind one another and name a few, and then that number fits a byte.
"""

from __future__ import annotations

import numpy as np

from relmap.ties import Int64s

#: Roles, and mentions that a small frame has room for; a frame below `_SMALL` is a small one.
_ROLES, _MENTIONS = 8, 8
_SMALL = 4 * _ROLES * _MENTIONS - _MENTIONS

#: More mentions than an article can have characters.
_MANY = 1 << 31


def to_frames(gaps: Int64s, roles: Int64s, mentions: Int64s) -> Int64s:
    """Return the frames of sentences."""
    places = gaps * _ROLES + roles
    small = places * _MENTIONS + mentions
    fits = (small >= 0) & (small < _SMALL) & (mentions < _MENTIONS)
    large = _SMALL + places * _MANY + mentions
    return np.where(fits, small, large)


def from_frames(frames: Int64s) -> tuple[Int64s, Int64s, Int64s]:
    """Return the gaps, roles and mentions that frames stand for."""
    small = (frames >= 0) & (frames < _SMALL)
    places, mentions = np.divmod(frames, _MENTIONS)
    wide = np.flatnonzero(~small)
    places[wide], mentions[wide] = np.divmod(frames[wide] - _SMALL, _MANY)
    gaps, roles = np.divmod(places, _ROLES)
    return gaps, roles, mentions
