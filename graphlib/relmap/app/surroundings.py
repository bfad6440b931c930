"""What the evidence panel offers of the map around what is chosen: its neighbours, the way back."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any

from relmap.app.selection import Selection
from relmap.models import Actor, Lens

Data = dict[str, Any]

#: Said of what a search or a table found and the map leaves out.
NOT_DRAWN = "Not among the actors on the map."


def surroundings(
    lens: Lens, drawn: Set[str], selection: Selection, actors: Mapping[str, Actor]
) -> Data:
    """Return the buttons around what is chosen, as the panel takes them, and a note where it is missing.

    `drawn` are the actors on the map now. An actor always has its neighbourhood; a tie only where
    an end of it is left out.
    """
    chosen = [end for end in selection.actors if end in actors]
    missing = [end for end in chosen if end not in drawn]
    note = NOT_DRAWN if missing else ""
    if selection.actor_id:
        return {"note": note, "actions": _around(lens, chosen, drawn=not missing)}
    ends = chosen if missing else ()
    return {
        "note": note,
        "actions": [_action(lens, end, 1, f"Show around {actors[end].name}") for end in ends],
    }


def _around(lens: Lens, chosen: list[str], *, drawn: bool) -> list[Data]:
    near = "Only its neighbours (1 step)" if drawn else "Show around it (1 step)"
    whole = {"do": "whole", "label": "Whole map", "pressed": not lens.around}
    return [
        action
        for actor_id in chosen
        for action in (
            _action(lens, actor_id, 1, near),
            _action(lens, actor_id, 2, "2 steps"),
            whole,
        )
    ]


def _action(lens: Lens, actor_id: str, steps: int, label: str) -> Data:
    pressed = lens.around == actor_id and lens.steps == steps
    return {"do": "around", "id": actor_id, "steps": steps, "label": label, "pressed": pressed}
