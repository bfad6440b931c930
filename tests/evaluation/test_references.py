from __future__ import annotations

from relmap.evaluation.readings import read_article
from relmap.evaluation.references import measure_references
from relmap.evaluation.scores import Score

ACTORS = [("Amina Otieno", "person"), ("Kenya", "country"), ("Uganda", "country")]
SHE = ("She", "Amina Otieno", "person")
KENYA = ("Kenya", "Kenya", "country")
UGANDA = ("Uganda", "Uganda", "country")


def measured(hand, *sentences):
    return measure_references(read_article(*hand.article(ACTORS, *sentences)))


def test_references_count_apart_and_make_ties(hand):
    figures = measured(
        hand,
        hand.said(
            "She left Kenya.", ["Kenya"], [KENYA], references=["Amina Otieno"], referred=[SHE]
        ),
        hand.said("She left Uganda.", ["Uganda"], [UGANDA], references=["Amina Otieno"]),
    )
    assert figures.references == Score(1, 1, 2)
    assert figures.ties_without.articles == Score(0, 0, 2)
    assert figures.ties_with.articles == Score(1, 1, 2)


def test_a_reference_to_somebody_else_is_wrong(hand):
    figures = measured(
        hand,
        hand.said(
            "She slept.", references=["Amina Otieno"], referred=[("She", "Kenya", "country")]
        ),
    )
    assert figures.references == Score(0, 1, 1)


def test_a_reference_beside_the_name_is_not_counted(hand):
    figures = measured(
        hand,
        hand.said("It is Kenya.", ["Kenya"], [KENYA], referred=[("It", "Kenya", "country")]),
        # The name was lost, but "It" is right all the same.
        hand.said("It is Uganda.", ["Uganda"], referred=[("It", "Uganda", "country")]),
        hand.said("She slept.", references=["Amina Otieno"]),
    )
    assert figures.references == Score(0, 0, 1)


def test_a_reference_to_a_wrong_name_is_not_wrong_again(hand):
    jones = ("Jones", "Jones", "person")
    figures = measured(
        hand,
        hand.said("Jones said he left.", found=[jones], referred=[("he", "Jones", "person")]),
        hand.said("She slept.", references=["Amina Otieno"], referred=[SHE]),
    )
    assert figures.references == Score(1, 1, 1)


def test_articles_that_nobody_read_for_references_do_not_count(hand):
    assert measured(hand, hand.said("She left Kenya.", ["Kenya"], [KENYA], referred=[SHE])) is None


def test_names_never_count_references(hand):
    [reading] = read_article(
        *hand.article(ACTORS, hand.said("She left Kenya.", ["Kenya"], [KENYA], referred=[SHE]))
    )
    assert reading.names == {"Kenya"}
