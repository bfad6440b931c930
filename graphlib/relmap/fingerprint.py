"""What decides a build besides its articles, the code and the model, told without loading either."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata
from pathlib import Path

#: What may change what a store shows. The page, the pictures and the tables may not.
ROOMS = ("corpus", "knowledge", "extract", "actors", "stories", "store", "layout")
MODULES = (
    "models.py",
    "filters.py",
    "ties.py",
    "graph.py",
    "steps.py",
    "extracting.py",
    "stages.py",
)


@cache
def code_version() -> str:
    """Return relmap's version with a digest of the sources that decide what a store shows.

    The digest spares everyone from remembering to raise a number: after an upgrade, or a changed
    rule, the next build makes the index anew.
    """
    package = Path(__file__).parent
    made = hashlib.blake2b(digest_size=8)
    for path in _sources(package):
        made.update(path.relative_to(package).as_posix().encode())
        made.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return f"relmap {metadata.version('relmap')} / code {made.hexdigest()}"


def model_version(model: str) -> str | None:
    """Return which distribution carries an installed pipeline, None where that cannot be told."""
    name = model.replace("_", "-")
    found = _version_of(name)
    if found is None:
        # Asked second, since it looks through everything installed: a pipeline may be carried by
        # a distribution of another name.
        names = metadata.packages_distributions().get(model, [])
        found = next(filter(None, map(_version_of, names)), None)
    return None if found is None else f"{model} of {found}"


def _version_of(name: str) -> str | None:
    try:
        return f"{name} {metadata.version(name)}"
    except (metadata.PackageNotFoundError, ValueError):
        return None


def _sources(package: Path) -> list[Path]:
    found = [path for room in ROOMS for path in (package / room).rglob("*")]
    found += [package / module for module in MODULES]
    return sorted(path for path in found if path.is_file() and path.suffix != ".pyc")
