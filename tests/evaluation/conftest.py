"""Golds and predictions made by hand, so that every figure can be counted on fingers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import pytest

from relmap.evaluation.gold import GoldArticle, GoldName, GoldSentence, Target
from relmap.evaluation.matching import plain
from relmap.evaluation.predictions import Found, Prediction
from relmap.models import Article, Kind, Mention, Sentence

#: (name, kind) or (name, kind, aliases)
Actor = tuple[str, Kind] | tuple[str, Kind, tuple[str, ...]]


@dataclass(frozen=True)
class Said:
    """A sentence of a gold, and what is found in it: (surface, name of the actor, its kind)."""

    text: str
    actors: Sequence[str] = ()
    found: Sequence[tuple[str, str, Kind]] = ()
    optional: Sequence[str] = ()
    references: Sequence[str] = ()
    referred: Sequence[tuple[str, str, Kind]] = ()
    is_evidence: bool = True
    counts: bool = True


@dataclass
class Hand:
    """Makes articles whose text is their sentences, one behind the other."""

    said: type[Said] = field(default=Said)

    def article(
        self, actors: Sequence[Actor], *sentences: Said, name: str = "a"
    ) -> tuple[GoldArticle, Prediction]:
        text, labels, lines = "", [], []
        mentions: list[Found] = []
        references: list[Found] = []
        for one in sentences:
            start = len(text)
            text += one.text + " "
            end = len(text) - 1
            labels.append(self._label(one, start, end))
            lines.append(Sentence(start, end, "story" if one.counts else "credit"))
            mentions += self._find(one.found, text, start, "model")
            references += self._find(one.referred, text, start, "reference")
        gold = GoldArticle(
            name=name,
            article=Article(name, text, name),
            targets={actor[0]: target(*actor) for actor in actors},
            sentences=tuple(labels),
            has_references=any(one.references for one in sentences),
        )
        return gold, Prediction(tuple(lines), (), tuple(mentions), tuple(references))

    def placed(
        self,
        text: str,
        there: Sequence[tuple[str, Kind]],
        found: Sequence[tuple[str, Kind]],
        ignored: Sequence[str] = (),
    ) -> tuple[GoldArticle, Prediction]:
        """An article whose names are labelled by their place; every name stands in it once."""
        gold = GoldArticle(
            name="p",
            article=Article("p", text, "p"),
            targets={},
            names=tuple(GoldName(*place(text, name), kind) for name, kind in there),
            ignored=tuple(place(text, words) for words in ignored),
        )
        spans = tuple(
            Mention(*place(text, name), 0, kind, name, "model", "ORG") for name, kind in found
        )
        return gold, Prediction((), spans, ())

    @staticmethod
    def _label(one: Said, start: int, end: int) -> GoldSentence:
        return GoldSentence(
            start,
            end,
            frozenset(one.actors),
            frozenset(one.optional),
            frozenset(one.references),
            one.is_evidence,
        )

    @staticmethod
    def _find(
        found: Sequence[tuple[str, str, Kind]], text: str, start: int, rule: str
    ) -> list[Found]:
        made = []
        position = start
        for surface, name, kind in found:
            first = text.index(surface, position)
            position = first + len(surface)
            actor_id = f"{kind}:{name}"
            made.append(Found(first, position, surface, name, kind, actor_id, rule, "full name"))
        return made


def target(name: str, kind: Kind, aliases: Sequence[str] = ()) -> Target:
    return Target(name, kind, frozenset(plain(form) for form in (name, *aliases)))


def place(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


@pytest.fixture(scope="session")
def hand() -> Hand:
    return Hand()


@pytest.fixture(scope="session")
def make_target() -> Callable[..., Target]:
    return target


@pytest.fixture
def gold_json() -> Mapping[str, object]:
    """The smallest gold file that is one, to be spoilt."""
    return {
        "actors": [
            {"name": "Kenya", "kind": "country"},
            {"name": "Amina Otieno", "kind": "person", "aliases": ["Otieno"]},
        ],
        "articles": [
            {
                "title": "Talks",
                "text": "Amina Otieno left Kenya. Otieno came back.",
                "sentences": [
                    {"text": "Amina Otieno left Kenya.", "actors": ["Amina Otieno", "Kenya"]},
                    {"text": "Otieno came back.", "actors": ["Amina Otieno"]},
                ],
            }
        ],
    }
