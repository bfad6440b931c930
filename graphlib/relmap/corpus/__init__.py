"""Files → articles, and an article's text → its lines.

    files.py → decoding.py → textfiles.py → texts.py → Article
    files.py → csvrecords.py, jsonrecords.py → tables.py (cells.py, columns.py) → texts.py → Article
    listings.py: tables that describe the files beside them; names.py: no id stands for two articles
    lines.py ← paragraphs.py, roles.py, datelines.py, bylines.py, headlines.py, furniture.py
    roles.py, furniture.py ← phrases/: the tables of phrases that are no part of a story

No language model here, and no store.
"""

from relmap.corpus.files import MAX_CHARS, READERS, read, read_upload
from relmap.corpus.lines import lines

__all__ = ["MAX_CHARS", "READERS", "lines", "read", "read_upload"]
