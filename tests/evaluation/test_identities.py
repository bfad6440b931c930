from __future__ import annotations

from relmap.evaluation.identities import compare_identities
from relmap.evaluation.readings import read_article

ACTORS = [
    ("Simon Harris", "person", ("Harris",)),
    ("Kamala Harris", "person"),
    ("Kenya", "country"),
    ("Labour Party", "organization", ("Labour",)),
]


def readings_of(hand, *articles):
    return [
        reading
        for number, sentences in enumerate(articles)
        for reading in read_article(*hand.article(ACTORS, *sentences, name=str(number)))
    ]


def pairs(further):
    return [(each.link.gold, each.link.actor_id, each.main.gold) for each in further]


def test_two_actors_under_one_are_a_merge_even_across_articles(hand):
    kamala = hand.said(
        "Kamala Harris spoke.",
        ["Kamala Harris"],
        [("Kamala Harris", "Kamala Harris", "person")],
    )
    simon = hand.said("Harris left.", ["Simon Harris"], [("Harris", "Kamala Harris", "person")])
    found = compare_identities(readings_of(hand, [kamala, kamala], [simon]))
    assert pairs(found.merges) == [("Simon Harris", "person:Kamala Harris", "Kamala Harris")]
    assert found.merges[0].link.mentions == 1
    assert found.merges[0].main.mentions == 2
    assert not found.splits


def test_one_actor_under_two_is_a_split(hand):
    long = hand.said(
        "The Labour Party won.",
        ["Labour Party"],
        [("Labour Party", "Labour Party", "organization")],
    )
    short = hand.said("Labour lost.", ["Labour Party"], [("Labour", "Labour", "organization")])
    found = compare_identities(readings_of(hand, [long], [short, short]))
    assert [each.link.actor_id for each in found.splits] == ["organization:Labour Party"]
    assert found.splits[0].main.actor_id == "organization:Labour"
    assert not found.merges


def test_what_is_not_clear_links_nobody(hand):
    """Both Harrises in one sentence: a bare "Harris" under neither name says nothing."""
    both = hand.said(
        "Harris met Harris.", ["Simon Harris", "Kamala Harris"], [("Harris", "Harris", "person")]
    )
    found = compare_identities(readings_of(hand, [both]))
    assert not found.splits
    assert not found.merges


def test_a_perfect_prediction_has_neither(hand):
    said = hand.said(
        "Simon Harris left Kenya.",
        ["Simon Harris", "Kenya"],
        [("Simon Harris", "Simon Harris", "person"), ("Kenya", "Kenya", "country")],
    )
    found = compare_identities(readings_of(hand, [said], [said]))
    assert (found.splits, found.merges) == ((), ())
