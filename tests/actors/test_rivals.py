"""Surnames before the full name they fit: open where somebody far better known may be meant."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from relmap.actors.local import LocalName
from relmap.actors.rivals import (
    BETTER_KNOWN,
    Bearers,
    best_known,
    leave_rivals_open,
    stand_before,
    surname,
)
from relmap.models import Mention


def full(text: str) -> LocalName:
    return LocalName("person", text, "full name")


def part(text: str) -> LocalName:
    """A surname that was taken for a full name's."""
    return LocalName("person", text, "part of a name")


def bearers(**articles: int) -> Bearers:
    """So many articles about each; "_" is a blank."""
    names = {name.replace("_", " "): count for name, count in articles.items()}
    return count_all(
        [full(name), full(name)] for name, count in names.items() for _ in range(count)
    )


def count_all(articles: Iterable[Iterable[LocalName]]) -> Bearers:
    known = Bearers()
    for names in articles:
        known.add(names)
    return known


def opened(known: Bearers, *words: tuple[str, LocalName]) -> list[bool]:
    """Which names of an article, given as (surface, local name), are left open."""
    mentions = [
        Mention(i * 50, i * 50 + len(surface), 0, "person", surface, "model")
        for i, (surface, _) in enumerate(words)
    ]
    found = leave_rivals_open(mentions, [name for _, name in words], known)
    for mention, before, after in zip(mentions, (name for _, name in words), found, strict=True):
        assert after.text == mention.surface if after.ambiguous else after == before
    return [name.ambiguous for name in found]


LEE, WIFE = "Ben Lee", "Ada Lee"


@pytest.mark.parametrize(
    ("own", "others", "expected"),
    [
        (1, BETTER_KNOWN, True),
        (1, BETTER_KNOWN - 1, False),
        (2, 2 * BETTER_KNOWN, True),
        (2, 2 * BETTER_KNOWN - 1, False),
        (0, BETTER_KNOWN, True),
        (9, 0, False),
    ],
)
def test_how_much_better_another_must_be_known(own, others, expected):
    assert bearers(Ada_Lee=own, Ben_Lee=others).has_rival(WIFE) is expected


def test_another_surname_is_no_rival():
    assert not bearers(Ada_Lee=1, Ben_Leeds=9).has_rival(WIFE)


def test_an_article_counts_once_and_only_by_full_names():
    known = count_all([[full(LEE)] * 9, [part(LEE)], [part(LEE)], [full(WIFE)]])
    assert not known.has_rival(WIFE)


def test_a_surname_before_the_full_name_is_open_and_behind_it_is_not():
    known = bearers(Ada_Lee=1, Ben_Lee=9)
    assert opened(known, ("Lee", part(WIFE)), (WIFE, full(WIFE))) == [True, False]
    assert opened(known, (WIFE, full(WIFE)), ("Lee", part(WIFE))) == [False, False]
    assert opened(known, ("Lee", part(WIFE)), (WIFE, full(WIFE)), ("Lee", part(WIFE))) == [
        True,
        False,
        True,
    ]


def test_a_first_name_and_the_better_known_stay():
    known = bearers(Ada_Lee=1, Ben_Lee=9)
    assert opened(known, ("Ada", part(WIFE)), (WIFE, full(WIFE))) == [False, False]
    assert opened(known, ("Lee", part(LEE)), (LEE, full(LEE))) == [False, False]
    assert opened(Bearers(), ("Lee", part(WIFE)), (WIFE, full(WIFE))) == [False, False]


def test_surnames_are_folded():
    assert surname("Enrique Peña") == surname("Ana Pena") == "pena"
    assert best_known({"Ana Pena": 2, "Enrique Peña": 1, "Lula": 3}) == {
        "pena": (("Ana Pena", 2), ("Enrique Peña", 1)),
        "lula": (("Lula", 3),),
    }


NAMES = st.sampled_from(["Ada Lee", "Ben Lee", "Cy Lee", "Di Lee", "Ana Pena", "Enrique Peña"])


@given(st.dictionaries(NAMES, st.integers(1, 9)), NAMES)
@example({"Ada Lee": 1, "Ben Lee": 1, "Cy Lee": 9}, "Ada Lee")
def test_a_rival_is_found_as_by_looking_at_everybody(counts, name):
    known = count_all([full(each)] for each, count in counts.items() for _ in range(count))
    others = [n for each, n in counts.items() if each != name and surname(each) == surname(name)]
    expected = max(others, default=0) >= BETTER_KNOWN * max(1, counts.get(name, 0))
    assert known.has_rival(name) is expected


def test_which_surnames_stand_before_their_full_name():
    names = [("Lee", part(WIFE)), (WIFE, full(WIFE)), ("Ben Lee", full(LEE)), ("Lee", part(LEE))]
    mentions = [
        Mention(i * 50, i * 50 + len(surface), 0, "person", surface, "model")
        for i, (surface, _) in enumerate(names)
    ]
    assert stand_before(mentions, [name for _, name in names]) == {("Lee", WIFE)}
