"""The days of ties and actors as spells: runs of days, which a timeline can play."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from relmap.models import ActorInView, Tie

if TYPE_CHECKING:
    from relmap.store import View

#: The first and the last day of a run, both in it.
Spell = tuple[date, date]
Spells = tuple[Spell, ...]


def runs(days: Iterable[date]) -> Spells:
    """Join days that follow each other: 3, 4, 5 and 9 July are the runs 3–5 July and 9 July."""
    found: list[Spell] = []
    for day in sorted(set(days)):
        if found and day - found[-1][1] == timedelta(days=1):
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return tuple(found)


def tie_days(view: View, ties: Sequence[Tie]) -> dict[str, Mapping[date | None, int]]:
    """Return per tie id the sentences of every day; those of undated articles stand at None."""
    return {tie.tie_id: view.tie_days(tie.source, tie.target) for tie in ties}


def make_spells(
    view: View,
    actors: Sequence[ActorInView],
    ties: Sequence[Tie],
    days: Mapping[str, Mapping[date | None, int]],
) -> dict[str, Spells]:
    """Return the spells of actors and ties by their ids; what has none is always there.

    A tie is there on the days of its dated sentences, and always where none is dated. An actor is
    there on the days of its ties: a timeline that hides an actor hides its ties as well, so an
    actor with a tie that is always there is so too. An actor without a tie is there on the days
    of its own sentences.
    """
    dated = {tie_id: {day for day in found if day is not None} for tie_id, found in days.items()}
    spells = {tie_id: runs(found) for tie_id, found in dated.items()}
    of_actor: dict[str, list[set[date]]] = {}
    for tie in ties:
        for end in (tie.source, tie.target):
            of_actor.setdefault(end, []).append(dated[tie.tie_id])
    for actor in actors:
        own = of_actor.get(actor.actor_id) or [_own_days(view, actor.actor_id)]
        spells[actor.actor_id] = runs(set().union(*own)) if all(own) else ()
    return spells


def _own_days(view: View, actor_id: str) -> set[date]:
    return {each.date for each in view.sentences_of(actor_id) if each.date is not None}
