from __future__ import annotations

from relmap.evaluation.identities import compare_identities
from relmap.evaluation.mistakes import list_mistakes, shorten
from relmap.evaluation.readings import read_article

ACTORS = [
    ("Amina Otieno", "person", ("Otieno",)),
    ("Kenya", "country"),
    ("Red Line", "organization"),
]


def mistakes_of(*pairs):
    readings = [reading for pair in pairs for reading in read_article(*pair)]
    return list_mistakes(readings, compare_identities(readings), list(pairs))


def told(mistakes):
    return [(m.mistake, m.name, m.about) for m in mistakes]


def test_every_class_with_what_is_behind_it(hand):
    pair = hand.article(
        ACTORS,
        hand.said("Kenya met Jones.", ["Kenya"], [("Jones", "Jones", "person")]),
        hand.said("Red Line.", ["Red Line"], [("Red Line", "Red Line", "person")]),
        hand.said("Also read.", is_evidence=False),
        hand.said("The end.", counts=False),
    )
    found = mistakes_of(pair)
    assert told(found) == [
        ("wrong", "Jones", "person Jones"),
        ("lost", "Kenya", "country not found"),
        ("kind", "Red Line", "person Red Line, should be organization"),
        ("line", "", "counts, but is no part of the story"),
        ("line", "", "is left out, but is part of the story"),
    ]
    assert (found[0].rule, found[0].joined, found[0].text) == (
        "model",
        "full name",
        "Kenya met Jones.",
    )
    assert found[0].start == 10


def test_a_split_is_told_once_and_not_again_as_wrong_and_lost(hand):
    full = hand.said("Otieno left.", ["Amina Otieno"], [("Otieno", "Amina Otieno", "person")])
    short = hand.said("Otieno came.", ["Amina Otieno"], [("Otieno", "Otieno", "person")])
    assert told(mistakes_of(hand.article(ACTORS, full, short, full))) == [
        (
            "split",
            "Otieno",
            "Amina Otieno is person:Otieno here, mostly person:Amina Otieno (1 of 3 mentions)",
        )
    ]


def test_a_merge_is_told_once(hand):
    """The rivals are one actor to the build, and right by name in neither sentence of hers."""
    actors = [("Nawaz Sharif", "person", ("Sharif",)), ("Shehbaz Sharif", "person")]
    nawaz = hand.said("Sharif left.", ["Nawaz Sharif"], [("Sharif", "Shehbaz Sharif", "person")])
    shehbaz = hand.said(
        "Shehbaz Sharif won.",
        ["Shehbaz Sharif"],
        [("Shehbaz Sharif", "Shehbaz Sharif", "person")],
    )
    assert told(mistakes_of(hand.article(actors, shehbaz, nawaz, shehbaz))) == [
        (
            "merged",
            "Sharif",
            "Nawaz Sharif goes to person:Shehbaz Sharif, which is mostly Shehbaz Sharif "
            "(1 of 3 mentions)",
        )
    ]


def test_names_by_their_place(hand):
    pair = hand.placed(
        "The Red Line met Amina Otieno in Kenya and Oslo.",
        there=[("Red Line", "organization"), ("Amina Otieno", "person"), ("Kenya", "country")],
        found=[
            ("The Red Line", "organization"),
            ("Otieno", "person"),
            ("Kenya", "person"),
            ("Oslo", "country"),
        ],
    )
    assert told(mistakes_of(pair)) == [
        ("wrong place", "Otieno", "person, should end elsewhere"),
        ("wrong place", "Kenya", "person, should be country"),
        ("wrong place", "Oslo", "country, names no actor"),
        ("lost place", "Amina Otieno", "person not found"),
        ("lost place", "Kenya", "country not found"),
    ]


def test_a_perfect_prediction_leaves_nothing_to_read(hand):
    said = hand.said("Kenya.", ["Kenya"], [("Kenya", "Kenya", "country")])
    assert mistakes_of(hand.article(ACTORS, said)) == ()


def test_long_sentences_are_cut():
    assert shorten("one\n two") == "one two"
    assert shorten("x" * 300) == "x" * 118 + " …"
