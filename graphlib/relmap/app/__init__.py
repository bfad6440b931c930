"""The dashboard: filters beside a map, and beside the map the sentences it stands on."""

from __future__ import annotations

from relmap.app.page import main

__all__ = ["main"]
