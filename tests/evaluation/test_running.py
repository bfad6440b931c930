"""A gold through the real model: from the file to the figures."""

from __future__ import annotations

import json

import pytest

from relmap.errors import ModelError
from relmap.evaluation import evaluate, read_gold, render, running
from relmap.layers import LAYER_NAMES
from relmap.models import KINDS

TEXT = (
    "Kenya and Uganda signed a treaty on Monday. "
    "Amina Otieno, the Kenyan foreign minister, travelled to Tanzania. "
    "Otieno said the talks with Uganda went well."
)

#: One layer of extraction, one of resolution, and the one that is off.
LEFT_OUT = {"country table", "surnames", "references"}


@pytest.fixture
def gold(tmp_path):
    actors = [
        *({"name": name, "kind": "country"} for name in ("Kenya", "Uganda", "Tanzania")),
        {"name": "Amina Otieno", "kind": "person"},
    ]
    named = [
        ["Kenya", "Uganda"],
        ["Amina Otieno", "Kenya", "Tanzania"],
        ["Amina Otieno", "Uganda"],
    ]
    sentences = [part + ("" if part.endswith(".") else ".") for part in TEXT.split(". ")]
    article = {
        "title": "Talks",
        "text": TEXT,
        "invented": True,
        "sentences": [
            {"text": text, "actors": actors} for text, actors in zip(sentences, named, strict=True)
        ],
        "names": [
            {"start": TEXT.index(name), "end": TEXT.index(name) + len(name), "kind": kind}
            for name, kind in (
                ("Kenya", "country"),
                ("Uganda", "country"),
                ("Amina Otieno", "person"),
                ("Kenyan", "country"),
                ("Tanzania", "country"),
            )
        ]
        + [
            {"start": TEXT.rindex("Otieno"), "end": TEXT.rindex("Otieno") + 6, "kind": "person"},
            {"start": TEXT.rindex("Uganda"), "end": TEXT.rindex("Uganda") + 6, "kind": "country"},
        ],
    }
    path = tmp_path / "gold.json"
    path.write_text(json.dumps({"actors": actors, "articles": [article]}), encoding="utf-8")
    return read_gold(path)


def test_an_easy_article_is_read_without_a_mistake(gold):
    report = evaluate(gold)
    figures = report.figures
    assert report.mistakes == ()
    assert figures.sentences.all_mentions.f1 == figures.sentences.ties.articles.f1 == 1.0
    assert {figures.spans.exact[kind].f1 for kind in KINDS} == {1.0}
    assert report.version.startswith("en_core_web_md 3.7.1")
    assert {rule.wrong for rule in report.rules} == {0}


def test_an_ablation_leaves_out_each_layer_in_turn(gold, monkeypatch):
    layers = [layer for layer in running.LAYERS if layer.name in LEFT_OUT]
    monkeypatch.setattr(running, "LAYERS", layers)
    seen = []
    report = evaluate(gold, ablation=True, progress=lambda stage, done, total: seen.append(stage))
    assert [without.layer for without in report.ablation] == ["country table", "surnames"]
    # "Kenyan" is no place, so that without the table nobody knows whose it is; and without
    # surnames "Otieno" is somebody else.
    for without in report.ablation:
        assert without.figures.sentences.all_mentions.f1 < 1.0
    assert report.figures.sentences.all_mentions.f1 == 1.0
    assert list(dict.fromkeys(seen)) == ["reading", "without country table", "without surnames"]


def test_references_are_left_out_only_where_they_count():
    assert running.layers_to_leave_out(references=True) == list(LAYER_NAMES)
    assert running.layers_to_leave_out(references=False) == [
        name for name in LAYER_NAMES if name != "references"
    ]


def test_the_same_gold_gives_the_same_bytes(gold):
    assert render(evaluate(gold), "json", mistakes=None) == render(
        evaluate(gold), "json", mistakes=None
    )


def test_a_missing_model_is_told(gold):
    with pytest.raises(ModelError, match="no_such_model"):
        evaluate(gold, model="no_such_model")
