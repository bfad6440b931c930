"""A map and the words around it, composed to one picture on white that stands on its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from relmap.view.caption import Caption
from relmap.view.directions import unforced
from relmap.view.fitting import Place, fit
from relmap.view.labels import Dot, Label, Number, place_labels, place_numbers
from relmap.view.legend import DASHED_FROM, draw_legend
from relmap.view.lettering import MARGIN, WIDTH, foot, head
from relmap.view.network import MapData, Row
from relmap.view.room import Stroke, Strokes, Taken
from relmap.view.shapes import Block, Box, Line, Mark, Shape, Text
from relmap.view.theme import LIGHT

#: A map is so high for many actors, lower for the first few.
_HIGHEST, _LOWEST, _EACH = 600.0, 180.0, 70.0
#: The map reaches farther to the sides than the text: it is what the picture is about.
_MAP_MARGIN = 24.0
_LABEL, _NUMBER, _RING = 13.0, 9.5, 2.5
#: So many of the strongest have their names in bold: where the eye starts.
_FOREMOST = 5
#: Where something is selected, all other ties step back to this share of their opacity.
_BEHIND = 0.45
_WHITE = LIGHT.background
#: The rim of a hollow mark and the white one of any other: at most so thick, in pixels, and at most
#: that share of the mark's radius.
_HOLLOW, _SOLID = (2.0, 0.45), (1.25, 0.2)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Ids of the actors whose names, and of the ties whose numbers, found no room."""

    labels: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """Shapes at their places, the lowest first; sizes in logical pixels.

    `title` and `description` say in words what the picture shows, for those who do not see it.
    `area` is the box of the map inside of the picture.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    title: str
    description: str
    area: Box
    left_out: LeftOut = LeftOut()


def compose(
    data: MapData,
    caption: Caption,
    *,
    numbers: Mapping[str, int] | None = None,
    selection: Sequence[str] = (),
) -> Picture:
    """Compose the picture of a map, always on white whatever theme the map was drawn in.

    `numbers` gives ties (by id) a small number that a footnote can point to. `selection` holds one
    actor's id or the two of a tie, which then stand out, unless they are not drawn. What found no room is said below the map
    and listed in `left_out`. The same input gives the same picture.
    """
    heading, y = head(caption)
    legend, y = draw_legend(data, MARGIN, y + 6.0, WIDTH - 2 * MARGIN)
    tall = min(_HIGHEST, _LOWEST + _EACH * len(data.nodes))
    area = Box(_MAP_MARGIN, y + 6.0, WIDTH - _MAP_MARGIN, y + 6.0 + tall)
    drawn, left_out = _draw_map(data, area, numbers or {}, _drawn(data, selection))
    if not data.nodes:
        drawn = (_nobody(area),)
    notes = _notes(left_out)
    words, end = foot(caption, notes, area.bottom + 8.0)
    height = round(end + 18.0)
    ground = Block(Box(0.0, 0.0, WIDTH, height), _WHITE, "ground")
    return Picture(
        width=WIDTH,
        height=float(height),
        shapes=(ground, *heading, *legend, *drawn, *words),
        title=caption.title,
        description=_join((*caption.statements, *notes, caption.meaning, caption.made)),
        area=area,
        left_out=left_out,
    )


def _join(texts: Iterable[str]) -> str:
    """Texts as sentences: some end in a full stop of their own."""
    return ". ".join(text.removesuffix(".") for text in texts)


def _drawn(data: MapData, selection: Sequence[str]) -> frozenset[str]:
    """Return what is selected if all of it is drawn: nothing fades behind what is not there."""
    chosen = frozenset(selection)
    if len(chosen) == 1:
        is_drawn = any(row["id"] in chosen for row in data.nodes)
    else:
        is_drawn = any({row["from"], row["to"]} == chosen for row in data.edges)
    return chosen if is_drawn else frozenset()


def _draw_map(
    data: MapData, area: Box, numbers: Mapping[str, int], selection: frozenset[str]
) -> tuple[tuple[Shape, ...], LeftOut]:
    places = dict(zip((row["id"] for row in data.nodes), fit(data.nodes, area), strict=True))
    ties = [_tie(row, places, selection) for row in data.edges]
    # Chosen ties lie above all others.
    ties.sort(key=lambda line: line.colour == LIGHT.accent)
    strokes = {line.owner: _stroke(line) for line in ties}
    ink, taken = Strokes(tuple(strokes.values())), Taken()
    foremost = min(_FOREMOST, max(1, len(data.nodes) // 4))
    dots = [_dot(row, places[row["id"]], selection, foremost) for row in data.nodes]
    dots.sort(key=lambda dot: dot.owner not in selection)
    labels, unnamed = place_labels(dots, ink, area, taken)
    # The chosen and the heaviest first: both lie on top, at the end.
    numbered = [line.owner for line in reversed(ties) if line.owner in numbers]
    discs, unnumbered = place_numbers(
        ((strokes[tie], _disc(numbers[tie])) for tie in numbered), ink, area, taken
    )
    shapes = (
        *ties,
        *(mark for row in data.nodes for mark in _node(row, places[row["id"]], selection)),
        *(shape for disc in discs for shape in _number(disc, numbers[disc.owner])),
        *(text for label in labels for text in _label(label)),
    )
    return shapes, LeftOut(unnamed, unnumbered)


def _nobody(area: Box) -> Text:
    x, y = (area.left + area.right) / 2.0, (area.top + area.bottom) / 2.0
    return Text(x, y, "No actor is in view.", 14.0, LIGHT.muted, "label", anchor="middle")


def _tie(row: Row, places: Mapping[str, Place], selection: frozenset[str]) -> Line:
    start, end = places[row["from"]], places[row["to"]]
    opacity = float(row.get("opacity", 1.0))
    chosen = _is_chosen(row, selection)
    if selection:
        opacity = max(opacity, 0.75) if chosen else opacity * _BEHIND
    return Line(
        (start.x, start.y),
        (end.x, end.y),
        float(row["width"]),
        LIGHT.accent if chosen else LIGHT.edge,
        "tie",
        round(opacity, 3),
        row["id"],
    )


def _is_chosen(row: Row, selection: frozenset[str]) -> bool:
    """Whether a tie is the selected one, or one of the selected actor."""
    ends = {row["from"], row["to"]}
    return selection <= ends and bool(selection)


def _stroke(line: Line) -> Stroke:
    return Stroke(line.owner, line.start, line.end, line.width * line.opacity)


def _dot(row: Row, place: Place, selection: frozenset[str], foremost: int) -> Dot:
    chosen = row["id"] in selection
    bold = chosen if selection else row["rank"] < foremost
    reach = place.radius + (_RING if chosen else 0.0)
    label, rank = unforced(str(row["label"])), 0 if chosen else int(row["rank"])
    return Dot(row["id"], place.x, place.y, reach, label, _LABEL, bold, rank)


def _node(row: Row, place: Place, selection: frozenset[str]) -> tuple[Mark, ...]:
    """The mark of an actor on a white rim; hollow where the name could be several.

    A rim takes no more than a share of a small mark, of which nothing would be left else.
    """
    fill = _colour(row)
    thickest, share = _HOLLOW if row["unresolved"] else _SOLID
    rim = round(min(thickest, share * place.radius), 2)
    body = Mark(
        row["shape"],
        place.x,
        place.y,
        round(place.radius - rim / 2.0, 2),
        _WHITE if row["unresolved"] else fill,
        "node",
        fill if row["unresolved"] else _WHITE,
        rim,
        dashed=bool(row["unresolved"]) and place.radius >= DASHED_FROM,
        owner=row["id"],
    )
    if row["id"] not in selection:
        return (body,)
    # The ring lies below, so that it reads as a rim of the node.
    ring = Mark(row["shape"], place.x, place.y, place.radius + _RING, LIGHT.accent, "node")
    return (ring, body)


def _colour(row: Row) -> str:
    if "community" in row:
        return LIGHT.of_community(int(row["community"]))
    return LIGHT.of(row["kind"]).fill


def _label(label: Label) -> tuple[Text, ...]:
    dot = label.dot
    return tuple(
        Text(x, y, line, label.size, LIGHT.ink, "label", dot.bold, "middle", _WHITE, dot.owner)
        for line, x, y in label.lines
    )


def _disc(number: int) -> float:
    """The radius of the disc that holds a number."""
    return 7.5 + 2.2 * max(0, len(str(number)) - 2)


def _number(disc: Number, number: int) -> tuple[Mark, Text]:
    ground = Mark("dot", disc.x, disc.y, disc.radius, _WHITE, "number", LIGHT.edge, 0.75)
    base = round(disc.y + 0.36 * _NUMBER, 2)
    text = Text(
        disc.x, base, str(number), _NUMBER, LIGHT.ink, "number", anchor="middle", owner=disc.owner
    )
    return ground, text


def _notes(left_out: LeftOut) -> tuple[str, ...]:
    names, numbers = len(left_out.labels), len(left_out.numbers)
    notes = []
    if names:
        one = names == 1
        notes.append(
            f"{'The name' if one else 'Names'} of {names:,} "
            f"{'actor' if one else 'actors'} left out for want of room"
        )
    if numbers:
        notes.append(
            f"Numbers of {numbers:,} tie{'' if numbers == 1 else 's'} left out for want of room"
        )
    return tuple(notes)
