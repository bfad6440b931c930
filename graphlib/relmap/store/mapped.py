"""An index on disk: written whole, checked, and mapped into memory.

What is counted or looked up by number is a NumPy file of its own; what is text lies in Arrow files,
which are mapped as well.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from threading import Lock

import numpy as np
import pyarrow as pa

from relmap.errors import StoreError
from relmap.store.columns import Column
from relmap.store.index import COLUMNS, Index, Manifest

#: Raise it when files or columns change: a build then writes a new generation.
INDEX_FORMAT = 4

MANIFEST = "generation.json"
CHECKSUMS = "checksums.json"
#: `articles` and `people` are ids by number, and lie there to be searched.
TABLES = ("articles", "paths", "people", "actors", "unread")

#: The table of actors is packed in blocks of so many: one of them is read where an actor is asked for.
ACTORS_PER_BLOCK = 256


def save_index(folder: Path, index: Index, tables: Mapping[str, pa.Table]) -> None:
    """Write a generation's files; the same content gives the same bytes."""
    for name in TABLES:
        # The actors come in blocks already, and Arrow writes a list that is cut whole each time.
        packed = name == "actors"
        table = tables[name] if packed else tables[name].combine_chunks()
        options = pa.ipc.IpcWriteOptions(compression="zstd" if packed else None)
        with pa.ipc.new_file(str(folder / f"{name}.arrow"), table.schema, options=options) as file:
            file.write_table(table)
    for name in COLUMNS:
        np.save(folder / f"{name}.npy", index[name], allow_pickle=False)
    manifest = {
        "format": INDEX_FORMAT,
        **asdict(index.manifest),
        "columns": {name: [index[name].dtype.str, *index[name].shape] for name in COLUMNS},
    }
    _save_json(folder / MANIFEST, manifest)
    _save_json(folder / CHECKSUMS, _checksums(folder))


def check_files(folder: Path) -> None:
    """Read every file of a generation and compare it with what was written: a second a gigabyte.

    A byte that changed on the disk would else be an answer like any other.

    Raises
    ------
    StoreError
        when a file is missing, is another, or is one too many.
    """
    try:
        written = json.loads((folder / CHECKSUMS).read_text(encoding="ascii"))
        found = _checksums(folder)
        changed = sorted(name for name, _ in set(dict(written).items()) ^ set(found.items()))
    except (OSError, ValueError, TypeError) as error:
        raise _unusable(folder, str(error)) from error
    if changed:
        raise _unusable(folder, f"{changed[0]} is not as it was written")


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
            origins=tuple(tuple(origin) for origin in found["origins"]),
            actors=int(found["actors"]),
            actors_with_references=int(found["actors_with_references"]),
            ties=int(found["ties"]),
            ties_with_references=int(found["ties_with_references"]),
        )
        columns = {name: _map_column(folder, name, *found["columns"][name]) for name in COLUMNS}
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


def load_table(folder: Path, name: str) -> pa.RecordBatch:
    """Map one of the generation's tables that are not packed into memory.

    Raises
    ------
    StoreError
        when it is missing or damaged.
    """
    return Blocks(folder, name).read(0)


class Blocks:
    """One of the generation's tables, read a block at a time.

    Raises
    ------
    StoreError
        when it is missing or damaged.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder
        self._reading = Lock()
        try:
            self._file = pa.ipc.open_file(pa.memory_map(str(folder / f"{name}.arrow")))
        except FileNotFoundError as error:
            if folder.exists():
                raise _unusable(folder, f"{name}.arrow is missing") from error
            raise StoreError(
                "the store has been built anew since it was opened; open it again"
            ) from error
        except (OSError, pa.ArrowException) as error:
            raise _unusable(folder, str(error)) from error

    def __len__(self) -> int:
        return int(self._file.num_record_batches)

    def read(self, block: int) -> pa.RecordBatch:
        """Return one block; the first of a table without rows is empty."""
        if not len(self):
            return pa.RecordBatch.from_pylist([], schema=self._file.schema)
        try:
            with self._reading:
                rows = self._file.get_batch(block)
            # Damaged offsets would otherwise be followed wherever they point.
            rows.validate(full=rows.num_rows <= ACTORS_PER_BLOCK)
        except (OSError, pa.ArrowException) as error:
            raise _unusable(self._folder, str(error)) from error
        return rows


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


def _map_column(folder: Path, name: str, kind: str, *shape: int) -> Column:
    """Map a column that has exactly the head it must have.

    NumPy's own way of reading the head goes through the compiler, which in Python 3.11 fails now
    and then where several threads do it at once.
    """
    path = folder / f"{name}.npy"
    wanted = io.BytesIO()
    head = {"descr": kind, "fortran_order": False, "shape": shape}
    np.lib.format.write_array_header_1_0(wanted, head)
    with path.open("rb") as file:
        if file.read(len(wanted.getvalue())) != wanted.getvalue():
            raise ValueError(f"{path.name} does not hold what {MANIFEST} says")
        mapped = np.memmap(file, np.dtype(kind), "r", len(wanted.getvalue()), shape)
    # asarray: a memmap's own class makes every slice several times slower.
    return np.asarray(mapped)


def _unusable(folder: Path, why: str) -> StoreError:
    return StoreError(
        f'the index "{folder}" cannot be used ({why}); '
        'run "relmap build" on the same articles and store again, it is then made anew'
    )
