"""Tables that describe files beside them: what each row tells of which file.

A listing has a column `file` and no column of texts. It opens nothing by itself: a row counts
only for a file that is read anyway, and only below the folder in which the listing lies. Its
filled cells win over what the article says; blank ones leave it to the article.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from relmap.corpus import cells, columns
from relmap.corpus.decoding import clean
from relmap.corpus.sources import Source, Told
from relmap.corpus.tables import RECORDS, cells_of, column_order, limit_for
from relmap.errors import InputError
from relmap.models import Unread

_SHOWN = 80
# Files that hold many articles each: what one row tells cannot be true of all of them.
_MANY = (*RECORDS, ".atom", ".gz", ".mbox", ".rss", ".warc", ".xml", ".zip")


@dataclass(frozen=True, slots=True)
class Listed:
    """What one row of a listing tells of the file it names (its real path)."""

    file: Path
    told: Told


def is_listing(source: Source, max_chars: int) -> bool:
    """Tell whether a source on disk is a table that describes files."""
    if source.suffix not in RECORDS or source.real is None:
        return False
    records = RECORDS[source.suffix](source, limit_for(max_chars))
    try:
        first = next((record for record in records if not record.problem), None)
    except (InputError, OSError):  # said when the table itself is read
        return False
    return first is not None and columns.lists_files(columns.understand(first.names))


def read_listing(
    source: Source, max_chars: int, given: Collection[Path]
) -> Iterator[Listed | Unread]:
    """Yield what a listing tells of the files in `given` (real paths), and what is wrong with it.

    Raises:
        InputError: the file is not a text.
        OSError: it cannot be opened.
    """
    limit = limit_for(max_chars)
    order = column_order(source, limit)
    rows: dict[Path, int] = {}
    for record in RECORDS[source.suffix](source, limit):
        meant = columns.understand(record.names)
        if record.problem or (meant.notice and record.is_header):
            yield source.unread(record.problem or meant.notice, record.row)
        if not record.cells:
            continue
        row_cells = cells_of(record, meant)
        found = _file(source, row_cells.get("file"), given)
        if isinstance(found, Path) and found in rows:
            found = f"row {rows[found]} already describes this file; leave one of the two out"
        if isinstance(found, str):
            yield source.unread(found, record.row)
            continue
        rows[found] = record.row
        if found.name.lower().endswith(_MANY):
            yield source.unread(
                f"{_quote(found.name)} may hold many articles, so this row is applied to none of "
                "them; name files of one article each, or leave the row out",
                record.row,
            )
            continue
        told, reasons = cells.told(row_cells, order)
        for reason in reasons:
            yield source.unread(reason, record.row)
        yield Listed(found, told)


def _file(source: Source, value: object, given: Collection[Path]) -> Path | str:
    """Return the real path of the file that a cell names, or the reason why there is none."""
    if not isinstance(value, str) or not value.strip() or source.real is None:
        return "this row names no file; fill in the file's name or leave the row out"
    name, folder = value.strip(), source.real.parent
    try:
        file = (folder / name.replace("\\", "/")).resolve()
        there = file.is_relative_to(folder) and file.is_file()
    except (OSError, ValueError, RuntimeError):  # a NUL, a name too long, links in a circle
        return f"{_quote(name)} is no usable file name; correct it"
    return file if there and file in given else _why_not(file, folder, _quote(name), there=there)


def _why_not(file: Path, folder: Path, name: str, *, there: bool) -> str:
    if not file.is_relative_to(folder):
        return f"{name} lies outside the table's folder and is not read; move it beside the table"
    if there:
        return (
            f"{name} is described here but was not given; "
            f"give the folder {folder.name!r} as a whole"
        )
    return f"there is no file {name} beside this table; correct the name or leave the row out"


def _quote(name: str) -> str:
    return f'"{clean(name if len(name) <= _SHOWN else name[:_SHOWN] + "…")}"'
