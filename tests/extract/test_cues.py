"""What the words around a name say, in small lines whose tags are given by hand."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from relmap.extract.cues import read_cue

VOCAB = spacy.blank("en").vocab


def line(tagged: str) -> Doc:
    """A line from "word/TAG word/TAG"; a word without a tag is a noun, "_" no blank before it."""
    words, tags, blanks = [], [], []
    for piece in tagged.split():
        word, _, tag = piece.partition("/")
        if word.startswith("_") and blanks:
            blanks[-1] = False
        words.append(word.removeprefix("_"))
        tags.append(tag or "NN")
        blanks.append(True)
    return Doc(VOCAB, words=words, tags=tags, spaces=blanks)


def cue(tagged: str, name: str) -> str:
    doc = line(tagged)
    start = doc.text.index(name)
    return read_cue(doc, start, start + len(name))


@pytest.mark.parametrize(
    ("tagged", "name"),
    [
        ("Viya/NNP _,/, who/WP sings/VBZ _./.", "Viya"),
        ("Viya/NNP who/WP sings/VBZ came/VBD", "Viya"),
        ("Diagne/NNP (/-LRB- _29/CD _)/-RRB- scored/VBD", "Diagne"),
        ("Sow/NNP _,/, 41/CD _,/, sang/VBD", "Sow"),
        ("Sow/NNP _,/, aged/VBN 41/CD _,/, sang/VBD", "Sow"),
    ],
)
def test_who_has_an_age_is_a_person(tagged, name):
    assert cue(tagged, name) == "person"


@pytest.mark.parametrize(
    ("tagged", "name"),
    [
        ("Harbour/NNP Boys/NNP School/NNP _,/, who/WP sang/VBD", "Harbour Boys School"),
        ("Parliament/NNP _,/, who/WP voted/VBD", "Parliament"),
    ],
)
def test_a_body_is_a_who_too(tagged, name):
    assert cue(tagged, name) != "person"


@pytest.mark.parametrize(
    ("tagged", "name"),
    [
        ("consulting/VBG firm Tarrow/NNP Finch/NNP grew/VBD", "Tarrow Finch"),
        ("Simetro/NNP is/VBZ a/DT company that/WDT sells/VBZ", "Simetro"),
        ("Telmo/NNP _,/, once/RB a/DT state-owned company _,/, grew/VBD", "Telmo"),
        ("Mapbio/NNP _,/, a/DT network of/IN labs/NNS _,/, grew/VBD", "Mapbio"),
        ("Telmo/NNP and/CC its/PRP$ subsidiaries/NNS grew/VBD", "Telmo"),
        ("Elar/NNP _’s/POS CEO left/VBD", "Elar"),
    ],
)
def test_what_is_called_a_company_is_a_body(tagged, name):
    assert cue(tagged, name) == "organization"


@pytest.mark.parametrize(
    ("tagged", "name"),
    [
        ("Telmo/NNP told/VBD the/DT company of/IN it/PRP", "Telmo"),
        ("Telmo/NNP is/VBZ a/DT friend of/IN the/DT company", "Telmo"),
        ("Elar/NNP _’s/POS mother left/VBD", "Elar"),
        ("Telmo/NNP sang/VBD", "Telmo"),
    ],
)
def test_a_company_elsewhere_in_the_line_says_nothing(tagged, name):
    assert cue(tagged, name) == ""


@pytest.mark.parametrize("ship", ["INS", "HMS", "USS", "MV"])
def test_what_bears_a_ships_letters_does_not_act(ship):
    assert cue(f"The/DT {ship}/NNP Arigal/NNP sailed/VBD", "Arigal") in ("thing", "plan")
    assert cue(f"The/DT {ship}/NNP Arigal/NNP sailed/VBD", f"{ship} Arigal") == "plan"
    assert cue(f"The/DT {ship}/NNP Arigal/NNP sailed/VBD", ship) == "plan"
    assert cue(f"The/DT {ship}/NNP sailed/VBD", ship) != "plan"


@pytest.mark.parametrize(
    ("tagged", "expected"),
    [
        ("shoppers/NNS in/IN Samut/NNP left/VBD", "thing"),
        ("shoppers/NNS near/IN Samut/NNP left/VBD", "thing"),
        ("confidence in/IN Samut/NNP grew/VBD", ""),
        ("they/PRP believe/VBP in/IN Samut/NNP still/RB", ""),
        ("in/IN Samut/NNP _’s/POS view it/PRP failed/VBD", ""),
        ("letters/NNS to/IN Samut/NNP came/VBD", ""),
    ],
)
def test_nobody_lives_in_a_person_but_one_can_trust_in_one(tagged, expected):
    assert cue(tagged, "Samut") == expected


@pytest.mark.parametrize(
    ("tagged", "expected"),
    [
        ("the/DT DIGO/NNP project pays/VBZ", "plan"),
        ("a/DT DIGO/NNP vaccine helps/VBZ", "plan"),
        ("DIGO/NNP dam broke/VBD", "thing"),
        ("the/DT DIGO/NNP movement grew/VBD", "thing"),
        ("DIGO/NNP movement grew/VBD", ""),
        ("the/DT DIGO/NNP administration agreed/VBD", ""),
        ("the/DT DIGO/NNP campaign paid/VBD", ""),
        ("DIGO/NNP Bridge/NNP fell/VBD", ""),
        ("DIGO/NNP projects/VBZ calm", ""),
        ("DIGO/NNP", ""),
    ],
)
def test_the_noun_behind_a_name_says_what_it_is(tagged, expected):
    assert cue(tagged, "DIGO") == expected
