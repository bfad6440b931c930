"""Organizations in a line: the model's, those of the table, and what only looks like one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from functools import cached_property

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from relmap.extract.names import Name, is_free
from relmap.extract.spans import char_end, has_proper_noun, is_quoted, trim
from relmap.knowledge.bodies import is_national
from relmap.knowledge.countries import Countries, Country
from relmap.knowledge.organizations import Organizations
from relmap.knowledge.titles import is_title

#: Head nouns of things that carry a name but do not act: meetings, deals, plans, vessels.
EVENT_HEADS = frozenset(
    {"conference", "summit", "meeting", "forum", "talks", "dialogue", "round", "session"}
    | {"day", "week", "year", "war", "election", "elections", "games", "cup", "prize", "award"}
    | {"agreement", "accord", "treaty", "pact", "deal", "protocol", "convention", "charter"}
    | {"act", "bill", "law", "constitution", "amendment", "resolution", "declaration", "plan"}
    | {"initiative", "project", "program", "programme", "strategy", "policy", "doctrine"}
    | {"exercise", "exercises", "drill", "drills", "operation", "mission", "campaign"}
    | {"corridor", "pipeline", "road", "bridge", "airport", "embassy", "consulate", "ship"}
    | {"question", "crisis", "conflict", "revolution", "spring", "report", "index", "survey"}
)

#: Head nouns that make a name an organization's, whatever stands before them.
BODY_HEADS = frozenset(
    {"council", "ministry", "agency", "committee", "commission", "party", "organization"}
    | {"organisation", "union", "association", "bank", "court", "parliament", "senate", "army"}
    | {"navy", "force", "forces", "police", "department", "bureau", "office", "institute"}
    | {"university", "group", "league", "federation", "front", "movement", "foundation", "fund"}
    | {"corporation", "company", "society", "center", "centre", "authority", "assembly", "board"}
    | {"structure", "secretariat", "alliance", "coalition", "guard", "guards", "service"}
)

#: No country's name in print has more words: "Democratic Republic of the Congo".
MAX_COUNTRY_WORDS = 5

#: From this many words on, a name of the table may be capitalised in any way.
LONG_NAME = 3


class OrganizationFinder:
    """Finds organizations in the lines that one pipeline has read."""

    def __init__(self, nlp: Language, table: Organizations, countries: Countries) -> None:
        self._nlp = nlp
        self._table = table
        self._countries = countries

    @cached_property
    def _matcher(self) -> PhraseMatcher:
        matcher = PhraseMatcher(self._nlp.vocab, attr="ORTH")
        forms = [form for form in self._table.exact if self._table.lookup(form)]
        matcher.add("organization", [self._nlp.make_doc(form) for form in forms])
        return matcher

    @cached_property
    def _long_names(self) -> PhraseMatcher:
        matcher = PhraseMatcher(self._nlp.vocab, attr="LOWER")
        forms = [form for form in self._table.folded if len(form.split()) >= LONG_NAME]
        matcher.add("organization", [self._nlp.make_doc(form) for form in forms])
        return matcher

    @cached_property
    def _country_forms(self) -> frozenset[str]:
        return frozenset((*self._countries.forms, *self._countries.ambiguous))

    def find_known(self, doc: Doc) -> list[Name]:
        """Names of the table in a line, longest first where two overlap.

        Names of three words and more may be capitalised in any way, but "a regional anti-terrorist
        structure" in small letters describes one and does not name it.
        """
        long = [s for s in self._long_names(doc, as_spans=True) if is_capitalised(s)]
        spans = [*self._matcher(doc, as_spans=True), *long]
        return [name_of(span, "organization table") for span in filter_spans(spans)]

    def find_named(self, doc: Doc, everyday: Set[str]) -> list[Name]:
        """Names that the model takes for organizations, trimmed, without what cannot be one.

        `everyday` are the words that the article also writes in small letters.
        """
        spans = (trim(cut_at_bracket(ent)) for ent in doc.ents if ent.label_ == "ORG")
        kept = (s for s in spans if s is not None and self._is_organization(s, everyday))
        return [self._with_country(span) for span in kept]

    def _with_country(self, span: Span) -> Name:
        """An organization's name, and for a national body the country that stands beside it.

        "China’s Foreign Ministry" and "the Foreign Ministry of China" say whose ministry it is.
        """
        name = name_of(span, "model")
        if not is_national(name.text):
            return name
        country = self._country_before(span) or self._country_behind(span)
        return replace(name, country_code=country.code if country else "")

    def _country_before(self, span: Span) -> Country | None:
        end = span.start
        if end and span.doc[end - 1].tag_ == "POS":
            end -= 1
        sizes = range(min(MAX_COUNTRY_WORDS, end), 0, -1)
        found = (self._countries.nation(span.doc[end - size : end].text) for size in sizes)
        return next((country for country in found if country), None)

    def _country_behind(self, span: Span) -> Country | None:
        doc, start = span.doc, span.end
        if start >= len(doc) or doc[start].lower_ != "of":
            return None
        start += 2 if start + 1 < len(doc) and doc[start + 1].lower_ == "the" else 1
        sizes = range(min(MAX_COUNTRY_WORDS, len(doc) - start), 0, -1)
        found = (self._countries.nation(doc[start : start + size].text) for size in sizes)
        return next((country for country in found if country), None)

    def _is_organization(self, span: Span, everyday: Set[str]) -> bool:
        if not has_proper_noun(span) or is_quoted(span) or self._is_countries(span):
            return False
        if span[-1].lower_ in EVENT_HEADS or is_office(span):
            return False
        return not is_everyday_word(span, everyday) and not is_category(span)

    def _is_countries(self, span: Span) -> bool:
        """Whether a span holds nothing but countries and small words: "Pak-Russia"."""
        rest = [t for t in span if not t.is_punct and not t.is_stop and t.tag_ != "POS"]
        return span.text in self._country_forms or all(t.text in self._country_forms for t in rest)


def name_of(span: Span, rule: str) -> Name:
    """An organization's name over a span."""
    start, end = span.start_char, char_end(span)
    return Name(start, end, "organization", span.text[: end - start], rule, span[0].ent_type_)


