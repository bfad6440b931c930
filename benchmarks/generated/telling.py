"""One story put into words, with the place of every sentence and every name in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from generated import prose
from generated.sentences import HEADLINE_PIECES, LEADS, PIECES, Pieces
from generated.world import Figure, Form, zipf
from relmap.models import Role

_T = TypeVar("_T")

#: How many stories begin with a place.
DATELINE = 0.3

#: How often a sentence names nobody, one, two, three and four actors.
NAMED = (0.24, 0.58, 0.83, 0.95, 1.0)

#: How many sentences begin with a lead, and how many leads and sentences without names have words
#: that hardly any other has.
LED = 0.45
OWN_WORDS = 0.95

#: Sentences of the shortest story, and how many more the longest has.
SHORTEST, SPREAD = 10, 60

_CITIES = ("GENEVA", "VIENNA", "NAIROBI", "SINGAPORE", "LIMA", "OTTAWA", "RIGA", "DOHA", "ACCRA")


@dataclass(frozen=True, slots=True)
class Named:
    """A name `[start, end)` in the text, in sentence number `sentence`."""

    start: int
    end: int
    sentence: int
    figure: Figure
    form: Form


@dataclass(frozen=True, slots=True)
class Story:
    """A text with all that is true of it: sentences as (start, end, role), and names in order."""

    title: str
    text: str
    sentences: tuple[tuple[int, int, Role], ...]
    names: tuple[Named, ...]


class Writer:
    """Writes one story, and notes where every name stands."""

    def __init__(self, chance: Random, cast: list[Figure], topic: str) -> None:
        self._chance = chance
        self._cast = cast
        self._topic = topic
        self._waiting = list(reversed(cast))
        self._known: set[str] = set()
        self._text: list[str] = []
        self._length = 0
        self._sentences: list[tuple[int, int, Role]] = []
        self._names: list[Named] = []

    def write(self) -> Story:
        """The whole story: headline, perhaps a place, and paragraphs of one to three sentences."""
        title = self._headline()
        chance = self._chance
        if chance.random() < DATELINE:
            self._sentence([f"{draw_any(chance, _CITIES)} —"], [], "dateline")
            self._add(" ")
        left = 1
        for _ in range(SHORTEST + zipf(chance.random(), SPREAD)):
            self._story_sentence()
            left -= 1
            paragraph_ends = left <= 0
            self._add("\n\n" if paragraph_ends else " ")
            left = 1 + int(chance.random() * 3) if paragraph_ends else left
        return Story(title, "".join(self._text[:-1]), tuple(self._sentences), tuple(self._names))

    def _headline(self) -> str:
        pieces = draw_any(self._chance, HEADLINE_PIECES)
        names = [figure.first[0].surface for figure in self._cast[:2]]
        topic = self._topic.removeprefix("the ")
        title = "".join(
            piece if isinstance(piece, str) else topic if piece < 0 else names[piece]
            for piece in pieces
        )
        return title[0].upper() + title[1:]

    def _story_sentence(self) -> None:
        named = bisect_right(NAMED, self._chance.random())
        figures = self._draw(min(named, len(self._cast), 4))
        pieces: Pieces = draw_any(self._chance, PIECES[len(figures)])
        if not figures and self._chance.random() < OWN_WORDS:
            pieces = (prose.sentence(self._chance),)
        lead = self._lead() if self._chance.random() < LED else ""
        self._sentence(pieces, figures, "story", lead)

    def _lead(self) -> str:
        own = self._chance.random() < OWN_WORDS
        return prose.lead(self._chance) if own else draw_any(self._chance, LEADS)

    def _draw(self, count: int) -> list[Figure]:
        """Different actors: now and then one not named yet, else those whom the story is about."""
        drawn: dict[str, Figure] = {}
        while len(drawn) < count:
            if self._waiting and self._chance.random() < 0.45:
                figure = self._waiting.pop()
            else:
                figure = self._cast[zipf(self._chance.random(), len(self._cast))]
            drawn.setdefault(figure.actor_id, figure)
        return list(drawn.values())

    def _sentence(
        self, pieces: Pieces | list[str], figures: list[Figure], role: Role, lead: str = ""
    ) -> None:
        start = self._length
        self._add(lead)
        for piece in pieces:
            if isinstance(piece, int):
                self._name(figures[piece], start) if piece >= 0 else self._add(self._topic)
            else:
                self._add(_lowered(piece) if lead and self._length == start + len(lead) else piece)
        self._sentences.append((start, self._length, role))

    def _name(self, figure: Figure, start: int) -> None:
        forms = figure.later if figure.actor_id in self._known else figure.first
        self._known.add(figure.actor_id)
        form = draw_any(self._chance, forms)
        before = form.before
        if self._length == start and before:
            before = before[0].upper() + before[1:]
        self._add(before)
        at = self._length
        self._add(form.surface)
        self._names.append(Named(at, self._length, len(self._sentences), figure, form))
        self._add(form.after)

    def _add(self, words: str) -> None:
        if words:
            self._text.append(words)
            self._length += len(words)


def _lowered(words: str) -> str:
    """Words that stood at the start of a sentence, behind a lead."""
    return words[0].lower() + words[1:]


def draw_any(chance: Random, items: Sequence[_T]) -> _T:
    """One of a list, each as often."""
    return items[int(chance.random() * len(items))]
