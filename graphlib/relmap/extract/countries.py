"""Countries in a line: by name, demonym or prefix, and capitals where they stand for a government."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cached_property

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from relmap.extract.names import Name, is_free
from relmap.extract.spans import PROPER_TAGS
from relmap.knowledge.countries import Countries

#: Model labels that speak for a country where the word is also something else (Georgia, Turkey).
COUNTRY_LABELS = frozenset({"GPE", "NORP"})

#: Model labels of longer names that a country's name is only a part of ("South China Sea").
OTHER_LABELS = frozenset({"LOC", "FAC", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT", "LANGUAGE"})

#: Prepositions that make a capital a party ("talks with Tehran") rather than a place.
PARTY_PREPOSITIONS = frozenset({"with", "between", "by", "against", "among"})

#: Nouns whose preposition leads to a government ("relations with", "sanctions on", "envoy to").
PARTY_NOUNS = frozenset(
    {"pressure", "sanctions", "sanction", "embargo", "ambassador", "ambassadors", "envoy"}
    | {"ultimatum", "aid", "arms", "threat", "message", "appeal", "concessions"}
)

#: Participles that make a compound of a capital a place ("Moscow-based").
PLACE_COMPOUNDS = frozenset({"based", "born", "bound", "area", "region", "suburb", "airport"})


class CountryFinder:
    """Finds countries in the lines that one pipeline has read."""

    def __init__(self, nlp: Language, table: Countries) -> None:
        self._nlp = nlp
        self._table = table

    @cached_property
    def _matcher(self) -> PhraseMatcher:
        matcher = PhraseMatcher(self._nlp.vocab, attr="ORTH")
        forms = sorted({*self._table.forms, *self._table.ambiguous, *self._table.longer})
        matcher.add("country", [self._nlp.make_doc(form) for form in forms])
        return matcher

    def is_country(self, text: str) -> bool:
        """Whether a name is a country's and nothing else."""
        return text in self._table.forms and text not in self._table.caution

    def find(self, doc: Doc, taken: Iterable[Name]) -> list[Name]:
        """Countries in a line, leaving out what lies in a longer name that is `taken`."""
        taken, others = list(taken), other_names(doc)
        spans = filter_spans(self._matcher(doc, as_spans=True))
        found = (
            self._judge(span)
            for span in spans
            if is_free(span.start_char, span.end_char, taken) and not is_within(span, others)
        )
        return [name for name in found if name is not None]

    def _judge(self, span: Span) -> Name | None:
        """The country that a matched form means here, or None where it means something else."""
        known = self._table.forms.get(span.text)
        if known is None:  # "Indian Ocean" is no country, "Korean" could be either Korea
            return None
        code, layer = known
        if layer == "government" and not is_government(span):
            return None
        if layer == "prefix":
            means_it = is_prefix(span)
        else:
            capitals = self._table.by_code[code].capital
            means_it = span.text not in self._table.caution or is_country_here(span, capitals)
        if not means_it:
            return None
        if is_part_of_person(span):
            return None
        return Name(
            span.start_char,
            span.end_char,
            "country",
            span.text,
            rule=f"country {layer}",
            label=span[0].ent_type_,
            country_code=code,
        )


def other_names(doc: Doc) -> list[Span]:
    """Longer names of other things, of which a country's name is only a part."""
    return [ent for ent in doc.ents if ent.label_ in OTHER_LABELS and has_other_head(ent)]


def is_within(span: Span, others: Iterable[Span]) -> bool:
    """Whether a span lies in one of the other names."""
    return any(other.start < span.end and span.start < other.end for other in others)


def has_other_head(ent: Span) -> bool:
    """Whether a name ends in a word of its own: "South China Sea" does, "Russia’s" does not."""
    words = [t for t in ent if not t.is_punct and t.tag_ != "POS" and not t.is_space]
    return len(words) > 1 or ent.label_ == "LANGUAGE"


