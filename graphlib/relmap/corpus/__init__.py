"""Files → articles, and an article's text → its lines.

    files.py → walking.py, digests.py → kinds.py: the reader for each kind of file
    kinds.py → webpages.py, feeds.py, mails.py, archives.py, webarchives.py, … → texts.py → Article
    kinds.py → decoding.py → textfiles.py → texts.py → Article
    kinds.py → csvrecords.py, jsonrecords.py → tables.py (cells.py, columns.py) → texts.py → Article
    listings.py: tables that describe the files beside them
    lines.py ← paragraphs.py, roles.py, datelines.py, bylines.py, headlines.py, furniture.py
    roles.py, furniture.py ← phrases/: the tables of phrases that are no part of a story

No language model here, and no store.
"""

from relmap.corpus.files import MAX_CHARS, read, read_anew, read_upload
from relmap.corpus.kinds import READERS, SUFFIXES
from relmap.corpus.lines import lines

__all__ = ["MAX_CHARS", "READERS", "SUFFIXES", "lines", "read", "read_anew", "read_upload"]
