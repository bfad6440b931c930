"""Digests of the code: of all that decides what a store shows, and of what decides a part."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from importlib import metadata
from pathlib import Path

#: What may change what a store shows. The page, the pictures and the tables may not. All of
#: `workers` is among it, since by this digest a machine far away tells whether it does the same.
ROOMS = ("corpus", "knowledge", "extract", "actors", "stories", "store", "layout", "workers")
MODULES = (
    "models.py",
    "filters.py",
    "ties.py",
    "graph.py",
    "modelfiles.py",
    "steps.py",
    "extracting.py",
    "stages.py",
    "build.py",
)

#: What may change what is found in an article, and so what a part holds: the rules with their
#: tables and weights, what they call a line, what is a copy, and how all that is written down.
PART_ROOMS = ("extract", "knowledge", "corpus/phrases")
PART_MODULES = (
    "models.py",
    "steps.py",
    "corpus/bylines.py",
    "corpus/datelines.py",
    "corpus/dates.py",
    "corpus/furniture.py",
    "corpus/headlines.py",
    "corpus/lines.py",
    "corpus/paragraphs.py",
    "corpus/roles.py",
    "stories/shingles.py",
    "stories/words.py",
    "store/packing.py",
    "workers/extraction.py",
)

#: What Python compiles; and weights, which take long to read: extract/weights.py says by their digest
#: which they are, and refuses others.
_PASSED = {".pyc", ".weights"}


@cache
def code_version() -> str:
    """Return relmap's version with a digest of the sources that decide what a store shows.

    The digest spares everyone from remembering to raise a number: after an upgrade, or a changed
    rule, the next build makes the index anew.
    """
    made = hashlib.blake2b(digest_size=8)
    _add_sources(made, ROOMS, MODULES)
    return f"relmap {metadata.version('relmap')} / code {made.hexdigest()}"


@cache
def rules_version() -> str:
    """Return a digest of all but the model that decides what is extracted from an article.

    spaCy is part of it: it cuts texts into words. Every change makes all articles be read again,
    so what only reads, moves or shows what was extracted is left out.
    """
    made = hashlib.blake2b(f"spaCy {_spacy_version()}".encode(), digest_size=4)
    _add_sources(made, PART_ROOMS, PART_MODULES)
    return made.hexdigest()


def _spacy_version() -> str:
    try:
        return metadata.version("spacy")
    except metadata.PackageNotFoundError:
        return ""


def _add_sources(made: hashlib.blake2b, rooms: Sequence[str], modules: Sequence[str]) -> None:
    package = Path(__file__).parent
    found = [path for room in rooms for path in (package / room).rglob("*")]
    found += [package / module for module in modules]
    for path in sorted(path for path in found if path.is_file() and path.suffix not in _PASSED):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        made.update(f"{path.relative_to(package).as_posix()} {len(content)}\n".encode())
        made.update(content)