def is_part_of_person(span: Span) -> bool:
    """Whether the model saw a person whose name holds more than this word ("Jordan Henderson")."""
    first, last = span[0], span[-1]
    if first.ent_type_ != "PERSON":
        return False
    ent = next(e for e in span.doc.ents if e.start <= span.start < e.end)
    return ent.start < first.i or ent.end > last.i + 1


def is_country_here(span: Span, capitals: Collection[str]) -> bool:
    """Whether a form that is also something else stands for the country here.

    "Georgia" the state comes with a city before it ("Atlanta, Georgia"; "Tbilisi, Georgia" has the
    country's capital), "Jordan" the first name inside a person's name, "turkey" the bird in small
    letters: only the model's place counts.
    """
    if span[0].ent_type_ not in COUNTRY_LABELS:
        return False
    city = city_before(span)
    return city is None or city in capitals


def city_before(span: Span) -> str | None:
    """The place that stands with a comma before the span, as in "Atlanta, Georgia"."""
    if span.start < 2 or span.doc[span.start - 1].text != ",":
        return None
    places = (
        ent.text for ent in span.doc.ents if ent.end == span.start - 1 and ent.label_ == "GPE"
    )
    return next(places, None)


def is_prefix(span: Span) -> bool:
    """Whether a combining form is bound to another name by a hyphen: "Pak-Russia"."""
    after = span.doc[span.end : span.end + 2]
    return len(after) == 2 and after[0].text in {"-", "–", "/"} and after[1].text[:1].isupper()


def is_government(span: Span) -> bool:
    """Whether a capital acts, owns or is dealt with, rather than being where something happens.

    "Moscow agreed", "convened by New Delhi", "ties between Delhi and Beijing", "Kyiv’s request"
    are governments; "held in Moscow" and "Moscow-based" are not.
    """
    token = span.root
    if token.tag_ not in PROPER_TAGS or is_place_compound(span) or is_dateline_like(span):
        return False
    return is_party(first_conjunct(token))


def is_party(token: Token) -> bool:
    """Whether the role of a token in its sentence is that of somebody who acts or is dealt with."""
    if token.dep_ in {"nsubj", "poss", "agent"}:
        return True
    if token.dep_ == "nsubjpass":
        return token.head.lower_ not in {"held", "located", "bombed", "hit", "captured", "seized"}
    if token.dep_ == "pobj":
        return is_party_preposition(token.head)
    if token.dep_ in {"compound", "nmod", "amod"}:
        return is_bound_to_party(token)
    return False


def is_party_preposition(preposition: Token) -> bool:
    """Whether a preposition leads to a party: "with Tehran", "pressure on Tehran"."""
    if preposition.lower_ in PARTY_PREPOSITIONS:
        return True
    return preposition.lower_ in {"on", "to", "from"} and preposition.head.lower_ in PARTY_NOUNS


def is_bound_to_party(token: Token) -> bool:
    """Whether a capital is hyphened to another name or to a participle: "Moscow-backed"."""
    after = token.doc[token.i + 1 : token.i + 3]
    if len(after) < 2 or after[0].text not in {"-", "–"}:
        return False
    return after[1].tag_ in PROPER_TAGS or after[1].tag_ == "VBN"


def is_place_compound(span: Span) -> bool:
    """Whether the word behind makes it a place: "Moscow-based", "Washington area"."""
    behind = [t.lower_ for t in span.doc[span.end : span.end + 2] if t.text != "-"]
    return bool(behind) and behind[0] in PLACE_COMPOUNDS


def is_dateline_like(span: Span) -> bool:
    """Whether the span opens a line and a comma or a dash follows, as a place line does."""
    behind = span.doc[span.end : span.end + 1]
    opens = span.start == 0
    return opens and len(behind) == 1 and behind[0].text in {",", "—", "–", "--", "("}


def first_conjunct(token: Token) -> Token:
    """The first of "Moscow and Islamabad", whose role in the sentence holds for both."""
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    return token
