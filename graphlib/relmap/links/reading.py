"""Text to a link: every parameter is known and every value allowed, or the link is refused."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl

from relmap.errors import LinkError
from relmap.links.link import (
    HEAVIEST,
    LONGEST_VALUE,
    MOST_DRAWN,
    MOST_VALUES,
    PARAMETERS,
    REPEATED,
    Link,
    check_length,
)
from relmap.links.values import (
    is_text,
    read_actor,
    read_choice,
    read_day,
    read_number,
    read_one,
    read_switch,
    read_tie,
    refuse,
    shorten,
)
from relmap.models import KINDS, Filters, Kind, Lens

Parameters = Mapping[str, Sequence[str]]

_ADDRESS = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
#: What a picture prints before its link.
_LABEL = re.compile(r"view:", re.IGNORECASE)
_FILTERS, _LENS = Filters(), Lens()


def read_link(text: str) -> Link:
    """Return what a query string restores; a "?" before it, or a whole address, may stand there.

    White space counts for nothing: a link has none of its own, but one that is copied from the
    printed lines of a picture ("View: ?outlet=Dawn&") has some at the end of each.

    Raises
    ------
    LinkError
        when it is no link of relmap's; the message names the parameter, its value and what is
        allowed.
    """
    text = "".join(text.split())
    check_length(text)
    query = _query_of(text)
    if _CONTROL.search(query):
        raise LinkError("the link holds a control character; copy it again")
    try:
        pairs = parse_qsl(query, keep_blank_values=True, errors="strict")
    except ValueError as error:
        raise LinkError(
            "the link holds %-signs that do not spell any text in UTF-8; copy it again"
        ) from error
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return read_parameters(found)


def read_parameters(parameters: Parameters) -> Link:
    """Return the link of parameters that are decoded already.

    Raises
    ------
    LinkError
        as `read_link`.
    """
    _check(parameters)
    return Link(_read_filters(parameters), _read_lens(parameters), _read_selection(parameters))


def _query_of(text: str) -> str:
    """Return what stands behind the "?" of an address, or the text where it is no address."""
    label = _LABEL.match(text)
    text = text[label.end() :] if label else text
    head, asked, tail = text.partition("#")[0].partition("?")
    if _ADDRESS.match(head) or (asked and "=" not in head):
        return tail
    return f"{head}{asked}{tail}"


def _check(parameters: Parameters) -> None:
    for name, values in parameters.items():
        if name not in PARAMETERS:
            raise LinkError(
                f"there is no parameter {shorten(name)} in a link; there are "
                f"{', '.join(PARAMETERS)}"
            )
        if len(values) > 1 and name not in REPEATED:
            raise LinkError(f'the link holds "{name}" {len(values):,} times; leave one of them')
        for value in values:
            if len(value) > LONGEST_VALUE or not is_text(value):
                raise refuse(name, value, f"text of at most {LONGEST_VALUE:,} characters")
    if sum(map(len, parameters.values())) > MOST_VALUES:
        raise LinkError(f"the link holds more than {MOST_VALUES:,} values; choose fewer outlets")


def _read_filters(parameters: Parameters) -> Filters:
    usual = _FILTERS
    filters = Filters(
        first=read_one(parameters, "from", read_day, None),
        last=read_one(parameters, "to", read_day, None),
        outlets=_read_outlets(parameters),
        undated=read_one(parameters, "undated", read_switch, usual.undated),
        unknown_outlet=read_one(parameters, "unknown-outlet", read_switch, usual.unknown_outlet),
        kinds=_read_kinds(parameters),
        min_weight=read_one(parameters, "min", read_number(HEAVIEST), usual.min_weight),
        references=read_one(parameters, "references", read_switch, usual.references),
    )
    if filters.first and filters.last and filters.first > filters.last:
        raise LinkError(
            f'the link says from={filters.first}, which lies after its "to", {filters.last}; '
            "swap them"
        )
    return filters


def _read_outlets(parameters: Parameters) -> frozenset[str] | None:
    values = parameters.get("outlet")
    if not values:
        return None
    if list(values) == [""]:
        return frozenset()
    if "" in values:
        raise refuse("outlet", "", "the name of an outlet, or empty where it stands alone")
    return frozenset(values)


def _read_kinds(parameters: Parameters) -> frozenset[Kind]:
    values = parameters.get("kind")
    if not values:
        return _FILTERS.kinds
    if list(values) == [""]:
        return frozenset()
    read = read_choice(*KINDS)
    return frozenset(read("kind", value) for value in values)


def _read_lens(parameters: Parameters) -> Lens:
    steps = read_one(parameters, "steps", read_choice("1", "2"), "")
    around = read_one(parameters, "around", read_actor, _LENS.around)
    if steps and not around:
        raise LinkError(
            f'the link says steps={steps}, but no "around" to count them from; '
            'add "around", or leave out "steps"'
        )
    return Lens(
        top=read_one(parameters, "top", read_number(MOST_DRAWN), _LENS.top),
        around=around,
        steps=2 if steps == "2" else 1,
        placement=read_one(parameters, "layout", read_choice("store", "shown"), _LENS.placement),
        colouring=read_one(parameters, "colour", read_choice("kind", "community"), _LENS.colouring),
    )


def _read_selection(parameters: Parameters) -> tuple[str, ...]:
    nothing: tuple[str, ...] = ()
    actor = read_one(parameters, "actor", read_actor, "")
    tie = read_one(parameters, "tie", read_tie, nothing)
    if actor and tie:
        raise LinkError('the link holds an "actor" and a "tie"; leave the one that was selected')
    return (actor,) if actor else tie
