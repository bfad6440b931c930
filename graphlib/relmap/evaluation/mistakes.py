"""Mistakes to read, each with its sentence and the rules behind it, class by class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from relmap.evaluation.gold import GoldArticle
from relmap.evaluation.identities import Further, Identities, meant
from relmap.evaluation.predictions import Found, Prediction
from relmap.evaluation.readings import Reading, wrong_kinds
from relmap.evaluation.spans import Span, read_spans, trim, trim_all

#: "wrong", "lost" and "kind" are actors of a sentence, "split" and "merged" those of all articles,
#: "line" a sentence that is or is not part of the story, the last two names by their place.
MistakeClass = Literal[
    "wrong", "lost", "kind", "split", "merged", "line", "wrong place", "lost place"
]
CLASSES: tuple[MistakeClass, ...] = (
    "wrong",
    "lost",
    "kind",
    "split",
    "merged",
    "line",
    "wrong place",
    "lost place",
)

#: Characters of a sentence that are shown, and of the text on both sides of a place.
SHOWN = 120
_AROUND = 45


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: `name` is what was found or lost, `about` says what is wrong with it.

    `rule`, `joined` and `label` are those of the mention, empty where nothing was found.
    """

    mistake: MistakeClass
    article: str
    start: int
    name: str
    about: str
    text: str
    rule: str = ""
    joined: str = ""
    label: str = ""


def list_mistakes(
    readings: Sequence[Reading],
    identities: Identities,
    articles: Sequence[tuple[GoldArticle, Prediction]],
) -> tuple[Mistake, ...]:
    """All mistakes, by class, in the order of the gold and of the text.

    A mention that was split or merged is listed under that, once for its pair of actors, and not
    again as wrong and lost.
    """
    order = {article.name: place for place, (article, _) in enumerate(articles)}
    found = [
        *_of_actors(readings, identities),
        *_of_lines(readings),
        *(
            mistake
            for article, prediction in articles
            for mistake in _of_places(article, prediction)
        ),
    ]
    return tuple(
        sorted(
            found,
            key=lambda m: (
                CLASSES.index(m.mistake),
                order[m.article],
                m.start,
                m.name,
                m.about,
            ),
        )
    )


def _of_actors(readings: Iterable[Reading], identities: Identities) -> Iterator[Mistake]:
    told = {
        (further.link.gold, further.link.actor_id)
        for further in (*identities.splits, *identities.merges)
    }
    for reading in readings:
        told_here = _told_here(reading, told)
        yield from _wrong(reading, told_here)
        for gold, mention in wrong_kinds(reading):
            about = f"{mention.kind} {mention.name}, should be {reading.article.targets[gold].kind}"
            yield _found("kind", reading, mention, about)
        for gold in reading.lost:
            if gold not in told_here.values():
                kind = reading.article.targets[gold].kind
                yield _of_sentence("lost", reading, gold, f"{kind} not found")
    yield from map(_split, identities.splits)
    yield from map(_merged, identities.merges)


def _told_here(reading: Reading, told: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The wrong ids of a sentence that are told as a split or a merge: id to gold actor."""
    targets, pairs = reading.article.targets, frozenset(told)
    found: dict[str, str] = {}
    for mention in reading.mentions:
        gold = meant(mention, reading.sentence.actors, targets)
        if mention.actor_id in reading.wrong and gold and (gold, mention.actor_id) in pairs:
            found[mention.actor_id] = gold
    return found


def _wrong(reading: Reading, told_here: Mapping[str, str]) -> Iterator[Mistake]:
    seen: set[str] = set(told_here)
    for mention in reading.mentions:
        if mention.actor_id not in reading.wrong or mention.actor_id in seen:
            continue
        seen.add(mention.actor_id)
        gold = meant(mention, reading.sentence.actors, reading.article.targets)
        about = f"{mention.kind} {mention.name}" + (f", should be {gold}" if gold else "")
        yield _found("wrong", reading, mention, about)


def _split(further: Further) -> Mistake:
    link, main = further.link, further.main
    about = f"{link.gold} is {link.actor_id} here, mostly {main.actor_id}"
    return _linked("split", further, about)


def _merged(further: Further) -> Mistake:
    link, main = further.link, further.main
    about = f"{link.gold} goes to {link.actor_id}, which is mostly {main.gold}"
    return _linked("merged", further, about)


def _linked(mistake: MistakeClass, further: Further, about: str) -> Mistake:
    link, both = further.link, further.link.mentions + further.main.mentions
    return _found(
        mistake, link.reading, link.example, f"{about} ({link.mentions} of {both} mentions)"
    )


def _of_lines(readings: Iterable[Reading]) -> Iterator[Mistake]:
    for reading in readings:
        if reading.is_evidence and not reading.sentence.is_evidence:
            yield _of_sentence("line", reading, "", "counts, but is no part of the story")
        if reading.sentence.is_evidence and not reading.is_evidence:
            yield _of_sentence("line", reading, "", "is left out, but is part of the story")


def _of_sentence(mistake: MistakeClass, reading: Reading, name: str, about: str) -> Mistake:
    article, start = reading.article.name, reading.sentence.start
    return Mistake(mistake, article, start, name, about, shorten(sentence_text(reading)))


def _of_places(article: GoldArticle, prediction: Prediction) -> Iterator[Mistake]:
    """Names by their trimmed place that are wrong or lost, where names are labelled."""
    if article.names is None:
        return
    text, spans = article.article.text, read_spans(article, prediction)
    found, there = trim_all(spans.found, text), trim_all(spans.there, text)
    for name in prediction.spans:
        span = trim((name.start, name.end, name.kind), text)
        if span in found - there and (name.start, name.end, name.kind) not in spans.spared:
            about = f"{name.kind}{_instead(span, there)}"
            yield _place("wrong place", article, span, about, (name.rule, name.label))
    for span in sorted(there - found):
        yield _place("lost place", article, span, f"{span[2]} not found", ("", ""))


def _instead(span: Span, there: Iterable[Span]) -> str:
    """What the gold has at a wrong place: another kind, or other ends."""
    for other in sorted(there):
        if other[0] < span[1] and span[0] < other[1]:
            return f", should be {other[2]}" if other[:2] == span[:2] else ", should end elsewhere"
    return ", names no actor"


def _found(mistake: MistakeClass, reading: Reading, mention: Found, about: str) -> Mistake:
    return Mistake(
        mistake,
        reading.article.name,
        mention.start,
        mention.surface,
        about,
        shorten(sentence_text(reading)),
        mention.rule,
        mention.joined,
        mention.label,
    )


def _place(
    mistake: MistakeClass, article: GoldArticle, span: Span, about: str, made: tuple[str, str]
) -> Mistake:
    text, (start, end, _), (rule, label) = article.article.text, span, made
    around = shorten(text[max(0, start - _AROUND) : end + _AROUND])
    return Mistake(mistake, article.name, start, text[start:end], about, around, rule, label=label)


def sentence_text(reading: Reading) -> str:
    """The sentence as the article prints it."""
    return reading.article.article.text[reading.sentence.start : reading.sentence.end]


def shorten(text: str, longest: int = SHOWN) -> str:
    """A text on one line, cut where it is longer."""
    words = " ".join(text.split())
    return words if len(words) <= longest else words[: longest - 2].rstrip() + " …"
