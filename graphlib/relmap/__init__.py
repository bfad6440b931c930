"""relmap: who appears with whom in the news, and the sentences that say so.

The flow, one direction, one step per room:

    corpus     files → articles                       read, read_upload, lines
    extract    articles → sentences and mentions      Extractor
    actors     mentions → actors                      resolve
    store      actors → evidence → [filters] → ties   Store, View
    graph      ties → networkx graph                  build_graph
    layout     graph → positions                      lay_out
    view       graph and positions → map              draw, write_page
    briefing   store → tables, filters in words       rows, write, describe

`relmap.build` drives the first four, `relmap.cli` and `relmap.app` are its two faces, and
`relmap.models` holds every record that flows. Nothing is imported before it is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_HOMES = {
    "Extractor": "relmap.extract",
    "Filters": "relmap.models",
    "RelmapError": "relmap.errors",
    "Store": "relmap.store",
    "build_graph": "relmap.graph",
    "describe": "relmap.briefing.words",
    "draw": "relmap.view.network",
    "lay_out": "relmap.layout",
    "lines": "relmap.corpus",
    "read": "relmap.corpus",
    "read_upload": "relmap.corpus",
    "resolve": "relmap.actors",
    "rows": "relmap.briefing.tables",
    "write": "relmap.briefing.tables",
    "write_page": "relmap.view.page",
}


def __getattr__(name: str) -> Any:
    """Import a public verb from its room when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'relmap' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """List the public verbs."""
    return sorted(_HOMES)
