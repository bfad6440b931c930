"""The commands: relmap build, export, map, brief, serve and evaluate.

What only one command needs is imported inside it: `relmap --help` answers at once, and only
`relmap build` and `relmap evaluate` ever load spaCy.
"""

from relmap.cli.app import app, main

__all__ = ["app", "main"]
