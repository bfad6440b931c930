"""The index of one generation: columns on disk, mapped into memory.

`articles`, `actors`, `aliases` and `unread` are Parquet; everything that is counted or looked up by number
is a NumPy column of its own. Articles are numbered by outlet (unknown last), then id; actors by id.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from relmap.errors import StoreError
from relmap.models import Role
from relmap.ties import Rows, Sightings

#: Raise it when files or columns change: a build then writes a new generation.
INDEX_FORMAT = 3

#: The place in this list is a role's number in the index.
ROLES: tuple[Role, ...] = (
    "story",
    "heading",
    "dateline",
    "byline",
    "teaser",
    "credit",
    "navigation",
)

MANIFEST = "generation.json"
CHECKSUMS = "checksums.json"
TABLES = ("articles", "actors", "aliases", "unread")

#: The numeric columns and their types. `bounds` columns say which stretch of the others belongs
#: to an article, an actor or a dyad: entry `n` owns `[bounds[n], bounds[n + 1])`.
COLUMNS: Mapping[str, type[np.generic]] = {
    "article.key": np.int64,
    "article.day": np.int32,
    "article.outlet": np.int32,
    "article.rank": np.int32,
    "article.story": np.int32,
    "actor.kind": np.int8,
    "actor.rank": np.int32,
    "actor.position": np.float64,
    "sentence.bounds": np.int64,
    "sentence.start": np.int32,
    "sentence.end": np.int32,
    "sentence.role": np.int8,
    "mention.bounds": np.int64,
    "mention.start": np.int32,
    "mention.end": np.int32,
    "mention.sentence": np.int32,
    "mention.actor": np.int32,
    "mention.rule": np.int16,
    "sighting.bounds": np.int64,
    "sighting.article": np.int32,
    "sighting.sentence": np.int32,
    "sighting.mentions": np.int32,
    "sighting.references": np.int32,
    "dyad.u": np.int32,
    "dyad.v": np.int32,
    "dyad.bounds": np.int64,
    "evidence.article": np.int32,
    "evidence.sentence": np.int32,
    "evidence.named": np.bool_,
}

Column = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation says of itself.

    `rules` and `outlets` are the names behind the numbers in the columns; `actors` and `ties`
    the totals without any filter, `ties_with_references` the ties where references count too.
    """

    generation: str
    extractor: str
    outlets: tuple[str, ...]
    rules: tuple[str, ...]
    actors: int
    ties: int
    ties_with_references: int = 0


@dataclass(frozen=True, slots=True)
class Index:
    """The numeric side of one generation."""

    manifest: Manifest
    columns: Mapping[str, Column]

    def __getitem__(self, name: str) -> Column:
        return self.columns[name]

    @property
    def sightings(self) -> Sightings:
        """Who is named in which sentence."""
        return Sightings(
            bounds=self["sighting.bounds"],
            article=self["sighting.article"],
            sentence=self["sighting.sentence"],
            mentions=self["sighting.mentions"],
            references=self["sighting.references"],
        )

    @property
    def rows(self) -> Rows:
        """The evidence rows."""
        return Rows(
            u=self["dyad.u"],
            v=self["dyad.v"],
            bounds=self["dyad.bounds"],
            article=self["evidence.article"],
            sentence=self["evidence.sentence"],
            named=self["evidence.named"],
        )


def save_index(folder: Path, index: Index, tables: Mapping[str, pa.Table]) -> None:
    """Write a generation's files; the same content gives the same bytes."""
    for name in TABLES:
        pq.write_table(tables[name], folder / f"{name}.parquet", compression="zstd")
    for name in COLUMNS:
        np.save(folder / f"{name}.npy", index[name], allow_pickle=False)
    manifest = {
        "format": INDEX_FORMAT,
        **asdict(index.manifest),
        "lengths": {name: len(index[name]) for name in COLUMNS},
    }
    _save_json(folder / MANIFEST, manifest)
    _save_json(folder / CHECKSUMS, _checksums(folder))


def is_intact(folder: Path) -> bool:
    """Tell whether every file of a generation is as it was written; reads all of them."""
    try:
        found = json.loads((folder / CHECKSUMS).read_text(encoding="ascii"))
        return bool(found == _checksums(folder))
    except (OSError, ValueError):
        return False


def load_index(folder: Path) -> Index:
    """Map a generation's columns into memory; nothing is read until it is needed.

    Raises
    ------
    StoreError
        when a file is missing, damaged or of another format.
    """
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="ascii"))
        if found["format"] != INDEX_FORMAT:
            raise _unusable(folder, f"it has format {found['format']}, not {INDEX_FORMAT}")
        manifest = Manifest(
            generation=str(found["generation"]),
            extractor=str(found["extractor"]),
            outlets=tuple(found["outlets"]),
            rules=tuple(found["rules"]),
            actors=int(found["actors"]),
            ties=int(found["ties"]),
            ties_with_references=int(found["ties_with_references"]),
        )
        columns = {name: _map_column(folder, name, found["lengths"][name]) for name in COLUMNS}
    except (OSError, ValueError, KeyError, TypeError, EOFError) as error:
        raise _unusable(folder, str(error)) from error
    return Index(manifest, columns)


def load_keys(folder: Path) -> frozenset[int]:
    """Return the keys of a generation's articles, also of an older format; none where damaged."""
    try:
        keys = np.load(folder / "article.key.npy", allow_pickle=False)
    except (OSError, ValueError, EOFError):
        return frozenset()
    return frozenset(keys.tolist())


def load_table(folder: Path, name: str) -> pa.Table:
    """Read one of the generation's tables.

    Raises
    ------
    StoreError
        when it is missing or damaged.
    """
    try:
        # A folder named "desk=asia" is a place and not a partition of a data set.
        return pq.read_table(folder / f"{name}.parquet", partitioning=None)
    except FileNotFoundError as error:
        if folder.exists():
            raise _unusable(folder, f"{name}.parquet is missing") from error
        raise StoreError(
            "the store has been built anew since it was opened; open it again"
        ) from error
    except (OSError, pa.ArrowException) as error:
        raise _unusable(folder, str(error)) from error


def _checksums(folder: Path) -> dict[str, str]:
    sums = {}
    for path in sorted(folder.iterdir()):
        if path.name != CHECKSUMS:
            with path.open("rb") as stream:
                sums[path.name] = hashlib.file_digest(stream, _blake2b).hexdigest()
    return sums


def _blake2b() -> hashlib.blake2b:
    return hashlib.blake2b(digest_size=16)


def _save_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=1), encoding="ascii", newline="\n")


def _map_column(folder: Path, name: str, length: int) -> Column:
    path = folder / f"{name}.npy"
    # asarray: a memmap's own class makes every slice several times slower.
    column = np.asarray(np.load(path, mmap_mode="r", allow_pickle=False))
    if column.dtype != COLUMNS[name] or len(column) != length:
        raise ValueError(f"{path.name} does not hold what {MANIFEST} says")
    return column


def _unusable(folder: Path, why: str) -> StoreError:
    return StoreError(
        f'the index "{folder}" cannot be used ({why}); '
        'run "relmap build" on the same articles and store again, it is then made anew'
    )
