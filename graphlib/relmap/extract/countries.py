"""Countries in a line: by name, demonym or prefix, and capitals where they stand for a government."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from relmap.extract.governments import is_government
from relmap.extract.names import Name, is_free
from relmap.extract.senses import (
    is_country_here,
    is_currency,
    is_other_sense,
    is_part_of_person,
    is_prefix,
    is_within,
    other_names,
)
from relmap.extract.spans import HYPHENS, stands_between_sides, text_of
from relmap.knowledge.countries import Countries

#: A form with full stops and what a hyphen binds to it, which is one word to the tokenizer.
BOUND = re.compile(r"(?<![\w.])((?:[A-Z]\.){2,})-((?:[A-Z]\.){2,}|[A-Z]\w+)?")

#: In capitals a shorter form could be an acronym: "MALI" is none, "US" is a form itself.
MIN_SHOUTED = 4

#: The halves of the one divided country that is called by them, and countries named like halves.
HALVES = {"KP": "North", "KR": "South"}
OTHER_HALVES = frozenset({"SS", "SD", "ZA", "MK", "YE", "VN", "IT", "NG", "GB"})


class CountryFinder:
    """Finds countries in the lines that one pipeline has read."""

    def __init__(self, nlp: Language, table: Countries, without: Set[str] = frozenset()) -> None:
        self._nlp = nlp
        self._table = table
        self._without = without

    @cached_property
    def _matcher(self) -> PhraseMatcher:
        matcher = PhraseMatcher(self._nlp.vocab, attr="ORTH")
        forms = sorted(
            {*self._table.forms, *self._table.ambiguous, *self._table.longer, *self._shouted}
        )
        matcher.add("country", [self._nlp.make_doc(form) for form in forms])
        return matcher

    @cached_property
    def _shouted(self) -> dict[str, str]:
        """The forms in capitals that headlines print, each with the form: "SOUTH KOREA"."""
        return {
            form.upper(): form
            for form, (_, layer) in sorted(self._table.forms.items())
            if layer in {"name", "demonym"} and len(form) >= MIN_SHOUTED and "." not in form
            if form not in self._table.caution and form.upper() not in self._table.forms
        }

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

    def are_one(self, form: str, other: str) -> bool:
        """Whether two forms name the same country: "PRC", "People's Republic of China"."""
        country = self._table.lookup(form)
        return country is not None and country == self._table.lookup(other)

    def find(self, doc: Doc, taken: Iterable[Name]) -> list[Name]:
        """Countries in a line, leaving out what lies in a longer name that is `taken`."""
        taken, others = list(taken), other_names(doc)
        if "country table" in self._without:
            return [n for n in self._find_plain(doc) if is_free(n.start, n.end, taken)]
        spans = filter_spans(self._matcher(doc, as_spans=True))
        bound = self._find_bound(doc)
        found = (
            self._judge(span, taken)
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

    def _judge(self, span: Span, taken: Sequence[Name]) -> Name | None:
        """The country that a matched form means here, or None where it means something else."""
        form = self._shouted.get(span.text, span.text)
        known = self._table.forms.get(form)
        if known is None:  # "Indian Ocean" is no country, "Korean" could be either Korea
            return None
        code, layer = known
        if layer == "government" and ("governments" in self._without or not is_government(span)):
            return None
        if layer == "prefix":
            means_it = is_prefix(span)
        else:
            capitals = self._table.by_code[code].capital
            means_it = (
                span.text not in self._table.caution
                or is_country_here(span, self._nations.union(capitals))
                or is_bound(span, taken)
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


def is_bound(span: Span, taken: Iterable[Name]) -> bool:
    """Whether a hyphen binds a span to a body as the other side of something: "Israel-Hamas war"."""
    text, start, end = text_of(span.doc), span.start_char, span.end_char
    return any(
        (name.end + 1 == start and text[name.end] in HYPHENS)
        or (end + 1 == name.start and text[end] in HYPHENS)
        for name in taken
        if name.kind == "organization" and stands_between_sides(span.doc, max(end, name.end))
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
