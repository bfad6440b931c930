"""Organizations in a line: the model's, those of the table, and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from functools import cached_property

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from relmap.extract.fields import with_list
from relmap.extract.names import Name, is_free
from relmap.extract.refusals import (
    is_belief,
    is_category,
    is_everyday_word,
    is_office,
    is_shouted_word,
    is_written_as_name,
)
from relmap.extract.spans import (
    HYPHENS,
    PROPER_TAGS,
    char_end,
    has_proper_noun,
    is_place_line,
    is_quoted,
    is_shouted,
    stands_between_sides,
    text_of,
    trim,
)
from relmap.knowledge import countries, outlets
from relmap.knowledge.bodies import BODY_HEADS, is_class, is_national
from relmap.knowledge.countries import Countries, Country
from relmap.knowledge.organizations import Organizations
from relmap.knowledge.things import is_thing

#: Who works at a desk of an outlet.
DESKS = frozenset({"editor", "correspondent", "reporter", "analyst", "presenter", "bureau"})

#: No country's name in print has more words: "Democratic Republic of the Congo".
MAX_COUNTRY_WORDS = 5

#: From this many words on, a name of the table may be capitalised in any way.
LONG_NAME = 3


class OrganizationFinder:
    """Finds organizations in the lines that one pipeline has read."""

    def __init__(
        self,
        nlp: Language,
        table: Organizations,
        countries: Countries,
        without: Set[str] = frozenset(),
    ) -> None:
        self._nlp = nlp
        self._table = table
        self._countries = countries
        self._without = without

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
        if "organization table" in self._without:
            return []
        long = [s for s in self._long_names(doc, as_spans=True) if is_capitalised(s)]
        spans = [*self._matcher(doc, as_spans=True), *long]
        named = (span for span in filter_spans(spans) if not is_shouted_word(span))
        return [name_of(span, "organization table") for span in named]

    def find_named(self, doc: Doc, everyday: Set[str]) -> list[Name]:
        """Names that the model takes for organizations, trimmed, without what cannot be one.

        `everyday` are the words that the article also writes in small letters.
        """
        ents = (called_party(ent) for ent in doc.ents)
        spans = (trim(cut_at_bracket(ent)) for ent in ents if ent is not None)
        whole = (part for s in spans if s is not None for part in self._mend(s))
        kept = (s for s in whole if self._is_organization(s, everyday))
        return [self._with_country(span) for span in kept]

    def _mend(self, span: Span) -> Iterator[Span]:
        """A span with the edges that a name has, or the names that a hyphen binds in it."""
        if "junk" in self._without:
            yield span
            return
        for part in self._split_at_hyphen(self._with_partner(span)):
            yield self._without_desk(without_class(with_list(part)))

    def _without_desk(self, span: Span) -> Span:
        """An outlet without what its editor is editor of: "BBC Middle East editor"."""
        behind = span.doc[span.end] if span.end < len(span.doc) else None
        if behind is None or behind.lower_ not in DESKS:
            return span
        fronts = (span[:size] for size in range(len(span) - 1, 0, -1))
        return next((front for front in fronts if self._is_known(front)), span)

    def _is_known(self, span: Span) -> bool:
        names = (span.text, f"The {span.text}")
        return self._table.lookup(span.text) is not None or any(map(outlets.publishes, names))

    def _with_partner(self, span: Span) -> Span:
        """A name with the country that a hyphen binds to its front: "Russia-Pakistan Working Group"."""
        doc, start = span.doc, span.start
        if start < 2 or doc[start - 1].text not in {"-", "–"} or doc[start - 2].whitespace_:
            return span
        is_bound = not doc[start - 1].whitespace_ and self._countries.lookup(doc[start - 2].text)
        return doc[start - 2 : span.end] if is_bound and len(span) > 1 else span

    def _split_at_hyphen(self, span: Span) -> Iterator[Span]:
        """ "Washington Post-ABC News" is two organizations of the table, "Jamaat-e-Islami" one.

        Of "the Israel-Hamas war" the organization is one; the country is found as such.
        """
        doc = span.doc
        for token in span[1:-1]:
            sides = doc[span.start : token.i], doc[token.i + 1 : span.end]
            known = [side for side in sides if self._is_known(side)]
            others = [side for side in sides if side not in known]
            if token.text in HYPHENS and known and self._are_other_sides(others, span):
                yield from known
                return
        yield span

    def _are_other_sides(self, others: Sequence[Span], span: Span) -> bool:
        """Whether what is no organization here is a country at war or in talks with the one that is."""
        are_countries = all(self._countries.layer(side.text) == "name" for side in others)
        leads = bool(others) and others[0].start == span.start  # a branch names its country last
        return are_countries and (
            not others or leads or stands_between_sides(span.doc, span.end_char)
        )

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
        is_title_of = is_quoted(span) and not is_followed_by_class(span)
        is_named = has_proper_noun(span) or span[-1].text == "party"
        if not is_named or is_title_of or self._is_countries(span):
            return False
        if "junk" in self._without:
            return True
        if is_shouted(span) or is_place_line(span):
            return False
        if (
            is_thing(span.text)
            or is_office(span)
            or is_belief(span)
            or not is_written_as_name(span)
        ):
            return False
        return not is_everyday_word(span, everyday) and not is_category(span)

    def _is_countries(self, span: Span) -> bool:
        """Whether a span holds nothing but countries and small words: "Pak-Russia"."""
        rest = [t for t in span if not t.is_punct and not t.is_stop and t.tag_ != "POS"]
        words = [part for t in rest for part in t.text.split("-") if part]
        return span.text in self._country_forms or all(w in self._country_forms for w in words)


def called_party(ent: Span) -> Span | None:
    """What the model takes for an organization, and what the text calls a party or a movement.

    "the “New Right” party" is no work of art, "her Conservative party" more than a conviction.
    """
    if ent.label_ == "ORG":
        return ent
    if ent.label_ in {"WORK_OF_ART", "EVENT", "PRODUCT", "LAW", "FAC"} and is_quoted(ent):
        return ent if is_followed_by_class(ent) else None
    behind = ent.doc[ent.end] if ent.end < len(ent.doc) else None
    is_party = ent.label_ == "NORP" and behind is not None and behind.text == "party"
    if (
        not is_party
        or countries.load().lookup(ent.text) is not None
        or is_proper(ent.doc, ent.end + 1)
    ):
        return None  # "the Peruvian party Fuerza Popular"
    return ent.doc[ent.start : ent.end + 1]


def is_proper(doc: Doc, place: int) -> bool:
    """Whether a proper noun stands at a place of a line."""
    return place < len(doc) and doc[place].tag_ in PROPER_TAGS


def is_followed_by_class(span: Span) -> bool:
    """Whether a quoted name stands beside what it names: "“New Right” party", "a party called “…”"."""
    doc = span.doc
    behind = [token.text for token in doc[span.end : span.end + 3] if not token.is_punct][:1]
    before = [token.text for token in doc[max(0, span.start - 4) : span.start]]
    is_called = bool({"called", "named"} & {*before}) and any(map(is_class, before))
    return is_called or any(word.islower() and is_class(word) for word in behind)


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
    wanted = "|".join(re.escape(acronym) for acronym in sorted(acronyms, reverse=True))
    if not wanted:
        return
    for match in re.finditer(rf"(?<![\w&.-])(?:{wanted})(?![\w&])", text_of(doc)):
        span = doc.char_span(*match.span(), alignment_mode="expand")
        if is_free(*match.span(), taken) and not (span and is_shouted_word(span)):
            yield Name(*match.span(), "organization", match[0], "acronym")


def without_class(span: Span) -> Span:
    """An acronym without the word in small letters for what it is: "BJP party", "NATO alliance"."""
    last = span[-1]
    is_acronym = len(span) == 2 and span[0].is_upper and len(span[0]) > 1
    return span[:-1] if is_acronym and last.is_lower and last.lower_ in BODY_HEADS else span
