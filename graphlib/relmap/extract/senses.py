"""What a country's name means where it stands: the country, or a person, a state, a river, money."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from spacy.tokens import Doc, Span

from relmap.knowledge import countries
from relmap.knowledge.titles import is_title

#: Model labels that speak for a country where the word is also something else (Georgia, Turkey).
COUNTRY_LABELS = frozenset({"GPE", "NORP"})

#: Model labels of longer names that a country's name is only a part of ("South China Sea").
OTHER_LABELS = frozenset({"LOC", "FAC", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT", "LANGUAGE"})

#: Before languages and rivers.
BEFORE_OTHERS = frozenset({"speak", "speaks", "speaking", "spoke", "spoken", "fluent", "river"})

#: Countries' names that towns of another country stand before: "Atlanta, Georgia".
ELSEWHERE = frozenset({"Georgia"})

#: Behind the one country whose name is also that of one of the United States.
OF_AMERICANS = frozenset(
    {"Democrat", "Democrats", "Republican", "Republicans", "Senate", "lawmakers"}
)

#: Money is no country: "US dollars".
CURRENCIES = frozenset(
    {"dollar", "dollars", "peso", "pesos", "franc", "francs", "pound", "pounds", "rupee", "rupees"}
    | {"shilling", "shillings", "dinar", "dinars", "riyal", "riyals", "rial", "rials", "dirham"}
    | {"dirhams", "krone", "kroner", "krona", "kronor", "reais", "yen", "yuan", "renminbi"}
    | {"rouble", "roubles", "ruble", "rubles", "lira", "rand", "baht", "ringgit", "rupiah"}
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
    if first.i == ent.start and last.i + 1 < ent.end and is_title(span.doc[last.i + 1].text):
        return False  # "Dominican President Luis Abinader"
    if all(is_form(part) for part in re.split(r"[-–/]", ent.text)):
        return False  # "Pak-Russia alliance"
    return ent.start < first.i or ent.end > last.i + 1


def is_currency(span: Span) -> bool:
    """Whether a form only says which money is meant: "149 million U.S. dollars"."""
    behind = span.doc[span.end : span.end + 1]
    return len(behind) == 1 and behind[0].lower_ in CURRENCIES


def is_other_sense(span: Span) -> bool:
    """Whether the words beside a form make it a language, a river or a state of a federation.

    "speaking Turkish", "the river Niger", "the Georgia Democrat".
    """
    doc = span.doc
    before = doc[span.start - 1].lower_ if span.start else ""
    behind = doc[span.end].text if span.end < len(doc) else ""
    if behind in {"off", "up"}:
        return True  # "Polish off your sandwiches"
    return before in BEFORE_OTHERS or (span.text == "Georgia" and behind in OF_AMERICANS)


def is_form(text: str) -> bool:
    """Whether a text names a country in any layer."""
    return countries.load().lookup(text) is not None


def is_country_here(span: Span, known: Collection[str]) -> bool:
    """Whether a form that is also something else stands for the country here.

    "Georgia" the state comes with a city before it ("Atlanta, Georgia"; "Tbilisi, Georgia" has the
    country's capital), "Jordan" the first name inside a person's name, "turkey" the bird in small
    letters: only the model's place counts. `known` are the country's capitals and the countries,
    which a comma before the span does not make its towns: "India, Pakistan, Turkey".
    """
    if span[0].ent_type_ not in COUNTRY_LABELS:
        return False
    city = city_before(span) if span.text in ELSEWHERE else None
    return city is None or city in known


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
