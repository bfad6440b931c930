"""Blanks that a page lost: put back where two words stand as one, and nowhere in a brand's name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.extract.glue import find_glue
from relmap.extract.unwrapping import unwrap

WORDS = frozenset(
    {"Garber", "Five", "backlash", "Interim", "article", "Modi", "Alan", "Friday", "said", "Tube"}
    | {"You", "pay", "Pal", "The", "white", "White", "House", "Mac", "Fitz", "Smith"}
)


def mended(text: str, words: frozenset[str] = WORDS) -> str:
    """The text with the blanks that are found to be missing."""
    return unwrap(text, find_glue(text, words.__contains__)).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met GarberFive times.", "He met Garber Five times."),
        ("A BACKLASHInterim deal.", "A BACKLASH Interim deal."),
        ("Read the articleModi spoke.", "Read the article Modi spoke."),
        ("(AP / File)Garber spoke.", "(AP / File) Garber spoke."),
        ("Garber left. Garberon Friday said so.", "Garber left. Garber on Friday said so."),
        ("Alan Smith left. Smithhas said so.", "Alan Smith left. Smith has said so."),
    ],
)
def test_two_words_that_stand_as_one_come_apart(text, expected):
    assert mended(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Leonardo DiCaprio met Mitch McConachie.",  # the first half is no word
        "A FitzGarber and a MacFive came.",  # the fronts of such names
        "The YouTube channel grew. YouTube paid.",  # printed twice: meant so
        "She wrote to @GarberFive and #GarberFive.",
        "See example.GarberFive for more.",
        "Garberon Friday said so.",  # no Garber elsewhere
        "Garber left. Garberon stayed. Garberon sang.",  # a name of its own
    ],
)
def test_what_is_written_as_one_word_stays_whole(text):
    assert mended(text) == text


def test_a_word_that_is_known_as_a_whole_stays_whole():
    assert mended("The YouTube channel grew.") == "The You Tube channel grew."
    assert mended("The YouTube channel grew.", WORDS | {"YouTube"}) == "The YouTube channel grew."


@pytest.mark.parametrize(
    "brand",
    [
        "YouTube",
        "iPhone",
        "SpaceX",
        "LinkedIn",
        "PayPal",
        "JPMorgan",
        "WhatsApp",
        "McDonald",
        "DeSantis",
    ],
)
def test_the_model_knows_the_brands(extractor, brand):
    text = f"Reporters asked {brand} on Monday."
    assert find_glue(text, extractor._nlp.vocab.has_vector) == []


def test_a_name_that_was_glued_is_found_at_its_own_place(read):
    text = "Alan Garber spoke.\r\nThe plan of Alan Garberon Friday failed.\nRead the articleNarendra Modi left."
    found = [text[m.start : m.end] for m in read(text).mentions if m.kind == "person"]
    assert found == ["Alan Garber", "Alan Garber", "Narendra Modi"]


PIECES = st.sampled_from(
    [
        *("Garber", "Garberon", "GarberFive", "MORE", "BACKLASHInterim", "(AP)", "Modi", "said"),
        *("x", "é", " ", " ", "\n", "\u00ad", ".", "’s", "-", "@"),
    ]
)


@given(st.lists(PIECES, max_size=12).map("".join), st.booleans())
def test_blanks_are_only_missing_between_two_signs(text, knows_all):
    places = find_glue(text, (lambda _: True) if knows_all else WORDS.__contains__)
    assert places == sorted(set(places))
    for place in places:
        assert 0 < place < len(text)
        assert not text[place - 1].isspace()
        assert not text[place].isspace()
    if not knows_all:
        assert unwrap(text, places).text.replace(" ", "") == unwrap(text).text.replace(" ", "")


GLUED = (
    "Alan Garber met envoys of Peru. They praised Alan Garberon Friday, and Peru agreed.\n"
    "(AP / File)Germany thanked NATO. Read the articleNarendra Modi left France.\n"
    "He went home."
)


def test_what_is_found_in_glued_text_is_what_is_found_with_the_blanks(extractor, read):
    missing = find_glue(GLUED, extractor._nlp.vocab.has_vector)
    assert [GLUED[place : place + 7] for place in missing] == ["on Frid", "Germany", "Narendr"]
    whole = "".join(" " * (i in missing) + sign for i, sign in enumerate(GLUED))

    def moved(place: int) -> int:
        """Where a character of the text with all blanks stands in the glued one."""
        return place - sum(blank + n < place for n, blank in enumerate(missing))

    glued, mended_text = read(GLUED), read(whole)
    assert len(glued.mentions) > 6
    assert [(m.start, m.end, m.surface, m.kind) for m in glued.mentions] == [
        (moved(m.start), moved(m.end), m.surface, m.kind) for m in mended_text.mentions
    ]
    assert [(s.start, s.end) for s in glued.sentences] == [
        (moved(s.start), moved(s.end)) for s in mended_text.sentences
    ]
    assert [(r.start, r.end, r.surface) for r in glued.references] == [
        (moved(r.start), moved(r.end), r.surface) for r in mended_text.references
    ]
    assert all(GLUED[m.start : m.end] == m.surface for m in glued.mentions)
