"""What the words around a name say it is: a person, a body, or a place or thing that does not act."""

from __future__ import annotations

import re
from typing import Literal

from spacy.tokens import Doc, Span, Token

from relmap.extract.spans import text_of
from relmap.knowledge.bodies import is_class, is_national
from relmap.knowledge.things import DOCUMENTS, EVENTS, PLACES
from relmap.knowledge.titles import is_title

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

#: What leads to events: "since Marka-e-Haq", "during Vesak".
TIME_WORDS = frozenset({"since", "during"})

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


#: The words of vessels before their names: "the icebreaker Polar Star".
VESSELS = frozenset(
    {"ship", "ships", "vessel", "frigate", "destroyer", "tanker", "ferry", "trawler", "icebreaker"}
    | {"carrier", "submarine", "boat", "yacht", "warship", "corvette", "cruiser", "freighter"}
    | {"satellite", "spacecraft", "rocket", "horse", "dog", "typhoon", "hurricane", "cyclone"}
)

OF_THINGS = SHIPS | VESSELS


def read_cue(doc: Doc, start: int, end: int) -> Cue:
    """What the words around the characters `[start, end)` of a line say about the name there."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return ""
    is_thing = is_ship(span) or (span.start > 0 and is_thing_word(doc[span.start - 1], span))
    return "plan" if is_thing else read_around(span)


def read_around(span: Span) -> Cue:
    """What stands before and behind a name says about it."""
    doc, end = span.doc, span.end_char
    before = doc[span.start - 1] if span.start else None
    if before is not None and is_place_word(span):
        return "thing"
    behind = text_of(doc)[end : end + 80]
    if before is not None and before.text in BODY_NOUNS:
        return "organization"
    if (OF_PERSON.match(behind) or is_titled_apposition(span)) and can_be_person(span):
        return "person"
    if ITS.match(behind) or is_said_to_be_body(behind):
        return "organization"
    return called_after(span)


def is_thing_word(before: Token, span: Span) -> bool:
    """Whether the word before a name makes it a vessel or an event: "since Marka-e-Haq".

    "since Trump took office" is about Trump.
    """
    if before.text in OF_THINGS:
        return True
    behind = span.doc[span.end] if span.end < len(span.doc) else None
    goes_on = behind is not None and (behind.tag_.startswith("VB") or behind.tag_ in {"POS", "MD"})
    return before.lower_ in TIME_WORDS and not goes_on


def is_titled_apposition(span: Span) -> bool:
    """Whether a name says who an office is: "Bhutan’s prime minister, Tshering Tobgay, …"."""
    doc, start = span.doc, span.start
    return start > 1 and doc[start - 1].text == "," and is_title(doc[start - 2].text)


def is_ship(span: Span) -> bool:
    """Whether a name opens as those of ships do: "USS Nimitz", and the "INS" of "INS Arighat"."""
    behind = span.doc[span.end : span.end + 1]
    goes_on = len(span) > 1 or (len(behind) == 1 and behind[0].is_title)
    return span[0].text in SHIPS and goes_on


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
    """What the noun behind a name makes of it: "the DIG project", "the Hirak movement", "Allende dam".

    Nobody is called "the" by a single name, but a government is: "the Biden administration".
    """
    doc = span.doc
    behind = doc[span.end] if span.end < len(doc) else None
    noun = behind.text if behind is not None and is_common(behind) else ""
    if noun in PLANS:
        return "plan"
    if noun in RULES:
        return ""  # "the Trump campaign" is no event
    has_article = span.start > 0 and doc[span.start - 1].lower_ in {"the", "this"}
    is_called = has_article and (noun != "" or len(span) == 1)
    return "thing" if noun in THINGS or is_called else ""


def is_common(token: Token) -> bool:
    """Whether a token is a common noun in small letters."""
    return token.is_lower and token.tag_ in {"NN", "NNS"}
