"""Countries: names, demonyms, prefixes, and forms that only the rest of the article settles."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Span

from relmap.models import Article


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Russian and Pakistani officials met on Monday.", ["RU", "PK"]),
        ("The Danes and the Turks signed a deal.", ["DK", "TR"]),
        ("The US told us that it would not join.", ["US"]),
        ("An agreement strengthens the Pak-Russia alliance.", ["PK", "RU"]),
        ("The India-Russia partnership deepened.", ["IN", "RU"]),
        ("Officials from Niger and Nigeria met.", ["NE", "NG"]),
        ("He flew to Tbilisi, Georgia, on Monday.", ["GE"]),
        ("Protests broke out in Atlanta, Georgia, on Monday.", []),
    ],
)
def test_names_and_demonyms(names, text, codes):
    assert names(text, "country") == codes


def test_a_form_of_several_countries_stays_open(names):
    assert names("The Korean government denied it.", "country") == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (
            "Guinea, Guinea-Bissau and Equatorial Guinea sent observers to Papua New Guinea.",
            ["GN", "GW", "GQ", "PG"],
        ),
        (
            "The Democratic Republic of the Congo and the Republic of Congo share a river.",
            ["CD", "CG"],
        ),
        ("The Democratic Republic of Congo accused Rwanda of lying.", ["CD", "RW"]),
        ("Congo closed its border on Monday.", []),
        ("North Korea and South Korea exchanged fire.", ["KP", "KR"]),
        ("The South Korean envoy met his North Korean host.", ["KR", "KP"]),
        ("Niger expelled the envoy of Nigeria.", ["NE", "NG"]),
        ("Nigerien and Nigerian troops trained together.", ["NE", "NG"]),
        ("Dominica and the Dominican Republic sent nurses.", ["DM", "DO"]),
        ("The Dominican government sent nurses.", []),
    ],
)
def test_countries_that_share_a_word(names, text, codes):
    assert names(text, "country") == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("A Pak-China corridor and a Sino-Indian dispute were named.", ["PK", "CN", "CN", "IN"]),
        ("The Sino-Russian statement was signed.", ["CN", "RU"]),
        ("He climbed Pak Hill and read the Russo papers.", []),
        ("The British-American company grew.", ["GB", "US"]),
        ("The U.S.-Egypt talks ended.", ["US", "EG"]),
        ("The U.S.-Mexico border was closed.", ["US", "MX"]),
        ("The U.S.-backed force withdrew.", ["US"]),
        ("The U.S.-U.K. treaty was signed.", ["US", "GB"]),
        ("Let us go, the US said.", ["US"]),
    ],
)
def test_bound_forms_and_letters(names, text, codes):
    assert names(text, "country") == codes


@pytest.mark.parametrize("mark", ["'", "’"])
def test_a_countrys_own_acronym_is_no_bodys(read, mark):
    found = read(f"It wrote to the People{mark}s Republic of China (PRC), and the PRC answered.")
    named = [(m.kind, m.country_code, m.surface[-5:]) for m in found.mentions]
    assert named == [("country", "CN", "China"), ("country", "CN", "PRC"), ("country", "CN", "PRC")]
    assert found.acronyms == ()
    body = read("The Pacific Research Council (PRC) met, and the PRC voted.")
    assert [m.surface for m in body.mentions if m.kind == "organization"]
    assert body.acronyms == (("PRC", "Pacific Research Council"),)


def test_a_person_with_a_countrys_name_is_no_country_even_where_nobody_took_it(extractor):
    doc = Doc(extractor._nlp.vocab, words=["Then", "India", "Smith", "sang"])
    doc.ents = [Span(doc, 1, 3, "PERSON")]
    assert extractor._finder._countries.find(doc, []) == []
    doc.ents = []
    assert [n.text for n in extractor._finder._countries.find(doc, [])] == ["India"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The Dominican Republic sent nurses.\nDominican officials met.", ["DO", "DO"]),
        ("Dominican officials met.\nThe Dominican Republic sent nurses.", ["DO", "DO"]),
        ("Dominica sent nurses.\nDominican officials met.", ["DM", "DM"]),
        (
            "Dominica and the Dominican Republic sent nurses.\nDominican officials met.",
            ["DM", "DO"],
        ),
        ("France sent nurses.\nDominican officials met.", ["FR"]),
        ("South Korea sent nurses.\nThe Korean government denied it.", ["KR", "KR"]),
        ("North Korea and South Korea talked.\nThe Korean border is closed.", ["KP", "KR"]),
    ],
)
def test_the_other_countries_of_an_article_settle_a_form_of_several(names, text, codes):
    assert names(text, "country") == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("North Korea talked.\nBoth the North and the South agreed.", ["KP", "KP", "KR"]),
        ("South Korea talked.\nBoth the North and the South agreed.", ["KR", "KP", "KR"]),
        ("France talked.\nBoth the North and the South agreed.", ["FR"]),
        *(
            (f"South Korea and {name} talked.\nBoth the North and the South agreed.", ["KR", code])
            for name, code in [
                ("South Sudan", "SS"),
                ("South Africa", "ZA"),
                ("North Macedonia", "MK"),
                ("Italy", "IT"),
            ]
        ),
        ("South Korea talked.\nSnow fell in the north and the south.", ["KR"]),
        ("South Korea talked.\nHe lives in the South West.", ["KR"]),
        ("South Korea talked.\nHe lives in the South of France.", ["KR", "FR"]),
        ("South Korea talked.\nNorth and South agreed.", ["KR"]),
    ],
)
def test_the_north_and_the_south_are_the_koreas_where_no_other_halves_are(names, text, codes):
    assert names(text, "country") == codes


def test_what_the_context_settles_says_so_and_stands_at_its_place(read):
    text = "North Korea talked.\nThe envoy said that the South agreed."
    found = [(text[m.start : m.end], m.rule) for m in read(text).mentions]
    assert found == [("North Korea", "country name"), ("South", "country in context")]


def test_without_the_table_no_context_settles_a_country(extractor):
    text = "The Dominican Republic sent nurses.\nDominican officials met."
    plain = extractor.but_without({"country table"})
    (extraction,) = plain.extract([Article("one", text, "one.txt")])
    assert [m.country_code for m in extraction.mentions if m.kind == "country"] == ["DO"]
