"""Exports of press databases → their articles, told apart by the database's own standing lines.

    rows.py → nexis.py (Nexis Uni), numbered.py (LexisNexis), factiva.py → clippings.py

A file that is no export gives None. One that looks like an export but cannot be taken apart beyond
doubt gives an `Export` without clippings, and says why.
"""

from relmap.corpus.press.clippings import Clipping, Export
from relmap.corpus.press.splitting import looks_like_export, split

__all__ = ["Clipping", "Export", "looks_like_export", "split"]
