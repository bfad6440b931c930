"""The extractor as a whole: order, roles, untouched offsets, missing models."""

from __future__ import annotations

from itertools import pairwise

import pytest

from relmap.errors import ModelError
from relmap.extract import Extractor
from relmap.models import EVIDENCE_ROLES, Article


def test_articles_come_back_in_order(extractor):
    articles = [Article(str(i), f"France met Spain {i} times.", "x") for i in range(70)]
    extractions = list(extractor.extract(articles))
    assert [e.article_id for e in extractions] == [str(i) for i in range(70)]
    assert all([m.country_code for m in e.mentions] == ["FR", "ES"] for e in extractions)


def test_nothing_is_found_in_lines_that_are_no_evidence(read):
    text = "France and Spain signed it.\n\nAlso Read: Iran, Russia hold talks on a strategic deal\n\nIt holds."
    extraction = read(text)
    assert [m.country_code for m in extraction.mentions] == ["FR", "ES"]
    roles = {text[s.start : s.end]: s.role for s in extraction.sentences}
    assert roles["Also Read: Iran, Russia hold talks on a strategic deal"] not in EVIDENCE_ROLES


@pytest.mark.parametrize("wrap", ["\n", "\r\n"])
def test_names_reach_over_the_breaks_of_hard_wrapped_text(read, wrap):
    words = (
        "The visit began on Monday with a long dinner in the old palace, where President Emmanuel",
        "Macron spoke about trade and the harvest for more than an hour before he was joined by the",
        "foreign ministers of many other states and their envoys, among them those of the United",
        "Kingdom and others who had come by train in the morning of the very same busy working day.",
    )
    surfaces = [m.surface for m in read(wrap.join(words)).mentions]
    assert surfaces == ["Emmanuel Macron", "United Kingdom"]


def test_an_article_without_any_line_gives_nothing(read):
    extraction = read(" \n \n")
    assert (extraction.sentences, extraction.mentions) == ((), ())


def test_mentions_never_overlap(read):
    text = "The Russian Security Council, NATO and the UN Security Council met President Joe Biden of the US."
    mentions = read(text).mentions
    assert all(a.end <= b.start for a, b in pairwise(mentions))


def test_version_names_model_and_rules(extractor):
    assert extractor.version.startswith("en_core_web_md 3.7.1 / rules ")


def test_a_missing_model_says_how_to_get_it():
    with pytest.raises(ModelError, match="pip install no-such-model"):
        Extractor.load("no_such_model")


def test_a_model_without_names_is_refused(tmp_path):
    import spacy

    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ModelError, match="has no parser, tagger, ner"):
        Extractor.load(str(tmp_path / "blank"))
