"""The evidence rows of a store as Parquet: one per sentence and dyad, with day and outlet."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from relmap.models import EVIDENCE_ROLES
from relmap.store import Store

#: The outlet of an article whose outlet is unknown.
NO_OUTLET = -1

_ROWS = pa.schema(
    {
        "sentence": pa.int32(),
        "dyad": pa.int32(),
        "article": pa.int32(),
        "day": pa.date32(),
        "outlet": pa.int16(),
    }
)
_AT_ONCE = 500_000


def write_rows(store: Store, folder: Path) -> tuple[Path, Path]:
    """Write `rows.parquet`, and `dyads.parquet`, which says whose the dyads are; unless they lie there.

    Everything is asked from the store article by article, newest first, and counted here.
    """
    rows, dyads = folder / f"rows-{store.generation}.parquet", folder / "dyads.parquet"
    dyads = folder / f"dyads-{store.generation}.parquet"
    if rows.exists() and dyads.exists():
        return rows, dyads
    numbers: dict[tuple[str, str], int] = {}
    with pq.ParquetWriter(rows.with_suffix(".draft"), _ROWS, compression="zstd") as writer:
        columns: list[list[object]] = [[] for _ in _ROWS]
        for row in _rows(store, numbers):
            for column, value in zip(columns, row, strict=True):
                column.append(value)
            if len(columns[0]) >= _AT_ONCE:
                writer.write_table(_table(columns))
                columns = [[] for _ in _ROWS]
        writer.write_table(_table(columns))
    pairs = list(numbers)
    ends = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    pq.write_table(
        pa.table({"dyad": range(len(pairs)), "source": ends[0], "target": ends[1]}), dyads
    )
    rows.with_suffix(".draft").rename(rows)
    return rows, dyads


def _rows(store: Store, numbers: dict[tuple[str, str], int]) -> Iterator[tuple[object, ...]]:
    frame = store.articles()
    outlets = {outlet: number for number, outlet in enumerate(store.outlets)}
    sentence = 0
    told = zip(frame["article_id"], frame["date"], frame["outlet"], strict=True)
    for article, (article_id, day, outlet) in enumerate(told):
        roles = [one.role for one in store.sentences(article_id)]
        named: dict[int, set[str]] = {}
        for mention in store.mentions(article_id):
            named.setdefault(mention.sentence, set()).add(mention.actor_id)
        place = outlets.get(outlet, NO_OUTLET)
        for number, actors in named.items():
            if roles[number] not in EVIDENCE_ROLES:
                continue
            for pair in combinations(sorted(actors), 2):
                dyad = numbers.setdefault(pair, len(numbers))
                yield sentence + number, dyad, article, day, place
        sentence += len(roles)


def _table(columns: list[list[object]]) -> pa.Table:
    arrays = [pa.array(values, field.type) for values, field in zip(columns, _ROWS, strict=True)]
    return pa.Table.from_arrays(arrays, schema=_ROWS)
