from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from relmap.app.passages import article_lines, names_for, segments
from relmap.models import Actor, ActorMention, Article, Mark, Sentence

RUSSIA = Actor("country:RU", "Russia", "country")
PAKISTAN = Actor("country:PK", "Pakistan", "country")
PUTIN = Actor("person:vladimir-putin", "Vladimir Putin", "person")
ACTORS = {actor.actor_id: actor for actor in (RUSSIA, PAKISTAN, PUTIN)}


def marks_of(text: str, **names: str) -> list[Mark]:
    return [
        Mark(text.index(surface), text.index(surface) + len(surface), actor_id)
        for surface, actor_id in names.items()
    ]


def test_names_carry_their_actor_and_their_side() -> None:
    text = "Moscow and Islamabad agreed, Putin said."
    marks = marks_of(
        text,
        Moscow=RUSSIA.actor_id,
        Islamabad=PAKISTAN.actor_id,
        Putin=PUTIN.actor_id,
    )
    names = names_for(ACTORS, (PAKISTAN.actor_id, RUSSIA.actor_id))
    pieces = segments(text, 0, marks, names)
    assert [piece.get("side") for piece in pieces if "actor" in piece] == [
        "target",
        "source",
        "other",
    ]
    assert pieces[0] == {
        "text": "Moscow",
        "actor": "country:RU",
        "name": "Russia",
        "kind": "country",
        "side": "target",
    }


def test_words_that_stand_for_an_actor_are_told_from_its_names() -> None:
    mark = Mark(0, 2, PUTIN.actor_id, referred=True)
    pieces = segments("He left Moscow.", 0, [mark], names_for(ACTORS, ()))
    assert pieces[0]["referred"]
    assert pieces[0]["name"] == "Vladimir Putin"
    mention = ActorMention(0, 2, 0, PUTIN.actor_id, "reference")
    assert segments("He left.", 0, [mention], names_for(ACTORS, ()))[0]["referred"]
    name = ActorMention(8, 14, 0, RUSSIA.actor_id, "country name")
    pieces = segments("He left Moscow.", 0, [name], names_for(ACTORS, ()))
    assert not any("referred" in piece for piece in pieces)


def test_offsets_are_code_points_whatever_the_browser_counts() -> None:
    text = "🛰️🛰️ Russia launched."
    pieces = segments(text, 0, marks_of(text, Russia="country:RU"), names_for(ACTORS, ()))
    assert [piece["text"] for piece in pieces if "actor" in piece] == ["Russia"]


def test_an_actor_that_is_not_known_is_plain_text() -> None:
    pieces = segments("Atlantis", 0, [Mark(0, 8, "country:XX")], names_for(ACTORS, ()))
    assert pieces == [{"text": "Atlantis"}]


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, int, list[Mark]]:
    """A text at an offset of its article, and marks inside it, across its edges and beyond."""
    text = draw(st.text(max_size=12))
    offset = draw(st.integers(0, 3))
    edge = st.integers(offset - 2, offset + len(text) + 2)
    spans = draw(st.lists(st.tuples(edge, edge).map(sorted), max_size=6))
    return text, offset, [Mark(start, end, "country:RU") for start, end in spans]


@given(marked())
def test_the_pieces_joined_are_the_text(case: tuple[str, int, list[Mark]]) -> None:
    text, offset, marks = case
    pieces = segments(text, offset, marks, names_for(ACTORS, ()))
    assert "".join(piece["text"] for piece in pieces) == text
    assert all(piece["text"] for piece in pieces)
    inside = [mark for mark in marks if offset <= mark.start < mark.end <= offset + len(text)]
    assert bool(inside) == any("actor" in piece for piece in pieces)


TEXT = "Talks\n\nRussia met Pakistan. It went well.\r\nAlso Read: Putin flies\n"
ARTICLE = Article("a", TEXT, "a.txt")
STORY = TEXT.index("Russia met")
WELL = TEXT.index("It went")
TEASER = TEXT.index("Also Read")
SENTENCES = (
    Sentence(0, 5, "heading"),
    Sentence(STORY, WELL - 1, "story"),
    Sentence(WELL, WELL + 13, "story"),
    Sentence(TEASER, len(TEXT) - 1, "teaser"),
)
MENTIONS = (
    ActorMention(STORY, STORY + 6, 1, "country:RU", "country"),
    ActorMention(TEXT.index("Putin"), TEXT.index("Putin") + 5, 3, PUTIN.actor_id, "person"),
)


def test_lines_tell_their_role_and_mark_the_sentence_asked_for() -> None:
    names = names_for(ACTORS, ("country:RU",))
    lines = article_lines(ARTICLE, SENTENCES, MENTIONS, names, (STORY, WELL - 1))
    assert [(line["role"], line["evidence"]) for line in lines] == [
        ("heading", True),
        ("story", True),
        ("teaser", False),
    ]
    here = [piece for line in lines for piece in line["segments"] if piece.get("here")]
    assert "".join(piece["text"] for piece in here) == "Russia met Pakistan."
    assert here[0]["side"] == "source"
    assert "".join(piece["text"] for piece in lines[1]["segments"]) == (
        "Russia met Pakistan. It went well."
    )


def test_nothing_is_marked_where_no_sentence_was_asked_for() -> None:
    lines = article_lines(ARTICLE, SENTENCES, MENTIONS, names_for(ACTORS, ()), (0, 0))
    assert not [piece for line in lines for piece in line["segments"] if piece.get("here")]
