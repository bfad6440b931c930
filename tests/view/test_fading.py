"""Heavy ties stand out, light ones recede, each actor keeps one that is seen, none vanishes."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from relmap.view.fading import opacities

IDS = [f"person:{number:02}" for number in range(40)]
CROWD = [
    (one, other, 1 + number % 13 * (number % 7))
    for number, (one, other) in enumerate(combinations(IDS, 2))
]
#: A star of heavy ties, and one actor that hangs on it by a single sentence.
HANGING = [(IDS[0], other, 50) for other in IDS[1:]] + [(IDS[0], "person:zz", 1)]

TIES = st.dictionaries(
    st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda pair: pair[0] < pair[1]),
    st.integers(1, 400),
    max_size=60,
).map(lambda ties: [(f"a{one}", f"a{other}", weight) for (one, other), weight in ties.items()])


def strengths(ties: list[tuple[str, str, int]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for *ends, weight in ties:
        for end in ends:
            found[end] = found.get(end, 0) + weight
    return found


def faded(ties: list[tuple[str, str, int]]) -> list[float]:
    return list(opacities(ties, strengths(ties)))


def test_the_heaviest_is_drawn_in_full_and_the_lightest_of_many_recede() -> None:
    shown = dict(zip(CROWD, faded(CROWD), strict=True))
    by_weight = sorted(shown, key=lambda tie: tie[2])
    assert shown[by_weight[-1]] == 1
    assert 0.05 < min(shown.values()) == shown[by_weight[0]] < 0.25


def test_few_ties_stay_strong_and_still_differ() -> None:
    light, middle, heavy = faded([("a", "b", 1), ("a", "c", 4), ("b", "c", 40)])
    assert 0.5 < light < middle < heavy == 1


def test_one_sentence_each_is_drawn_in_full() -> None:
    assert faded([("a", "b", 1), ("b", "c", 1)]) == [1, 1]


def test_an_actor_hangs_on_its_heaviest_tie() -> None:
    many = [(one, other, 9) for one, other in combinations(IDS, 2)]
    shown = dict(zip([*many, *HANGING[-1:]], faded([*many, *HANGING[-1:]]), strict=True))
    assert shown[HANGING[-1]] > 0.15, "a dot without a line that is seen stands for nothing"


def test_among_equals_the_tie_to_the_strongest_stays() -> None:
    many = [(one, other, 9) for one, other in combinations(IDS, 2)]
    to_strong, to_weak = (IDS[0], "person:zz", 1), (IDS[1], "person:zz", 1)
    ties = [*many, to_weak, to_strong]
    strong = strengths(ties) | {IDS[0]: 10_000}
    shown = dict(zip(ties, opacities(ties, strong), strict=True))
    assert shown[to_strong] > shown[to_weak]


def test_no_ties_no_opacities() -> None:
    assert opacities([], {}) == ()


@given(TIES)
def test_all_are_seen_and_every_actor_has_one_of_the_best(ties: list[tuple[str, str, int]]) -> None:
    shown = faded(ties)
    assert all(0.05 < opacity <= 1 for opacity in shown)
    for actor in strengths(ties):
        own = [(tie[2], opacity) for tie, opacity in zip(ties, shown, strict=True) if actor in tie]
        assert max(opacity for _, opacity in own) == max(
            opacity for weight, opacity in own if weight == max(own)[0]
        )


@given(TIES)
def test_the_order_that_ties_come_in_changes_nothing(ties: list[tuple[str, str, int]]) -> None:
    forward = dict(zip(ties, faded(ties), strict=True))
    assert dict(zip(ties[::-1], faded(ties[::-1]), strict=True)) == forward
