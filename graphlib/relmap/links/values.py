"""One value of a link: a day, a number, a switch, an actor; or why it is none."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from relmap.errors import LinkError

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"[0-9]{1,9}")
_ENDS = 2

#: So many characters of a value does an error quote.
_QUOTED = 40

_T = TypeVar("_T")


def read_one(
    parameters: Mapping[str, Sequence[str]],
    name: str,
    read: Callable[[str, str], _T],
    default: _T,
) -> _T:
    """Return the only value of a parameter as `read(name, value)`, or the default without one."""
    values = parameters.get(name, ())
    return read(name, values[0]) if values else default


def read_day(name: str, value: str) -> date | None:
    """Read a day in ISO's long form and no other."""
    allowed = "a day such as 2023-07-05"
    if not _DAY.fullmatch(value):
        raise refuse(name, value, allowed)
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise refuse(name, value, allowed) from error


def read_switch(name: str, value: str) -> bool:
    """Read "yes" or "no"."""
    return bool(read_choice("yes", "no")(name, value) == "yes")


def read_number(most: int) -> Callable[[str, str], int]:
    """Read a whole number from 1 to `most`."""

    def read(name: str, value: str) -> int:
        if not _NUMBER.fullmatch(value) or not 1 <= int(value) <= most:
            raise refuse(name, value, f"a whole number from 1 to {most:,}")
        return int(value)

    return read


def read_choice(*allowed: str) -> Callable[[str, str], Any]:
    """Read one of the words."""

    def read(name: str, value: str) -> str:
        if value not in allowed:
            raise refuse(name, value, " or ".join(f'"{word}"' for word in allowed))
        return value

    return read


def read_actor(name: str, value: str) -> str:
    """Read an actor's id, which holds no "|" (`actors.spelling.slug` keeps letters and digits)."""
    if not value or "|" in value or not value.isprintable():
        raise refuse(name, value, "an actor's id such as country:RU")
    return value


def read_tie(name: str, value: str) -> tuple[str, ...]:
    """Read the two ids of a tie, in whatever order, as a tie has them."""
    ends = tuple(sorted(value.split("|")))
    if len(ends) != _ENDS or len({*ends, ""}) <= _ENDS or not value.isprintable():
        raise refuse(name, value, "two actors' ids such as country:CN|country:RU")
    return ends


def is_text(value: str) -> bool:
    """Tell whether a value can be written anywhere: half a surrogate pair cannot."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def refuse(name: str, value: str, allowed: str) -> LinkError:
    """Return the error that says what a parameter holds and what it may hold."""
    return LinkError(f'the link says {name}={shorten(value)}, but "{name}" can be {allowed}')


def shorten(value: str) -> str:
    """Return a value in quotes, cut, and without what could disturb a terminal."""
    cut = value if len(value) <= _QUOTED else f"{value[:_QUOTED]}…"
    return f'"{"".join(one if one.isprintable() else "�" for one in cut)}"'
