"""Further places of an article's persons: full names, surnames and first names that stand again."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from relmap.extract.names import Name, is_free
from relmap.extract.people import NAME_PARTICLES, with_title
from relmap.extract.refusals import RELIGIONS
from relmap.extract.spans import PROPER_TAGS, text_of
from relmap.knowledge import countries
from relmap.knowledge.titles import is_title
from relmap.models import SHARED_SURNAME

#: A first name and "and" at the end of a text: "Bill and" before "Hillary Clinton".
BEFORE_NAMESAKE = re.compile(r"(?<![\w’'-])([A-Z][\w’'-]+) (?:and|&) \Z")


@dataclass(frozen=True, slots=True)
class Surnames:
    """The full names of one article's persons, and the first and last words of them."""

    full: frozenset[str]
    first: frozenset[str]
    last: frozenset[str]
    written_full: re.Pattern[str] | None
    written_parts: re.Pattern[str] | None

    @classmethod
    def of(cls, names: Iterable[str]) -> Surnames:
        """The parts of those names that have more than one word."""
        parts = [words for name in names if len(words := name.split()) > 1]
        full = frozenset(" ".join(p) for p in parts)
        first, last = frozenset(p[0] for p in parts), frozenset(p[-1] for p in parts)
        return cls(full, first, last, any_of(full), any_of(first | last))


def any_of(names: Collection[str]) -> re.Pattern[str] | None:
    """A pattern for every place where one of some names stands as words, None without names."""
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    choice = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<!\w)(?:{choice})(?!\w)") if names else None


def find_full_again(doc: Doc, people: Surnames, taken: Sequence[Name]) -> Iterator[Name]:
    """Every further place where a full name of the article stands and the model saw none."""
    if people.written_full is None:
        return
    text = text_of(doc)
    for match in people.written_full.finditer(text):
        if is_free(*match.span(), taken):
            yield with_title(text, *match.span(), "name again", "")


def find_again(doc: Doc, people: Surnames, taken: Sequence[Name]) -> Iterator[Name]:
    """Every further place where a part of one of the article's persons stands alone as a name.

    The model finds "Narendra Modi" and misses "Modi and Patrushev discussed"; it takes the "Wang"
    of "Wang Xiaohong" for an organization. First words count only where the model saw a name at
    all, for "Will", "Mark" and "May" are words too.
    """
    if people.written_parts is None:
        return
    text = text_of(doc)
    for match in people.written_parts.finditer(text):
        if not is_free(*match.span(), taken):
            continue
        span = doc.char_span(*match.span())
        if span is None or len(span) > 1 or not stands_alone(span[0]):
            continue
        if is_other_sense(span[0], is_surname=match[0] in people.last):
            continue
        if match[0] in people.last or span[0].ent_type_:
            start = with_particles(doc, span[0].i)
            yield with_title(text, start, match.end(), "name again", span[0].ent_type_)


def with_particles(doc: Doc, start: int) -> int:
    """The first character of a surname with the particles before it: "von der" Leyen, "bin" Salman."""
    while start > 0 and doc[start - 1].lower_ in NAME_PARTICLES - {"y"}:
        start -= 1
    return int(doc[start].idx)


def is_other_sense(token: Token, *, is_surname: bool) -> bool:
    """Whether the model takes a part of a name for what the word means besides.

    "Jordan" beside Jim Jordan; of first names also "between Islam and Judaism" beside an Islam
    Hijazy, and "the State of Israel", a body to the model, beside Israel Katz.
    """
    places = {"GPE", "NORP", "LOC"} if is_surname else {"GPE", "NORP", "LOC", "ORG"}
    if token.ent_type_ in places and countries.load().lookup(token.text) is not None:
        return True
    return token.ent_type_ == "NORP" and token.lower_ in RELIGIONS and not is_surname


def stands_alone(token: Token) -> bool:
    """Whether a part of a name is not part of another capitalised name ("Modi Stadium")."""
    if token.tag_ not in PROPER_TAGS:
        return False
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if after is not None and after.tag_ in PROPER_TAGS and after.text[0].isupper():
        return False
    before = token.doc[token.i - 1] if token.i else None
    if before is None or before.tag_ not in PROPER_TAGS or not before.text[0].isupper():
        return True
    return is_title(before.text)


def share_surname(names: Sequence[Name], doc: Doc, lines: Sequence[Doc]) -> list[Name]:
    """The names of a line, and first names before "and" and the full name of a namesake.

    "Bill and Hillary Clinton" are two Clintons where the article addresses a Mr and a Mrs Clinton;
    "Modi and Xi Jinping" share nothing.
    """
    found = [name for second in names for name in first_of_couple(second, doc, lines)]
    taken = [n for n in names if all(n.end <= f.start or f.end <= n.start for f in found)]
    return sorted([*taken, *found], key=lambda name: name.start)


def first_of_couple(second: Name, doc: Doc, lines: Sequence[Doc]) -> Iterator[Name]:
    """The first name that shares the surname of the person `second`, if there is one."""
    text = text_of(doc)
    if second.kind != "person" or not text.endswith((" and ", " & "), 0, second.start):
        return  # most names, before anything is searched for
    match = BEFORE_NAMESAKE.search(text, 0, second.start)
    if match is None or " " not in second.text:
        return
    if is_of_couple(second.text.rsplit(maxsplit=1)[-1], lines):
        yield Name(*match.span(1), "person", match[1], SHARED_SURNAME)


def is_of_couple(surname: str, lines: Sequence[Doc]) -> bool:
    """Whether an article addresses a man and a woman by one surname."""
    name = re.escape(surname)
    patterns = (rf"\bMr\.?\s+{name}\b", rf"\b(?:Mrs|Ms)\.?\s+{name}\b")
    return all(any(re.search(p, text_of(doc)) for doc in lines) for p in patterns)
