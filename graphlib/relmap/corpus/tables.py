"""Tables of articles → articles: one row each, or a notice with its row and the remedy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from relmap.corpus import cells, columns, dates, texts
from relmap.corpus.csvrecords import read_csv
from relmap.corpus.decoding import guess_of, is_blank, repair
from relmap.corpus.jsonrecords import read_json, read_jsonl
from relmap.corpus.markup import unescaped, without_markup
from relmap.corpus.parquetrecords import read_parquet
from relmap.corpus.records import Record, opened
from relmap.corpus.sources import Source
from relmap.corpus.texts import too_long
from relmap.errors import EmptyError, InputError
from relmap.models import Article, Unread

_BLANK = "the text of this row is blank; fill it in or leave the row out"
#: How the rows of a table are read, by suffix.
RECORDS: Mapping[str, Callable[[Source, int], Iterator[Record]]] = {
    ".csv": read_csv,
    ".tsv": read_csv,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".json": read_json,
    ".parquet": read_parquet,
}
# Tables that are no texts, and so in no encoding.
_BINARY = frozenset((".parquet",))
# Tables that tell where they end: an empty list is one that was written so.
_WHOLE = frozenset((".json", ".parquet"))
# Names that may be escaped for HTML, like the text; they are never read as pieces of it.
_SHOWN = frozenset(("title", "outlet"))
_NO_ROWS = "the file holds no articles; put some into it or leave it out"
# What a row may hold beside a text of the longest kind, and JSON's escapes of it.
_MARGIN = 100_000


def limit_for(max_chars: int) -> int:
    """Return how many characters a row may have when its text may have `max_chars`."""
    return 2 * max_chars + _MARGIN


def read_table(source: Source, max_chars: int) -> Iterator[Article | Unread]:
    """Yield the articles of a table, and a notice for every row or cell that is not used.

    Raises:
        InputError: the file is empty, not a text, or no column holds texts.
        OSError: it cannot be opened.
    """
    yield from _guessed(source)
    limit = limit_for(max_chars)
    order = column_order(source, limit)
    noticed: set[str] = set()
    for record in _readable(source, _with_text(source, limit)):
        if isinstance(record, Unread):
            yield record
            continue
        meant = columns.understand(record.names)
        if meant.notice and meant.notice not in noticed:
            noticed.add(meant.notice)
            yield source.unread(meant.notice, record.row)
        if record.cells:
            yield from _article(source, record, meant, order, max_chars)


def _readable(source: Source, records: Iterator[Record]) -> Iterator[Record | Unread]:
    """Yield the rows, those with a problem as notices.

    A table whose last row has one is refused: it may have been cut there while it was copied, and
    what stood behind is not known to be gone. One without any row, or a header, holds no table yet.
    """
    read, waiting = False, None
    for record in records:
        if waiting:
            yield source.unread(waiting.problem, waiting.row)
        read, waiting = True, record if record.problem else None
        if not record.problem:
            yield record
    if waiting:
        yield source.unread(waiting.problem, waiting.row, refused=True)
    elif not read and source.suffix not in _WHOLE:
        raise InputError(_NO_ROWS)


def _guessed(source: Source) -> Iterator[Unread]:
    if source.suffix not in _BINARY:
        try:
            with opened(source) as stream:
                guess = guess_of(stream.encoding)
        except EmptyError as error:  # without so much as a header it was cut, or is being written
            raise InputError(str(error)) from error
        if guess:
            yield source.unread(guess)


def cells_of(record: Record, meant: columns.Columns) -> cells.Cells:
    """Return a row's cells by meaning; names and titles as HTML shows them."""
    found = {meaning: record.cells[place] for meaning, place in meant.places.items()}
    return {meaning: _shown(meaning, cell) for meaning, cell in found.items()}


def _shown(meaning: columns.Meaning, cell: object) -> object:
    return unescaped(cell) if meaning in _SHOWN and isinstance(cell, str) else cell


def column_order(source: Source, limit: int) -> Callable[[], dates.Order | None]:
    """Return a function that reads the whole date column once, when it is first asked."""

    @cache
    def order() -> dates.Order | None:
        return dates.settle_order(_dates(source, limit))

    return order


def _dates(source: Source, limit: int) -> Iterator[str]:
    for record in RECORDS[source.suffix](source, limit):
        place = columns.understand(record.names).places.get("date")
        if record.cells and place is not None and isinstance(record.cells[place], str):
            yield str(record.cells[place])


def _with_text(source: Source, limit: int) -> Iterator[Record]:
    """Yield the records; those without a text column as problems, or one error if all are so."""
    textless: list[Record] = []
    seen = False
    for record in RECORDS[source.suffix](source, limit):
        if record.problem or "text" in columns.understand(record.names).places:
            if not record.problem and not seen:
                seen = True
                yield from map(_without_text, textless)
            yield record
        elif record.is_header:
            raise _no_articles(record)
        elif seen:
            yield _without_text(record)
        else:
            textless.append(Record(record.row, record.names))
    if textless and not seen:
        raise _no_articles(textless[0])


def _no_articles(record: Record) -> InputError:
    """Return what to raise: a table of files is understood, one whose texts are not found is not."""
    if columns.lists_files(columns.understand(record.names)):
        return EmptyError(
            "this table describes files and holds no texts; it counts where the folder in which it "
            "lies is given to relmap build; uploaded alone, give it a column with the texts"
        )
    return InputError(columns.missing_text(record.names))


def _without_text(record: Record) -> Record:
    found = ", ".join(f'"{name[:40]}"' for name in record.names[:12]) or "none"
    return Record(
        record.row, problem=f'this object has no text; its names are {found}: name one "text"'
    )


def _article(
    source: Source,
    record: Record,
    meant: columns.Columns,
    order: Callable[[], dates.Order | None],
    max_chars: int,
) -> Iterator[Article | Unread]:
    row_cells = cells_of(record, meant)
    value = row_cells["text"]
    reason = _text_problem(value, max_chars)
    if reason or not isinstance(value, str):
        yield source.unread(reason, record.row)
        return
    repaired = repair(value)
    told, reasons = cells.told(row_cells, order)
    for told_reason in (*reasons, repaired.notice):
        if told_reason:
            yield source.unread(told_reason, record.row)
    text = _text_of(repaired.text)
    if is_blank(text):
        yield source.unread(_BLANK, record.row)
    else:
        yield texts.article(text, source.shown, record.row, told)


def _text_of(cell: str) -> str:
    """Return the text of a cell, which may be HTML, or escaped for it: even its tags may be."""
    text = without_markup(cell)
    return text if text != cell else without_markup(unescaped(cell))


def _text_problem(value: object, max_chars: int) -> str:
    if value is None or (isinstance(value, str) and is_blank(value)):
        return _BLANK
    if not isinstance(value, str):
        return f"the text of this row is {cells.kind_of(value)}, not text; write it as a string"
    if len(value) > max_chars:
        return too_long(f"{len(value):,} characters", max_chars)
    return ""
