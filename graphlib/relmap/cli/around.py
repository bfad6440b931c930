"""Whom a name on the command line means: the one actor that goes by it, or nobody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from relmap.briefing.names import distinct_names
from relmap.errors import FilterError
from relmap.models import Actor

#: More candidates than this are counted, not listed.
LISTED = 10


def find_actor(actors: Mapping[str, Actor], text: str) -> str:
    """Return the id of the actor that is meant by an id or by an exact name.

    A name is what an actor is called, also with the kind behind it as in exported tables
    ("Georgia (country)"), or one of its aliases.

    Raises
    ------
    FilterError
        when nobody goes by it, or more than one actor does: then the message lists them.
    """
    if text in actors:
        return text
    # Only a name with something behind it is another than the actor's own: "Georgia (country)".
    distinct = distinct_names(actors) if text.endswith(")") else {}
    found = [
        key for key, actor in actors.items() if text in _names(actor) or text == distinct.get(key)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise FilterError(
            f'{len(found):,} actors go by the name "{text}": {_list(actors, found)}. '
            "Say which with its id, as in --around " + found[0]
        )
    near = _near(actors, text)
    hint = f"Did you mean {_list(actors, near)}? " if near else ""
    raise FilterError(f'no actor goes by the name "{text}". {hint}All names: relmap export actors')


def _names(actor: Actor) -> Iterable[str]:
    yield actor.name
    yield from (alias.surface for alias in actor.aliases)


def _near(actors: Mapping[str, Actor], text: str) -> list[str]:
    """Return who goes by the name in other letters ("pakistan"), else by one that it is part of."""
    wanted = text.casefold().strip()
    same: list[str] = []
    longer: list[str] = []
    for key, actor in actors.items():
        names = {name.casefold() for name in _names(actor)}
        if wanted in names:
            same.append(key)
        elif wanted and any(wanted in name for name in names):
            longer.append(key)
    return same or longer


def _list(actors: Mapping[str, Actor], keys: list[str]) -> str:
    named = ", ".join(f"{key} ({actors[key].name})" for key in keys[:LISTED])
    more = f" and {len(keys) - LISTED:,} more" if len(keys) > LISTED else ""
    return f"{named}{more}"
