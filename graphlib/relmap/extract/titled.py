"""Persons that only their title tells: "Gen Prawit", "Mr Tan"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from relmap.extract.names import Name, is_free
from relmap.extract.people import MAX_WORDS, NAME_PARTICLES, is_person_name, with_title
from relmap.extract.spans import PROPER_TAGS, char_end, text_of
from relmap.knowledge.titles import honorifics, is_title


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
