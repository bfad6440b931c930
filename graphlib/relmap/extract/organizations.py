"""Organizations in a line: the model's, those of the table, and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from functools import cached_property

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from relmap.extract.names import Name, is_free
from relmap.extract.spans import (
    char_end,
    has_proper_noun,
    is_place_line,
    is_quoted,
    is_shouted,
    text_of,
    trim,
)
from relmap.knowledge import outlets
from relmap.knowledge.bodies import BODY_HEADS, FIELD_HEADS, is_class, is_national
from relmap.knowledge.countries import Countries, Country
from relmap.knowledge.organizations import Organizations
from relmap.knowledge.things import is_thing
from relmap.knowledge.titles import is_title

#: Words between two fields at most: ", and the".
MAX_LINKS = 3

#: Religions whose names do not end in -ism: they hold beliefs and do nothing themselves.
RELIGIONS = frozenset({"islam", "christianity", "shia", "sharia", "shariah"})

LOWER_WORD = re.compile(r"(?<![\w])[a-z\u00df-\u00ff]+(?![\w])")

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
        return next((front for front in fronts if self._table.lookup(front.text)), span)

    def _is_known(self, span: Span) -> bool:
        return self._table.lookup(span.text) is not None or outlets.publishes(span.text)

    def _with_partner(self, span: Span) -> Span:
        """A name with the country that a hyphen binds to its front: "Russia-Pakistan Working Group"."""
        doc, start = span.doc, span.start
        if start < 2 or doc[start - 1].text not in {"-", "–"} or doc[start - 2].whitespace_:
            return span
        is_bound = not doc[start - 1].whitespace_ and self._countries.lookup(doc[start - 2].text)
        return doc[start - 2 : span.end] if is_bound and len(span) > 1 else span

    def _split_at_hyphen(self, span: Span) -> Iterator[Span]:
        """ "Washington Post-ABC News" is two organizations of the table, "Jamaat-e-Islami" one."""
        doc = span.doc
        for token in span[1:-1]:
            left, right = doc[span.start : token.i], doc[token.i + 1 : span.end]
            if token.text in {"-", "–", "/"} and all(map(self._is_known, (left, right))):
                yield left
                yield right
                return
        yield span

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
        if not has_proper_noun(span) or is_title_of or self._is_countries(span):
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
    return ent.doc[ent.start : ent.end + 1] if is_party else None


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
        if is_free(*match.span(), taken):
            yield Name(*match.span(), "organization", match[0], "acronym")


def with_list(span: Span) -> Span:
    """A span with the rest of its fields: "Ministry of Gender, Labour and Social Development".

    Only behind a head with "of", "for" or "on" ("Committee on Education and the Workforce"), and
    only as far as capitals go that do not begin a name of their own.
    """
    head = next((t for t in span if t.lower_ in FIELD_HEADS), None)
    doc, end = span.doc, span.end
    if head is None or head.i + 1 >= span.end or doc[head.i + 1].lower_ not in {"of", "for", "on"}:
        return span
    while (field := next_field(doc, end)) is not None:
        end = field
        if doc[field - 1].i + 1 < len(doc) and is_last_field(doc, field):
            break
    return doc[span.start : end] if is_closed(doc, span.end, end) else span


def next_field(doc: Doc, start: int) -> int | None:
    """Where the field of a ministry ends that a comma or "and" at `start` begins, or None."""
    place = start
    while place < len(doc) and doc[place].lower_ in {",", "and", "&", "the"}:
        place += 1
    if place == start or place >= len(doc) or place - start > MAX_LINKS:
        return None
    end = place
    while end < len(doc) and is_field_word(doc[end]):
        end += 1
    is_own = is_title(doc[end - 1].text) or doc[end - 1].lower_ in FIELD_HEADS | BODY_HEADS
    return end if end > place and not is_own else None


def is_field_word(token: Token) -> bool:
    """Whether a token can name a field: a capitalised word that the model has not taken for another
    name, and no acronym."""
    is_other = token.ent_type_ in {"PERSON", "GPE", "NORP", "DATE"}
    return token.text[:1].isupper() and not is_other and not (token.is_upper and len(token) > 1)


def is_last_field(doc: Doc, end: int) -> bool:
    """Whether a list of fields is over: its last one followed "and"."""
    words = {token.lower_ for token in doc[max(0, end - MAX_LINKS - 2) : end]}
    return bool(words & {"and", "&"}) and doc[end].lower_ != "and"


def is_closed(doc: Doc, start: int, end: int) -> bool:
    """Whether fields added to a name hold the "and" that closes such a list."""
    return any(token.lower_ in {"and", "&"} for token in doc[start:end])


def without_class(span: Span) -> Span:
    """An acronym without the word in small letters for what it is: "BJP party", "NATO alliance"."""
    last = span[-1]
    is_acronym = len(span) == 2 and span[0].is_upper and len(span[0]) > 1
    return span[:-1] if is_acronym and last.is_lower and last.lower_ in BODY_HEADS else span


def is_written_as_name(span: Span) -> bool:
    """Whether a span begins with a capital in Latin letters and says more than "Party" or "Council".

    A name in another script glosses the one before it: "Su Tseng-chang (蘇貞昌)".
    """
    is_bare = len(span) == 1 and is_class(span.text) and not is_national(span.text)
    is_capital = any(token.text[0].isupper() and token.text[0].isalpha() for token in span)
    return is_capital and not is_bare


def is_shouted_word(span: Span) -> bool:
    """Whether an acronym is a word of a headline in capitals: "WHO WILL FEED THE SWANS?"."""
    if len(span) > 1 or not span[0].is_stop or span.end >= len(span.doc):
        return False
    behind = span.doc[span.end]
    return behind.is_upper and len(behind) > 2


def is_belief(span: Span) -> bool:
    """Whether a span is a religion, a school of it or an idea: "Islam", "Wahhabism"."""
    last = span[-1].lower_
    return len(span) == 1 and (last in RELIGIONS or (last.endswith("ism") and span[0].is_title))


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
    return frozenset(word for doc in docs for word in LOWER_WORD.findall(text_of(doc)))
