"""The fast path: what extraction would find, told by who wrote the text, through a real build.

Catalogue, parts, resolution, stories, index and layout are those of `relmap build`; only the language
model does not run. An article is written once: its part is put where the build looks for it while
the build still reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from generated.stream import Stream, Written
from generated.telling import Named, Story
from relmap.build import BuildReport, Inputs, run
from relmap.extracting import batches
from relmap.models import Article, Extraction, Mention, Progress, Sentence
from relmap.steps import STEPS, no_progress
from relmap.store import writing
from relmap.store.folder import make_store
from relmap.store.identity import content_hash
from relmap.stories import sketch

#: Raise it when the same text would be extracted otherwise.
VERSION = "generated 1"


class Known:
    """Takes the place of the extractor: knows each article by the number in its address."""

    version = VERSION
    language = "en"

    def __init__(self, stream: Stream) -> None:
        self._stream = stream

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """What stands in each article, in order."""
        for article in articles:
            number = int((article.url or "").rpartition("/g")[2])
            story = self._stream.article(number).story
            if story.text != article.text:
                raise ValueError(f"article {number} is of another corpus: seed and size must agree")
            yield extraction_of(article.article_id, story)


def build_store(
    stream: Stream,
    table: Path,
    store: Path,
    progress: Progress = no_progress,
    articles: Iterable[Written] | None = None,
) -> BuildReport:
    """Build a store as if `table` had been read and extracted; it need not be there.

    `articles` are those of the stream, where somebody looks on while they are invented.
    """
    steps = replace(STEPS, load_extractor=lambda _model: Known(stream))
    read = _articles(stream if articles is None else articles, table, store)
    inputs = Inputs.of(read, [str(table)], upload=False)
    return run(inputs, store, model=VERSION, progress=progress, steps=steps)


def _articles(stream: Iterable[Written], table: Path, store: Path) -> Iterator[Article]:
    """Yield the articles, and write the part of so many once they are read.

    A build extracts what no part holds, in the order of reading; it finds these parts by their
    names. Were they named otherwise, it would ask `Known`.
    """
    for some in batches(stream, writing.ARTICLES_PER_PART):
        told: dict[str, Extraction] = {}
        sketches = {}
        for written in some:
            article = article_of(written, table)
            yield article
            content = content_hash(article)
            told[content] = extraction_of(content, written.story)
            sketches[content] = sketch(article.text)
        part = writing.part_file(make_store(store).parts, writing.name_part(VERSION, list(told)))
        writing.write_part(part, told, sketches)


def article_of(written: Written, table: Path) -> Article:
    """An article as a build reads it from its line of the table."""
    return Article(
        article_id=written.article_id,
        text=written.story.text,
        path=str(table),
        row=written.number + 1,
        title=written.story.title,
        title_source="table",
        date=written.day,
        date_source="table" if written.day else "unknown",
        outlet=written.outlet,
        outlet_source="table" if written.outlet else "unknown",
        url=written.url,
        language="en",
    )


def extraction_of(article_id: str, story: Story) -> Extraction:
    """The sentences and names of a story."""
    return Extraction(
        article_id,
        tuple(Sentence(start, end, role) for start, end, role in story.sentences),
        tuple(_mention(named) for named in story.names),
    )


def _mention(named: Named) -> Mention:
    return Mention(
        named.start,
        named.end,
        named.sentence,
        named.figure.kind,
        named.form.surface,
        named.form.rule,
        named.form.label,
        named.form.title,
        named.figure.country_code,
    )
