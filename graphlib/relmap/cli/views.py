"""Which part of a store is meant, and how it is shown: options, or a link that says it all."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, get_args

import typer

from relmap import terminal
from relmap.cli.filters import FilterOptions
from relmap.cli.values import parse_count, parse_word
from relmap.errors import FilterError
from relmap.links import Link, read_link
from relmap.models import Colouring, Lens, Placement

if TYPE_CHECKING:
    from relmap.shown import Shown
    from relmap.store import Store

#: The heading of these options in the help of a command.
PANEL = "Lens: what of it is shown, and how"

#: "all" among numbers of actors.
ALL = -1
_LENS = Lens()


def _parse_top(text: str) -> int:
    if text == "all":
        return ALL
    if text.isascii() and text.isdigit() and int(text) >= 1:
        return int(text)
    raise typer.BadParameter(f'{text!r} is no count of actors. Write 1 or more, or "all".')


@dataclass(frozen=True, slots=True)
class ViewOptions(FilterOptions):
    """Filters and lens as options; `read` turns them into what the rest works with."""

    top: Annotated[
        int | None,
        typer.Option(
            "--top",
            parser=_parse_top,
            metavar="N|all",
            help=f"Show so many of the strongest actors, by default {_LENS.top}.",
            rich_help_panel=PANEL,
        ),
    ] = None
    around: Annotated[
        str | None,
        typer.Option(
            "--around",
            metavar="ACTOR",
            help="Only this actor and its neighbours: an id, or a name of one actor alone.",
            rich_help_panel=PANEL,
        ),
    ] = None
    steps: Annotated[
        int | None,
        typer.Option(
            "--steps",
            parser=parse_count(1, 2),
            metavar="1|2",
            help=f"How many ties away from --around, by default {_LENS.steps}.",
            rich_help_panel=PANEL,
        ),
    ] = None
    placement: Annotated[
        Placement | None,
        typer.Option(
            "--layout",
            parser=parse_word(get_args(Placement)),
            metavar="|".join(get_args(Placement)),
            help="Where the layout of the whole store puts actors, as by default, or anew.",
            rich_help_panel=PANEL,
        ),
    ] = None
    colouring: Annotated[
        Colouring | None,
        typer.Option(
            "--colour",
            "--color",
            parser=parse_word(get_args(Colouring)),
            metavar="|".join(get_args(Colouring)),
            help=f"What colours say, by default the {_LENS.colouring}.",
            rich_help_panel=PANEL,
        ),
    ] = None
    view: Annotated[
        str | None,
        typer.Option(
            "--view",
            metavar="LINK",
            help="Instead of all these: the link in a picture, or the address of the page.",
            rich_help_panel=PANEL,
        ),
    ] = None

    #: The options by the names of their fields, for messages.
    FLAGS: ClassVar[dict[str, str]] = {
        "first": "--from",
        "last": "--to",
        "outlets": "--outlet",
        "undated": "--undated",
        "unknown_outlet": "--unknown-outlet",
        "kinds": "--kind",
        "min_weight": "--min-weight",
        "references": "--references",
        "top": "--top",
        "around": "--around",
        "steps": "--steps",
        "placement": "--layout",
        "colouring": "--colour",
    }
    #: Those that say how a view is drawn, and mean nothing to a table.
    OF_LENS: ClassVar[tuple[str, ...]] = ("top", "around", "steps", "placement", "colouring")

    def given(self) -> list[str]:
        """Return the names of the fields that the user gave."""
        return [each.name for each in fields(self) if getattr(self, each.name) not in (None, [])]

    def read(self) -> Link:
        """Return what is meant; whom `around` names only `settle` can say.

        Raises
        ------
        BadParameter
            when options contradict each other.
        LinkError
            when the link cannot be read.
        """
        if self.view is None:
            return Link(self.filters(), self._lens())
        others = [self.FLAGS[name] for name in self.given() if name != "view"]
        if others:
            raise typer.BadParameter(
                f"a link says all of this itself; leave out {', '.join(others)}, or --view",
                param_hint="--view",
            )
        return read_link(self.view)

    def _lens(self) -> Lens:
        if self.steps is not None and self.around is None:
            raise typer.BadParameter(
                "steps are counted from an actor; name one with --around", param_hint="--steps"
            )
        if self.around is not None and not self.around.strip():
            raise typer.BadParameter("name an actor, by id or by name", param_hint="--around")
        steps: Literal[1, 2] = 2 if self.steps == 2 else 1
        return Lens(
            top=self.top or _LENS.top,
            around=self.around or _LENS.around,
            steps=steps,
            placement=self.placement or _LENS.placement,
            colouring=self.colouring or _LENS.colouring,
        )


def count_shown(shown: Shown) -> str:
    """Say how much of a store a file holds, for the person who asked for it."""
    return terminal.count_shown(len(shown.actors), shown.within, len(shown.ties))


def settle(store: Store, link: Link) -> Link:
    """Return a link of `ViewOptions.read` with what only the store can tell.

    Raises
    ------
    FilterError
        when `around` names nobody, or several, or the link selects whom the store does not have.
    """
    from relmap.cli.around import find_actor

    lens = link.lens
    if lens.top == ALL:
        lens = replace(lens, top=max(1, len(store.actors())))
    if lens.around:
        lens = replace(lens, around=find_actor(store.actors(), lens.around))
    for actor_id in link.selection:
        if store.actor_number(actor_id) is None:
            raise FilterError(
                f'the link selects "{actor_id}", an actor that the store does not have. '
                'Leave out "actor" or "tie", or find the id in: relmap export actors'
            )
    return replace(link, lens=lens)
