"""JSONL (and JSON lists) → records: one object a line; the row is the line's number."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice

from relmap.corpus import columns
from relmap.corpus.cells import kind_of
from relmap.corpus.records import Record, lines_of, opened, too_long
from relmap.corpus.sources import Source
from relmap.errors import InputError

# A list must be read at once; beyond this a file of lines is the way.
_LARGEST_LIST = 256_000_000
_LOOKED_AT = 20
_DECODER = json.JSONDecoder()
_LINE_END = re.compile(r"[\r\n]|\Z")
_SPACE = re.compile(r"[\s\ufeff]*")


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

    The row is an object's place in the list. Of one that breaks all objects before the break are
    read, and the last record says where that is.

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
        is_lines = _is_lines(content, limit)
        yield from read_jsonl(source, limit) if is_lines else _up_to_break(content)
        return
    for row, item in enumerate(_objects(value), start=1):
        yield _record(item, row)


def _is_lines(content: str, limit: int) -> bool:
    """Tell by its first lines whether a text that is no JSON as a whole holds one object a line.

    One of them may be broken; within brackets no commas stand behind them.
    """
    are_objects = (
        len(line) <= limit and not _parsed(line, 0).problem for line in _filled_lines(content)
    )
    seen = [*islice(are_objects, _LOOKED_AT)]
    first, second, third, *_ = *seen, False, False, False
    if _Scan(content).stands("["):
        return second and third
    return first or second or 2 * sum(seen) > len(seen)


def _filled_lines(content: str) -> Iterator[str]:
    at = _behind_space(content, 0)
    while at < len(content) and (end := _LINE_END.search(content, at)):
        yield content[at : end.start()]
        at = _behind_space(content, end.start())


def _up_to_break(content: str) -> Iterator[Record]:
    """Yield the objects before the place where the text breaks, one by one, and then a problem."""
    row = 0
    try:
        for row, item in enumerate(_scanned(content), start=1):
            yield _record(item, row)
    except json.JSONDecodeError as error:
        is_end = _behind_space(content, error.pos) == len(content)
        what = "the file ends" if is_end else error.msg.lower().removesuffix(" starting at")
        yield Record(
            row + 1,
            problem=f"this is not valid JSON in line {error.lineno}, column {error.colno} ({what}); "
            f"mend that place or save the file anew{', what stands before it is read' * (row > 0)}",
        )


def _scanned(content: str) -> Iterator[object]:
    """Yield the objects of the lists and objects that stand one behind another.

    Raises:
        JSONDecodeError: the text breaks; all objects before have been yielded.
    """
    scan = _Scan(content)
    while scan.at < len(content):
        if not scan.stands("{"):
            yield from scan.items()
            continue
        start = scan.at
        try:
            value = scan.value()
        except json.JSONDecodeError:
            yield from _begun(_Scan(content, start))
            raise
        yield from _objects(value)


def _begun(scan: _Scan) -> list[object]:
    """Return the objects of the only list in an object that breaks."""
    members: dict[str, object] = {}
    try:
        scan.take("{")
        while True:
            name = str(scan.value())
            scan.take(":")
            if scan.stands("["):
                held: list[object] = []
                members[name] = held
                for item in scan.items():
                    held.append(item)  # noqa: PERF402  what stands before a break is kept
            else:
                members[name] = scan.value()
            scan.take(",")
    except json.JSONDecodeError:
        return _only_list(members)


class _Scan:
    """A text of JSON and how far it has been read; what cannot go on raises JSONDecodeError."""

    def __init__(self, text: str, at: int = 0) -> None:
        self._text = text
        self.at = _behind_space(text, at)

    def stands(self, mark: str) -> bool:
        """Tell whether that mark is the next character."""
        return self._text.startswith(mark, self.at)

    def take(self, mark: str) -> None:
        """Go on behind a mark that has to be there."""
        if not self.stands(mark):
            raise json.JSONDecodeError(f"expecting '{mark}'", self._text, self.at)
        self.at = _behind_space(self._text, self.at + 1)

    def value(self) -> object:
        """Return the next value, whatever it is."""
        try:
            value, end = _DECODER.raw_decode(self._text, self.at)
        except json.JSONDecodeError:
            raise
        except (ValueError, RecursionError) as error:
            what = "a number too long, or nested too deep"
            raise json.JSONDecodeError(what, self._text, self.at) from error
        self.at = _behind_space(self._text, end)
        return value

    def items(self) -> Iterator[object]:
        """Yield the values of a list, which begins here."""
        self.take("[")
        while not self.stands("]"):
            yield self.value()
            if not self.stands("]"):
                self.take(",")
                if self.stands("]"):
                    raise json.JSONDecodeError("expecting a value", self._text, self.at)
        self.take("]")


def _behind_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _objects(value: object) -> list[object]:
    """Return a list's items; of {"status": "ok", "articles": [{…}]} those of its only list."""
    if isinstance(value, list):
        return value
    return (_only_list(value) if isinstance(value, dict) else []) or [value]


def _only_list(members: Mapping[str, object]) -> list[object]:
    """Return the only list of objects that an object holds beside no text of its own, else []."""
    lists = [held for held in members.values() if isinstance(held, list) and held]
    if len(lists) != 1 or not all(isinstance(item, dict) for item in lists[0]):
        return []
    own = _text(members)
    is_article = own is not None and len(own) >= max(len(_text(item) or "") for item in lists[0])
    return [] if is_article else lists[0]


def _text(members: Mapping[str, object]) -> str | None:
    """Return the text that an object holds under one of its names."""
    place = columns.understand(tuple(members)).places.get("text")
    text = None if place is None else [*members.values()][place]
    return text if isinstance(text, str) else None


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
