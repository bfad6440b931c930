"""The fields of a ministry or committee that belong to its name: "of Gender, Labour and Development"."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from relmap.knowledge.bodies import BODY_HEADS, FIELD_HEADS
from relmap.knowledge.titles import is_title

#: Words between two fields at most: ", and the".
MAX_LINKS = 3


def with_list(span: Span) -> Span:
    """A span with the rest of its fields: "Ministry of Gender, Labour and Social Development".

    Only behind a head with "of", "for" or "on" ("Committee on Education and the Workforce"), and
    only as far as capitals go that do not begin a name of their own.
    """
    head = next((t for t in span if t.lower_ in FIELD_HEADS), None)
    doc, end = span.doc, span.end
    if head is None or head.i + 1 >= span.end or doc[head.i + 1].lower_ not in {"of", "for", "on"}:
        return span
    while (field := next_field(doc, end)) is not None:
        end = field
        if doc[field - 1].i + 1 < len(doc) and is_last_field(doc, field):
            break
    return doc[span.start : end] if is_closed(doc, span.end, end) else span


def next_field(doc: Doc, start: int) -> int | None:
    """Where the field of a ministry ends that a comma or "and" at `start` begins, or None."""
    place = start
    while place < len(doc) and doc[place].lower_ in {",", "and", "&", "the"}:
        place += 1
    if place == start or place >= len(doc) or place - start > MAX_LINKS:
        return None
    end = place
    while end < len(doc) and is_field_word(doc[end]):
        end += 1
    is_own = is_title(doc[end - 1].text) or doc[end - 1].lower_ in FIELD_HEADS | BODY_HEADS
    return end if end > place and not is_own else None


def is_field_word(token: Token) -> bool:
    """Whether a token can name a field: a capitalised word that the model has not taken for another
    name, and no acronym."""
    is_other = token.ent_type_ in {"PERSON", "GPE", "NORP", "DATE"}
    return token.text[:1].isupper() and not is_other and not (token.is_upper and len(token) > 1)


def is_last_field(doc: Doc, end: int) -> bool:
    """Whether a list of fields is over: its last one followed "and"."""
    words = {token.lower_ for token in doc[max(0, end - MAX_LINKS - 2) : end]}
    return bool(words & {"and", "&"}) and doc[end].lower_ != "and"


def is_closed(doc: Doc, start: int, end: int) -> bool:
    """Whether fields added to a name hold the "and" that closes such a list."""
    return any(token.lower_ in {"and", "&"} for token in doc[start:end])
