"""Parquet → records: rows by the names of their columns, a few at a time; the row counts from 1."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from relmap.corpus import columns
from relmap.corpus.inside import AT_ONCE
from relmap.corpus.libraries import unharmed
from relmap.corpus.records import Record
from relmap.corpus.sources import Source
from relmap.errors import InputError

# So many rows are held at once; each may be an article of the longest kind.
_BATCH = 32
_BROKEN = "this is no Parquet table, or a damaged one; write it anew"


def read_parquet(source: Source, _limit: int) -> Iterator[Record]:
    """Yield first the names of the columns, then the rows, whose length is looked at later.

    Only columns whose names are understood are read. Days and times come as text, for that is what
    the cells of a table are.

    Raises:
        InputError: it is no Parquet table, or lies in an archive and is too large for that.
        OSError: it cannot be opened.
    """
    if source.depth and source.size > AT_ONCE:
        raise InputError("this table is too large to be read inside an archive; unpack that one")
    import pyarrow.parquet as pq  # noqa: PLC0415  half a second, and only for these

    with source.open() as stream:
        with unharmed(_BROKEN):
            table = pq.ParquetFile(stream)
            names = tuple(table.schema_arrow.names)
        yield Record(0, names)
        yield from _rows(table, names)


def _rows(table: Any, names: tuple[str, ...]) -> Iterator[Record]:
    wanted = [name for name in names if columns.understand((name,)).places]
    batches = table.iter_batches(batch_size=_BATCH, columns=wanted)
    row = 0
    while True:
        with unharmed(_BROKEN):
            batch = next(batches, None)
            if batch is None:
                return
            held = [_values(column) for column in batch.columns]
            found = tuple(batch.schema.names)
        for values in zip(*held, strict=True):
            row += 1
            yield Record(row, found, values)


def _values(column: Any) -> list[object]:
    """Return a column's values; days, times and dictionaries as what they stand for."""
    import pyarrow as pa  # noqa: PLC0415  as above

    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if pa.types.is_temporal(column.type):
        column = column.cast(pa.string())
    if pa.types.is_binary(column.type) or pa.types.is_large_binary(column.type):
        column = column.cast(pa.large_string())
    return list(column.to_pylist())
