"""What an article says before its references are understood."""

from __future__ import annotations

import pytest

from relmap.actors.beings import Named
from relmap.actors.facts import Reading, gather, look_back, titles_given, words_of
from relmap.knowledge import organizations
from relmap.models import ActorMention, Extraction, Mention, Reference, Sentence


def sentences(roles: str) -> tuple[Sentence, ...]:
    """Sentences by their first letters: s(tory), h(eading), c(redit)."""
    names = {"s": "story", "h": "heading", "c": "credit"}
    return tuple(Sentence(i * 10, i * 10 + 9, names[role]) for i, role in enumerate(roles))


def named(place: int, surface: str, kind: str, title: str = "") -> Named:
    """A name in the sentence that its place is in; its actor's id is its surface."""
    one = Mention(place, place + len(surface), place // 10, kind, surface, "model", title=title)
    return Named(one, surface)


def word(place: int, surface: str, form: str, described: int = -1) -> Reference:
    end, head = place + len(surface), surface.rsplit(maxsplit=1)[-1]
    return Reference(place, end, place // 10, surface, form, head, described=described)


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ("sss", {0: (), 1: (0,), 2: (1, 0)}),
        ("ssss", {0: (), 1: (0,), 2: (1, 0), 3: (2, 1)}),
        ("shs", {0: (), 2: ()}),
        ("scs", {0: (), 2: (0,)}),
        ("hc", {}),
        ("", {}),
    ],
)
def test_how_far_a_reference_looks_back(roles, expected):
    assert look_back(sentences(roles)) == expected


def test_the_facts_of_an_article_by_sentence_and_noun():
    names = [named(15, "NATO", "organization"), named(0, "Ada Lee", "person", "Prime Minister")]
    spoken = [word(20, "the organisation", "definite"), word(10, "she", "pronoun")]
    extraction = Extraction("one", sentences("sss"), (), (), tuple(spoken))
    facts = gather(extraction, names, organizations.load())
    assert [one.actor_id for one in facts.names(0)] == ["Ada Lee"]
    assert facts.names(2) == ()
    assert [one.surface for one in facts.said(1)] == ["she"]
    assert facts.said(0) == ()
    assert facts.by_noun["organization"] == [spoken[0]]
    assert facts.body_kinds.keys() == {"NATO"}
    assert facts.titles == {"Ada Lee": {"prime", "minister"}}
    assert facts.named_in(1) == {"NATO"}
    assert [being.who for being in facts.beings(0)] == ["Ada Lee"]


def test_what_is_known_to_be_meant_is_present():
    extraction = Extraction("one", sentences("ss"), ())
    reading = Reading(gather(extraction, [named(0, "Peru", "country")], organizations.load()))
    assert reading.present(0) == {"Peru"}
    reading.found[1].append(ActorMention(10, 12, 1, "Peru", "reference"))
    assert reading.present(1) == {"Peru"}


def test_titles_stand_before_a_name_or_behind_it():
    names = [named(0, "Lee", "person", "Mr"), named(20, "Peru", "country", "the Republic")]
    roles = [
        word(5, "the foreign minister", "role", described=0),
        word(25, "the country", "role", described=20),
        word(30, "the host", "definite", described=0),
    ]
    assert titles_given(names, roles) == {"Lee": {"mr", "foreign", "minister"}}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Defence Minister", {"defense", "minister"}),
        ("the vice-president", {"vice", "president"}),
        ("", set()),
    ],
)
def test_the_words_of_a_title(text, words):
    assert words_of(text) == words
