"""Whom "he" and "the minister" stand for, on articles made by hand: one fits, or nobody is meant."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.actors import resolve
from relmap.knowledge.descriptions import gender_of_noun
from relmap.models import REFERENCE, Extraction, Mention, Reference, Sentence

PEOPLE = ("Karl Hofer", "Helena Brandt", "Rustam Omarov", "Prince Faisal")
BODIES = ("NATO", "African Union", "Fidesz", "Hamas", "Gazprom")
COUNTRIES = {"Poland": "PL", "Kenya": "KE"}
TITLES = ("Mrs", "Mr", "President", "Foreign Minister", "Defence Minister")
NOUNS = ("minister", "president", "nurse", "wife", "bloc", "party", "country", "company")
PRONOUNS = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}

_WORD = re.compile(
    rf"(?:(?P<title>{'|'.join(TITLES)}) )?(?P<name>{'|'.join((*PEOPLE, *BODIES, *COUNTRIES))})"
    rf"|(?P<pronoun>\b(?i:{'|'.join(PRONOUNS)})\b)"
    rf"|(?P<definite>\b[Tt]he (?:[a-z]+ )?(?:{'|'.join(NOUNS)})\b)"
    rf"|(?P<other>\b(?:{'|'.join(NOUNS)})\b)"
)


def article(text: str) -> Extraction:
    """An article of one sentence a line; the first name or pronoun of a sentence is its subject.

    "# …" is a heading, what follows a quotation mark is quoted.
    """
    sentences, mentions, references = [], [], []
    for number, line in enumerate(re.finditer(r"[^\n]+", text)):
        role = "heading" if line.group().startswith("#") else "story"
        sentences.append(Sentence(line.start(), line.end(), role))
        for match in _WORD.finditer(text, line.start(), line.end()):
            is_subject = match.start() == line.start()
            if match["name"]:
                mention = name_at(match, number)
                mentions.append(mention)
                if is_subject:
                    references.append(
                        Reference(mention.start, mention.end, number, mention.surface, "name", "")
                    )
            else:
                references.append(word_at(match, number, is_subject=is_subject))
    return Extraction("one", tuple(sentences), tuple(mentions), (), tuple(references))


def name_at(match: re.Match[str], number: int) -> Mention:
    name = match["name"]
    kind = "person" if name in PEOPLE else "organization" if name in BODIES else "country"
    code = COUNTRIES.get(name, "")
    return Mention(
        match.start("name"),
        match.end(),
        number,
        kind,
        name,
        "model",
        title=match["title"] or "",
        country_code=code,
    )


def word_at(match: re.Match[str], number: int, *, is_subject: bool) -> Reference:
    form = match.lastgroup
    head = match.group().lower().split()[-1]
    before = match.string[: match.start()].rpartition("\n")[2]
    return Reference(
        *match.span(),
        number,
        match.group(),
        form,
        head,
        gender=PRONOUNS.get(head) or gender_of_noun(head),
        quoted="“" in before,
        subject=is_subject,
    )


def referred(text: str, **grammar: int) -> list[tuple[str, str]]:
    """The references of a text that are understood, each with its actor.

    `grammar` is what the parse says of every pronoun.
    """
    extraction = article(text)
    spoken = (replace(r, **grammar) if r.form == "pronoun" else r for r in extraction.references)
    (mentions,) = resolve([replace(extraction, references=tuple(spoken))]).mentions
    return [
        (text[one.start : one.end], one.actor_id.partition(":")[2])
        for one in mentions
        if one.rule == REFERENCE
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Karl Hofer came.\nHe met Helena Brandt.", [("He", "karl-hofer")]),
        ("Karl Hofer came.\nIt rained.\nHe left.", [("He", "karl-hofer")]),
        ("Karl Hofer came.\nHe sat.\nHe left.", [("He", "karl-hofer"), ("He", "karl-hofer")]),
        ("Mr Karl Hofer met Mrs Helena Brandt.\nThen she left.", [("she", "helena-brandt")]),
        ("Karl Hofer met Helena Brandt.\nHe left.", [("He", "karl-hofer")]),
        ("Karl Hofer came.\nMrs Helena Brandt paid his bill.", [("his", "karl-hofer")]),
        ("Poland voted.\nThe country was tired.", [("The country", "PL")]),
        ("NATO met.\nThe bloc waits.", [("The bloc", "nato")]),
        (
            "Foreign Minister Karl Hofer came.\nThe minister left.",
            [("The minister", "karl-hofer")],
        ),
        (
            "Foreign Minister Karl Hofer met Defence Minister Rustam Omarov.\n"
            "The foreign minister left.",
            [("The foreign minister", "karl-hofer")],
        ),
    ],
)
def test_the_one_that_fits_is_meant(text, who):
    assert referred(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "He left.",
        "Karl Hofer met Rustam Omarov.\nIn the end they paid his bill, Poland said.",
        "Mrs Helena Brandt came.\nHe left.",
        "Karl Hofer came.\nIt rained.\nIt snowed.\nHe left.",
        "Karl Hofer came.\n# News\nHe left.",
        "Karl Hofer came.\n“He left”, it said.",
        "Karl Hofer came.\nA nurse said he left.",
        "Karl Hofer met a nurse.\nThe plan pleased him.",
        "Karl Hofer came.\nRustam Omarov said he left.",
        "Karl Hofer said he left.",
        "Karl Hofer came.\nHe thanked Karl Hofer.",
        "Foreign Minister Karl Hofer met Defence Minister Rustam Omarov.\nThe minister left.",
        "Foreign Minister Karl Hofer came.\nA minister fell.\nKarl Hofer rose.\nIt is the minister.",
        "Foreign Minister Karl Hofer met Rustam Omarov.\nThe minister left.",
        "President Karl Hofer came.\nThe minister left.",
        "NATO met the African Union.\nThe bloc waits.",
        "Fidesz met.\nA party split.\nFidesz met.\nIt is the party.",
        "NATO met.\nIt rained.\nIt rained.\nIt rained.\nThe bloc waits.",
        "Hamas met.\nThe company waits.",
        "Poland met Kenya.\nThe country was tired.",
        "Poland met.\nIt is a country.\nIs it the country?",
    ],
)
def test_what_may_be_another_means_nobody(text):
    assert referred(text) == []


def test_what_stands_before_the_subject_may_be_that_subject():
    text = "Karl Hofer came.\nWhen he rose, Rustam Omarov spoke."
    assert referred(text, fronted=True) == []
    assert referred(text, fronted=False) == [("he", "karl-hofer")]
    assert referred("Karl Hofer came.\nWhen he rose, it rained.", fronted=True) == [
        ("he", "karl-hofer")
    ]


def test_an_object_is_not_its_subject():
    text = "Mrs Helena Brandt came.\nKarl Hofer thanked her."
    assert referred(text, apart=text.index("Karl")) == [("her", "helena-brandt")]
    assert referred(text) == []


def test_who_was_she_all_along_is_not_he():
    told = "Helena Brandt came.\nShe sat.\nShe ate.\nShe slept.\nShe left.\nHelena Brandt rose.\n"
    assert ("He", "helena-brandt") not in referred(told + "He fell.")
    assert referred(told)[-1] == ("She", "helena-brandt")


def test_a_person_who_was_both_is_neither():
    assert referred("Helena Brandt came.\nShe sat.\nHelena Brandt rose.\nHe fell.") == []


def test_references_are_no_aliases_and_make_no_actors():
    text = "Foreign Minister Karl Hofer came.\nHe left.\nThe minister slept."
    with_them, without = resolve([article(text)]), resolve([article(text)], without={"references"})
    assert with_them.actors == without.actors
    assert len(with_them.mentions[0]) == len(without.mentions[0]) + 2


def test_an_open_name_is_never_meant():
    one = article("Karl Hofer came.\nHe left.")
    other = article("Karl Hofer came.")
    alone = Mention(0, 5, 0, "person", "Hofer", "model")
    second = Mention(6, 16, 0, "person", "Karl Hofer", "model")
    third = Mention(17, 27, 0, "person", "Rosa Hofer", "model")
    split = Extraction("two", (Sentence(0, 30, "story"),), (alone, second, third))
    actors = {actor.actor_id: actor for actor in resolve([one, other, split]).actors}
    open_ids = {actor_id for actor_id, actor in actors.items() if actor.ambiguous}
    assert open_ids
    for mentions in resolve([one, other, split]).mentions:
        assert not [m for m in mentions if m.rule == REFERENCE and m.actor_id in open_ids]


descriptions = ("the minister", "the bloc", "the country", "a nurse", "a minister", "“", "came")
titled = ("Mrs Helena Brandt", "Foreign Minister Karl Hofer")
words = st.sampled_from([*PEOPLE, *BODIES, *COUNTRIES, *PRONOUNS, *titled, *descriptions])
texts = st.lists(st.lists(words, min_size=1, max_size=5).map(" ".join), min_size=1, max_size=8).map(
    "\n".join
)


@given(texts)
def test_what_is_referred_to_is_named_before_and_not_in_the_same_sentence(text):
    extraction = article(text)
    resolved = resolve([extraction])
    (mentions,) = resolved.mentions
    names = [one for one in mentions if one.rule != REFERENCE]
    assert names == list(resolve([extraction], without={"references"}).mentions[0])
    assert [one.start for one in mentions] == sorted(one.start for one in mentions)
    seen = set()
    for one in mentions:
        if one.rule == REFERENCE:
            same = [n for n in names if n.actor_id == one.actor_id]
            assert any(n.end <= one.start for n in same)
            assert all(n.sentence != one.sentence for n in same)
            assert (one.actor_id, one.sentence) not in seen
            seen.add((one.actor_id, one.sentence))
    spans = sorted((one.start, one.end) for one in mentions)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
