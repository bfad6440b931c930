"""The filters as options: what of a store counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

import typer

from relmap.cli.values import parse_count, parse_word
from relmap.models import KINDS, Filters

#: The heading of these options in the help of a command.
PANEL = "Filters: what counts"


class KindName(StrEnum):
    """`models.KINDS` once more, because typer takes no list of literals."""

    PERSON = "person"
    ORGANIZATION = "organization"
    COUNTRY = "country"


def _parse_day(text: str) -> date:
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a day. Write it as 2023-03-01.") from None


# An option that was not given is None, so that --view can tell which were; its help says what
# holds then.
@dataclass(frozen=True, slots=True)
class FilterOptions:
    """The options that every command which looks at a store has."""

    first: Annotated[
        date | None,
        typer.Option(
            "--from",
            parser=_parse_day,
            metavar="DATE",
            help="First day, 2023-03-01.",
            rich_help_panel=PANEL,
        ),
    ] = None
    last: Annotated[
        date | None,
        typer.Option(
            "--to",
            parser=_parse_day,
            metavar="DATE",
            help="Last day, inclusive.",
            rich_help_panel=PANEL,
        ),
    ] = None
    outlets: Annotated[
        list[str] | None,
        typer.Option(
            "--outlet",
            metavar="NAME",
            help="Only this outlet; may be given several times.",
            rich_help_panel=PANEL,
        ),
    ] = None
    undated: Annotated[
        bool | None,
        typer.Option(
            "--undated/--no-undated",
            help="Keep articles without a date, as by default.",
            rich_help_panel=PANEL,
        ),
    ] = None
    unknown_outlet: Annotated[
        bool | None,
        typer.Option(
            "--unknown-outlet/--no-unknown-outlet",
            help="Keep articles of unknown outlet. Kept by default unless --outlet is given.",
            rich_help_panel=PANEL,
        ),
    ] = None
    kinds: Annotated[
        list[KindName] | None,
        typer.Option(
            "--kind",
            parser=parse_word(KINDS),
            metavar="|".join(KINDS),
            help="Only actors of this kind; may be given several times.",
            rich_help_panel=PANEL,
        ),
    ] = None
    min_weight: Annotated[
        int | None,
        typer.Option(
            "--min-weight",
            parser=parse_count(1),
            metavar="N",
            help="Only ties of at least so many sentences.",
            rich_help_panel=PANEL,
        ),
    ] = None
    references: Annotated[
        bool | None,
        typer.Option(
            "--references/--no-references",
            help="Count “he”, “she”, “the minister” where exactly one actor fits. Not by default.",
            rich_help_panel=PANEL,
        ),
    ] = None

    def filters(self) -> Filters:
        """Return the filters; naming an outlet leaves out unknown ones unless asked for."""
        if self.first and self.last and self.first > self.last:
            raise typer.BadParameter("the first day is after the last", param_hint="--from/--to")
        unknown = not self.outlets if self.unknown_outlet is None else self.unknown_outlet
        return Filters(
            first=self.first,
            last=self.last,
            outlets=frozenset(self.outlets) if self.outlets else None,
            undated=self.undated is not False,
            unknown_outlet=unknown,
            kinds=frozenset(kind for kind in KINDS if not self.kinds or kind in self.kinds),
            min_weight=self.min_weight or 1,
            references=self.references is True,
        )
