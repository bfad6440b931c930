"""Words that speak of somebody without a name, in small texts read by the model."""

from __future__ import annotations

import pytest


@pytest.fixture
def found(read):
    """The references of a text as (surface, form), names left out."""

    def find(text: str) -> list[tuple[str, str]]:
        references = read(text).references
        for one in references:
            assert text[one.start : one.end] == one.surface
        return [(one.surface, one.form) for one in references if one.form != "name"]

    return find


def test_pronouns_of_one_person(found):
    forms = found("She said that it was late and that they had told him.")
    assert forms == [("She", "pronoun"), ("him", "pronoun")]


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("The minister left early.", ("The minister", "definite")),
        ("Then the prime minister left.", ("the prime minister", "definite")),
        ("The bloc rejected the plan.", ("The bloc", "definite")),
        ("The minister of Poland left early.", ("minister", "other")),
        ("The Polish minister left early.", ("minister", "other")),
        ("Poland's minister left early.", ("minister", "other")),
        ("A minister left early.", ("minister", "other")),
        ("The minister who lost the vote left early.", ("minister", "other")),
    ],
)
def test_only_a_description_that_says_no_more_is_definite(found, text, reference):
    assert reference in found(text)


def test_what_describes_a_name_is_its_role(read):
    text = "Sergei Lavrov, the foreign minister, met Maria Lansang, an editor."
    references = read(text).references
    roles = {one.surface: text[one.described :][:5] for one in references if one.form == "role"}
    assert roles == {"foreign minister": "Serge", "editor": "Maria"}


def test_a_word_inside_a_quotation_is_marked(read):
    text = '“He is ill,” she said. ‘She lied,’ he said. "He left," she said.'
    quoted = {(one.surface, one.quoted) for one in read(text).references}
    assert quoted == {
        ("He", True),
        ("she", False),
        ("She", True),
        ("he", False),
    }


def test_what_stands_before_the_subject_is_marked(read):
    references = read("When he came to Paris, Emmanuel Macron smiled. He left.").references
    assert [(r.surface, r.fronted) for r in references if r.form == "pronoun"] == [
        ("he", True),
        ("He", False),
    ]


def test_an_object_is_apart_from_its_subject(read):
    text = "Angela Merkel thanked her. Angela Merkel spoke with her. Angela Merkel sold her car."
    places = [one.apart for one in read(text).references if one.form == "pronoun"]
    assert places == [0, 27, -1]


def test_part_of_the_name_of_something_else_is_somebody_else(read):
    references = read("The Navalny team waited, and Alexei Navalny waved.").references
    assert [(one.surface, one.form) for one in references if "Navalny" in one.surface] == [
        ("Navalny", "other"),
        ("Alexei Navalny", "name"),
    ]


def test_offsets_hold_in_wrapped_text(read):
    text = "\n".join(
        (
            "The visit began on Monday with a long dinner in the old palace, where Emmanuel Macron had",
            "spoken about trade and the harvest for more than an hour and two hundred guests when the",
            "prime minister rose and spoke about the harvest of the year before and the rain and the",
            "cold winter that had come upon them from the north in the middle of the very same autumn.",
        )
    )
    (reference,) = [one for one in read(text).references if one.form == "definite"]
    assert text[reference.start : reference.end] == "the\nprime minister"
    assert reference.surface == "the prime minister"
