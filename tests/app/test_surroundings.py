from __future__ import annotations

from relmap.app.selection import Selection
from relmap.app.surroundings import NOT_DRAWN, surroundings
from relmap.models import Actor, Lens

ACTORS = {key: Actor(key, name, "country") for key, name in (("a", "Austria"), ("b", "Belgium"))}


def labels(lens: Lens, drawn: set[str], *chosen: str) -> list[tuple[str, bool]]:
    shown = surroundings(lens, drawn, Selection(chosen), ACTORS)
    return [(action["label"], action["pressed"]) for action in shown["actions"]]


def test_beside_an_actor_stand_its_neighbours_and_the_whole_map() -> None:
    assert labels(Lens(), {"a", "b"}, "a") == [
        ("Only its neighbours (1 step)", False),
        ("2 steps", False),
        ("Whole map", True),
    ]
    pressed = labels(Lens(around="a", steps=2), {"a", "b"}, "a")
    assert [state for _, state in pressed] == [False, True, False]
    elsewhere = labels(Lens(around="a", steps=2), {"a", "b"}, "b")
    assert [state for _, state in elsewhere] == [False, False, False]


def test_an_actor_that_is_not_drawn_can_be_shown() -> None:
    shown = surroundings(Lens(), {"b"}, Selection(("a",)), ACTORS)
    assert shown["note"] == NOT_DRAWN
    assert shown["actions"][0] == {
        "do": "around", "id": "a", "steps": 1, "label": "Show around it (1 step)", "pressed": False,
    }  # fmt: skip


def test_a_tie_has_surroundings_only_where_an_end_is_left_out() -> None:
    assert surroundings(Lens(), {"a", "b"}, Selection(("a", "b")), ACTORS) == {
        "note": "", "actions": [],
    }  # fmt: skip
    assert labels(Lens(), {"a"}, "a", "b") == [
        ("Show around Austria", False),
        ("Show around Belgium", False),
    ]


def test_nothing_chosen_has_no_surroundings() -> None:
    assert surroundings(Lens(), set(), Selection(), ACTORS) == {"note": "", "actions": []}
