"""Sentences cut at the names of two actors, and gathered by article."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from relmap.briefing.quotes import passages, pieces
from relmap.models import Actor, Evidence, Mark
from relmap.view.pack import Piece, Source

RUSSIA = Actor("country:RU", "Russia", "country")
ASIF = Actor("person:khawaja-asif", "Khawaja Asif", "person")
ENDS = (RUSSIA, ASIF)
TEXT = "🛰 Asif left Moscow; he told India."
OFFSET = 500


def mark(word: str, actor_id: str, *, referred: bool = False) -> Mark:
    start = OFFSET + TEXT.index(word)
    return Mark(start, start + len(word), actor_id, referred)


MARKS = (
    mark("Asif", ASIF.actor_id),
    mark("Moscow", RUSSIA.actor_id),
    mark("he", ASIF.actor_id, referred=True),
    mark("India", "country:IN"),
)
EVIDENCE = Evidence("a", None, None, None, None, OFFSET, OFFSET + len(TEXT), TEXT, MARKS)


def test_the_two_actors_are_told_apart_and_others_are_not() -> None:
    assert list(pieces(EVIDENCE, ENDS)) == [
        Piece("🛰 "),
        Piece("Asif", "person"),
        Piece(" left "),
        Piece("Moscow", "country"),
        Piece("; "),
        Piece("he", "person", "Khawaja Asif"),
        Piece(" told India."),
    ]


spans = st.tuples(st.integers(-3, 40), st.integers(-3, 40), st.sampled_from(["country:RU", "x"]))


@given(st.lists(spans, max_size=6))
def test_the_pieces_joined_are_the_sentence_whatever_is_marked(found: list) -> None:
    marks = tuple(Mark(OFFSET + start, OFFSET + end, actor) for start, end, actor in found)
    cut = list(pieces(replace(EVIDENCE, marks=marks), ENDS))
    assert "".join(piece.text for piece in cut) == TEXT
    assert all(piece.text for piece in cut)


def test_sentences_of_one_article_stand_together_in_the_order_of_the_view() -> None:
    found = [replace(EVIDENCE, article_id=article) for article in ("b", "b", "a")]
    sources = {name: Source("Dawn", "undated", name) for name in ("a", "b")}
    grouped = passages(found, ENDS, sources)
    assert [passage.source.title for passage in grouped] == ["b", "a"]
    assert [[quote.number for quote in passage.quotes] for passage in grouped] == [[1, 2], [3]]
