from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.evaluation.gold import GoldArticle, GoldName
from relmap.evaluation.predictions import Prediction
from relmap.evaluation.scores import Score, total
from relmap.evaluation.spans import score_spans, trim
from relmap.models import KINDS, Article, Mention


@pytest.mark.parametrize(
    ("name", "kind", "trimmed"),
    [
        ("the Kremlin’s", "organization", "Kremlin"),
        ("“Red Line”", "organization", "Red Line"),
        ("President Vladimir Putin", "person", "Vladimir Putin"),
        ("The Hague's", "organization", "Hague"),
        ("US", "country", "US"),
        ("The", "organization", "The"),
        ("()", "organization", "()"),
        ("President", "person", "President"),
    ],
)
def test_trimming(name, kind, trimmed):
    text = f"So {name} did."
    start, end, _ = trim((3, 3 + len(name), kind), text)
    assert text[start:end] == trimmed


def test_trimming_never_looks_beyond_the_name():
    assert trim((0, 3, "organization"), "The Hague") == (0, 3, "organization")


def test_exact_and_trimmed_by_kind(hand):
    scores = score_spans(
        [
            hand.placed(
                "The Red Line met President Amina Otieno in Kenya near West Africa and Oslo.",
                there=[
                    ("The Red Line", "organization"),
                    ("Amina Otieno", "person"),
                    ("Kenya", "country"),
                ],
                found=[
                    ("Red Line", "organization"),
                    ("Amina Otieno", "person"),
                    ("Kenya", "organization"),
                    ("Africa", "organization"),
                    ("Oslo", "organization"),
                ],
                ignored=["West Africa"],
            )
        ]
    )
    assert scores.exact == {
        "person": Score(1, 1, 1),
        "organization": Score(0, 3, 1),
        "country": Score(0, 0, 1),
    }
    assert scores.trimmed["organization"] == Score(1, 3, 1)
    assert total(scores.trimmed.values()) == Score(2, 4, 3)


def test_an_ignored_stretch_does_not_spare_what_is_in_the_gold(hand):
    scores = score_spans(
        [
            hand.placed(
                "West Kenya grew.",
                there=[("Kenya", "country")],
                found=[("West Kenya", "country")],
                ignored=["West Kenya"],
            )
        ]
    )
    assert scores.exact["country"] == Score(0, 1, 1)


def test_without_labelled_names_there_is_no_score(hand):
    assert score_spans([hand.article([], hand.said("Nobody."))]) is None


WORDS = [f"w{number}" for number in range(8)]
TEXT = " ".join(WORDS)
SPANS = st.dictionaries(st.sampled_from(range(8)), st.sampled_from(KINDS))


@given(SPANS, SPANS)
def test_spans_are_what_brute_force_counts(there, found):
    def span(number):
        return number * 3, number * 3 + 2

    gold = GoldArticle(
        "a",
        Article("a", TEXT, "a"),
        {},
        names=tuple(GoldName(*span(number), kind) for number, kind in sorted(there.items())),
    )
    spans = tuple(Mention(*span(number), 0, kind, "", "") for number, kind in sorted(found.items()))
    scores = score_spans([(gold, Prediction((), spans, ()))])
    for kind in KINDS:
        right = sum(
            1 for number in range(8) if there.get(number) == kind and found.get(number) == kind
        )
        expected = Score(right, list(found.values()).count(kind), list(there.values()).count(kind))
        assert scores.exact[kind] == scores.trimmed[kind] == expected
