"""A tiny press: articles of a few known names, and steps that read them without a model.

A line is a sentence; a line that starts with "Also Read" is a teaser. Every name of `NAMES` is a
mention wherever it stands; "Sharif" alone is nobody's, "he" stands for Asif once he was named.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from inbox_scenes import Inbox

from relmap.build import BuildReport, Inputs, run
from relmap.modelfiles import Facts
from relmap.models import (
    REFERENCE,
    Actor,
    ActorInView,
    ActorMention,
    Alias,
    Article,
    Extraction,
    Kind,
    Mention,
    Progress,
    Reference,
    Resolution,
    Sentence,
    Tie,
    Unread,
)
from relmap.steps import Steps

NAMES: Mapping[str, tuple[str, Kind]] = {
    "Russia": ("country:RU", "country"),
    "Moscow": ("country:RU", "country"),
    "Pakistan": ("country:PK", "country"),
    "India": ("country:IN", "country"),
    "Asif": ("person:khawaja-asif", "person"),
    "Modi": ("person:narendra-modi", "person"),
    "SCO": ("organization:sco", "organization"),
    "Sharif": ("", "person"),
}
ASIF = "person:khawaja-asif"
FULL_NAMES = {"country:RU": "Russia", "person:khawaja-asif": "Khawaja Asif"}
_NAME = re.compile("|".join(NAMES))
_HE = re.compile(r"\bhe\b")
_LINE = re.compile(r"[^\n]+")


def read_article(article: Article) -> Extraction:
    sentences, mentions, references = [], [], []
    for number, line in enumerate(_LINE.finditer(article.text)):
        role = "teaser" if line.group().startswith("Also Read") else "story"
        sentences.append(Sentence(line.start(), line.end(), role))
        for name in _NAME.finditer(article.text, line.start(), line.end()):
            kind = NAMES[name.group()][1]
            code = "RU" if name.group() == "Moscow" else ""
            mentions.append(
                Mention(*name.span(), number, kind, name.group(), "fake", country_code=code)
            )
        references += [
            Reference(*word.span(), number, "he", "pronoun", "he")
            for word in _HE.finditer(article.text, line.start(), line.end())
        ]
    found = tuple(sentences), tuple(mentions), (("SCO", "Shop"),), tuple(references)
    return Extraction(article.article_id, *found)


def resolve_all(extractions: Iterable[Extraction]) -> Resolution:
    found: dict[str, dict[str, int]] = {}
    resolved = []
    for extraction in extractions:
        mine = []
        for mention in extraction.mentions:
            actor_id = NAMES[mention.surface][0]
            if actor_id:
                surfaces = found.setdefault(actor_id, {})
                surfaces[mention.surface] = surfaces.get(mention.surface, 0) + 1
                rule = f"rule {mention.surface}"
                mine.append(
                    ActorMention(mention.start, mention.end, mention.sentence, actor_id, rule)
                )
        asif = next((one for one in mine if one.actor_id == ASIF), None)
        mine += [
            ActorMention(one.start, one.end, one.sentence, ASIF, REFERENCE)
            for one in extraction.references
            if asif is not None and asif.end <= one.start
        ]
        resolved.append(tuple(sorted(mine, key=lambda one: one.start)))
    actors = [
        Actor(
            actor_id,
            FULL_NAMES.get(actor_id, min(surfaces)),
            actor_id.partition(":")[0],
            aliases=tuple(Alias(name, count, "fake") for name, count in sorted(surfaces.items())),
            titles=("Minister",) if "asif" in actor_id else (),
        )
        for actor_id, surfaces in sorted(found.items())
    ]
    return Resolution(tuple(actors), tuple(resolved))


class FakeResolved:
    """Resolves a stream by holding all of it."""

    def __init__(self, extractions: Callable[[], Iterable[Extraction]], _bare: object) -> None:
        self.extractions = list(extractions())
        self.resolution = resolve_all(self.extractions)
        self.actor_ids = tuple(actor.actor_id for actor in self.resolution.actors)

    def articles(self) -> Iterator[tuple[Extraction, tuple[ActorMention, ...]]]:
        yield from zip(self.extractions, self.resolution.mentions, strict=True)

    def actors(self) -> Iterator[Actor]:
        yield from self.resolution.actors


def place_all(
    actors: Mapping[str, Actor], shown: Sequence[ActorInView], ties: Sequence[Tie]
) -> dict[str, tuple[float, float]]:
    strong = {actor.actor_id: actor.strength for actor in shown}
    return {
        name: (float(strong[name]), float(len(ties)))
        for name in sorted(actors)[1:]
        if name in strong
    }


@dataclass
class FakeReader:
    """Stands in for the extractor and counts what it is asked to read."""

    version: str = "fake 1"
    read: int = 0
    language: str = "en"

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        for article in articles:
            self.read += 1
            yield read_article(article)


@dataclass
class Press:
    """Builds stores from articles held in memory."""

    reader: FakeReader
    steps: Steps
    loaded: int = 0

    def tell(self) -> None:
        """Let the model be known without being loaded, as an installed one is."""
        reader = self.reader
        self.steps = replace(self.steps, describe=lambda *_: Facts(reader.version, reader.language))

    def build(
        self,
        store: Path,
        items: Iterable[Article | Unread],
        *,
        given: Sequence[str] = ("inbox",),
        upload: bool = False,
        progress: Progress | None = None,
    ) -> BuildReport:
        inputs = Inputs.of(list(items), given, upload=upload)
        model = f"pipeline of {self.reader.version}"
        return run(inputs, store, model=model, progress=progress, steps=self.steps)


def make_press(version: str = "fake 1") -> Press:
    press = Press(FakeReader(version), Steps(lambda _: press.reader, FakeResolved, place_all))

    def load(_model: str) -> FakeReader:
        press.loaded += 1
        return press.reader

    press.steps = replace(press.steps, load_extractor=load, today=lambda: date(2024, 5, 17))
    return press


def make_article(text: str, path: str = "inbox/a.txt", **known: object) -> Article:
    """An article; without an id of its own it is known by its text and path."""
    fields = {"article_id": f"{path}#{known.get('row')}", "title_source": "headline", **known}
    return Article(text=text, path=path, **fields)


@pytest.fixture(autouse=True, scope="session")
def no_flushing() -> Iterator[None]:
    """Flushing to the disk takes most of the time of a small build, and no test can see it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.fsync", lambda _descriptor: None)
        yield


@pytest.fixture
def press() -> Press:
    return make_press()


@pytest.fixture
def new_press() -> Callable[..., Press]:
    return make_press


@pytest.fixture
def article() -> Callable[..., Article]:
    return make_article


@pytest.fixture
def extract() -> Callable[[Article], Extraction]:
    return read_article


@pytest.fixture
def resolve() -> Callable[[Iterable[Extraction]], Resolution]:
    return resolve_all


@pytest.fixture
def inbox(press: Press, tmp_path: Path) -> Inbox:
    return Inbox(press, tmp_path)
