"""The articles of a generation by number: their ids, rows and texts, read when they are asked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from relmap.errors import StoreError
from relmap.filters import NO_DAY
from relmap.models import Article
from relmap.store.columns import Column
from relmap.store.contents import Content, read_contents
from relmap.store.index import Index
from relmap.store.mapped import load_table

#: The columns of the table of articles, in order; counts are whole numbers, the rest objects.
ARTICLE_COLUMNS = (
    "article_id",
    "title",
    "outlet",
    "outlet_source",
    "language",
    "date",
    "date_source",
    "words",
    "sentences",
    "url",
    "path",
    "row",
)
_COUNTS = frozenset({"words", "sentences"})


class Articles:
    """The articles of one generation; `files` is its folder."""

    def __init__(self, index: Index, files: Path, catalogue: Path) -> None:
        self._index = index
        self._files = files
        self._catalogue = catalogue

    @cached_property
    def _ids(self) -> pa.StringArray:
        return load_table(self._files, "articles").column("article_id")

    @cached_property
    def _paths(self) -> pa.StringArray:
        return load_table(self._files, "paths").column("path")

    def ids(self, numbers: Column) -> list[str]:
        """Return the ids of articles."""
        return _pick(self._ids, numbers)

    def number(self, article_id: str) -> int:
        """Return the number of an article.

        Raises
        ------
        StoreError
            when there is no such article.
        """
        by_id, ids = self._index["article.by_id"], self._ids
        place = bisect_left(by_id, article_id, key=lambda number: ids[int(number)].as_py())
        if place < len(by_id) and ids[int(by_id[place])].as_py() == article_id:
            return int(by_id[place])
        raise StoreError(
            f'the store "{self._catalogue.parent}" has no article "{article_id}"; '
            "it may have been replaced by a later build, so open it again from the list"
        )

    def read(self, numbers: Sequence[int]) -> list[Article]:
        """Return articles with their texts."""
        places = np.array(numbers, dtype=np.int64)
        return [
            Article(text=content.text, **row) for row, content in self._rows(places, texts=True)
        ]

    def frame(self, numbers: Column) -> pd.DataFrame:
        """Return rows of the table of articles."""
        rows = [row for row, _ in self._rows(numbers, texts=False)]
        columns: dict[str, list[Any]] = {
            name: [row.get(name) for row in rows] for name in ARTICLE_COLUMNS
        }
        columns["words"] = self._index["article.words"][numbers].tolist()
        columns["sentences"] = self._index.lengthen("sentence.count", numbers).tolist()
        # Of type object, because pandas' own types would turn None into NaN.
        return pd.DataFrame(
            {
                name: pd.Series(column, dtype="int64" if name in _COUNTS else "object")
                for name, column in columns.items()
            }
        )

    def _rows(self, numbers: Column, *, texts: bool) -> Iterator[tuple[dict[str, Any], Content]]:
        """Yield articles as the fields of `Article`, without the text, and what they contain."""
        index, outlets = self._index, (*self._index.manifest.outlets, None)
        keys = index["article.key"][numbers].tolist()
        checks = dict(zip(keys, index["article.check"][numbers].tolist(), strict=True))
        contents = read_contents(self._catalogue, checks, texts=texts)
        names = ("origin", "outlet", "day", "row")
        told = (index[f"article.{name}"][numbers].tolist() for name in names)
        ids, paths = self.ids(numbers), _pick(self._paths, index["article.path"][numbers])
        for key, article_id, path, origin, outlet, day, row in zip(
            keys, ids, paths, *told, strict=True
        ):
            title_source, outlet_source, date_source, language = index.manifest.origins[origin]
            yield (
                {
                    "article_id": article_id,
                    "path": path,
                    "row": row - 1 if row else None,
                    "title": contents[key].title,
                    "title_source": title_source,
                    "date": None if day == NO_DAY else date.fromordinal(day),
                    "date_source": date_source,
                    # NO_OUTLET is -1 and looks up the last.
                    "outlet": outlets[outlet],
                    "outlet_source": outlet_source,
                    "url": contents[key].url,
                    "language": language,
                },
                contents[key],
            )


def _pick(texts: pa.StringArray, places: Column) -> list[str]:
    found: list[str] = texts.take(pa.array(places, pa.int64())).to_pylist()
    return found
