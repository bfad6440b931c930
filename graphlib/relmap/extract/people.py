"""People in a line: the model's persons without titles, and surnames wherever they come again."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from relmap.extract.names import Name, is_free
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
    honorifics,
    is_title,
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


def find_people(doc: Doc, without: Set[str] = frozenset()) -> list[Name]:
    """The persons that the model sees in a line, trimmed to their names."""
    text = text_of(doc)
    read = read_span if "titles" in without else read_person
    found = (read(ent, text) for ent in doc.ents if ent.label_ == "PERSON")
    return [person for person in found if person is not None]


def find_titled(doc: Doc) -> Iterator[Name]:
    """The capitalised words behind a title that only persons bear: "Gen Prawit", "Mr Tan".

    The model takes many a surname that it never saw for a company or a place.
    """
    text = text_of(doc)
    for match in honorifics().finditer(text):
        before = doc.char_span(*match.span(), alignment_mode="expand")
        token = before[-1] if before else None
        if token is None or token.i + 1 >= len(doc) or not is_name_start(token.nbor()):
            continue
        end = name_end(doc, token.i + 1)
        span = doc[token.i + 1 : end]
        if is_person_name(span.text) and not is_named_after(doc, token.i, end):
            yield with_title(text, span.start_char, char_end(span), "title", span[0].ent_type_)


def with_titled(people: Sequence[Name], titled: Iterable[Name]) -> list[Name]:
    """The model's persons, and those that only a title tells: theirs end where the model's end."""
    added = [name for name in titled if is_free(name.start, name.end, people)]
    return [*people, *added]


def is_name_start(token: Token) -> bool:
    """Whether a token can be the first word of a name behind a title."""
    return token.text[:1].isupper() and token.tag_ in PROPER_TAGS and not is_title(token.text)


def name_end(doc: Doc, start: int) -> int:
    """The first token behind a name that begins at `start`: capitals and particles go on."""
    end = start + 1
    while end < len(doc) and end - start < MAX_WORDS:
        token = doc[end]
        follows = end + 1 < len(doc) and doc[end + 1].text[:1].isupper()
        if token.text in NAME_PARTICLES and follows and doc[end + 1].tag_ in PROPER_TAGS:
            end += 2
        elif token.tag_ in PROPER_TAGS and token.text[:1].isupper() and token.ent_type_ != "DATE":
            end += 1
        else:
            break
    return end


def is_named_after(doc: Doc, start: int, end: int) -> bool:
    """Whether the words from a title on are a longer name of something: "Dr Reddy's Laboratories"."""
    behind = doc[end : end + 2]
    owns = len(behind) == 2 and behind[0].tag_ == "POS" and behind[1].text[:1].isupper()
    inside = doc[start].ent_type_ not in {"", "PERSON"} and doc[start].ent_iob_ == "I"
    return (owns and behind[1].ent_type_ == doc[end - 1].ent_type_ != "") or inside


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
    """A span without the verb that opens it: "…, Said Trump", but "Said Chengriha" is a name."""
    is_verb = len(span) > 1 and span[0].tag_ in {"VBD", "VBZ", "VBP"}
    return span[1:] if is_verb else span


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
        if is_place(span[0]) and countries.load().lookup(match[0]) is not None:
            continue  # "Jordan" beside Jim Jordan
        if match[0] in people.last or span[0].ent_type_:
            start = with_particles(doc, span[0].i)
            yield with_title(text, start, match.end(), "name again", span[0].ent_type_)


def with_particles(doc: Doc, start: int) -> int:
    """The first character of a surname with the particles before it: "von der" Leyen, "bin" Salman."""
    while start > 0 and doc[start - 1].lower_ in NAME_PARTICLES - {"y"}:
        start -= 1
    return int(doc[start].idx)


def is_place(token: Token) -> bool:
    """Whether the model takes a word for a place or its people."""
    return token.ent_type_ in {"GPE", "NORP", "LOC"}


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
