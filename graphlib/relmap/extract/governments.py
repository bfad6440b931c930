"""Capitals that stand for a government: they act, own or are dealt with, and are no place."""

from __future__ import annotations

from spacy.tokens import Span, Token

from relmap.extract.spans import PROPER_TAGS
from relmap.knowledge import countries
from relmap.knowledge.bodies import is_national

#: Prepositions that make a capital a party ("talks with Tehran") rather than a place.
PARTY_PREPOSITIONS = frozenset({"with", "between", "by", "against", "among"})

#: Nouns whose preposition leads to a government ("relations with", "sanctions on", "envoy to").
PARTY_NOUNS = frozenset(
    {"pressure", "sanctions", "sanction", "embargo", "ambassador", "ambassadors", "envoy"}
    | {"ultimatum", "aid", "arms", "threat", "message", "appeal", "concessions"}
)

#: Words that make a compound of a capital a place ("Moscow-based", "the Dhaka-Mymensingh highway").
PLACE_COMPOUNDS = frozenset(
    {"based", "born", "bound", "area", "region", "suburb", "airport", "district", "residents"}
    | {"street", "streets", "traffic", "weather", "airspace", "bureau", "correspondent"}
)

#: What governments do to each other: "thanked Tokyo", "accused Kyiv of".
DEALINGS = frozenset(
    {"thanked", "thank", "accused", "accuse", "accuses", "accusing", "urged", "urge", "urges"}
    | {"urging", "warned", "warn", "warns", "warning", "pressed", "pressured", "blamed", "blame"}
    | {"blames", "blaming", "criticised", "criticized", "condemned", "told", "asked", "assured"}
    | {"angered", "infuriated", "irked", "alarmed", "reassured", "persuaded", "informed", "praised"}
)

#: What runs between places rather than parties.
WAYS = frozenset(
    {"flight", "flights", "road", "highway", "railway", "train", "trains", "route", "routes"}
    | {"distance", "line", "link", "bus", "journey", "border", "miles", "kilometres", "kilometers"}
)

#: Labels of names that a place can own.
OWNED_LABELS = frozenset({"ORG", "FAC", "GPE", "LOC", "PERSON", "PRODUCT", "WORK_OF_ART"})


def is_government(span: Span) -> bool:
    """Whether a capital acts, owns or is dealt with, rather than being where something happens.

    "Moscow agreed", "convened by New Delhi", "ties between Delhi and Beijing", "Kyiv’s request"
    are governments; "held in Moscow" and "Moscow-based" are not.
    """
    token = span.root
    if token.tag_ not in PROPER_TAGS or is_place_compound(span) or is_dateline_like(span):
        return False
    if has_named_head(token) or is_beside_place(token):
        return False
    return is_party(first_conjunct(token))


def has_named_head(token: Token) -> bool:
    """Whether what a capital owns has a name of its own: "Tel Aviv’s Ichilov Hospital"."""
    owned = token.doc[token.i + 1 : token.head.i + 1]
    is_owner = token.dep_ == "poss" and any(word.tag_ == "POS" for word in owned[:1])
    return (
        is_owner
        and token.head.ent_type_ in OWNED_LABELS
        and not is_national(" ".join(word.text for word in owned if word.tag_ != "POS"))
    )


def is_beside_place(token: Token) -> bool:
    """Whether a capital is listed with a town that stands for no country: "Cairo and Alexandria"."""
    first = first_conjunct(token)
    listed = {first, *first.conjuncts} - {token}
    return any(other.ent_type_ == "GPE" and not stands_for_country(other) for other in listed)


def stands_for_country(token: Token) -> bool:
    """Whether the table knows a word, or the words of its name, as a country or its government."""
    names = {token.text, *(ent.text for ent in token.doc.ents if ent.start <= token.i < ent.end)}
    return any(countries.load().lookup(name) is not None for name in names)


def is_party(token: Token) -> bool:
    """Whether the role of a token in its sentence is that of somebody who acts or is dealt with."""
    if token.dep_ in {"nsubj", "poss", "agent"}:
        return True
    if token.dep_ == "nsubjpass":
        return token.head.lower_ not in {"held", "located", "bombed", "hit", "captured", "seized"}
    if token.dep_ == "pobj":
        return is_party_preposition(token.head)
    if token.dep_ == "dobj":
        return token.head.lower_ in DEALINGS
    if token.dep_ in {"compound", "nmod", "amod"}:
        return is_bound_to_party(token)
    return False


def is_party_preposition(preposition: Token) -> bool:
    """Whether a preposition leads to a party: "with Tehran", "pressure on Tehran"."""
    if preposition.lower_ in PARTY_PREPOSITIONS:
        return preposition.head.lower_ not in WAYS
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
    """Whether the span opens a line and a comma or a dash follows, as a place line does.

    The comma of a list is none of these: "Tehran, Ankara and Doha agreed".
    """
    behind = span.doc[span.end : span.end + 1]
    if span.start or len(behind) == 0:
        return False
    is_list = behind[0].text == "," and bool(span.root.conjuncts)
    return not is_list and behind[0].text in {",", "—", "–", "--", "(", ":"}


def first_conjunct(token: Token) -> Token:
    """The first of "Moscow and Islamabad", whose role in the sentence holds for both."""
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    return token
