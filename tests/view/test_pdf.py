"""The order of a PDF's objects: one and the same, and the file stays a file."""

from __future__ import annotations

import re

import pytest
import vl_convert

from relmap.view.metrics import FAMILY
from relmap.view.pdf import in_order
from relmap.view.raster import write_pdf

LINES = "".join(
    f'<line x1="0" y1="{y}" x2="99" y2="{y}" stroke="#888" stroke-opacity="0.{y:02d}"/>'
    for y in range(1, 60)
)
#: Two fonts and many opacities: what the library orders by chance.
SVG = (
    f'<svg xmlns="http://www.w3.org/2000/svg" width="120" height="90" font-family="{FAMILY}">'
    f'<text x="1" y="20">Minsk</text><text x="1" y="40" font-weight="bold">Minsk</text>{LINES}</svg>'
)


def test_the_library_alone_makes_another_file_each_time() -> None:
    assert len({bytes(vl_convert.svg_to_pdf(SVG)) for _ in range(12)}) > 1, "in_order has no use"


def test_in_order_the_file_is_the_same_each_time() -> None:
    assert len({write_pdf(SVG) for _ in range(12)}) == 1


def test_the_table_tells_where_each_object_starts() -> None:
    content = write_pdf(SVG)
    table = int(re.findall(rb"startxref\n(\d+)\n%%EOF$", content)[0])
    assert content[table:].startswith(b"xref\n0 ")
    rows = content[table:].split(b"trailer")[0].splitlines(keepends=True)[2:]
    assert all(len(row) == 20 for row in rows)
    starts = [int(row[:10]) for row in rows if row[17:18] == b"n"]
    for number, start in enumerate(starts, start=1):
        assert content[start:].startswith(b"%d 0 obj\n" % number)
    assert b"/Size %d" % (len(starts) + 1) in content[table:]


def test_nothing_but_the_order_changes() -> None:
    before, after = bytes(vl_convert.svg_to_pdf(SVG)), write_pdf(SVG)
    assert sorted(shapes(before)) == sorted(shapes(after))
    assert in_order(after) == after


def shapes(content: bytes) -> list[bytes]:
    """The objects without their numbers and without the order of their lines."""
    found = re.findall(rb"\d+ 0 obj\n(.*?)\nendobj", content, re.DOTALL)
    return [b"\n".join(sorted(re.sub(rb"\d+ 0 R", b"R", each).splitlines())) for each in found]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"no trailer, startxref 12 %%EOF"])
def test_what_is_no_such_file_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="trailer"):
        in_order(content)
