"""JSONL (and JSON lists) → records: one object a line; the row is the line's number."""

from __future__ import annotations

import json
from collections.abc import Iterator

from relmap.corpus.cells import kind_of
from relmap.corpus.records import Record, lines_of, opened, too_long
from relmap.corpus.sources import Source
from relmap.errors import InputError

# A list must be read at once; beyond this a file of lines is the way.
_LARGEST_LIST = 256_000_000


def read_jsonl(source: Source, limit: int) -> Iterator[Record]:
    """Yield the objects of a file that holds one a line; blank lines are passed over."""
    with opened(source) as stream:
        for row, line in enumerate(lines_of(stream, limit), start=1):
            if line.length > limit:
                yield Record(row, problem=too_long(line.length, limit))
            elif line.text.strip().strip("\ufeff"):
                yield _parsed(line.text, row)


def read_json(source: Source, limit: int) -> Iterator[Record]:
    """Yield the objects of a list, of an object's only list, or of lines under a .json name.

    The row is an object's place in the list.

    Raises:
        InputError: the file is too large to be read as one list.
    """
    if source.size > _LARGEST_LIST:
        raise InputError(
            f"this list is too large to be read at once ({source.size / 1e6:,.0f} MB); "
            "write one object a line and end the name in .jsonl"
        )
    with opened(source) as stream:
        content = stream.read()
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        yield from read_jsonl(source, limit)
        return
    for row, item in enumerate(_objects(value), start=1):
        yield _record(item, row)


def _objects(value: object) -> list[object]:
    """Return a list's items; of {"status": "ok", "articles": [{…}]} those of its only list."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        lists = [held for held in value.values() if isinstance(held, list) and held]
        if len(lists) == 1 and all(isinstance(item, dict) for item in lists[0]):
            return list(lists[0])
    return [value]


def _parsed(line: str, row: int) -> Record:
    try:
        value = json.loads(line.strip().strip("\ufeff"))
    except json.JSONDecodeError as error:
        return Record(
            row,
            problem=f"this line is not valid JSON ({error.msg.lower()}, "
            f"character {error.pos + 1}); write one object a line",
        )
    except (ValueError, RecursionError):
        return Record(
            row, problem="this line is not usable JSON (a number too long, or nested too deep)"
        )
    return _record(value, row)


def _record(value: object, row: int) -> Record:
    if not isinstance(value, dict):
        return Record(
            row,
            problem=f"this is {kind_of(value)}, not an object; "
            'write {"text": "…"} for each article',
        )
    return Record(row, tuple(value), tuple(value.values()))
