"""`relmap map` and `relmap brief`: the map as a picture or a page, and the pack of its evidence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple, cast, get_args

import typer

from relmap import terminal
from relmap.briefing.files import is_standard_output, refuse_terminal, write_bytes
from relmap.cli.forms import choose_form
from relmap.cli.groups import spread
from relmap.cli.stores import StoreOption, open_store
from relmap.cli.values import parse_count
from relmap.cli.views import ViewOptions, count_shown, settle
from relmap.errors import FilterError
from relmap.links import MOST_DRAWN

if TYPE_CHECKING:
    from relmap.shown import Shown
    from relmap.store import Store

Drawn = Literal["png", "svg", "pdf"]
MAP_FORMS = (*get_args(Drawn), "html")
BRIEF_FORMS = ("html", "docx")
#: Forms that a terminal cannot show.
_BINARY = frozenset({"png", "pdf", "docx"})

TitleOption = Annotated[str, typer.Option("--title", help="The headline.")]
TITLE = "Who appears with whom"


@spread
def draw_map(
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="FILE.png, .svg, .pdf or .html.")
    ],
    view: ViewOptions,
    store: StoreOption = None,
    title: TitleOption = TITLE,
    scale: Annotated[
        int | None,
        typer.Option(
            parser=parse_count(2, 3), metavar="2|3", help="How sharp a PNG is, by default 2."
        ),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option("--format", metavar="|".join(MAP_FORMS), help="Where FILE does not say it."),
    ] = None,
) -> None:
    """Write the map: as a picture with its legend and sources, or as a page with its evidence."""
    chosen = choose_form(output, form, MAP_FORMS)
    if scale is not None and chosen != "png":
        raise typer.BadParameter(
            f"{chosen} is sharp at any size; --scale is for png", param_hint="--scale"
        )
    seen = _look(view, store, output, chosen)
    if chosen == "html":
        from relmap.briefing.page import map_page

        page = map_page(seen.store, seen.shown, title=title, selection=seen.selection)
        _hand_over(output, _encode(page), seen.shown)
    else:
        _hand_over_picture(output, cast(Drawn, chosen), seen, title, scale)


@spread
def write_brief(
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="FILE.html or .docx.")
    ],
    view: ViewOptions,
    store: StoreOption = None,
    title: TitleOption = TITLE,
    quoted: Annotated[
        int | None,
        typer.Option(parser=parse_count(1), metavar="N", help="Quote so many sentences of a tie."),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option("--format", metavar="|".join(BRIEF_FORMS), help="Where FILE does not say it."),
    ] = None,
) -> None:
    """Write the evidence pack: the map, every tie numbered, and the sentences behind each."""
    chosen = choose_form(output, form, BRIEF_FORMS)
    seen = _look(view, store, output, chosen)
    limits = {} if quoted is None else {"quoted": quoted}
    if chosen == "html":
        from relmap.briefing.pack import pack_page

        page = pack_page(seen.store, seen.shown, title=title, selection=seen.selection, **limits)
        content = _encode(page)
    else:
        from relmap.briefing.document import pack_document

        content = pack_document(
            seen.store, seen.shown, title=title, selection=seen.selection, **limits
        )
    _hand_over(output, content, seen.shown)


class _Seen(NamedTuple):
    """A store, what of it is shown, and what is selected there."""

    store: Store
    shown: Shown
    selection: tuple[str, ...]


def _look(view: ViewOptions, store: Path | None, output: Path, form: str) -> _Seen:
    """Look at what is asked for; refuse what cannot be drawn."""
    from relmap.shown import show

    link = view.read()
    if form in _BINARY:
        refuse_terminal(output)
    found = open_store(store)
    link = settle(found, link)
    if link.lens.top > MOST_DRAWN:
        raise FilterError(
            f"{link.lens.top:,} actors are too many to draw. Say --top {MOST_DRAWN} or less, "
            "or take them to another tool with: relmap export graph"
        )
    return _Seen(found, show(found, link.filters, link.lens), link.selection)


def _hand_over_picture(
    output: Path, form: Drawn, seen: _Seen, title: str, scale: int | None
) -> None:
    from relmap.briefing.pictures import write_picture

    picture = write_picture(
        seen.store, seen.shown, form, title=title, scale=scale or 2, selection=seen.selection
    )
    _hand_over(output, picture.content, seen.shown)
    terminal.say(*terminal.report_letters(picture.missing))


def _encode(page: str) -> bytes:
    # A lone surrogate, which JSON can smuggle into an article, has no UTF-8.
    return page.encode("utf-8", "backslashreplace")


def _hand_over(output: Path, content: bytes, shown: Shown) -> None:
    write_bytes(output, content)
    if not is_standard_output(output):
        size = f"{len(content) / 1e6:.1f} MB"
        terminal.say(f"{output} written: {count_shown(shown)}, {size}.")
