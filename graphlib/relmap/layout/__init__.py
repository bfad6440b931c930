"""A graph to positions, the same every time: `lay_out` for a whole store, `place_missing` after."""

from __future__ import annotations

from relmap.layout.place import place_missing
from relmap.layout.whole import lay_out

__all__ = ["lay_out", "place_missing"]
