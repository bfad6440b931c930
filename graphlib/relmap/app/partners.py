"""The strongest ties of one actor, and how many it has, without making the others."""

from __future__ import annotations

from itertools import islice

from relmap.models import Tie
from relmap.store import View

#: So many of the closest are looked at; who has fewer ties has all of them made.
CLOSEST = 100


def strongest_ties(view: View, actor_id: str, most: int) -> tuple[tuple[Tie, ...], int]:
    """Return the first `most` of `View.ties_of` an actor in view, and how many those are in all.

    The closest come by the weight of their ties. Where the last of them is as close as one that
    is asked for, others as close may stand behind, and only the whole list tells whose name is first.
    """
    closest, found = view.neighbourhood(actor_id, 1, CLOSEST + 1)
    if found > len(closest):
        among = view.ties_among(actor.actor_id for actor in closest)
        ties = tuple(tie for tie in among if actor_id in (tie.source, tie.target))
        wanted = tuple(islice(ties, most))
        if wanted and wanted[-1].sentences > ties[-1].sentences:
            return wanted, found - 1
    ties = view.ties_of(actor_id)
    return ties[:most], len(ties)
