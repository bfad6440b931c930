"""What the words around a name say it is: a person, a body, or a place or thing that does not act."""

from __future__ import annotations

import re
from typing import Literal

from spacy.tokens import Doc, Span

from relmap.extract.spans import text_of
from relmap.knowledge.bodies import is_class, is_national
from relmap.knowledge.things import DOCUMENTS, EVENTS, PLACES

Cue = Literal["person", "organization", "thing", "plan", ""]

#: What a body is said to be, in small letters: "consulting firm Willis Towers Watson".
BODY_NOUNS = frozenset(
    {"company", "companies", "firm", "group", "bank", "party", "newspaper", "daily", "magazine"}
    | {"agency", "organization", "organisation", "network", "broadcaster", "startup", "platform"}
    | {"university", "club", "union", "charity", "foundation", "conglomerate", "manufacturer"}
    | {"retailer", "airline", "brokerage", "consultancy", "ngo", "nonprofit", "militia", "website"}
    | {"subsidiary", "lender", "cooperative", "weekly", "association", "coalition", "corporation"}
)

#: What persons are and do: "Viya, who", "Diagne (29)", "Sow, 41,".
OF_PERSON = re.compile(r"\s*(?:\(\d\d\)|,\s*(?:who\b|\d\d[,.]|aged\s+\d\d)|who\b)")

#: "Simetrik is a company", "Telmex, once a state-owned company", "Mapbiomas, a network of".
OF_BODY = re.compile(
    r",?\s*(?:(?:is|was|became|once|also)\s+){0,2}(?:an?|the)\s+"
    r"(?:(?!(?:of|at|for|in|from|and|to|with|by|on)\b)[\w’'-]+\s+){0,5}?"
    rf"(?:{'|'.join(sorted(BODY_NOUNS))})"
    r"(?:[,.;]|\s+(?:that|which|of|in|for|based|with|and|to|on|from|owned|founded|run)\b|$)"
)

#: "Telmex and its subsidiaries", "Elaf’s CEO".
ITS = re.compile(r"\s*(?:and|with|in)\s+its\b|(?:['’]s)\s+(?:CEO|chief executive|subsidiar|shares)")

#: Prepositions of place: a person is trusted in, but nobody lives in one.
PLACE_WORDS = frozenset({"in", "near", "outside", "around", "throughout", "across", "within"})
TRUST = frozenset({"believe", "trust", "confidence", "faith", "interest", "interested", "belief"})

#: What a government is called after its head: "the Biden administration" names Biden.
RULES = frozenset(
    {"administration", "government", "regime", "campaign", "family", "team", "presidency", "era"}
    | {"cabinet", "camp", "brothers", "sisters", "dynasty", "allies", "loyalists", "supporters"}
    | {"doctrine", "years", "ally", "aide", "aides", "appointee", "backers", "clan", "couple"}
)

#: What a name that is no body's is given to.
PLANS = frozenset(
    {"project", "programme", "program", "scheme", "initiative", "model", "class", "vaccine", "app"}
    | {"festival", "exam", "examination", "software", "technology", "variety", "virus", "method"}
)

#: What else a name can be given to: "Allende dam".
THINGS = DOCUMENTS | EVENTS | PLACES

#: Before the names of ships: "INS Arighat" is none of those who act.
SHIPS = frozenset(
    {"INS", "HMS", "USS", "PNS", "BNS", "HMAS", "HMCS", "HMNZS", "MV", "MT", "USNS", "USCGC"}
    | {"KRI", "BRP", "ICGS", "RFA", "FGS", "HNLMS", "JS", "ROKS", "RSS", "SLNS", "TCG"}
)


def read_cue(doc: Doc, start: int, end: int) -> Cue:
    """What the words around the characters `[start, end)` of a line say about the name there."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return ""
    before = doc[span.start - 1] if span.start else None
    if before is not None and (before.text in SHIPS or is_place_word(span)):
        return "thing"
    behind = text_of(doc)[end : end + 80]
    if before is not None and before.text in BODY_NOUNS:
        return "organization"
    if OF_PERSON.match(behind) and can_be_person(span):
        return "person"
    if ITS.match(behind) or is_said_to_be_body(behind):
        return "organization"
    return called_after(span)


def can_be_person(span: Span) -> bool:
    """Whether no word of a name is a body's: members of the "Diocesan Boys’ School" are a who too."""
    is_body = any(is_class(token.text) or token.is_lower for token in span)
    return not is_body and not is_national(span.text)


def is_place_word(span: Span) -> bool:
    """Whether a name stands where one is: "in Samut Prakan", not "confidence in Modi"."""
    before = span.doc[span.start - 1]
    if before.text not in PLACE_WORDS:
        return False
    trusted = span.start > 1 and span.doc[span.start - 2].lower_ in TRUST
    owns = span.end < len(span.doc) and span.doc[span.end].tag_ == "POS"
    return not trusted and not owns


def is_said_to_be_body(behind: str) -> bool:
    """Whether the words behind a name call it a company or another body."""
    return OF_BODY.match(behind) is not None


def called_after(span: Span) -> Cue:
    """What the noun behind a name makes of it: "the DIG project", "the Hirak movement", "Allende dam"."""
    doc = span.doc
    behind = doc[span.end] if span.end < len(doc) else None
    if behind is None or not behind.is_lower or behind.tag_ not in {"NN", "NNS"}:
        return ""
    if behind.text in PLANS:
        return "plan"
    has_article = span.start > 0 and doc[span.start - 1].lower_ in {"the", "this"}
    return "thing" if behind.text in THINGS or (has_article and behind.text not in RULES) else ""
