"""Mentions and lines: tiny articles by hand, and random ones against a count by brute force."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.evaluation.readings import read_article, score_lines, score_mentions, wrong_kinds
from relmap.evaluation.scores import Score, total
from relmap.evaluation.ties import score_ties

ACTORS = [
    ("Kenya", "country"),
    ("Amina Otieno", "person", ("Otieno",)),
    ("Nawaz Sharif", "person"),
    ("Shehbaz Sharif", "person"),
    ("Red Line", "organization"),
]


def test_right_wrong_lost_and_spared(hand):
    said = hand.said(
        "Otieno of Red Line left Kenya for the Peace Summit with Jones.",
        actors=["Amina Otieno", "Red Line", "Kenya"],
        optional=["Peace Summit"],
        found=[
            ("Otieno", "Amina Otieno", "person"),
            ("Kenya", "Kenya", "country"),
            ("Summit", "Summit", "organization"),
            ("Jones", "Jones", "person"),
        ],
    )
    [reading] = read_article(*hand.article(ACTORS, said))
    assert reading.right == {"Amina Otieno": "person:Amina Otieno", "Kenya": "country:Kenya"}
    assert reading.wrong == {"person:Jones"}
    assert reading.spared == {"organization:Summit"}
    assert reading.lost == ["Red Line"]
    assert score_mentions([reading]) == {
        "person": Score(1, 2, 1),
        "organization": Score(0, 0, 1),
        "country": Score(1, 1, 1),
    }


def test_an_actor_named_twice_in_a_sentence_counts_once(hand):
    said = hand.said(
        "Kenya is Kenya.",
        actors=["Kenya"],
        found=[("Kenya", "Kenya", "country"), ("Kenya", "Kenya", "country")],
    )
    assert total(score_mentions(read_article(*hand.article(ACTORS, said))).values()) == Score(
        1, 1, 1
    )


def test_one_name_for_one_actor_in_an_article(hand):
    """ "Otieno" twice under her full name and once under the surname: one of them is wrong."""
    full = hand.said("Otieno left.", ["Amina Otieno"], [("Otieno", "Amina Otieno", "person")])
    short = hand.said("Otieno came.", ["Amina Otieno"], [("Otieno", "Otieno", "person")])
    readings = read_article(*hand.article(ACTORS, full, short, full))
    assert [len(reading.right) for reading in readings] == [1, 0, 1]
    assert readings[1].wrong == {"person:Otieno"}
    assert score_mentions(readings)["person"] == Score(2, 3, 3)


def test_an_optional_name_spares_no_split(hand):
    full = hand.said("Otieno left.", ["Amina Otieno"], [("Otieno", "Amina Otieno", "person")])
    short = hand.said(
        "Otieno came.", ["Amina Otieno"], [("Otieno", "Otieno", "person")], optional=["Otieno"]
    )
    readings = read_article(*hand.article(ACTORS, full, full, short))
    assert readings[2].wrong == {"person:Otieno"}


def test_one_actor_for_one_name_in_an_article(hand):
    """An actor "Sharif" that covers both Sharifs counts as the one it names more often."""
    found = [("Sharif", "Sharif", "person")]
    readings = read_article(
        *hand.article(
            ACTORS,
            hand.said("Sharif spoke.", ["Shehbaz Sharif"], found),
            hand.said("Sharif left.", ["Nawaz Sharif"], found),
            hand.said("Sharif slept.", ["Nawaz Sharif"], found),
        )
    )
    assert [reading.lost for reading in readings] == [["Shehbaz Sharif"], [], []]
    assert score_mentions(readings)["person"] == Score(2, 3, 3)


def test_a_right_name_under_a_wrong_kind_is_told(hand):
    said = hand.said("Red Line spoke.", ["Red Line"], [("Red Line", "Red Line", "person")])
    [reading] = read_article(*hand.article(ACTORS, said))
    assert score_mentions([reading])["organization"] == Score(1, 1, 1)
    assert [(gold, mention.kind) for gold, mention in wrong_kinds(reading)] == [
        ("Red Line", "person")
    ]


def test_lines_are_taken_for_what_they_are_or_not(hand):
    readings = read_article(
        *hand.article(
            ACTORS,
            hand.said("A story."),
            hand.said("A dropped story.", counts=False),
            hand.said("Also read.", is_evidence=False),
            hand.said("Share this.", is_evidence=False, counts=False),
        )
    )
    lines = score_lines(readings)
    assert (lines.right, lines.sentences) == (2, 4)
    assert (lines.page_lines_counted, lines.story_lines_dropped) == (1, 1)
    assert lines.accuracy == 0.5
    assert score_lines([]).accuracy == 1.0


NAMES = "ABCDEF"
STRANGERS = "XYZ"
SENTENCES = st.lists(
    st.tuples(
        st.frozensets(st.sampled_from(NAMES)), st.frozensets(st.sampled_from(NAMES + STRANGERS))
    ),
    max_size=6,
)


def made_of(hand, sentences, name="a"):
    """An article of words that are actors: who is in the gold, and who is found."""
    actors = [(letter, "organization") for letter in NAMES]
    said = [
        hand.said(
            "".join(sorted({*gold, *found})) or "nobody",
            sorted(gold),
            [(letter, letter, "organization") for letter in sorted(found)],
        )
        for gold, found in sentences
    ]
    return hand.article(actors, *said, name=name)


@given(st.lists(SENTENCES, min_size=1, max_size=3))
def test_scores_are_what_brute_force_counts(hand, articles):
    readings = [
        reading
        for number, sentences in enumerate(articles)
        for reading in read_article(*made_of(hand, sentences, str(number)))
    ]
    flat = [sentence for sentences in articles for sentence in sentences]
    assert total(score_mentions(readings).values()) == Score(
        sum(letter in found for gold, found in flat for letter in gold),
        sum(len(found) for _, found in flat),
        sum(len(gold) for gold, _ in flat),
    )
    ties = score_ties(readings)
    assert ties.sentences == brute_force_ties(enumerate(flat))
    assert ties.articles == brute_force_ties(
        (number, sentence) for number, sentences in enumerate(articles) for sentence in sentences
    )
    assert ties.whole == brute_force_ties((0, sentence) for sentence in flat)


def brute_force_ties(placed):
    """Whoever is found where the gold does not name him is somebody else, and so are his ties."""
    there, found = set(), set()
    for where, (gold, names) in placed:
        there |= {(where, *pair) for pair in combinations(sorted(gold), 2)}
        heard = sorted(name if name in gold else f"wrong {name}" for name in names)
        found |= {(where, *pair) for pair in combinations(heard, 2)}
    right = sum(1 for tie in found if tie in there)
    return Score(right, len(found), len(there))


@given(SENTENCES)
def test_a_perfect_prediction_scores_one_everywhere(hand, sentences):
    perfect = [(gold, gold) for gold, _ in sentences]
    readings = read_article(*made_of(hand, perfect))
    ties = score_ties(readings)
    scores = [*score_mentions(readings).values(), ties.sentences, ties.articles, ties.whole]
    assert {(score.precision, score.recall, score.f1) for score in scores} == {(1.0, 1.0, 1.0)}
    assert score_lines(readings).accuracy == 1.0


@pytest.mark.parametrize("wrong", ["person", "country"])
def test_a_tie_with_a_wrong_end_is_wrong(hand, wrong):
    said = hand.said(
        "Kenya and Red Line.",
        ["Kenya", "Red Line"],
        [("Kenya", "Kenya", "country"), ("Red Line", "Blue Line", wrong)],
    )
    ties = score_ties(read_article(*hand.article(ACTORS, said)))
    assert ties.articles == Score(0, 1, 1)
