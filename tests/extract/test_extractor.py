"""The extractor as a whole: order, roles, untouched offsets, missing models."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from relmap.errors import ModelError
from relmap.extract import Extractor
from relmap.extract.extractor import ReadLine, split_line
from relmap.extract.names import Name
from relmap.extract.unwrapping import unwrap
from relmap.modelfiles import Facts, describe
from relmap.models import DEFAULT_MODEL, EVIDENCE_ROLES, Article, Line


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
    pattern = r"en_core_web_md 3\.7\.1 \+ names [0-9a-f]{8} / rules [0-9a-f]{8}"
    assert re.fullmatch(pattern, extractor.version)


def test_the_default_says_the_same_without_being_loaded(extractor):
    assert describe(DEFAULT_MODEL) == Facts(extractor.version, extractor.language)
    assert extractor.language == "en"


def test_a_missing_model_says_how_to_get_it():
    with pytest.raises(ModelError, match="Install it from where its makers publish it"):
        Extractor.load("no_such_model")


def test_a_model_without_names_is_refused(tmp_path):
    import spacy

    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ModelError, match="has no parser, tagger, ner"):
        Extractor.load(str(tmp_path / "blank"))


def test_offsets_point_into_the_untouched_text_whatever_a_page_did_to_it(extractor):
    text = (
        "Ger\u00admany and NA\u00adTO thanked Em\u200bmanuel  Macron.\r\n\r\n"
        "Alan Garber spoke of Peru. Alan Garberon Friday left for\u00a0Peru."
    )
    (extraction,) = extractor.extract([Article("one", text, "one.txt")])
    found = [text[m.start : m.end] for m in extraction.mentions]
    assert {"Ger\u00admany", "NA\u00adTO", "Em\u200bmanuel  Macron", "Peru"} <= {*found}
    assert found.count("Alan Garber") == 2
    surfaces = {m.surface for m in extraction.mentions}
    assert {"Germany", "NATO", "Emmanuel Macron", "Peru", "Alan Garber"} <= surfaces


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(
            [
                "Emmanuel Macron",
                "Peru",
                "NATO",
                "Alan Garber",
                "Garberon",
                "met",
                "and",
                ".",
                "\n",
                "\r\n",
                "\n\n",
                " ",
                "\xad",
                "\u200b",
                "  ",
                "MORE",
                "(AP)",
                "’s",
                "the",
            ]
        ),
        max_size=25,
    ).map(" ".join)
)
def test_every_mention_lies_in_its_sentence_and_reads_as_its_surface(extractor, text):
    (extraction,) = extractor.extract([Article("one", text, "one.txt")])
    for mention in extraction.mentions:
        printed = re.sub(r"[\s\u00ad\u200b]+", "", text[mention.start : mention.end])
        assert printed == mention.surface.replace(" ", "")
        sentence = extraction.sentences[mention.sentence]
        assert sentence.start <= mention.start < mention.end <= sentence.end
    assert all(a.end <= b.start for a, b in pairwise(extraction.mentions))


def test_the_batch_an_article_is_read_in_changes_nothing(extractor):
    texts = [
        "Peru met Chad.",
        "Mr Tan spoke to NATO.",
        "Xi Jinping left.",
        "Kyiv’s request failed.",
    ]
    articles = [Article(str(i), texts[i % 4] + f" Day {i}.", "x") for i in range(40)]
    together = list(extractor.extract(articles))
    alone = [one for article in articles for one in extractor.extract([article])]
    assert together == alone


def test_no_sentence_ends_inside_a_name(extractor):
    words = ["Ada", "Lee", "left", ".", "Peru", "sang"]
    doc = Doc(extractor._nlp.vocab, words=words, sent_starts=[1, 1, 0, 0, 1, 0])
    part = ReadLine(Line(10, 10 + len(doc.text), "story"), unwrap(doc.text), doc)
    whole = split_line(part, [Name(0, 7, "person", "Ada Lee", "model")])
    assert [(s.start, s.end) for s in whole] == [(10, 24), (25, 34)]
    assert [(s.start, s.end) for s in split_line(part, [])] == [(10, 13), (14, 24), (25, 34)]
