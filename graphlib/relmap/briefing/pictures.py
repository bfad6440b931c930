"""What is shown of a store as a still picture: PNG, SVG or PDF, the same from the page and here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from relmap.briefing.captions import make_caption
from relmap.briefing.words import number
from relmap.view.network import MapData, draw
from relmap.view.picture import LeftOut, Picture, compose
from relmap.view.raster import PAPER, missing_letters, write_pdf, write_png
from relmap.view.svg import drawable, write_svg

if TYPE_CHECKING:
    from relmap.shown import Shown
    from relmap.store import Store
    from relmap.view.caption import Caption

PictureForm = Literal["png", "svg", "pdf"]
PICTURES: tuple[PictureForm, ...] = ("png", "svg", "pdf")

#: A caption names so many of the letters that cannot be drawn; their names are all reported.
_LISTED = 6


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture as the bytes of a file.

    `missing` are the names, and other texts of the picture, with letters that no font of this
    machine draws, sorted; the picture says so itself. `left_out` are the ids whose name or number
    found no room.
    """

    content: bytes
    form: PictureForm
    missing: tuple[str, ...] = ()
    left_out: LeftOut = field(default_factory=LeftOut)


def write_picture(  # noqa: PLR0913 - all but the first three are named where it is called
    store: Store,
    shown: Shown,
    form: PictureForm,
    *,
    title: str,
    scale: int = 2,
    selection: Sequence[str] = (),
) -> PictureFile:
    """Return the picture of what is shown; the same input gives the same bytes.

    `scale` is how many pixels of a PNG one logical pixel becomes. `selection` is one
    actor's id or the two of a tie. A title is set in as many lines as it takes.
    """
    caption = make_caption(store, shown, title=title, selection=selection)
    data = draw(shown.graph, shown.positions, communities=shown.communities or None)
    picture, missing = compose_honestly(data, caption, selection=selection)
    return PictureFile(_write(picture, form, scale), form, missing, picture.left_out)


def compose_honestly(
    data: MapData,
    caption: Caption,
    *,
    numbers: Mapping[str, int] | None = None,
    selection: Sequence[str] = (),
) -> tuple[Picture, tuple[str, ...]]:
    """Compose a picture that says in its caption which letters no font of this machine draws.

    Returns the picture and the texts with such letters, sorted.
    """
    names = {str(row["name"]) for row in data.nodes}
    words = {caption.title, *caption.statements}
    letters = missing_letters(map(drawable, (*names, *words)))
    concerned = _with_any(names, letters)
    if letters:
        statements = (*caption.statements, _say_missing(len(concerned), letters))
        caption = replace(caption, statements=statements)
    picture = compose(data, caption, numbers=numbers, selection=selection)
    return picture, tuple(sorted({*concerned, *_with_any(words, letters)}))


def _with_any(texts: Iterable[str], letters: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(text for text in texts if not set(drawable(text)).isdisjoint(letters)))


def _say_missing(names: int, letters: Sequence[str]) -> str:
    listed = ", ".join(f"U+{ord(letter):04X}" for letter in letters[:_LISTED])
    more = f" and {len(letters) - _LISTED:,} more" if len(letters) > _LISTED else ""
    if not names:
        return f"The title or caption has letters that no font here can draw: {listed}{more}"
    has = "has" if names == 1 else "have"
    return f"{number(names, 'name')} {has} letters that no font here can draw: {listed}{more}"


def _write(picture: Picture, form: PictureForm, scale: int) -> bytes:
    if form == "pdf":
        return write_pdf(write_svg(picture, scale=PAPER))
    svg = write_svg(picture)
    return write_png(svg, scale) if form == "png" else svg.encode("utf-8")
