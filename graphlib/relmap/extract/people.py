"""People in a line: the model's persons without titles, and surnames wherever they come again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from spacy.tokens import Doc, Span

from relmap.extract.names import Name
from relmap.extract.spans import (
    PROPER_TAGS,
    char_end,
    has_proper_noun,
    is_place_line,
    is_quoted,
    is_shouted,
    text_of,
    trim,
)
from relmap.knowledge import countries
from relmap.knowledge.bodies import is_class
from relmap.knowledge.things import DOCUMENTS, EVENTS, PLACES
from relmap.knowledge.titles import (
    belongs_to_name,
    split_title,
    title_before,
)

#: A word of a name: letters, hyphens, apostrophes, dots of initials; never a digit.
NAME_WORD = re.compile(r"^[^\W\d_](?:[^\W\d_]|[.'’-])*$")

#: What stands before the capital of a surname: "al-Assad", "ash-Shaykh", "d’Estaing".
ARTICLE = re.compile(r"^(?:(?:a[dlnrstz]|ash|e[dlrs]|u[lrs])-|[dlo]['’])")

#: The second half of a hyphenated given name is short: "Jae-in", "Ting-kwok".
MAX_HALF = 5

#: Short second halves of compounds that are no part of a name: "Trump-era", "Putin-like".
HALVES = frozenset({"era", "led", "like", "style", "ally", "type", "born", "run", "held", "aged"})

#: What is named after persons, and not after a person's job: "Nelson Mandela Day", "Allende Dam".
NAMED_AFTER = DOCUMENTS | EVENTS | PLACES

#: Those of them that are surnames as well: "Eli Lake", "Doris Day", "Margaret Court".
SURNAMES_TOO = frozenset(
    {"lake", "day", "field", "law", "park", "street", "bridge", "mine", "spring", "tower", "port"}
    | {"bay", "act", "bill", "dam", "camp", "round", "code", "model", "plant", "class", "tour"}
    | {"war", "forest", "river", "week", "month", "session", "drill", "record", "deal", "plan"}
    | {"report", "garden", "coast", "square", "town", "mission", "island", "valley", "mountain"}
    | {"church", "court", "bank", "guard", "front", "force", "club", "school", "trust", "games"}
)

#: Small words inside a name behind a title: "Sheikh Faisal bin Jassem al-Thani".
NAME_PARTICLES = frozenset(
    {"bin", "bint", "ibn", "al", "van", "von", "der", "den", "de", "la", "da", "dos", "del", "y"}
)

#: No person's name in print has more words.
MAX_WORDS = 6


def find_people(doc: Doc, without: Set[str] = frozenset()) -> list[Name]:
    """The persons that the model sees in a line, trimmed to their names."""
    text = text_of(doc)
    read = read_span if "titles" in without else read_person
    found = (read(ent, text) for ent in doc.ents if ent.label_ == "PERSON")
    return [person for person in found if person is not None]


def read_span(ent: Span, text: str) -> Name | None:
    """A person as the model sees it, for measuring what the rules on titles and shapes add."""
    span = trim(ent)
    if span is None:
        return None
    start, end = span.start_char, char_end(span)
    return Name(start, end, "person", text[start:end], "model", ent.label_)


def read_person(ent: Span, text: str) -> Name | None:
    """The name and title in a span that the model calls a person, or None if it is no name.

    `text` is the line that the span is of.
    """
    span = trim(without_nation(without_verb(over_hyphen(ent))))
    if span is None or not has_proper_noun(span) or is_quoted(span) or is_named_thing(span):
        return None
    if is_shouted(span) or is_place_line(span):
        return None
    end = char_end(span)
    _, name = split_title(text[span.start_char : end])
    if not is_person_name(name):
        return None
    return with_title(text, end - len(name), end, "model", ent.label_)


def without_verb(span: Span) -> Span:
    """A span without the verb or adverb that opens it: "…, Said Trump", "Later Wang met".

    "Said Chengriha" is a name.
    """
    is_loose = len(span) > 1 and span[0].tag_ in {"VBD", "VBZ", "VBP", "RB", "RBR"}
    return span[1:] if is_loose else span


def without_nation(span: Span) -> Span:
    """A span without the nation that opens it: "Gambian Bakary Gassama", "… to Ireland Larysa Gerasko".

    A country's name alone before a single word is a given name: "Chad Smith", "Israel Katz".
    """
    layer = countries.load().layer(span[0].text) if len(span) > 1 else None
    is_nation = layer == "demonym" or (layer == "name" and len(span) > 2)
    is_given = span[0].text in countries.load().caution or span[1:2].text in {"-", "’s", "'s"}
    return span[1:] if is_nation and not is_given else span


def is_named_thing(span: Span) -> bool:
    """Whether a person's name is only part of a thing's or a body's: "Allende Dam", "Ichilov Hospital"."""
    doc, last = span.doc, span[-1]
    behind = doc[span.end] if span.end < len(doc) and last.whitespace_ else None
    heads = [last.lower_] if len(span) > 1 else []
    if behind is not None and behind.is_title and behind.tag_ in PROPER_TAGS:
        heads.append(behind.lower_)
    if len(span) == 2 and last.lower_ in SURNAMES_TOO:
        heads.remove(last.lower_)
    return any(head in NAMED_AFTER or is_class(head) for head in heads)


def over_hyphen(span: Span) -> Span:
    """A span with the end of a given name that the tokenizer cut off: "Moon Jae" and "-in".

    The second half of a compound is no part of it: "Donald Trump-era".
    """
    if span[-1].text == "-" and len(span) > 1:
        span = span[:-1]
    elif span[-1].text in HALVES and len(span) > 2 and span[-2].text == "-":
        span = span[:-2]
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
    has_capital = ARTICLE.sub("", words[-1], count=1)[:1].isupper()
    return has_capital and any(len(word.strip(".")) > 1 for word in words)
