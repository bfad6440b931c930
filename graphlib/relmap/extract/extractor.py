"""Articles to mentions: runs the model over each line of evidence and lets the rules decide."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc

from relmap.corpus import lines
from relmap.extract.countries import CountryFinder
from relmap.extract.finder import NameFinder
from relmap.extract.names import Name
from relmap.extract.organizations import OrganizationFinder
from relmap.extract.pipeline import DEFAULT_MODEL, describe_pipeline, load_pipeline
from relmap.knowledge import countries, organizations
from relmap.models import EVIDENCE_ROLES, Article, Extraction, Line, Mention, Sentence

#: Raise it with every change of the rules that can change what is found in an article.
RULES_VERSION = 1

#: Lines that the model reads at once; larger batches take more memory and no less time.
BATCH_LINES = 32

#: Articles that are in memory at once.
BATCH_ARTICLES = 32


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line of evidence with what the model made of it."""

    line: Line
    doc: Doc


class Extractor:
    """Finds sentences and mentions in articles with one language model."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        country_table, organization_table = countries.load(), organizations.load()
        self._finder = NameFinder(
            CountryFinder(nlp, country_table),
            OrganizationFinder(nlp, organization_table, country_table),
        )

    @classmethod
    def load(cls, model: str = DEFAULT_MODEL) -> Extractor:
        """An extractor on the installed pipeline `model`; ModelError if there is none."""
        return cls(load_pipeline(model))

    @property
    def version(self) -> str:
        """The model and the rules that everything extracted here comes from."""
        return f"{describe_pipeline(self._nlp)} / rules {RULES_VERSION}"

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """The extraction of each article, in order; a batch of articles is read at once."""
        remaining = iter(articles)
        while batch := list(islice(remaining, BATCH_ARTICLES)):
            yield from self._extract_batch(batch)

    def _extract_batch(self, batch: Sequence[Article]) -> Iterator[Extraction]:
        split = [lines(article.text) for article in batch]
        texts = (
            (article.text[line.start : line.end], line)
            for article, parts in zip(batch, split, strict=True)
            for line in parts
            if line.role in EVIDENCE_ROLES
        )
        docs = self._nlp.pipe(texts, as_tuples=True, batch_size=BATCH_LINES)
        for article, parts in zip(batch, split, strict=True):
            count = sum(line.role in EVIDENCE_ROLES for line in parts)
            read = [ReadLine(line, doc) for doc, line in islice(docs, count)]
            yield self._read_article(article, parts, read)

    def _read_article(
        self, article: Article, parts: Sequence[Line], read: Sequence[ReadLine]
    ) -> Extraction:
        sentences = find_sentences(parts, read)
        found = self._finder.find([part.doc for part in read])
        starts = [sentence.start for sentence in sentences]
        mentions = tuple(
            to_mention(name, part.line.start, starts)
            for part, names in zip(read, found.names, strict=True)
            for name in names
        )
        return Extraction(article.article_id, sentences, mentions, found.acronyms)


def find_sentences(parts: Sequence[Line], read: Sequence[ReadLine]) -> tuple[Sentence, ...]:
    """The sentences of an article in order; a line that is no evidence is one sentence whole."""
    docs = {part.line: part.doc for part in read}
    found: list[Sentence] = []
    for line in parts:
        if line not in docs:
            found.append(Sentence(line.start, line.end, line.role))
            continue
        found.extend(split_line(line, docs[line]))
    return tuple(found)


def split_line(line: Line, doc: Doc) -> Iterator[Sentence]:
    """The sentences of one line, without white space at their ends."""
    for span in doc.sents:
        text = span.text
        start = line.start + span.start_char + len(text) - len(text.lstrip())
        end = line.start + span.start_char + len(text.rstrip())
        if start < end:
            yield Sentence(start, end, line.role)


def to_mention(name: Name, offset: int, starts: Sequence[int]) -> Mention:
    """A name of a line as a mention of the article; `starts` are the sentences' first characters."""
    start = name.start + offset
    return Mention(
        start=start,
        end=name.end + offset,
        sentence=bisect_right(starts, start) - 1,
        kind=name.kind,
        surface=name.text,
        rule=name.rule,
        label=name.label,
        title=name.title,
        country_code=name.country_code,
    )
