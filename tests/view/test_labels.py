"""Names and numbers find room as a slow and simple search says, and never take another's."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from relmap.view.labels import PEERS, Dot, coverable, place_labels, place_numbers
from relmap.view.room import Stroke, Strokes, Taken
from relmap.view.shapes import Box, around

FRAME = Box(0, 0, 400, 300)
dots = st.lists(
    st.builds(
        lambda x, y, radius, label: (x, y, radius, label),
        *(st.integers(15, 385), st.integers(15, 285), st.integers(3, 14)),
        st.sampled_from(["Chad", "Federated States\nof Elsewhere", "W", "Bartholomew"]),
    ),
    max_size=40,
)


@given(dots)
def test_names_keep_apart_from_each_other_and_from_other_nodes(
    rows: list[tuple[int, int, int, str]],
) -> None:
    made = [Dot(str(number), *row, size=13.0) for number, row in enumerate(rows)]
    placed, left_out = place_labels(made, Strokes(()), FRAME, Taken())
    assert sorted([*left_out, *(label.dot.owner for label in placed)]) == sorted(
        dot.owner for dot in made
    )
    assert all(FRAME.holds(label.box) for label in placed)
    assert not any(one.box.overlaps(other.box) for one, other in combinations(placed, 2))
    assert not any(
        label.box.overlaps(dot.box) for label in placed for dot in made if dot is not label.dot
    )


def test_the_strongest_have_names_among_a_thousand_dots_and_cover_no_peer() -> None:
    spots = [(12 + 12 * (number % 32), 12 + 12 * (number // 32)) for number in range(736)]
    # 331 has no common factor with 736, so the strong stand all over the map.
    dots = [
        Dot(str(rank), *spots[rank * 331 % 736], 3.0, f"Name {rank}", 13.0, rank=rank)
        for rank in range(736)
    ]
    placed, _ = place_labels(dots, Strokes(()), FRAME, Taken())
    named = {label.dot.rank: label.box for label in placed}
    assert set(range(20)) <= set(named)
    assert not any(one.overlaps(other) for one, other in combinations(named.values(), 2))
    for rank, box in named.items():
        hidden = {dot.rank for dot in dots if dot.rank != rank and dot.box.overlaps(box)}
        assert all(other >= coverable(rank) >= PEERS for other in hidden)
        assert not hidden & set(named), "a dot under a name has none itself"


def test_no_dot_is_covered_where_there_is_room() -> None:
    weak = Dot("weak", 200, 165, 3.0, "W", 13.0, rank=900)
    strong = Dot("strong", 200, 150, 3.0, "Chad", 13.0, rank=0)
    placed, left_out = place_labels([strong, weak], Strokes(()), FRAME, Taken())
    assert left_out == ()
    assert not placed[0].box.overlaps(weak.box)


def test_the_first_gets_the_room_and_the_last_is_counted() -> None:
    cramped = Box(0, 0, 64, 34)
    pair = [Dot("left", 20, 10, 6, "Chadwick", 13.0), Dot("right", 44, 10, 6, "Chadwick", 13.0)]
    for first, last in (pair, pair[::-1]):
        placed, left_out = place_labels([first, last], Strokes(()), cramped, Taken())
        assert [label.dot for label in placed] == [first]
        assert left_out == (last.owner,)


def test_a_name_is_smaller_before_it_is_left_out() -> None:
    dot = Dot("a", 30, 10, 6, "Chadwick", 13.0)
    ((wide,), _) = place_labels([dot], Strokes(()), Box(0, 0, 60, 34), Taken())
    ((narrow,), _) = place_labels([dot], Strokes(()), Box(4, 0, 56, 34), Taken())
    assert wide.size == 13
    assert 10 < narrow.size < 13


def test_a_name_goes_where_it_hides_no_heavy_tie() -> None:
    dot = Dot("a", 200, 150, 8, "Chad", 13.0)
    down = Strokes([Stroke("a|b", (200, 150), (200, 290), 6.0)])
    ((label,), _) = place_labels([dot], down, FRAME, Taken())
    assert label.box.bottom < 150
    ((label,), _) = place_labels([dot], Strokes(()), FRAME, Taken())
    assert label.box.top > 150


def test_a_number_stands_on_its_tie_off_the_crossing() -> None:
    one = Stroke("a|b", (100, 150), (300, 150), 1.0)
    other = Stroke("c|d", (200, 50), (200, 250), 1.0)
    both = Strokes([one, other])
    placed, left_out = place_numbers([(one, 7.5), (other, 7.5)], both, FRAME, Taken())
    assert left_out == ()
    assert placed[0].y == 150
    assert 7.5 < abs(placed[0].x - 200) < 25
    assert placed[1].x == 200
    discs = [around(number.x, number.y, number.radius) for number in placed]
    assert not discs[0].overlaps(discs[1])


def test_a_number_without_room_is_counted() -> None:
    taken = Taken()
    taken.add(FRAME, "a name as large as the map")
    stroke = Stroke("a|b", (100, 150), (300, 150), 1.0)
    assert place_numbers([(stroke, 7.5)], Strokes([stroke]), FRAME, taken) == ((), ("a|b",))
