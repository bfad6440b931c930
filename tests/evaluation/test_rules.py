from __future__ import annotations

from dataclasses import replace

from relmap.evaluation.gold import GoldName
from relmap.evaluation.readings import read_article
from relmap.evaluation.rules import RuleScore, score_rules
from relmap.models import Mention

ACTORS = [("Kenya", "country"), ("Red Line", "organization")]


def test_sentences_judge_both_rules(hand):
    pair = hand.article(
        ACTORS,
        hand.said(
            "Kenya, Kenya, Jones and Peace Summit.",
            ["Kenya"],
            [
                ("Kenya", "Kenya", "country"),
                ("Kenya", "Kenya", "country"),
                ("Jones", "Jones", "person"),
                ("Peace Summit", "Peace Summit", "organization"),
            ],
            optional=["Peace Summit"],
        ),
    )
    assert score_rules(read_article(*pair), [pair]) == (
        RuleScore("found", "model", mentions=4, right=2, wrong=1),
        RuleScore("joined", "full name", mentions=4, right=2, wrong=1),
    )


def test_where_both_are_labelled_sentences_judge(hand):
    article, prediction = hand.article(
        ACTORS, hand.said("Kenya.", ["Kenya"], [("Kenya", "Kenya", "country")])
    )
    names = replace(article, names=(GoldName(0, 5, "person"),))
    spans = replace(prediction, spans=(Mention(0, 5, 0, "country", "Kenya", "model"),))
    assert score_rules(read_article(names, spans), [(names, spans)]) == (
        RuleScore("found", "model", mentions=1, right=1, wrong=0),
        RuleScore("joined", "full name", mentions=1, right=1, wrong=0),
    )


def test_places_judge_the_rule_that_found_a_name(hand):
    pair = hand.placed(
        "The Red Line met Jones in West Africa.",
        there=[("The Red Line", "organization")],
        found=[("Red Line", "organization"), ("Jones", "person"), ("Africa", "organization")],
        ignored=["West Africa"],
    )
    assert score_rules([], [pair]) == (RuleScore("found", "model", mentions=3, right=1, wrong=1),)
