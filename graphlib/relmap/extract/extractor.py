"""Articles to mentions: runs the model over each line of evidence and lets the rules decide."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc

from relmap.corpus import lines
from relmap.extract.ahead import read_ahead
from relmap.extract.countries import CountryFinder
from relmap.extract.finder import NameFinder
from relmap.extract.glue import find_glue
from relmap.extract.names import Name
from relmap.extract.organizations import OrganizationFinder
from relmap.extract.pipeline import describe_pipeline, load_pipeline
from relmap.extract.references import find_references
from relmap.extract.unwrapping import Unwrapped, unwrap
from relmap.knowledge import countries, organizations
from relmap.modelfiles import with_rules
from relmap.models import (
    DEFAULT_MODEL,
    EVIDENCE_ROLES,
    Article,
    Extraction,
    Line,
    Mention,
    Reference,
    Sentence,
)

#: Lines that the model reads at once; larger batches take more memory and no less time.
BATCH_LINES = 32

#: Articles that are read at once; twice as many are in memory.
BATCH_ARTICLES = 16


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line of evidence with what the model made of it."""

    line: Line
    unwrapped: Unwrapped
    doc: Doc

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Where `[start, end)` of the doc stands in the article's text."""
        first, last = self.unwrapped.stretch(start, end)
        return self.line.start + first, self.line.start + last


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article, all its lines, and those of evidence with what the model made of them."""

    article: Article
    parts: Sequence[Line]
    lines: Sequence[ReadLine]


class Extractor:
    """Finds sentences and mentions in articles with one language model."""

    def __init__(self, nlp: Language, without: Set[str] = frozenset()) -> None:
        self._nlp = nlp
        # spaCy gathers the labels of all components whenever its meta data are asked for.
        self._language = str(nlp.meta["lang"])
        self._without = frozenset(without)
        country_table, organization_table = countries.load(), organizations.load()
        self._finder = NameFinder(
            CountryFinder(nlp, country_table, without),
            OrganizationFinder(nlp, organization_table, country_table, without),
            without,
        )

    @classmethod
    def load(cls, model: str = DEFAULT_MODEL, *, without: Set[str] = frozenset()) -> Extractor:
        """An extractor on the installed pipeline `model`; ModelError if there is none.

        `without` names the layers (see `relmap.layers`) to leave out, to measure what they add.
        """
        return cls(load_pipeline(model, trained="trained names" not in without), without)

    def but_without(self, without: Set[str]) -> Extractor:
        """An extractor on the same pipeline that leaves out other layers than this one."""
        return Extractor(self._nlp, without)

    @property
    def version(self) -> str:
        """The model and the rules that everything extracted here comes from."""
        return with_rules(describe_pipeline(self._nlp))

    @property
    def language(self) -> str:
        """The language that the model is made for, as ISO 639-1 has it: "en"."""
        return self._language

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """The extraction of each article, in order; a batch of articles may be read ahead."""
        for batch in read_ahead(self._read(articles)):
            for read in batch:
                yield self._find(read)

    def _read(self, articles: Iterable[Article]) -> Iterator[list[ReadArticle]]:
        """The articles with what the model makes of their lines, in batches."""
        remaining = iter(articles)
        while batch := list(islice(remaining, BATCH_ARTICLES)):
            split = [self._split(article.text) for article in batch]
            wanted = [
                list(self._unwrap(article.text, parts))
                for article, parts in zip(batch, split, strict=True)
            ]
            texts = (unwrapped.text for lines in wanted for _, unwrapped in lines)
            docs = self._nlp.pipe(texts, batch_size=BATCH_LINES)
            yield [
                ReadArticle(article, parts, [ReadLine(*pair, next(docs)) for pair in pairs])
                for article, parts, pairs in zip(batch, split, wanted, strict=True)
            ]

    def _unwrap(self, text: str, parts: Sequence[Line]) -> Iterator[tuple[Line, Unwrapped]]:
        """The lines of evidence of an article as the model reads them."""
        missing = find_glue(text, self._nlp.vocab.has_vector)
        for line in parts:
            if line.role in EVIDENCE_ROLES:
                first, last = bisect_right(missing, line.start), bisect_left(missing, line.end)
                blanks = [place - line.start for place in missing[first:last]]
                yield line, unwrap(text[line.start : line.end], blanks)

    def _split(self, text: str) -> Sequence[Line]:
        if "page lines" in self._without:
            return [replace(line, role="story") for line in lines(text)]
        return lines(text)

    def _find(self, article: ReadArticle) -> Extraction:
        read = article.lines
        found = self._finder.find([part.doc for part in read])
        sentences = find_sentences(article.parts, read, found.names)
        starts = [sentence.start for sentence in sentences]
        mentions = tuple(
            to_mention(name, part, starts)
            for part, names in zip(read, found.names, strict=True)
            for name in names
        )
        references = tuple(
            place_reference(reference, part, starts)
            for part, names in zip(read, found.names, strict=True)
            for reference in find_references(part.doc, names)
        )
        return Extraction(
            article.article.article_id, sentences, mentions, found.acronyms, references
        )


def find_sentences(
    parts: Sequence[Line], read: Sequence[ReadLine], names: Sequence[Sequence[Name]]
) -> tuple[Sentence, ...]:
    """The sentences of an article in order; a line that is no evidence is one sentence whole.

    `names` are those of each line that was read.
    """
    by_line = {part.line: (part, its) for part, its in zip(read, names, strict=True)}
    found: list[Sentence] = []
    for line in parts:
        if line in by_line:
            found.extend(split_line(*by_line[line]))
        else:
            found.append(Sentence(line.start, line.end, line.role))
    return tuple(found)


def split_line(part: ReadLine, names: Sequence[Name]) -> Iterator[Sentence]:
    """The sentences of one line, without white space at their ends; none ends inside a name."""
    text, start = part.unwrapped.text, 0
    for end in (span.end_char for span in part.doc.sents):
        if any(name.start < end < name.end for name in names):
            continue
        sentence = text[start:end]
        first = end - len(sentence.lstrip())
        last = start + len(sentence.rstrip())
        start = end
        if first < last:
            yield Sentence(*part.stretch(first, last), part.line.role)


def place_reference(reference: Reference, part: ReadLine, starts: Sequence[int]) -> Reference:
    """A reference of a line as one of the article."""
    start, end = part.stretch(reference.start, reference.end)
    described, apart = (
        place if place < 0 else part.stretch(place, place + 1)[0]
        for place in (reference.described, reference.apart)
    )
    sentence = bisect_right(starts, start) - 1
    return replace(
        reference, start=start, end=end, sentence=sentence, described=described, apart=apart
    )


def to_mention(name: Name, part: ReadLine, starts: Sequence[int]) -> Mention:
    """A name of a line as a mention of the article; `starts` are the sentences' first characters."""
    start, end = part.stretch(name.start, name.end)
    return Mention(
        start=start,
        end=end,
        sentence=bisect_right(starts, start) - 1,
        kind=name.kind,
        surface=name.text,
        rule=name.rule,
        label=name.label,
        title=name.title,
        country_code=name.country_code,
    )
