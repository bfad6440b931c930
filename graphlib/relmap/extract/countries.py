"""Countries in a line: by name, demonym or prefix, and capitals where they stand for a government."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Set
from functools import cached_property

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from relmap.extract.names import Name, is_free
from relmap.extract.spans import PROPER_TAGS, text_of
from relmap.knowledge import countries
from relmap.knowledge.bodies import is_national
from relmap.knowledge.countries import Countries
from relmap.knowledge.titles import is_title

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

#: A form with full stops and what a hyphen binds to it, which is one word to the tokenizer.
BOUND = re.compile(r"(?<![\w.])((?:[A-Z]\.){2,})-((?:[A-Z]\.){2,}|[A-Z]\w+)?")

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

#: Before languages and rivers.
BEFORE_OTHERS = frozenset({"speak", "speaks", "speaking", "spoke", "spoken", "fluent", "river"})

#: The halves of the one divided country that is called by them, and countries named like halves.
HALVES = {"KP": "North", "KR": "South"}
OTHER_HALVES = frozenset({"SS", "SD", "ZA", "MK", "YE", "VN", "IT", "NG", "GB"})

#: Countries' names that towns of another country stand before: "Atlanta, Georgia".
ELSEWHERE = frozenset({"Georgia"})

#: Behind the one country whose name is also that of one of the United States.
OF_AMERICANS = frozenset(
    {"Democrat", "Democrats", "Republican", "Republicans", "Senate", "lawmakers"}
)

#: Labels of names that a place can own.
OWNED_LABELS = frozenset({"ORG", "FAC", "GPE", "LOC", "PERSON", "PRODUCT", "WORK_OF_ART"})

#: Money is no country: "US dollars".
CURRENCIES = frozenset(
    {"dollar", "dollars", "peso", "pesos", "franc", "francs", "pound", "pounds", "rupee", "rupees"}
    | {"shilling", "shillings", "dinar", "dinars", "riyal", "riyals", "rial", "rials", "dirham"}
    | {"dirhams", "krone", "kroner", "krona", "kronor", "reais", "yen", "yuan", "renminbi"}
    | {"rouble", "roubles", "ruble", "rubles", "lira", "rand", "baht", "ringgit", "rupiah"}
)


class CountryFinder:
    """Finds countries in the lines that one pipeline has read."""

    def __init__(self, nlp: Language, table: Countries, without: Set[str] = frozenset()) -> None:
        self._nlp = nlp
        self._table = table
        self._without = without

    @cached_property
    def _matcher(self) -> PhraseMatcher:
        matcher = PhraseMatcher(self._nlp.vocab, attr="ORTH")
        forms = sorted({*self._table.forms, *self._table.ambiguous, *self._table.longer})
        matcher.add("country", [self._nlp.make_doc(form) for form in forms])
        return matcher

    @cached_property
    def _nations(self) -> frozenset[str]:
        """Every form but the capitals: "Athens, Georgia" is no list of two governments."""
        layers = self._table.forms.items()
        return frozenset(form for form, (_, layer) in layers if layer != "government")

    def is_countries(self, text: str) -> bool:
        """Whether a name is a country's, or a pair's ("Pak-Russia"), and nothing else."""
        if text in self._table.forms:
            return text not in self._table.caution
        return all(part in self._table.forms for part in re.split(r"[-–/]", text))

    def find(self, doc: Doc, taken: Iterable[Name]) -> list[Name]:
        """Countries in a line, leaving out what lies in a longer name that is `taken`."""
        taken, others = list(taken), other_names(doc)
        if "country table" in self._without:
            return [n for n in self._find_plain(doc) if is_free(n.start, n.end, taken)]
        spans = filter_spans(self._matcher(doc, as_spans=True))
        bound = self._find_bound(doc)
        found = (
            self._judge(span)
            for span in spans
            if is_free(span.start_char, span.end_char, taken) and not is_within(span, others)
        )
        return [name for name in (*found, *bound) if name and is_free(name.start, name.end, taken)]

    def find_again(self, doc: Doc, taken: Iterable[Name], named: Set[str]) -> list[Name]:
        """What only an article's other countries settle; `named` are the codes that it names.

        "Dominican" is of the Dominican Republic where Dominica is not named, "the North" is North
        Korea in an article about the Koreas.
        """
        if "country table" in self._without:
            return []
        taken = list(taken)
        spans = filter_spans(self._matcher(doc, as_spans=True))
        meant = ((span, self._only_one(span, named)) for span in spans)
        halves = find_halves(doc, named) if HALVES.keys() & named else ()
        found = [
            Name(
                span.start_char,
                span.end_char,
                "country",
                span.text,
                "country in context",
                span[0].ent_type_,
                country_code=code,
            )
            for span, code in (*meant, *halves)
            if code
        ]
        return [name for name in found if is_free(name.start, name.end, taken)]

    def _only_one(self, span: Span, named: Set[str]) -> str:
        """The one country that shares a form with others and is named, or ""."""
        codes = named & {*self._table.ambiguous.get(span.text, ())}
        is_other = is_part_of_person(span) or is_other_sense(span)
        return next(iter(codes)) if len(codes) == 1 and not is_other else ""

    def _find_bound(self, doc: Doc) -> Iterator[Name]:
        """Countries inside a word that the tokenizer keeps whole: "U.S.-Egypt", "U.S.-backed"."""
        for match in BOUND.finditer(text_of(doc)):
            for group in (1, 2):
                code, layer = self._table.forms.get(match[group] or "", ("", ""))
                if layer in {"name", "demonym"} and match[group] not in self._table.caution:
                    start, end = match.span(group)
                    rule = f"country {layer}"
                    yield Name(start, end, "country", match[group], rule, country_code=code)

    def _find_plain(self, doc: Doc) -> list[Name]:
        """The model's places that bear a country's name: what there is without the table's rules."""
        places = [ent for ent in doc.ents if ent.label_ == "GPE"]
        return [
            Name(
                ent.start_char,
                ent.end_char,
                "country",
                ent.text,
                "model",
                ent.label_,
                country_code=self._table.forms[ent.text][0],
            )
            for ent in places
            if self._table.layer(ent.text) == "name" and ent.text in self._table.forms
        ]

    def _judge(self, span: Span) -> Name | None:
        """The country that a matched form means here, or None where it means something else."""
        known = self._table.forms.get(span.text)
        if known is None:  # "Indian Ocean" is no country, "Korean" could be either Korea
            return None
        code, layer = known
        if layer == "government" and ("governments" in self._without or not is_government(span)):
            return None
        if layer == "prefix":
            means_it = is_prefix(span)
        else:
            capitals = self._table.by_code[code].capital
            means_it = span.text not in self._table.caution or is_country_here(
                span, self._nations.union(capitals)
            )
        if not means_it:
            return None
        if is_part_of_person(span) or is_currency(span) or is_other_sense(span):
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


def find_halves(doc: Doc, named: Set[str]) -> Iterator[tuple[Span, str]]:
    """ "The North" and "the South" where the article names a Korea and no other such pair."""
    if named & OTHER_HALVES:
        return
    code_of = {half: code for code, half in HALVES.items()}
    for token in doc[1:]:
        is_alone = token.i + 1 == len(doc) or not doc[token.i + 1].text[:1].isupper()
        if token.text in code_of and token.nbor(-1).lower_ == "the" and is_alone:
            behind = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
            if behind not in {"of", "west", "east", "coast"}:
                yield doc[token.i : token.i + 1], code_of[token.text]


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
