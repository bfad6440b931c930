"""A link as text: only what differs from the first view, always in the same order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import quote_plus

from relmap.errors import LinkError
from relmap.links.link import Link, check_length
from relmap.links.reading import read_parameters
from relmap.models import KINDS, Kind

#: Characters that stay as they are, so that people can read "tie=country:CN|country:RU".
_READABLE = ":|,"


def write_link(link: Link) -> str:
    """Return the query string of a link, "" for the view that everybody sees first.

    A space is "+": links are printed, and "%20" takes three times the room.

    Raises
    ------
    LinkError
        when no link can hold this view: too many outlets, too many actors.
    """
    text = "&".join(
        f"{name}={quote_plus(value, safe=_READABLE)}"
        for name, values in link_parameters(link).items()
        for value in values
    )
    check_length(text)
    return text


def link_parameters(link: Link) -> dict[str, list[str]]:
    """Return a link as parameters with their values, not yet encoded, in the order of a link.

    Steps around nobody mean nothing and are not written: such a link reads as one with 1 step.

    Raises
    ------
    LinkError
        when `read_parameters` would not give the same link back.
    """
    link = _settle(link)
    usual = _say(Link())
    found = {name: said for name, said in _say(link).items() if said != usual[name]}
    if read_parameters(found) != link:
        raise LinkError("this view cannot be written as a link: a name in it is empty")
    return found


def _settle(link: Link) -> Link:
    """Return the one of all links with the same meaning that `read_parameters` gives."""
    lens = link.lens if link.lens.around else replace(link.lens, steps=1)
    return replace(link, lens=lens, selection=tuple(sorted(link.selection)))


def _say(link: Link) -> dict[str, list[str]]:
    """Return every parameter of a link, whether it differs from the first view or not."""
    filters, lens, ends = link.filters, link.lens, len(link.selection)
    return {
        "from": _say_day(filters.first),
        "to": _say_day(filters.last),
        # "outlet=" means: none of those that are known. So with kinds.
        "outlet": [] if filters.outlets is None else sorted(filters.outlets) or [""],
        "undated": [_say_switch(filters.undated)],
        "unknown-outlet": [_say_switch(filters.unknown_outlet)],
        "kind": _in_order(filters.kinds) or [""],
        "min": [str(filters.min_weight)],
        "references": [_say_switch(filters.references)],
        "top": [str(lens.top)],
        "around": [lens.around] if lens.around else [],
        "steps": [str(lens.steps)],
        "layout": [lens.placement],
        "colour": [lens.colouring],
        "actor": list(link.selection) if ends == 1 else [],
        "tie": ["|".join(link.selection)] if ends > 1 else [],
    }


def _say_day(day: date | None) -> list[str]:
    return [] if day is None else [day.isoformat()]


def _say_switch(value: bool) -> str:
    return "yes" if value else "no"


def _in_order(kinds: frozenset[Kind]) -> list[str]:
    """Return kinds in the order of `KINDS`; what is none comes last, and is refused there."""
    return [*(kind for kind in KINDS if kind in kinds), *sorted(kinds - set(KINDS))]
