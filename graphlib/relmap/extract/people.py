"""People in a line: the model's persons without titles, and surnames wherever they come again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from relmap.extract.names import Name, is_free
from relmap.extract.spans import (
    PROPER_TAGS,
    char_end,
    has_proper_noun,
    is_quoted,
    trim,
)
from relmap.knowledge.titles import belongs_to_name, is_title, split_title, title_before

#: A word of a name: letters, hyphens, apostrophes, dots of initials; never a digit.
NAME_WORD = re.compile(r"^[^\W\d_](?:[^\W\d_]|[.'’-])*$")

#: The second half of a hyphenated given name is short: "Jae-in", "Ting-kwok".
MAX_HALF = 5

#: Short second halves of compounds that are no part of a name: "Trump-era", "Putin-like".
HALVES = frozenset({"era", "led", "like", "style", "ally", "type", "born", "run", "held", "aged"})

#: No person's name in print has more words.
MAX_WORDS = 6


@dataclass(frozen=True, slots=True)
class Surnames:
    """The full names of one article's persons, and the first and last words of them."""

    full: frozenset[str]
    first: frozenset[str]
    last: frozenset[str]

    @classmethod
    def of(cls, names: Iterable[str]) -> Surnames:
        """The parts of those names that have more than one word."""
        parts = [words for name in names if len(words := name.split()) > 1]
        return cls(
            full=frozenset(" ".join(p) for p in parts),
            first=frozenset(p[0] for p in parts),
            last=frozenset(p[-1] for p in parts),
        )


def find_people(doc: Doc) -> list[Name]:
    """The persons that the model sees in a line, trimmed to their names."""
    text = doc.text  # put together anew at every look
    found = (read_person(ent, text) for ent in doc.ents if ent.label_ == "PERSON")
    return [person for person in found if person is not None]


def read_person(ent: Span, text: str) -> Name | None:
    """The name and title in a span that the model calls a person, or None if it is no name.

    `text` is the line that the span is of.
    """
    span = trim(without_verb(over_hyphen(ent)))
    if span is None or not has_proper_noun(span) or is_quoted(span):
        return None
    end = char_end(span)
    _, name = split_title(text[span.start_char : end])
    if not is_person_name(name):
        return None
    return with_title(text, end - len(name), end, "model", ent.label_)


def without_verb(span: Span) -> Span:
    """A span without the verb that opens it: "…, Said Trump", but "Said Chengriha" is a name."""
    is_verb = len(span) > 1 and span[0].tag_ in {"VBD", "VBZ", "VBP"}
    return span[1:] if is_verb else span


def over_hyphen(span: Span) -> Span:
    """A span with the end of a given name that the tokenizer cut off: "Moon Jae" and "-in".

    The second half of a compound is no part of it: "Donald Trump-era".
    """
    doc, end = span.doc, span.end
    if len(span) < 2 or end + 1 >= len(doc) or doc[end].text != "-":
        return span
    is_glued = not doc[end - 1].whitespace_ and not doc[end].whitespace_
    half = doc[end + 1]
    is_name = half.is_lower and half.is_alpha and len(half) <= MAX_HALF
    return doc[span.start : end + 2] if is_glued and is_name and half.text not in HALVES else span


def with_title(text: str, start: int, end: int, rule: str, label: str) -> Name:
    """The person `[start, end)` of a text with the title before it.

    "President Vladimir Putin" is Vladimir Putin with a title; "Pope Francis" is known by his.
    """
    title_start, title = title_before(text, start)
    if title and belongs_to_name(title, text[start:end]):
        last_word = title_start + len(title) - len(title.split()[-1])
        start, title = last_word, text[title_start:last_word].strip()
    return Name(start, end, "person", text[start:end], rule, label, title)


def title_stretches(text: str, people: Iterable[Name]) -> list[tuple[int, int]]:
    """Where the titles of persons stand: "Public Security Minister" is no organization there."""
    return [
        (title_before(text, person.start)[0], person.start) for person in people if person.title
    ]


def is_person_name(name: str) -> bool:
    """Whether words can be a person's name by shape: a capital at the end, no digits, not many."""
    words = name.split()
    if not words or len(words) > MAX_WORDS:
        return False
    if not all(NAME_WORD.match(word) for word in words):
        return False
    return words[-1][0].isupper() and any(len(word.strip(".")) > 1 for word in words)


def find_full_again(doc: Doc, people: Surnames, taken: Sequence[Name]) -> Iterator[Name]:
    """Every further place where a full name of the article stands and the model saw none."""
    if not people.full:
        return
    text = doc.text
    pattern = "|".join(re.escape(name) for name in sorted(people.full, key=len, reverse=True))
    for match in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text):
        if is_free(*match.span(), taken):
            yield with_title(text, *match.span(), "name again", "")


def find_again(doc: Doc, people: Surnames, taken: Sequence[Name]) -> Iterator[Name]:
    """Every further place where a part of one of the article's persons stands alone as a name.

    The model finds "Narendra Modi" and misses "Modi and Patrushev discussed"; it takes the "Wang"
    of "Wang Xiaohong" for an organization. First words count only where the model saw a name at
    all, for "Will", "Mark" and "May" are words too.
    """
    text = doc.text
    for token in doc:
        is_last = token.text in people.last
        is_first = token.text in people.first and token.ent_type_ != ""
        end = token.idx + len(token)
        if (is_last or is_first) and stands_alone(token) and is_free(token.idx, end, taken):
            yield with_title(text, token.idx, end, "name again", token.ent_type_)


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
