"""What a build says about the articles of a gold: each mention with its actor and both its rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from relmap.models import (
    Actor,
    ActorMention,
    Article,
    Extraction,
    Kind,
    Mention,
    Resolution,
    Sentence,
)

#: The rule of a mention that is no name ("he", "the minister"); it counts apart from names.
REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Found:
    """A mention `[start, end)` under the name that its actor is shown with.

    `rule` found it, `joined` gave it its actor, `label` is what the model called it.
    """

    start: int
    end: int
    surface: str
    name: str
    kind: Kind
    actor_id: str
    rule: str
    joined: str
    label: str = ""
    country_code: str = ""


@dataclass(frozen=True, slots=True)
class Prediction:
    """What was found in one article: names by `mentions`, "he" and the like by `references`.

    `spans` are the names as extraction found them, before resolution.
    """

    sentences: tuple[Sentence, ...]
    spans: tuple[Mention, ...]
    mentions: tuple[Found, ...]
    references: tuple[Found, ...] = ()


def predict(
    articles: Iterable[Article], extractions: Sequence[Extraction], resolution: Resolution
) -> list[Prediction]:
    """Bring together what extraction and resolution say about each article."""
    actors = {actor.actor_id: actor for actor in resolution.actors}
    return [
        _predict_article(article.text, extraction, mentions, actors)
        for article, extraction, mentions in zip(
            articles, extractions, resolution.mentions, strict=True
        )
    ]


def _predict_article(
    text: str,
    extraction: Extraction,
    mentions: Iterable[ActorMention],
    actors: Mapping[str, Actor],
) -> Prediction:
    found = list(_join(text, extraction.mentions, mentions, actors))
    return Prediction(
        sentences=extraction.sentences,
        spans=extraction.mentions,
        mentions=tuple(one for one in found if one.joined != REFERENCE),
        references=tuple(one for one in found if one.joined == REFERENCE),
    )


def _join(
    text: str,
    spans: Iterable[Mention],
    mentions: Iterable[ActorMention],
    actors: Mapping[str, Actor],
) -> Iterator[Found]:
    by_place = {(span.start, span.end): span for span in spans}
    for mention in mentions:
        actor = actors[mention.actor_id]
        span = by_place.get((mention.start, mention.end))
        yield Found(
            start=mention.start,
            end=mention.end,
            surface=text[mention.start : mention.end],
            name=actor.name,
            kind=actor.kind,
            actor_id=actor.actor_id,
            rule=span.rule if span else mention.rule,
            joined=mention.rule,
            label=span.label if span else "",
            country_code=actor.country_code,
        )
