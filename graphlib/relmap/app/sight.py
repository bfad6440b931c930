"""One tie or actor of a view, and how much there is of it, without listing all that is in view."""

from __future__ import annotations

from relmap.models import ActorInView, Tie
from relmap.store import View

#: Most actors that are looked for are among so many of the strongest.
_FIRST = 500


def find_tie(view: View, tie_id: str) -> Tie | None:
    """Return a tie by its id, or None where the filters leave nothing of it."""
    return next((tie for tie in view.ties_among(tie_id.split("|")) if tie.tie_id == tie_id), None)


def find_actor(view: View, actor_id: str) -> ActorInView | None:
    """Return an actor as the filters show it, or None where they leave nothing of it."""
    for top in (_FIRST, None):
        for seen in view.strongest(top):
            if seen.actor_id == actor_id:
                return seen
    return None


def count_sentences(view: View, actor_id: str) -> int:
    """Return how many sentences `View.sentences_of` gives for an actor, and read only a few.

    Pages of one sentence are asked for at doubling places, then between the last two of them.
    """

    def reaches(place: int) -> bool:
        return bool(view.sentences_of(actor_id, start=place, limit=1))

    beyond = 1
    while reaches(beyond):
        beyond *= 2
    low, high = beyond // 2, beyond
    if low == 0:
        return int(reaches(0))
    # Sentence `low` is there (counted from 0), sentence `high` is not.
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if reaches(middle) else (low, middle)
    return high
