"""People: titles off, edges as a name has them, things with names left out."""

from __future__ import annotations

import pytest

from relmap.extract.people import is_person_name
from relmap.models import Article


def test_titles_are_cut_off_and_kept(read):
    mentions = read("President Emmanuel Macron met Foreign Minister Annalena Baerbock.").mentions
    people = {m.surface: m.title for m in mentions if m.kind == "person"}
    assert people == {"Emmanuel Macron": "President", "Annalena Baerbock": "Foreign Minister"}


def test_a_title_alone_is_nobody(names):
    assert names("The Prime Minister spoke to the President.", "person") == []


def test_possessives_are_not_part_of_a_name(names):
    assert names("Angela Merkel’s visit ended early.", "person") == ["Angela Merkel"]


def test_a_name_in_quotation_marks_is_a_thing(names):
    text = "They hold the counter terrorism drill “Druzbha” every year."
    assert names(text, "person") == []


def test_a_full_stop_after_a_month_like_name_ends_the_sentence(read):
    text = "The host is Chinese Defence Minister Dong Jun. Both Singh and Asif are present."
    extraction = read(text)
    assert [text[s.start : s.end] for s in extraction.sentences] == [
        "The host is Chinese Defence Minister Dong Jun.",
        "Both Singh and Asif are present.",
    ]
    assert "Dong Jun" in [m.surface for m in extraction.mentions]


@pytest.mark.parametrize(
    ("name", "is_name"),
    [
        ("Vladimir Putin", True),
        ("Mohammed bin Salman", True),
        ("MI-35", False),
        ("countries", False),
        ("", False),
        ("One Two Three Four Five Six Seven", False),
    ],
)
def test_shape_of_a_name(name, is_name):
    assert is_person_name(name) is is_name


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("South Korean President Moon Jae-in met the envoy.", ["Moon Jae-in"]),
        ("The deal was bad, Said Trump.", ["Trump"]),
        ("Army chief Said Chengriha suggested it.", ["Said Chengriha"]),
    ],
)
def test_where_a_name_begins_and_ends(names, text, people):
    assert names(text, "person") == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("President Bashar al-Assad spoke.", {"Bashar al-Assad": "President"}),
        (
            "Sheikh Faisal bin Jassem al-Thani hosted the envoys.",
            {"Faisal bin Jassem al-Thani": "Sheikh"},
        ),
        ("Gambian Bakary Gassama was the referee.", {"Bakary Gassama": ""}),
        ("Israel Katz spoke in the Knesset.", {"Israel Katz": ""}),
        ("The envoy met George H. W. Bush.", {"George H. W. Bush": ""}),
    ],
)
def test_names_with_titles_particles_and_initials(read, text, people):
    assert {m.surface: m.title for m in read(text).mentions if m.kind == "person"} == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Nelson Mandela Day is kept in July.", []),
        ("Engineers visited the Allende Dam.", []),
        ("The Donald Trump-era tariffs stay.", ["Donald Trump"]),
        ("Former President Moon Jae-in met Moon’s successor.", ["Moon Jae-in", "Moon"]),
    ],
)
def test_things_named_after_a_person_and_halves_of_names(names, text, people):
    assert names(text, "person") == people


def test_a_name_reads_the_same_with_and_without_titles_layer(extractor):
    text = "President Emmanuel Macron spoke."
    plain = extractor.but_without({"titles"})
    (extraction,) = plain.extract([Article("one", text, "one.txt")])
    (person,) = extraction.mentions
    assert person.surface.endswith("Emmanuel Macron")
    assert person.title == ""


@pytest.mark.parametrize(
    ("name", "is_name"),
    [
        ("Bashar al-Assad", True),
        ("Valéry Giscard d’Estaing", True),
        ("Moon Jae-in", True),
        ("Éric Ö. Łukasz", True),
        ("anti-Trump", False),
        ("Donald trump", False),
        ("J. K.", False),
        ("George H. W. Bush", True),
        ("蘇貞昌", False),
    ],
)
def test_shape_of_a_name_with_particles_and_initials(name, is_name):
    assert is_person_name(name) is is_name
