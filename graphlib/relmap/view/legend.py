"""What the marks and lines of a picture stand for: kinds, communities, and the widths of ties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from statistics import median_low
from typing import Any

from relmap.view.directions import isolate
from relmap.view.metrics import text_width
from relmap.view.network import MapData
from relmap.view.shapes import Line, Mark, Shape, Text
from relmap.view.theme import LIGHT

_SIZE, _LEADING = 12.0, 20.0
_REACH, _SAMPLE = 5.5, 24.0
_BESIDE, _BETWEEN, _GROUPS = 6.0, 16.0, 30.0
#: The rim of an unresolved name is dashed from this radius on; a smaller mark would fall to pieces.
DASHED_FROM = 9.0
#: A sample that nobody sees explains nothing: thousands of faint ties are darker than one.
_LEAST_OPACITY = 0.3


@dataclass(frozen=True, slots=True)
class _Entry:
    """A sample (a mark, or a line of some width; None for none) and the words beside it."""

    words: str
    mark: Mark | None = None
    width: float = 0.0
    opacity: float = 1.0
    gap: float = _BETWEEN

    @property
    def sample(self) -> float:
        """How much room the sample takes before the words."""
        if self.mark is None and not self.width:
            return 0.0
        return (2 * _REACH if self.mark else _SAMPLE) + _BESIDE

    @property
    def length(self) -> float:
        """How much room all of it takes."""
        return self.sample + text_width(self.words, _SIZE)


def draw_legend(
    data: MapData, left: float, top: float, width: float
) -> tuple[tuple[Shape, ...], float]:
    """Return the legend from `top` on, in rows of `width` pixels; and where it ends.

    Only what the map shows stands in it. Widths come with the opacity that ties of that weight are
    drawn with.
    """
    rows = (*_rows((*_kinds(data), *_widths(data)), width), *_rows(_communities(data), width))
    shapes: list[Shape] = []
    for index, row in enumerate(rows):
        shapes.extend(_draw_row(row, left, top + index * _LEADING + _LEADING / 2.0))
    return tuple(shapes), top + len(rows) * _LEADING


def _rows(entries: Iterable[_Entry], width: float) -> list[list[_Entry]]:
    rows: list[list[_Entry]] = []
    used = 0.0
    for entry in entries:
        if not rows or used + entry.gap + entry.length > width:
            rows.append([])
            used = -entry.gap
        rows[-1].append(entry)
        used += entry.gap + entry.length
    return rows


def _draw_row(row: Iterable[_Entry], x: float, middle: float) -> Iterator[Shape]:
    for index, entry in enumerate(row):
        x += entry.gap if index else 0.0
        if entry.mark:
            yield _moved(entry.mark, x + _REACH, middle)
        elif entry.width:
            ends = (x, middle), (x + _SAMPLE, middle)
            yield Line(*ends, entry.width, LIGHT.edge, "legend", entry.opacity)
        base = round(middle + 0.35 * _SIZE, 2)
        yield Text(x + entry.sample, base, entry.words, _SIZE, LIGHT.ink, "legend")
        x += entry.length


def _moved(mark: Mark, x: float, y: float) -> Mark:
    return Mark(
        mark.form, x, y, mark.radius, mark.fill, "legend", mark.rim, mark.rim_width, mark.dashed
    )


def _kinds(data: MapData) -> Iterator[_Entry]:
    by_community = bool(data.legend.get("communities"))
    for row in data.legend["kinds"]:
        fill = LIGHT.muted if by_community else LIGHT.of(row["kind"]).fill
        yield _Entry(str(row["word"]), _sample(row["shape"], fill))
    if data.legend["unresolved"]:
        dashed = any(row["unresolved"] and row["size"] >= DASHED_FROM for row in data.nodes)
        reach = _REACH - 0.75
        hollow = Mark("dot", 0.0, 0.0, reach, "#ffffff", "legend", LIGHT.muted, 1.5, dashed)
        yield _Entry(f"{data.legend['unresolved']}, could be several", hollow)


def _sample(shape: str, fill: str) -> Mark:
    # Squares look larger than discs of the same reach.
    reach = _REACH * (0.85 if shape == "square" else 1.0)
    return Mark(shape, 0.0, 0.0, reach, fill, "legend")  # type: ignore[arg-type]


def _widths(data: MapData) -> Iterator[_Entry]:
    rows = data.legend["widths"]
    for index, row in enumerate(rows):
        weight = int(row["weight"])
        last = index == len(rows) - 1
        words = f"{weight:,}" + (f" shared sentence{'' if weight == 1 else 's'}" if last else "")
        gap = _BETWEEN if index else _GROUPS
        yield _Entry(words, None, float(row["width"]), _opacity_of(row, data.edges), gap)


def _opacity_of(wanted: Mapping[str, Any], edges: Iterable[Mapping[str, Any]]) -> float:
    """The opacity of most ties that are as wide as a sample of the legend."""
    found = [float(row.get("opacity", 1.0)) for row in edges if row["width"] == wanted["width"]]
    return max(median_low(found), _LEAST_OPACITY) if found else 1.0


def _communities(data: MapData) -> Iterator[_Entry]:
    for row in data.legend.get("communities", ()):
        words = f"{isolate(str(row['label']))} ({int(row['count']):,})"
        yield _Entry(words, _sample("dot", LIGHT.of_community(int(row["community"]))))