def is_capitalised(span: Span) -> bool:
    """Whether a span begins and ends with a capital, as a name does."""
    return span[0].text[0].isupper() and span[-1].text[0].isupper()


def cut_at_bracket(span: Span) -> Span:
    """The part of a span before its first bracket: "Shanghai Cooperation Organization’s (SCO"."""
    for token in span:
        if token.text == "(" and token.i > span.start:
            return span.doc[span.start : token.i]
    return span


def find_acronyms_again(doc: Doc, acronyms: Iterable[str], taken: Sequence[Name]) -> Iterator[Name]:
    """Every place where an acronym that the article defines stands as a word."""
    wanted = frozenset(acronyms)
    for token in doc:
        end = token.idx + len(token)
        if token.text in wanted and is_free(token.idx, end, taken):
            yield Name(token.idx, end, "organization", token.text, "acronym", token.ent_type_)


def is_office(span: Span) -> bool:
    """Whether the span is an office rather than a body: "Prime Minister", "Foreign Secretary"."""
    return is_title(span[-1].text) and not has_body_head(span.text)


def has_body_head(name: str) -> bool:
    """Whether a name ends in a word that only organizations end in, as "Council" does."""
    return name.rsplit(maxsplit=1)[-1].lower() in BODY_HEADS


def is_category(span: Span) -> bool:
    """Whether the span closes a list as its class: "and other Security Challenges"."""
    return span.start > 0 and span.doc[span.start - 1].lower_ == "other"


def is_everyday_word(span: Span, everyday: Set[str]) -> bool:
    """Whether a one-word name with one capital is a word that the article writes small as well.

    "increased Security cooperation" names nobody where "various security challenges" follow.
    """
    return len(span) == 1 and span[0].is_title and span[0].lower_ in everyday


def everyday_words(docs: Iterable[Doc]) -> frozenset[str]:
    """The words that an article writes in small letters."""
    return frozenset(token.text for doc in docs for token in doc if token.is_lower)
