from __future__ import annotations

import json

import pytest

from relmap.evaluation import FORMATS, render
from relmap.evaluation.formats import escape
from relmap.evaluation.gold import Gold
from relmap.evaluation.report import Without, measure, report

ACTORS = [("Kenya", "country"), ("Uganda", "country"), ("Red Line", "organization")]


@pytest.fixture
def pairs(hand):
    """Two ties in the gold, one of them found, and one that is wrong."""
    kenya, uganda = ("Kenya", "Kenya", "country"), ("Uganda", "Uganda", "country")
    jones = ("Jones", "Jones", "person")
    return [
        hand.article(
            ACTORS,
            hand.said("Kenya and Uganda agree.", ["Kenya", "Uganda"], [kenya, uganda]),
            hand.said("Kenya sued Red Line of Jones.", ["Kenya", "Red Line"], [kenya, jones]),
        ),
        hand.placed("Kenya grew.", [("Kenya", "country")], [("Kenya", "country")]),
    ]


@pytest.fixture
def made(pairs):
    gold = Gold("gold.json", tuple(article for article, _ in pairs))
    predictions = [prediction for _, prediction in pairs]
    without = [(pairs[0][0], type(predictions[0])(predictions[0].sentences, (), ())), pairs[1]]
    return report(
        gold,
        predictions,
        version="model 1",
        ablation=[Without("country table", measure(gold, [each for _, each in without]))],
    )


def test_json_holds_every_figure(made):
    found = json.loads(render(made, "json"))
    assert (found["gold"], found["articles"], found["model"]) == ("gold.json", 2, "model 1")
    assert found["mentions"]["all"] == {
        "right": 3,
        "found": 4,
        "there": 4,
        "precision": 0.75,
        "recall": 0.75,
        "f1": 0.75,
    }
    assert found["ties"]["articles"]["f1"] == 0.5
    assert found["names"]["exact"]["country"]["f1"] == 1.0
    assert found["lines"]["accuracy"] == 1.0
    assert found["references"] is None
    assert found["without"]["country table"]["mentions F1"] == 0.0
    assert found["mistakes"]["wrong"] == {"count": 1, "listed": []}


def test_text_aligns_its_columns(made):
    lines = render(made, "text", mistakes=None).split("\n")
    assert lines[0] == "gold.json: 2 articles, 2 sentences, 1 placed name; model 1"
    assert lines[3:9] == [
        "An actor named in a sentence, once for each sentence; one name for one actor in an article.",
        "                right  found  gold  precision  recall     F1",
        "  person            0      1     0      0.000   0.000  0.000",
        "  organization      0      0     1      0.000   0.000  0.000",
        "  country           3      3     3      1.000   1.000  1.000",
        "  all               3      4     4      0.750   0.750  0.750",
    ]
    assert "  a:47  Jones: person Jones [model > full name]" in lines
    assert "wrong (1 of 1)" in lines


def test_text_says_what_a_layer_adds(made):
    [line] = [line for line in render(made, "text").split("\n") if "country table" in line]
    assert line.split()[2:6] == ["0.000", "(+0.750)", "0.000", "(+0.500)"]


def test_a_layer_that_prevents_a_split_adds_one(hand):
    said = hand.said("Kenya.", ["Kenya"], [("Kenya", "Kenya", "country")])
    other = hand.said("Kenya.", ["Kenya"], [("Kenya", "Kenia", "country")])
    whole, halved = hand.article(ACTORS, said, said), hand.article(ACTORS, said, other)
    gold = Gold("g", (whole[0],))
    without = Without("spellings", measure(gold, [halved[1]]))
    made = report(gold, [whole[1]], ablation=[without])
    [line] = [line for line in render(made, "text").split("\n") if "spellings" in line]
    assert line.split()[5:9] == ["1", "(+1)", "0", "(=)"]


def test_references_count_only_where_they_are_asked_for(hand):
    pair = hand.article(ACTORS, hand.said("It is Kenya.", references=["Kenya"]))
    gold = Gold("g", (pair[0],))
    assert "References" not in render(report(gold, [pair[1]]), "text")
    asked = render(report(gold, [pair[1]], references=True), "text")
    assert "  references                0      0     1      0.000   0.000  0.000" in asked
    found = json.loads(render(report(gold, [pair[1]], references=True), "json"))
    assert found["references"]["references"]["there"] == 1


def test_markdown_has_a_row_for_each_row(made):
    lines = render(made, "markdown", mistakes=5).split("\n")
    assert "| country | 3 | 3 | 3 | 1.000 | 1.000 | 1.000 |" in lines
    assert "## Lost: 1 of 1" in lines
    assert (
        "| a 24 | Red Line | organization not found |  | Kenya sued Red Line of Jones. |" in lines
    )


@pytest.mark.parametrize("form", FORMATS)
def test_a_format_is_the_same_twice_and_ends_its_last_line(made, form):
    text = render(made, form, mistakes=None)
    assert text == render(made, form, mistakes=None)
    assert text.endswith("\n")


def test_mistakes_are_listed_as_many_as_asked_for(made):
    assert "Jones: person" not in render(made, "text", mistakes=0)
    assert json.loads(render(made, "json", mistakes=1))["mistakes"]["wrong"]["listed"]


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "[a](https://b.c)", "a|b", "`x`", "*x*", "www.x.yz", "|"]
)
def test_markdown_shows_a_name_and_obeys_nothing_in_it(name):
    written = escape(name)
    assert written.replace("\\", "") == name
    for sign in "<>[]()|`*":
        assert f"\\{sign}" in written or sign not in written
    assert "s://" not in written
    assert "www." not in written


def test_a_name_with_line_ends_stays_on_its_line(hand):
    said = hand.said("A\u2028B\nC", [], [("A\u2028B\nC", "A\u2028B\nC", "person")])
    pair = hand.article(ACTORS, said)
    made = report(Gold("g", (pair[0],)), [pair[1]])
    lines = render(made, "text", mistakes=None).splitlines()
    assert "  a:0  A B C: person A B C [model > full name]" in lines
    assert "\nC" not in render(made, "markdown", mistakes=None)
