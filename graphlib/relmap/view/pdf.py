"""A PDF with its objects in one order, so that the same picture is the same file, byte by byte.

The library that writes PDFs numbers fonts, and lists what a page uses, in another order each time.
What it writes is plain: numbered objects, a table of where each starts, and a trailer (ISO 32000-1,
7.5); only that order is changed here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_REFERENCE = re.compile(rb"\b(\d+) 0 R\b")
#: Entries of a dictionary that name other objects, one to a line and one below the other.
_ENTRIES = re.compile(rb"(?:^[ ]*/\S+ \d+ 0 R\n)+", re.MULTILINE)
_END = re.compile(rb"trailer\s*(<<.*?>>)\s*startxref\s*(\d+)\s*%%EOF\s*\Z", re.DOTALL)
_USED = re.compile(rb"(\d{10}) \d{5} n")


@dataclass(frozen=True, slots=True)
class _Object:
    """What stands between "obj" and its end: a dictionary and, behind it, maybe a stream."""

    head: bytes
    stream: bytes


def in_order(content: bytes) -> bytes:
    """Return the PDF with its objects numbered and written as they are reached from its root.

    Raises
    ------
    ValueError
        when the file is not built as described above.
    """
    end = _END.search(content)
    if end is None:
        raise ValueError("the PDF does not end with a trailer and the place of its table")
    trailer, table = end[1], int(end[2])
    places = sorted(int(place) for place in _USED.findall(content[table:]))
    objects = _objects(content, places, table)
    numbers = _numbers(trailer, objects)
    made = bytearray(content[: places[0]])
    starts = []
    for old, new in numbers.items():
        starts.append(len(made))
        head = _renumbered(objects[old].head, numbers)
        made += b"%d 0 obj\n%b%b\n\n" % (new, head, objects[old].stream)
    return bytes(made) + _table(starts, _renumbered(trailer, numbers), len(made))


def _objects(content: bytes, places: list[int], table: int) -> dict[int, _Object]:
    """The objects by number; entries that name other objects are sorted by their names."""
    found = {}
    for start, end in zip(places, [*places[1:], table], strict=True):
        number, _, body = content[start:end].rstrip().partition(b" 0 obj\n")
        head, keyword, stream = body.partition(b"\nstream\n")
        settled = _ENTRIES.sub(lambda lines: b"".join(sorted(lines[0].splitlines(True))), head)
        found[int(number)] = _Object(settled, keyword + stream)
    return found


def _numbers(trailer: bytes, objects: dict[int, _Object]) -> dict[int, int]:
    """Old numbers to new ones, in the order in which objects are reached."""
    numbers: dict[int, int] = {}
    waiting = _references(trailer)
    while waiting:
        number = waiting.pop(0)
        if number not in numbers:
            numbers[number] = len(numbers) + 1
            waiting += _references(objects[number].head)
    return numbers


def _references(text: bytes) -> list[int]:
    return [int(number) for number in _REFERENCE.findall(text)]


def _renumbered(text: bytes, numbers: dict[int, int]) -> bytes:
    return _REFERENCE.sub(lambda found: b"%d 0 R" % numbers[int(found[1])], text)


def _table(starts: list[int], trailer: bytes, place: int) -> bytes:
    size = len(starts) + 1
    entries = b"".join(b"%010d 00000 n\r\n" % start for start in starts)
    trailer = re.sub(rb"/Size \d+", b"/Size %d" % size, trailer)
    head = b"xref\n0 %d\n0000000000 65535 f\r\n" % size
    return head + entries + b"trailer\n%b\nstartxref\n%d\n%%%%EOF" % (trailer, place)
